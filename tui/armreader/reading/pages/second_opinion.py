"""A second opinion on the article of a page, by trafilatura (the extra ``web``).

It only marks a page on which the two disagree. On the 86 pages of a test, every way of following
the second opinion made the article worse or left it as it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib import import_module
from typing import Any

from armreader.reading.pages.blocks import Block
from armreader.reading.pages.tokens import tokens

NOTICE = "trafilatura finds the article in another part of this page; check which is right"
_AGREED = 0.7
"""If the texts share less than this part of the longer one, they disagree."""
_RUN = 3
"""Words in a run; a paragraph is in an article that has at least half of its runs."""
_MOST_TAGS, _LONGEST = 30_000, 400_000
"""Tags and characters of text; larger pages are not checked."""
_ATTRIBUTES = ("class", "id", "role", "itemprop", "href", "hidden", "style")
_LONGEST_VALUE = 300
_UNREAD = frozenset(["script", "style"])
_WORD = re.compile(r"\w+")


def disagrees(source: str, blocks: Sequence[Block]) -> bool:
    """Whether trafilatura finds the article in another part of the page; False if not installed."""
    extract = _extract()
    if (
        extract is None
        or source.count("<") > _MOST_TAGS
        or sum(len(one.text) for one in blocks) > _LONGEST
    ):
        return False
    theirs = _runs(extract(_plain(source), include_comments=False, favor_precision=True) or "")
    ours = both = other = 0
    for block in blocks:
        if not block.is_prose:
            continue
        runs = _runs(block.text)
        is_theirs = 2 * len(runs & theirs) >= len(runs)
        ours += len(block.text) * (block.kind != "furniture")
        other += len(block.text) * is_theirs
        both += len(block.text) * (is_theirs and block.kind != "furniture")
    return bool(theirs) and both < _AGREED * max(ours, other)


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
    for kind, value, given in tokens(source):
        if kind == "start":
            unread = value in _UNREAD
            kept = (
                f' {name}="{escape(given[name][:_LONGEST_VALUE])}"'
                for name in _ATTRIBUTES
                if name in given
            )
            parts.append(f"<{value}{''.join(kept)}>")
        elif kind == "end":
            unread = False
            parts.append(f"</{value}>")
        elif kind == "text" and not unread:
            parts.append(escape(value, quote=False))
    return "".join(parts)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    run = min(_RUN, len(words)) or 1
    return {tuple(words[at : at + run]) for at in range(len(words) - run + 1)}
