"""Pieces: the articles in a file, before they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from armreader.reading.source import Source
from armreader.records import SectionKind


class Part(NamedTuple):
    """A paragraph of an article and its part in it; None if its words are to decide that."""

    kind: SectionKind | None
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as it is in its file: a document, or paragraphs, or both.

    The paragraphs ``before`` and ``after`` go around the text of the document.
    """

    name: str = ""
    """Its place in the file: ``17``, ``reports/a.txt``; empty if it is the whole file."""
    data: bytes = b""
    suffix: str = ""
    """The format of ``data``: ``.html``, ``.md`` or ``.txt``; empty if there is no data."""
    before: tuple[Part, ...] = ()
    after: tuple[Part, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    """Title, source, byline, date and url from its container; they override what a page states."""
    fallback: Mapping[str, str] = field(default_factory=dict)
    """The same fields, used if neither the document nor its lines give any."""
    rule: str = "publication-container"
    """The reason for a date that is taken from ``stated`` or ``fallback``."""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """Something in a container that may be an article or contain some; its kind is not known yet.

    Its other fields apply to every piece found in it.
    """

    name: str
    source: Source
    stated: Mapping[str, str] = field(default_factory=dict)
    fallback: Mapping[str, str] = field(default_factory=dict)
    rule: str = "publication-container"
    notices: tuple[str, ...] = ()
    before: tuple[Part, ...] = ()


class Refusal(NamedTuple):
    """Something in a container that is not an article: its place, and the reason.

    Without a name, it is about the container itself.
    """

    name: str
    reason: str
    ends: bool = False
    """Whether nothing more of the container could be read."""
    addresses: tuple[str, ...] = ()
    """The web addresses of texts that are not in the container."""


Found = Piece | Member | Refusal
"""What the opener of a format yields."""
