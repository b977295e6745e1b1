"""Stretches of text, apart from the other records so that the screen can be painted before them."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one article's text."""

    start: int
    """The first code point."""
    end: int
    """One after the last code point."""


class Passage(NamedTuple):
    """A stretch of a named article: what every inference points back to."""

    article: str
    """The article's id."""
    start: int
    """The first code point."""
    end: int
    """One after the last code point."""


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches of one text have a code point in common."""
    return one.start < other.end and other.start < one.end
