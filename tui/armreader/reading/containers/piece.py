"""Pieces: the articles that lie in a file, before they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from armreader.reading.source import Source
from armreader.records import SectionKind


class Part(NamedTuple):
    """A paragraph of an article and the part that it plays; None where its words decide that."""

    kind: SectionKind | None
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as it lies in its file: a document, or paragraphs, or both.

    The paragraphs ``before`` and ``after`` stand around the text of the document.
    """

    name: str = ""
    """Where it lies: ``17``, ``reports/a.txt``; empty where it is the whole file."""
    data: bytes = b""
    suffix: str = ""
    """How ``data`` is to be read: ``.html``, ``.md`` or ``.txt``; empty where there is none."""
    before: tuple[Part, ...] = ()
    after: tuple[Part, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    """Title, source, byline, date and url that its container gives, over what a page states."""
    fallback: Mapping[str, str] = field(default_factory=dict)
    """The same, where neither the document nor its lines have any."""
    rule: str = "publication-container"
    """The reason for a date that is taken from ``stated`` or ``fallback``."""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """Something in a container that may itself be an article or hold some; its kind is not known.

    What is said of it holds for every piece that comes of it.
    """

    name: str
    source: Source
    stated: Mapping[str, str] = field(default_factory=dict)
    fallback: Mapping[str, str] = field(default_factory=dict)
    rule: str = "publication-container"
    notices: tuple[str, ...] = ()
    before: tuple[Part, ...] = ()


class Refusal(NamedTuple):
    """Something in a container that is no article: where it lies and why, after its name.

    Without a name it is said of the container itself.
    """

    name: str
    reason: str
    ends: bool = False
    """Whether nothing more of the container could be read."""
    addresses: tuple[str, ...] = ()
    """Where the texts are that are not here."""


Found = Piece | Member | Refusal
"""What an opener of one format yields."""
