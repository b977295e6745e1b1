"""Which blocks of a page are the article: by where the prose is, not by the names of elements.

Each block is worth as much as it says in sentences outside links; links and loose words cost.
The article is the element with the highest sum over its blocks, without those of its parts that
are worth nothing (after Pasternack and Roth 2009, Extracting article text from the web with
maximum subsequence segmentation, here on the tree of elements). A class name is a hint that prose
can disprove.
"""

from __future__ import annotations

from collections.abc import Sequence

from armreader.reading.furniture import normalised
from armreader.reading.pages.blocks import Block, Element, around, within
from armreader.reading.pages.worth import Sum, is_heading, is_listed, prose_in, sums

_DOUBTFUL_SHARE = 0.25
"""An element with more of the page's prose than this is not furniture, whatever its name."""
_BEFORE_THREAD = 60.0
"""Readers' comments have at least this many characters of prose before them."""
_CONFINED_SHARE = 0.6
"""What the page marks as an article is the article if it has at least this share of the prose."""
_STORY, _STORY_SHARE = 400.0, 0.25
"""Characters or share of the page's prose below a headline that make it a separate story."""
_MINOR_SHARE = 0.5
"""A part with a larger share of the article's prose is not a box."""
_TEASER = 200.0
"""Paragraphs below the linked headlines of teasers are shorter on average, in characters."""
_MODULE_COST, _MODULE_BLOCKS = -40.0, 3
"""A part of the article with less worth and so many blocks is a box of links or buttons."""


def mark_main_text(blocks: Sequence[Block], elements: Sequence[Element], title: str) -> list[Sum]:
    """Give each block outside the article the kind ``furniture``, and each block in it ``body``.

    Doubtful blocks get no kind: their words decide later. ``title`` is the page's own title.
    Returns the sum of each element, by its number.
    """
    headline = _choose_title(blocks, title)
    _mark_threads(blocks, elements, headline)
    _mark_doubtful(blocks, elements)
    if headline is not None:
        headline.kind = "title"
        _mark_other_stories(blocks, elements, headline)
    _restore(blocks)
    found = sums(blocks, elements)
    _mark_article(blocks, elements, found)
    return found


def _choose_title(blocks: Sequence[Block], stated: str) -> Block | None:
    """The headline: the heading that the metadata repeats, or the first that is not furniture."""
    wanted = normalised(stated)
    first = [block for block in blocks if block.tag == "h1"]
    lower = [block for block in blocks if block.tag in ("h2", "h3")] if wanted else []
    same = [block for block in first if wanted and normalised(block.text) in wanted]
    placed = [block for block in first if block.kind != "furniture"]
    equal = [block for block in lower if normalised(block.text) == wanted] if not first else []
    return next(iter([*same, *placed, *equal]), None)


def _mark_threads(
    blocks: Sequence[Block], elements: Sequence[Element], headline: Block | None
) -> None:
    """Mark readers' comments: an element with such a name, below prose, not around the headline."""
    if not any(element.role == "thread" for element in elements):
        return
    holders = frozenset(around(elements, headline.element)) if headline else frozenset[int]()
    before: dict[int, float] = {}
    prose = 0.0
    for block in blocks:
        number = block.element
        while number >= 0 and number not in before:
            before[number] = prose
            number = elements[number].parent
        prose += block.prose
    threads = [
        element.role == "thread"
        and number not in holders
        and before.get(number, 0.0) >= _BEFORE_THREAD
        for number, element in enumerate(elements)
    ]
    _mark(blocks, within(elements, threads))


def _mark_doubtful(blocks: Sequence[Block], elements: Sequence[Element]) -> None:
    """Mark elements that are furniture by name and contain hardly any of the page's prose."""
    prose = prose_in(blocks, elements)
    most = _DOUBTFUL_SHARE * prose[0]
    doubtful = [
        element.role == "doubtful" and own <= most
        for element, own in zip(elements, prose, strict=True)
    ]
    _mark(blocks, within(elements, doubtful))


def _mark_other_stories(
    blocks: Sequence[Block], elements: Sequence[Element], headline: Block
) -> None:
    """Mark elements outside the headline's story that have a headline of the same level."""
    if sum(block.tag == headline.tag for block in blocks) < 2:
        return
    prose = prose_in(blocks, elements)
    enough = min(_STORY, _STORY_SHARE * prose[0])
    chain = around(elements, headline.element)
    story = next((number for number in chain if prose[number] >= enough), 0)
    outside = frozenset(chain[chain.index(story) + 1 :])
    branch = _branches(elements, outside, story)
    headed = {branch[block.element] for block in blocks if block.tag == headline.tag}
    others = [
        number in headed and number == branch[number] > 0 and prose[number] > 0
        for number in range(len(elements))
    ]
    _mark(blocks, within(elements, others))


def _branches(elements: Sequence[Element], outside: frozenset[int], story: int) -> list[int]:
    """For each element, the branch outside the story that contains it; 0 if there is none."""
    branch = [0] * len(elements)
    for number, element in enumerate(elements):
        if element.parent in outside and number not in outside and number != story:
            branch[number] = number
        elif element.parent >= 0:
            branch[number] = branch[element.parent]
    return branch


def _restore(blocks: Sequence[Block]) -> None:
    """If the marks leave no prose at all, they cannot be right: remove them."""
    if not any(block.prose for block in blocks):
        for block in blocks:
            if block.kind == "furniture":
                block.kind = None


def _mark_article(
    blocks: Sequence[Block], elements: Sequence[Element], found: Sequence[Sum]
) -> None:
    inside = _inside(elements, _best(elements, found))
    best = found[inside.start]
    modules = [False] * len(elements)
    for number in inside[1:]:
        modules[number] = _is_module(found[number], best)
    is_out = within(elements, modules)
    for number, block in enumerate(blocks):
        if block.kind is not None:
            continue
        if block.element not in inside or is_out[block.element]:
            block.kind = "furniture"
        elif block.is_prose or is_listed(block):
            block.kind = "body"
        elif block.is_linked:
            heads = is_heading(block) and _heads_prose(blocks[number : number + 2], elements)
            block.kind = "body" if heads else "furniture"
    _mark_between(blocks, elements)


def _best(elements: Sequence[Element], found: Sequence[Sum]) -> int:
    """The element with the highest worth, within the one that the page marks as its article.

    The outermost of equals: lists and tables count for nothing but belong to the text.
    """
    confined = [
        number
        for number, element in enumerate(elements)
        if element.role == "article" and found[number].prose >= _CONFINED_SHARE * found[0].prose > 0
    ]
    inside = _inside(elements, confined[-1] if confined else 0)
    return max(inside, key=lambda number: found[number].worth if found[number].blocks else 0.0)


def _inside(elements: Sequence[Element], outer: int) -> range:
    """The numbers of an element and of all those inside it, which are opened one after another."""
    numbers = range(outer, len(elements))
    end = next((number for number in numbers[1:] if elements[number].parent < outer), len(elements))
    return range(outer, end)


def _is_module(one: Sum, whole: Sum) -> bool:
    """Whether a part of the article is a box: links, loose words, or teasers of other texts."""
    if one.blocks > 1 and one.links * 2 > one.blocks and not one.paragraphs:
        return True
    if one.blocks >= _MODULE_BLOCKS and one.worth < _MODULE_COST:
        return True
    least = max(2, one.paragraphs)
    if one.linked_headings >= least and whole.prose - one.prose > _TEASER:
        return one.prose < _TEASER * one.paragraphs
    return one.links >= least and one.prose < _MINOR_SHARE * whole.prose


def _heads_prose(pair: Sequence[Block], elements: Sequence[Element]) -> bool:
    """Whether a heading is right above a paragraph in the same element."""
    if len(pair) < 2 or not pair[1].is_prose:
        return False
    return elements[pair[0].element].parent == elements[pair[1].element].parent


def _mark_between(blocks: Sequence[Block], elements: Sequence[Element]) -> None:
    """Keep short lines between two paragraphs of one element: they are headings or questions."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if block.kind is None and before.kind == after.kind == "body" and not block.is_linked:
            parents = {elements[one.element].parent for one in (before, block, after)}
            if len(parents) == 1 and block.tag == "p":
                block.kind = "body"


def _mark(blocks: Sequence[Block], chosen: Sequence[bool]) -> None:
    for block in blocks:
        if chosen[block.element]:
            block.kind = "furniture"
