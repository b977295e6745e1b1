"""How much of the text in each element is prose, and how much is links and loose words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armreader.reading.pages.blocks import Block, Element

_LOOSE_COST = 30.0
"""What a loose word, a button or a menu entry takes from the worth of the element around it."""
_MOST_COST = 0.5
"""Loose words take at most this share of the worth of the prose next to them."""
_SHORT_SENTENCE = 0.5
_UNLINKED = 0.2
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_LISTED = frozenset(["li", "td", "th", "dt", "dd", "tr", "pre"])


@dataclass(slots=True)
class Sum:
    """The sum over the text in one element."""

    gain: float = 0.0
    cost: float = 0.0
    """The worth that counts for it and against it; neither is negative."""
    prose: float = 0.0
    """Characters of prose outside links."""
    paragraphs: int = 0
    links: int = 0
    """Blocks that are mostly links."""
    linked_headings: int = 0
    blocks: int = 0
    pictures: int = 0

    @property
    def worth(self) -> float:
        """Its worth as the article: its prose, less the loose words around it."""
        return self.gain - (min(self.cost, _MOST_COST * self.gain) if self.gain else self.cost)

    def add(self, worth: float) -> None:
        """Count the worth of a block or an element inside."""
        if worth > 0:
            self.gain += worth
        else:
            self.cost -= worth

    def include(self, inner: Sum) -> None:
        """Count all that is in an element inside."""
        self.pictures += inner.pictures
        if inner.blocks:
            self.add(inner.worth)
            self.prose += inner.prose
            self.paragraphs += inner.paragraphs
            self.links += inner.links
            self.linked_headings += inner.linked_headings
            self.blocks += inner.blocks


def worth(block: Block) -> float:
    """How much a block says in sentences outside links; negative for links and loose words.

    List entries and parts that the page names, such as captions, count for nothing.
    """
    if block.kind == "furniture":
        return -_LOOSE_COST
    if block.kind not in (None, "body"):
        return 0.0
    said = block.size * (1 - 2 * block.link_share)
    if block.is_prose:
        return said
    if block.ends_sentence:
        return _SHORT_SENTENCE * said
    if is_listed(block):
        return 0.0
    return -_LOOSE_COST - block.size * block.link_share


def is_listed(block: Block) -> bool:
    """Whether it is an entry of a list or table, or a heading, and not a link."""
    return (block.tag in _LISTED or block.tag in _HEADINGS) and block.link_share < _UNLINKED


def is_heading(block: Block) -> bool:
    """Whether it is a heading below the first level."""
    return block.tag in _HEADINGS


def prose_in(blocks: Sequence[Block], elements: Sequence[Element]) -> list[float]:
    """The characters of prose in each element, by its number."""
    found = [0.0] * len(elements)
    for block in blocks:
        found[block.element] += block.prose
    for number in range(len(elements) - 1, 0, -1):
        if found[number]:
            found[elements[number].parent] += found[number]
    return found


def sums(blocks: Sequence[Block], elements: Sequence[Element]) -> list[Sum]:
    """The sum of each element; each block counts for all elements around it."""
    nothing = Sum()
    found = [nothing] * len(elements)
    for block in blocks:
        own = found[block.element]
        if own is nothing:
            own = found[block.element] = Sum()
        own.add(worth(block))
        prose = block.prose
        if prose > 0:
            own.prose += prose
            own.paragraphs += 1
        if block.is_linked and block.kind is None:
            own.links += 1
            own.linked_headings += is_heading(block)
        own.blocks += 1
    for number in range(len(elements) - 1, -1, -1):
        element, inner = elements[number], found[number]
        if element.pictures:
            if inner is nothing:
                inner = found[number] = Sum()
            inner.pictures += element.pictures
        if inner is nothing or not number:
            continue
        outer = found[element.parent]
        if outer is nothing:
            outer = found[element.parent] = Sum()
        outer.include(inner)
    return found
