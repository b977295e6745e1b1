"""Figures that articles give, and the series of figures that count one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from armreader.records.spans import Span

Bound = Literal["exact", "about", "at_least", "at_most", "range"]
RelationKind = Literal["differs", "revised"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in one article: its value as printed, its unit, and what it counts."""

    span: Span
    low: float | None
    """In ``unit``; None where it is open."""
    high: float | None
    bound: Bound
    unit: str
    """A measure (``barrels/day``), a currency (``USD``), or the noun of what is counted."""
    dimension: str
    """What may be compared: ``volume``, ``volume rate``, ``money USD``, ``count`` …"""
    size: float
    """The factor that takes the value to the dimension's base unit (litre, metre, second …)."""
    role: str
    """What it says about the thing: ``dead``, ``missing``, ``leak``, ``depth`` …; else empty."""
    terms: tuple[str, ...]
    """The meaningful words around it, those that grammar ties to it first."""
    supposed: bool = False
    """It could, might or would be so, or a reader thinks so: never compared with facts."""
    relative: bool = False
    """A part, an increase or a multiple ("another 12"): never compared."""
    earlier: bool = False
    """The clause gives it as what was thought before."""
    noun: str = ""
    """The lemma of the thing that is counted or measured: ``oil``, ``chamber``; else empty."""
    anchors: tuple[str, ...] = ()
    """The names in its clause, a word each, in small letters."""
    scope: tuple[str, ...] = ()
    """The names of the places in which it is counted, likewise."""
    source: Span | None = None
    """The words that name who says so: "the ministry" in "The ministry put it at 40"."""
    aside: bool = False
    """Said in passing, in a relative clause or a participle: not what a quote around it says."""
    day: Span | None = None
    """The date in its clause, as of which it is given."""
    label: Span | None = None
    """A stretch that reads as what it is of: "miners were rescued"."""
    holder: Span | None = None
    """The words that name whose money it is: "Acme" in "Acme's losses reached $4m"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One article's figure in a series, in the unit of the series."""

    article: str
    """The article's id."""
    span: Span
    """The figure in the article's text."""
    low: float | None
    """In the unit of the series; None where it is open."""
    high: float | None
    """In the unit of the series; None where it is open."""
    bound: Bound
    """Exact, about, at least, at most, or a range."""
    by: str | None
    """The actor who says so; None where the article itself does."""
    as_of: str
    """EDTF; empty where no day is known."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Two claims of a series, by their places, that exclude each other."""

    a: int
    """The place of one claim among ``claims``."""
    b: int
    """The place of the other."""
    kind: RelationKind
    """Whether they differ, or one revises the other."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A series: the figures that the sources give for one thing."""

    id: str
    """Made from content."""
    what: str
    """What it counts or measures, a stretch of a source."""
    unit: str
    """A measure, a currency, or what is counted."""
    claims: tuple[Claim, ...]
    """What each source gives, in the order of the articles."""
    relations: tuple[Relation, ...] = ()
    """Which claims exclude each other."""
    role: str = ""
    """What it says about the thing: ``dead``, ``leak``, ``depth`` …; else empty."""
