"""Which blocks of a page are the article: by where its prose is, not by names of elements.

What a block says in sentences outside of links is its worth; links and loose words cost. The
article is the element whose blocks add up to most, less the parts of it that add up to nothing
(after Pasternack and Roth 2009, Extracting article text from the web with maximum subsequence
segmentation, here on the tree of elements). A name of a class is a hint that prose refutes.
"""

from __future__ import annotations

from collections.abc import Sequence

from armreader.reading.furniture import normalised
from armreader.reading.pages.blocks import Block, Element, around, within
from armreader.reading.pages.worth import Sum, is_heading, is_listed, sums

_DOUBTFUL_SHARE = 0.25
"""An element that holds more of the page's prose is no furniture, whatever it is called."""
_BEFORE_THREAD = 60.0
"""Characters of prose that stand before the readers' comments."""
_CONFINED_SHARE = 0.6
"""What the page marks as an article and holds so much of its prose is the article."""
_STORY, _STORY_SHARE = 400.0, 0.25
"""Characters or share of the page's prose below a headline that make it a story of its own."""
_MINOR_SHARE = 0.5
"""Of the prose of the article; a part that holds more is no box beside it."""
_TEASER = 200.0
"""Characters of the paragraph below the linked headline of another text, at the mean."""
_MODULE_COST, _MODULE_BLOCKS = -40.0, 3
"""Worth and blocks from which a part of the article is a box of links or buttons."""


def mark_main_text(blocks: Sequence[Block], elements: Sequence[Element], title: str) -> list[Sum]:
    """Give each block outside of the article the kind ``furniture``, and each in it ``body``.

    What is in doubt keeps no kind: its words decide. ``title`` is the one that the page states.
    Gives what each element adds up to, by its number.
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
    """The headline: the heading that the metadata repeats, else the first that is no furniture."""
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
    """Readers' comments: an element of such a name below prose, and not around the headline."""
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
    """Furniture by name, where hardly any of the page's prose is in it."""
    found = sums(blocks, elements)
    most = _DOUBTFUL_SHARE * found[0].prose
    doubtful = [
        element.role == "doubtful" and one.prose <= most
        for element, one in zip(elements, found, strict=True)
    ]
    _mark(blocks, within(elements, doubtful))


def _mark_other_stories(
    blocks: Sequence[Block], elements: Sequence[Element], headline: Block
) -> None:
    """Elements beside the story of the headline that have a headline of the same level."""
    if sum(block.tag == headline.tag for block in blocks) < 2:
        return
    found = sums(blocks, elements)
    enough = min(_STORY, _STORY_SHARE * found[0].prose)
    chain = around(elements, headline.element)
    story = next((number for number in chain if found[number].prose >= enough), 0)
    outside = frozenset(chain[chain.index(story) + 1 :])
    branch = _branches(elements, outside, story)
    headed = {branch[block.element] for block in blocks if block.tag == headline.tag}
    others = [
        number in headed and number == branch[number] > 0 and found[number].prose > 0
        for number in range(len(elements))
    ]
    _mark(blocks, within(elements, others))


def _branches(elements: Sequence[Element], outside: frozenset[int], story: int) -> list[int]:
    """For each element the one around it that is beside the story; 0 where there is none."""
    branch = [0] * len(elements)
    for number, element in enumerate(elements):
        if element.parent in outside and number not in outside and number != story:
            branch[number] = number
        elif element.parent >= 0:
            branch[number] = branch[element.parent]
    return branch


def _restore(blocks: Sequence[Block]) -> None:
    """Where the marks leave no prose at all, they are not to be trusted."""
    if not any(block.prose for block in blocks):
        for block in blocks:
            if block.kind == "furniture":
                block.kind = None


def _mark_article(
    blocks: Sequence[Block], elements: Sequence[Element], found: Sequence[Sum]
) -> None:
    best = _best(elements, found)
    is_in = within(elements, [number == best for number in range(len(elements))])
    modules = [
        number != best and is_in[number] and _is_module(one, found[best])
        for number, one in enumerate(found)
    ]
    is_out = within(elements, modules)
    for number, block in enumerate(blocks):
        if block.kind is not None:
            continue
        if not is_in[block.element] or is_out[block.element]:
            block.kind = "furniture"
        elif block.is_prose or is_listed(block):
            block.kind = "body"
        elif block.is_linked:
            heads = is_heading(block) and _heads_prose(blocks[number : number + 2], elements)
            block.kind = "body" if heads else "furniture"
    _mark_between(blocks, elements)


def _best(elements: Sequence[Element], found: Sequence[Sum]) -> int:
    """The element that is worth most, in the one that the page marks as its article.

    The outermost of equals: lists and tables count for nothing, and belong to the text.
    """
    confined = [
        number
        for number, element in enumerate(elements)
        if element.role == "article" and found[number].prose >= _CONFINED_SHARE * found[0].prose > 0
    ]
    outer = confined[-1] if confined else 0
    is_in = within(elements, [number == outer for number in range(len(elements))])
    return max(
        (number for number in range(len(elements)) if is_in[number]),
        key=lambda number: (found[number].worth, -number),
    )


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
    """A short line between two paragraphs of one element is a heading or a question of the text."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if block.kind is None and before.kind == after.kind == "body" and not block.is_linked:
            parents = {elements[one.element].parent for one in (before, block, after)}
            if len(parents) == 1 and block.tag == "p":
                block.kind = "body"


def _mark(blocks: Sequence[Block], chosen: Sequence[bool]) -> None:
    for block in blocks:
        if chosen[block.element]:
            block.kind = "furniture"
