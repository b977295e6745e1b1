"""Captions by their place: the short text that stands alone with a picture."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.reading.pages.blocks import Block, Element
from armreader.reading.pages.worth import Sum

_BLOCKS, _CAPTION = 2, 350
"""Blocks beside a picture, and characters of the longest caption."""
_MOST = 0.3
"""Captions are no more of an article's prose; else its paragraphs stand beside pictures."""
_HOLDERS = frozenset(["p", "blockquote", "li", "td", "th", "article", "main", "body", "html", ""])
"""Elements in which a picture is beside the text that goes on."""


def mark_captions(
    blocks: Sequence[Block], elements: Sequence[Element], found: Sequence[Sum]
) -> None:
    """Give what stands alone with a picture the kind ``caption``, where most text does not.

    ``found``: what each element holds, by its number.
    """
    beside = _beside_pictures(elements, found)
    inside = [block for block in blocks if block.kind in (None, "body")]
    captions = [block for block in inside if beside[block.element] and len(block.text) <= _CAPTION]
    total = sum(block.size for block in inside)
    if sum(block.size for block in captions) <= _MOST * total:
        for block in captions:
            block.kind = "caption"


def _beside_pictures(elements: Sequence[Element], found: Sequence[Sum]) -> list[bool]:
    """For each element whether it, or one around it, holds pictures and hardly any text."""
    beside = [False] * len(elements)
    for number, (element, one) in enumerate(zip(elements, found, strict=True)):
        alone = one.pictures > 0 and one.blocks <= _BLOCKS and element.tag not in _HOLDERS
        # A picture in the line of the text itself is an icon, or the paragraph goes around it.
        own = element.pictures > 0 and element.tag.startswith("h")
        beside[number] = (alone and not own) or (element.parent >= 0 and beside[element.parent])
    return beside
