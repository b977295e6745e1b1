"""Captions by their place: short text that is alone with a picture."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.reading.pages.blocks import Block, Element
from armreader.reading.pages.worth import Sum

_BLOCKS, _CAPTION = 2, 350
"""The most blocks next to a picture, and the longest caption in characters."""
_MOST = 0.3
"""If more of the text than this looks like captions, it is an article with pictures between."""
_HOLDERS = frozenset(["p", "blockquote", "li", "td", "th", "article", "main", "body", "html", ""])
"""Elements in which a picture is next to running text."""


def mark_captions(
    blocks: Sequence[Block], elements: Sequence[Element], found: Sequence[Sum]
) -> None:
    """Give text that is alone with a picture the kind ``caption``, unless most of the text is.

    ``found``: the sum of each element, by its number.
    """
    beside = _beside_pictures(elements, found)
    inside = [block for block in blocks if block.kind in (None, "body")]
    captions = [block for block in inside if beside[block.element] and len(block.text) <= _CAPTION]
    total = sum(block.size for block in inside)
    if sum(block.size for block in captions) <= _MOST * total:
        for block in captions:
            block.kind = "caption"


def _beside_pictures(elements: Sequence[Element], found: Sequence[Sum]) -> list[bool]:
    """For each element, whether it or one around it has pictures and hardly any text."""
    beside = [False] * len(elements)
    for number, (element, one) in enumerate(zip(elements, found, strict=True)):
        alone = one.pictures > 0 and one.blocks <= _BLOCKS and element.tag not in _HOLDERS
        # A picture directly in a heading is an icon.
        own = element.pictures > 0 and element.tag.startswith("h")
        beside[number] = (alone and not own) or (element.parent >= 0 and beside[element.parent])
    return beside
