"""A second opinion on the article of a page, by trafilatura (the extra ``web``).

Where the two disagree, the paragraphs are marked and a notice names them; nothing else changes. On
the 86 pages of a test, every way of following the second opinion made the article worse or left it
as it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib import import_module
from typing import Any, NamedTuple

from armreader.reading.pages.blocks import Block
from armreader.reading.pages.tokens import tokens

_AGREED = 0.7
"""If the texts share less than this part of the longer one, they disagree."""
_RUN = 3
"""Words in a run; a paragraph is in an article that has at least half of its runs."""
_MOST_TAGS, _LONGEST = 30_000, 400_000
"""Tags and characters of text; larger pages are not checked."""
_ATTRIBUTES = ("class", "id", "role", "itemprop", "href", "hidden", "style")
_LONGEST_VALUE = 300
_UNREAD = frozenset(["script", "style"])
_NAMED = 8
"""Words by which a paragraph is named."""
_WORD = re.compile(r"\w+")


class Doubt(NamedTuple):
    """Where the second opinion differs, in words, and the numbers of those blocks."""

    notice: str = ""
    blocks: frozenset[int] = frozenset()


def disagreement(source: str, blocks: Sequence[Block]) -> Doubt:
    """Which paragraphs trafilatura leaves out and which it adds.

    Empty if it finds most of the same text, or is not installed.
    """
    extract = _extract()
    if (
        extract is None
        or source.count("<") > _MOST_TAGS
        or sum(len(one.text) for one in blocks) > _LONGEST
    ):
        return Doubt()
    theirs = _runs(extract(_plain(source), include_comments=False, favor_precision=True) or "")
    both = 0
    left_out: list[str] = []
    added: list[str] = []
    doubtful: list[int] = []
    for number, block in enumerate(blocks):
        if not block.is_prose:
            continue
        runs = _runs(block.text)
        is_theirs = 2 * len(runs & theirs) >= len(runs)
        if is_theirs == (block.kind == "furniture"):
            doubtful.append(number)
        if is_theirs and block.kind != "furniture":
            both += len(block.text)
        elif is_theirs:
            added.append(block.text)
        elif block.kind != "furniture":
            left_out.append(block.text)
    most = both + max(sum(map(len, left_out)), sum(map(len, added)))
    if not theirs or both >= _AGREED * most:
        return Doubt()
    said = [
        f"{does} {_named(texts)}"
        for does, texts in (("leaves out", left_out), ("adds", added))
        if texts
    ]
    return Doubt(
        f"trafilatura disagrees on the article: it {' and '.join(said)}; check which is right",
        frozenset(doubtful),
    )


def _named(texts: Sequence[str]) -> str:
    """How many paragraphs, and how the first begins."""
    words = texts[0].split(None, _NAMED)
    begins = " ".join(words[:_NAMED]) + (" …" if len(words) > _NAMED else "")
    return f"“{begins}”" if len(texts) == 1 else f"{len(texts)} paragraphs, first “{begins}”"


@cache
def _extract() -> Any:
    """The library's function; None if it is not installed."""
    try:
        return import_module("trafilatura").extract
    except ImportError:
        return None


def _plain(source: str) -> str:
    """The page without scripts, and with only those attributes that say what an element holds.

    Libraries may hang on a page with a hundred thousand attributes.
    """
    parts: list[str] = []
    unread = False
    for (kind, name, given), text in tokens(source):
        if kind == "start":
            unread = name in _UNREAD
            kept = (
                f' {one}="{escape(given[one][:_LONGEST_VALUE])}"'
                for one in _ATTRIBUTES
                if one in given
            )
            parts.append(f"<{name}{''.join(kept)}>")
        elif kind == "end":
            unread = False
            parts.append(f"</{name}>")
        if text and not unread:
            parts.append(escape(text, quote=False))
    return "".join(parts)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    run = min(_RUN, len(words)) or 1
    return {tuple(words[at : at + run]) for at in range(len(words) - run + 1)}
