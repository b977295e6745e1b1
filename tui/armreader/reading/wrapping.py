"""Plain text that was hard-wrapped at a fixed width: its paragraphs are joined again.

Mail programs, ``fmt`` and ``pdftotext`` break a line if the next word does not fit; this must not
end a sentence or a quote. Each break is replaced by one space, so that offsets stay the same.
"""

from __future__ import annotations

import re
from itertools import pairwise

_WIDEST, _NARROWEST = 120, 40
"""Characters; wider text was not wrapped for a page, narrower text is a list or a poem."""
_MIN_BREAKS = 4
_SHARE = 0.8
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_TOO_WIDE = re.compile(rf"[^\n]{{{_WIDEST + 1}}}")
_FIRST_WORD = re.compile(r"\S+")
_NEW_PARAGRAPH = re.compile(r"[ \t]+\S|[•●▪◦*–—-][ \t]|\d{1,3}[.)][ \t]|>")


def unwrapped(text: str, least: int = _MIN_BREAKS) -> str:
    """The text with spaces for the line breaks inside its paragraphs, if it was wrapped at all.

    ``least``: how many such breaks show that it was; 1 for what is always wrapped, such as mail.
    """
    if _TOO_WIDE.search(text):
        return text
    lines = [match.span() for match in _LINE.finditer(text)]
    width = max((end - start for start, end in lines), default=0)
    if width < _NARROWEST:
        return text
    breaks = _breaks(text, lines, width)
    full = [at for at, is_full in breaks if is_full]
    if len(full) < least or len(full) < _SHARE * len(breaks):
        return text
    return _with_blanks(text, full)


def unwrapped_at(text: str, width: int) -> str:
    """Text that is always wrapped at ``width``; each break is judged by itself."""
    lines = [match.span() for match in _LINE.finditer(text)]
    return _with_blanks(text, [at for at, is_full in _breaks(text, lines, width) if is_full])


def _breaks(text: str, lines: list[tuple[int, int]], width: int) -> list[tuple[int, bool]]:
    """The breaks within paragraphs, and for each whether the next word would not have fitted."""
    return [
        (end, _is_full(text, start, end, following, width))
        for (start, end), (following, _) in pairwise(lines)
        if following == end + 1 and not _NEW_PARAGRAPH.match(text, following)
    ]


def _with_blanks(text: str, breaks: list[int]) -> str:
    characters = list(text)
    for at in breaks:
        characters[at] = " "
    return "".join(characters)


def _is_full(text: str, start: int, end: int, following: int, width: int) -> bool:
    """Whether the next line's first word would not have fitted at the end of this line."""
    word = _FIRST_WORD.search(text, following)
    return word is not None and end - start + 1 + len(word.group()) > width
