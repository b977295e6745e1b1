"""The posts of a live blog: stretches of a page that begin with their own time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from armreader.reading.pages.blocks import Block, Element

_LEAST = 2
"""The fewest posts in a live blog."""


class Post(NamedTuple):
    """The blocks of a post, half-open, and the ``datetime`` of its first ``time`` element."""

    first: int
    end: int
    said: str


def find_posts(blocks: Sequence[Block], elements: Sequence[Element]) -> list[Post]:
    """The posts among the blocks, in order; none if the page is a single report.

    Posts are elements with a common parent, each with a time; the parent with the most posts wins.
    """
    if len({element.day for element in elements if element.day}) < _LEAST:
        return []
    days = _days(elements)
    first, end = _extents(blocks, elements)
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for number, day in enumerate(days):
        if day and first[number] < end[number]:
            beside[elements[number].parent].append(number)
    best: list[Post] = []
    for parent, dated in beside.items():
        if len(dated) >= max(_LEAST, len(best)):
            stretches = pairwise([*(first[number] for number in dated), end[parent]])
            posts = [Post(*ends, days[n]) for ends, n in zip(stretches, dated, strict=True)]
            posts = [post for post in posts if any(_are_prose(blocks[post.first : post.end]))]
            if len({post.said for post in posts}) >= _LEAST and len(posts) > len(best):
                best = posts
    return best


def _are_prose(blocks: Sequence[Block]) -> Iterator[bool]:
    return (block.kind in (None, "body") and block.is_prose for block in blocks)


def _days(elements: Sequence[Element]) -> list[str]:
    """For each element, the first day in it."""
    days = [element.day for element in elements]
    for number in range(len(elements) - 1, 0, -1):
        parent = elements[number].parent
        if days[number] and not elements[parent].day:
            days[parent] = days[number]
    return days


def _extents(blocks: Sequence[Block], elements: Sequence[Element]) -> tuple[list[int], list[int]]:
    """For each element, the number of its first block, and the number after its last."""
    first, end = [len(blocks)] * len(elements), [0] * len(elements)
    for number, block in enumerate(blocks):
        first[block.element] = min(first[block.element], number)
        end[block.element] = number + 1
    for number in range(len(elements) - 1, 0, -1):
        parent = elements[number].parent
        first[parent] = min(first[parent], first[number])
        end[parent] = max(end[parent], end[number])
    return first, end
