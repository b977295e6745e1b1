"""The lines that part the articles of an export of a news archive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from armreader.language import rows

_LONGEST = 60
"""Characters; no mark is longer."""
_WORDS = ("ocument", "OCUMENT", "okument", "OKUMENT")
_AROUND = 40
"""Characters on either side of the word that may belong to a mark."""
_HINT = re.compile(
    r"""\d[ ]\w{2,3}[ ]\d+[ ]+do[ck]ument  |  do[ck]umento?[ ]\d+[ ]\w{2,3}[ ]\d
      | (?:end|ende|fin|fine|einde|fim)[ ]\w{2,3}[ ]do[ck]ument
      | do[ck]umento?[ ](?-i:[A-Z]{3})""",
    re.IGNORECASE | re.VERBOSE,
)


def may_be_export(text: str) -> bool:
    """Whether it is worth looking for the marks in a text.

    The scripts of a page speak of their document hundreds of times: only what stands around the
    word as in a sentence is looked at.
    """
    return any(
        _HINT.search(text, max(0, at - _AROUND), at + _AROUND)
        for word in _WORDS
        for at in _places(text, word)
    )


def _places(text: str, word: str) -> Iterator[int]:
    """Where the word stands behind a blank or before one."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if text[max(0, at - 2) : at - 1] == " " or " " in text[end : end + 2]:
            yield at
        at = text.find(word, end)


@cache
def _forms() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    table = rows("reading/export_marks")
    return tuple((dialect, role, re.compile(form)) for dialect, role, form in table)


def mark_of(text: str) -> tuple[str, str] | None:
    """Which dialect's mark a paragraph is, and of what."""
    if len(text) > _LONGEST:
        return None
    return next((mark[:2] for mark in _forms() if mark[2].fullmatch(text)), None)


def is_mark(text: str, role: str) -> bool:
    """Whether a paragraph is a mark of that role in some dialect."""
    mark = mark_of(text)
    return mark is not None and mark[1] == role
