"""The text in a page's data (JSON-LD ``articleBody``), and how much of it the page shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from armreader.reading.pages.blocks import Block

_SHORTEST, _LONGEST = 100, 400_000
"""The shortest and the longest text in the data that is used, in characters."""
_LOOKED_UP = 2000
"""How many paragraphs of the page are looked up in it."""
_SHOWN_SHARE = 0.5
"""If the page shows less of its article than this, the text in the data is used."""
_ENDS = 40
"""A paragraph is found by this many letters at both ends."""
_NO_LETTERS = re.compile(r"[\W_]+")
_BREAK = re.compile(r"\n+")
NOTICE = "the page shows only a part of its article; the text is from the page's own data"


def shown_share(blocks: Sequence[Block], text: str) -> float:
    """The share of the text in the data that the page's paragraphs show, from 0 to 1."""
    whole = _letters(text[:_LONGEST])
    shown = 0
    for block in [block for block in blocks if block.prose][:_LOOKED_UP]:
        letters = _letters(block.text)
        if letters[:_ENDS] in whole and letters[-_ENDS:] in whole:
            shown += len(letters)
    return shown / max(1, len(whole))


def replace_text(blocks: list[Block], text: str) -> bool:
    """Put the data's text below the headline if the page shows less than half of it.

    All that the page shows, except its headline, becomes furniture. Returns whether this was done.
    """
    if len(text) < _SHORTEST or shown_share(blocks, text) >= _SHOWN_SHARE:
        return False
    if sum(block.prose for block in blocks if block.kind != "furniture") > len(text):
        return False
    for block in blocks:
        if block.kind in (None, "body", "summary"):
            block.kind = "furniture"
    at = next((n for n, block in enumerate(blocks) if block.kind == "title"), -1)
    given = [line.strip() for line in _BREAK.split(text) if line.strip()]
    blocks[at + 1 : at + 1] = [Block("p", 0, "body").finish(line) for line in given]
    return True


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text).casefold()
