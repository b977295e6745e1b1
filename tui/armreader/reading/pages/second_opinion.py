"""A second opinion on the article of a page, by trafilatura (the extra ``web``).

It marks a page on which the two disagree, and changes nothing: on the 86 pages that this was
measured with, every way of taking its side made the article worse or left it as it was.
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

NOTICE = "trafilatura takes another part of this page for its article; see which is the report"
_AGREED = 0.7
"""Of the longer of both articles; where less is common to both, they disagree."""
_RUN = 3
"""Words; a paragraph is part of an article that has half of its runs of so many."""
_MOST_TAGS, _LONGEST = 30_000, 400_000
"""Tags and characters of text; a larger page is not put to it."""
_ATTRIBUTES = ("class", "id", "role", "itemprop", "href", "hidden", "style")
_LONGEST_VALUE = 300
_UNREAD = frozenset(["script", "style"])
_WORD = re.compile(r"\w+")


def disagrees(source: str, blocks: Sequence[Block]) -> bool:
    """Whether another part of the page is its article by the second opinion; never without it."""
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
    """The library's function; None where it is not installed."""
    try:
        return import_module("trafilatura").extract
    except ImportError:
        return None


def _plain(source: str) -> str:
    """The page without its scripts, and no more of its tags than tells what they hold.

    Libraries that are asked for a page of a hundred thousand attributes may never answer.
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
