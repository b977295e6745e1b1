"""Boxes between the paragraphs of an article: labels of adverts, links to other stories, buttons.

They interrupt the report only because the page had room there; read behind it, they cost nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from armreader.reading.bylines import byline
from armreader.reading.datelines import date_line
from armreader.reading.lines import Line
from armreader.reading.pages.blocks import Block, Element
from armreader.reading.pages.worth import is_heading

_BOXES = frozenset(["div", "aside", "section", "nav", "form", "dialog", "button", "noscript"])
"""Elements that are a box; a list, a table or a line belongs where it is."""


def with_boxes_below(blocks: Sequence[Block], elements: Sequence[Element]) -> list[Block]:
    """The blocks, those of each box without a sentence moved below its last paragraph."""
    body = [number for number, block in enumerate(blocks) if block.kind == "body"]
    if not body or all(block.kind == "body" for block in blocks[body[0] : body[-1]]):
        return list(blocks)
    boxed = _boxed(blocks, elements)
    inside = blocks[body[0] : body[-1] + 1]
    return [
        *blocks[: body[0]],
        *(block for block in inside if not boxed[block.element]),
        *(block for block in inside if boxed[block.element]),
        *blocks[body[-1] + 1 :],
    ]


def _boxed(blocks: Sequence[Block], elements: Sequence[Element]) -> list[bool]:
    """For each element, whether it is in a box that has nothing but loose furniture."""
    mixed = [False] * len(elements)
    for block in blocks:
        mixed[block.element] |= not _is_loose(block)
    for number in range(len(elements) - 1, 0, -1):
        mixed[elements[number].parent] |= mixed[number]
    boxed = [False] * len(elements)
    for number, element in enumerate(elements):
        if element.parent >= 0 and not mixed[number]:
            boxed[number] = boxed[element.parent] or element.tag in _BOXES
    return boxed


def _is_loose(block: Block) -> bool:
    """Whether it is furniture without a sentence, and not a head or a heading of the report."""
    if block.kind != "furniture" or block.is_prose or block.ends_sentence:
        return False
    line = Line(block.text, 0, after_blank=True)
    return not ((is_heading(block) and block.is_linked) or byline(line) or date_line(line))
