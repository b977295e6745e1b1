"""The lines that separate the articles in an export of a news archive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from armreader.language import rows

_LONGEST = 60
"""Characters; every mark is shorter."""
_OTHER = ("умент", "文件", "文書")
_WIDE = (*_OTHER, *(word.encode().decode("latin-1") for word in _OTHER))
"""How it ends in other scripts, and in their UTF-8 where each byte is read as a letter."""
_ENDS = ("ument", "UMENT", *_WIDE)
"""How the word for “document” ends in every language of the marks."""
_BEFORE = 3
"""Characters of the word before that."""
_AROUND = 40
"""How many characters on either side of the word may belong to a mark."""
_HINT = re.compile(
    r"""\d[ ]\w{2,3}[ ]\d+[ ]+do[ck]ument  |  do[ck]umento?[ ]\d+[ ]\w{2,3}[ ]\d
      | (?:end|ende|fin|fine|einde|fim)[ ]\w{2,3}[ ]do[ck]ument
      | (?:do[ck]umento?|"""
    + "|".join(_WIDE)
    + r""")[ ](?-i:[A-Z]{3})""",
    re.IGNORECASE | re.VERBOSE,
)


def may_be_export(text: str) -> bool:
    """Whether a text may be an export, so that it is worth looking for the marks.

    ``text``: may be its bytes, each as a letter of Latin-1.

    The scripts of a web page contain “document” hundreds of times, so the word only counts with a
    space next to it, as in a sentence.
    """
    return any(
        _HINT.search(text, max(0, at - _AROUND), at + _AROUND)
        for end in _ENDS
        for at in _places(text, end)
    )


def _places(text: str, ending: str) -> Iterator[int]:
    """The positions of the ending in words that have a space before or after them."""
    at = text.find(ending)
    while at >= 0:
        end, start = at + len(ending), at - _BEFORE
        if text[max(0, start - 1) : max(0, start)] == " " or " " in text[end : end + 2]:
            yield at
        at = text.find(ending, end)


@cache
def _forms() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    table = rows("reading/export_marks")
    return tuple((dialect, role, re.compile(form)) for dialect, role, form in table)


def mark_of(text: str) -> tuple[str, str] | None:
    """The dialect and the role of the mark that a paragraph is; None if it is not a mark."""
    if len(text) > _LONGEST:
        return None
    return next((mark[:2] for mark in _forms() if mark[2].fullmatch(text)), None)


def is_mark(text: str, role: str) -> bool:
    """Whether a paragraph is a mark of that role in some dialect."""
    mark = mark_of(text)
    return mark is not None and mark[1] == role
