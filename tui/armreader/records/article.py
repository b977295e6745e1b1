"""One report as it was read, its sections, and when it appeared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from armreader.records.dates import DateRange
from armreader.records.reason import Reason
from armreader.records.spans import Passage, Span
from armreader.records.visible import visible_line

SectionKind = Literal[
    "title", "source", "byline", "dateline", "summary", "body", "caption", "furniture"
]
REPORTING: tuple[SectionKind, ...] = ("title", "summary", "body")
"""The sections whose sentences tell the story."""
_PIECE = re.compile(r"\.\w{1,12}#(.+)")
Basis = Literal["stated", "given", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of an article that plays one part; sections are ordered and never overlap."""

    kind: SectionKind
    """Which part it plays."""
    span: Span
    """Where it is in the article's text."""


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """The days that one piece of evidence allows, and that evidence."""

    range: DateRange
    reason: Reason


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article appeared, and how that is known; ``range`` is None where it is unknown."""

    range: DateRange | None
    """The days on which it may have appeared; None where nothing is known."""
    basis: Basis
    """How it is known: stated in the text, given by metadata or the user, inferred, or unknown."""
    reason: Reason
    """The rule behind it, with its passages."""
    grounds: tuple[DateEvidence, ...] = ()
    """Where several pieces of evidence together give the date, each of them."""
    others: tuple[DateEvidence, ...] = ()
    """What clashes with the date: shown beside it, never averaged with it."""

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages, in whichever article, that the date was taken from."""
        return self.reason.passages


UNKNOWN_PUBLICATION = Publication(None, "unknown", Reason("publication-unknown"))


@dataclass(frozen=True, slots=True)
class Post:
    """A part of an article with its own time of publication, as in a live blog."""

    span: Span
    """Where it is in the article's text."""
    published: DateRange
    """The day it was published on."""
    minute: int | None = None
    """The minute of the day, 0 to 1439, where the time of day is known."""


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was read: everything in the file that a person can read, nothing cut."""

    id: str
    """Made from content; the same on every machine."""
    file: str
    """The path as the user gave it, or relative to the folder given."""
    title: str
    """The headline, or empty."""
    source: str
    """The outlet, or empty."""
    byline: str
    """The authors as printed, or empty."""
    url: str
    """The web address, or empty."""
    text: str
    """All that a person can read in the file; every offset counts its code points."""
    sections: tuple[Section, ...]
    """Title, body and the other parts, in the order of the text."""
    publication: Publication
    """After reading stated, given or unknown; after linking perhaps inferred."""
    encoding: str = "utf-8"
    """The encoding that the bytes were read in."""
    notices: tuple[str, ...] = ()
    """What a reader should know of the file: an odd encoding, direction overrides made visible."""
    sha256: str = ""
    """The hash of the file's bytes, hexadecimal."""
    repeats: str = ""
    """The id of the earlier article that this one repeats: both are one source; set by linking."""
    repeats_reason: Reason | None = None
    """Why: much of its text is there, or one agency is credited with both."""
    posts: tuple[Post, ...] = ()
    """In the order of the text; empty if the article is not a live blog."""
    doubtful: tuple[Span, ...] = ()
    """Paragraphs of a page that may or may not be of the article: two readings of it differ."""

    def __post_init__(self) -> None:
        _clean(self, "file", "title", "source", "byline", "url")

    @property
    def piece(self) -> str:
        """Its place in a file that holds several: ``17`` for ``exports.docx#17``; else empty."""
        place = _PIECE.search(self.file)
        return place[1] if place else ""

    @property
    def is_reprint(self) -> bool:
        """Whether it repeats the text or the page of another article, not only its agency."""
        reason = self.repeats_reason
        return bool(self.repeats) and (reason is None or reason.rule != "copy-one-agency")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line by itself, and the kind of section it is in."""

    span: Span
    section: SectionKind
    paragraph: int
    """The number of its paragraph, from 0; a paragraph is a run of text without a line break."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be opened, or only in part, in one line that says what to do."""

    file: str
    """The path of the file."""
    message: str
    """What went wrong, and what to do."""
    addresses: tuple[str, ...] = ()
    """Where the texts are that the file only names."""

    def __post_init__(self) -> None:
        _clean(self, "file", "message")
        object.__setattr__(self, "addresses", tuple(map(visible_line, self.addresses)))


def _clean(record: Article | Problem, *names: str) -> None:
    """Make visible what could steer a terminal or deceive a reader, whoever wrote it."""
    for name in names:
        value = getattr(record, name)
        shown = visible_line(value)
        if shown != value:
            object.__setattr__(record, name, shown)
