"""The ledger as it is read: the series worth a look, and their values in order."""

from __future__ import annotations

from dataclasses import dataclass

from armreader.records import Span
from armreader.records.quantity import Claim, Quantity, RelationKind
from armreader.story.dossier import Dossier
from armreader.story.sources import source_name

_SIGNS = {"at_least": "≥ ", "at_most": "≤ ", "about": "~ "}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One claim of a series as a row: its value, who gives it, as of when, and where."""

    value: str
    by: str
    as_of: str
    source: str
    relation: RelationKind | None
    """Whether it differs from another, or revises or is revised by one."""
    claim: Claim

    @property
    def place(self) -> tuple[str, Span]:
        """Its article and where in it."""
        return self.claim.article, self.claim.span


def sources_of(dossier: Dossier, quantity: Quantity) -> int:
    """How many reports give a figure of the series; copies of one count once."""
    articles = (dossier.article_by_id[claim.article] for claim in quantity.claims)
    return len({article.repeats or article.id for article in articles})


def shown_series(dossier: Dossier, every: bool = False) -> tuple[Quantity, ...]:
    """The series that two reports or more give, or ``every`` series: first those that differ, then
    those that were revised, then those that most reports give."""
    found = [one for one in dossier.quantities if every or sources_of(dossier, one) > 1]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                all(relation.kind != "differs" for relation in one.relations),
                not one.relations,
                -sources_of(dossier, one),
                one.id,
            ),
        )
    )


def figure_rows(dossier: Dossier, quantity: Quantity) -> tuple[FigureRow, ...]:
    """The claims of a series in the order of their days."""
    kinds: dict[int, RelationKind] = {}
    for relation in quantity.relations:
        for place in (relation.a, relation.b):
            if kinds.get(place) != "differs":
                kinds[place] = relation.kind
    return tuple(
        FigureRow(
            value_text(claim, quantity.unit),
            _named(dossier, claim),
            claim.as_of,
            source_name(dossier.article_by_id[claim.article]),
            kinds.get(place),
            claim,
        )
        for place, claim in enumerate(quantity.claims)
    )


def figures_of(dossier: Dossier, about: str) -> dict[tuple[str, Span], FigureRow]:
    """The rows of a series by their place; none where the id is of no series."""
    quantity = dossier.quantity_by_id.get(about)
    return {row.place: row for row in figure_rows(dossier, quantity)} if quantity else {}


def _named(dossier: Dossier, claim: Claim) -> str:
    actor = dossier.actor_by_id.get(claim.by or "")
    return actor.name if actor else ""


def value_text(claim: Claim, unit: str) -> str:
    """A value with its bound and unit: ``≥ 5,000 barrels/day``, ``2–3 months``."""
    low, high = claim_ends(claim)
    if claim.bound == "range":
        return f"{number_text(low)}–{number_text(high)} {unit}"
    return f"{_SIGNS.get(claim.bound, '')}{number_text(low)} {unit}"


def claim_ends(claim: Claim) -> tuple[float, float]:
    """The least and the greatest value; an open end has the value of the other."""
    low, high = claim.low, claim.high
    return (high or 0.0 if low is None else low, low or 0.0 if high is None else high)


def number_text(value: float) -> str:
    """With commas, and decimals only where they count."""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"


def differing_words(quantity: Quantity) -> str:
    """How the figures of a series relate, in a word: ``differs``, ``revised``; else empty."""
    kinds = {relation.kind for relation in quantity.relations}
    return "differs" if "differs" in kinds else "revised" if kinds else ""


def revised_series(dossier: Dossier) -> tuple[Quantity, ...]:
    """The series whose figures were revised and differ nowhere, that most reports give first."""
    found = [one for one in dossier.quantities if differing_words(one) == "revised"]
    return tuple(sorted(found, key=lambda one: (-sources_of(dossier, one), one.id)))
