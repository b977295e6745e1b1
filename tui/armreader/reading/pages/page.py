"""Saved web pages: the text that a person sees, and what the tags say about its parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from armreader.reading.pages import data
from armreader.reading.pages.blocks import Block
from armreader.reading.pages.boxes import with_boxes_below
from armreader.reading.pages.collector import Collector
from armreader.reading.pages.data import replace_text
from armreader.reading.pages.main_text import mark_main_text
from armreader.reading.pages.pictures import mark_captions
from armreader.reading.pages.posts import Post, find_posts
from armreader.reading.pages.rows import with_rows
from armreader.reading.pages.second_opinion import Doubt, disagreement
from armreader.reading.source import UnreadableError
from armreader.records import Section, Span

_MOST_TAGS = 200_000
"""The most tags in one page; a whole novel has a fifth as many."""


class Page(NamedTuple):
    """What a page shows, its sections in order, and what it says about itself."""

    text: str
    sections: tuple[Section, ...]
    fields: dict[str, str]
    """Title, source, byline, date, url, as far as the page's metadata give them."""
    notices: tuple[str, ...] = ()
    posts: tuple[tuple[Span, str], ...] = ()
    """The posts of a live blog, each with the time that its element gives."""
    doubtful: tuple[Span, ...] = ()
    """The paragraphs on which a second opinion differs."""


def read_page(source: str) -> Page:
    """The text of a page in reading order, one blank line between paragraphs.

    Raises ``UnreadableError`` if the page has too many tags.
    """
    if source.count("<") > _MOST_TAGS:
        raise UnreadableError(f"is a page of more than {_MOST_TAGS:,} tags; split it")
    collector = Collector()
    collector.read(source)
    blocks = with_rows(collector.blocks)
    found = mark_main_text(blocks, collector.elements, collector.metadata.title)
    mark_captions(blocks, collector.elements, found)
    doubt = Doubt()
    notices = ["an element that never ends hides the rest of the page"] if collector.is_cut else []
    if collector.metadata.is_wiki:
        notices.append("a page of a wiki; the day of its first version does not date it")
    if replace_text(blocks, _plain(collector.metadata.article_body)):
        notices.append(data.NOTICE)
        posts = []
    else:
        posts = find_posts(blocks, collector.elements)
        blocks = blocks if posts else with_boxes_below(blocks, collector.elements)
        doubt = disagreement(source, blocks)
        notices += filter(None, [doubt.notice])
    return _joined(blocks, collector.metadata.fields, notices, posts, doubt.blocks)


def _plain(text: str) -> str:
    """The text in a page's data, converted if it is HTML."""
    if "</" not in text and "<br" not in text:
        return text
    collector = Collector()
    collector.read(text)
    return "\n".join(block.text for block in collector.blocks)


def _joined(
    blocks: Sequence[Block],
    fields: dict[str, str],
    notices: list[str],
    posts: list[Post],
    doubtful: frozenset[int],
) -> Page:
    sections: list[Section] = []
    starts: list[int] = []
    parts: list[str] = []
    at = 0
    for block in blocks:
        gap = block.gap if parts else ""
        start = at + len(gap)
        at = start + len(block.text)
        starts.append(start)
        if block.kind:
            sections.append(Section(block.kind, Span(start, at)))
        parts += (gap, block.text)
    ends = [start + len(block.text) for start, block in zip(starts, blocks, strict=True)]
    placed = [(Span(starts[post.first], ends[post.end - 1]), post.said) for post in posts]
    unsure = [Span(starts[number], ends[number]) for number in sorted(doubtful)]
    return Page(
        "".join(parts), tuple(sections), fields, tuple(notices), tuple(placed), tuple(unsure)
    )
