"""The ledger: the series of a dossier as they are shown, each with a name and its relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from armreader.linking.named import Named
from armreader.linking.quantities.comparable import names_of_other_events
from armreader.linking.quantities.group import Group
from armreader.linking.quantities.relations import relations_of
from armreader.linking.quantities.series import grouped
from armreader.linking.quantities.stated import StatedFigure, stated_figures
from armreader.records import Annotations, Quote, Span
from armreader.records.ids import content_id
from armreader.records.quantity import Claim, Quantity

_LONGEST = 64
"""Characters of a name."""
_OF_ONE_VALUE = 0.4
"""How much a name with a figure in it is worth: the other figures of its series differ."""


def link_quantities(
    annotated: Sequence[Annotations], quotes: Sequence[Quote], named: Named
) -> tuple[Quantity, ...]:
    """The series of the dossier, those in most articles first."""
    text = {one.article.id: one.article.text for one in annotated}
    figures = stated_figures(annotated, quotes, named)
    foreign = names_of_other_events(figures)
    found = [_quantity(group, text, foreign) for group in grouped(figures)]
    found.sort(key=lambda one: (-len({claim.article for claim in one.claims}), one.id))
    return tuple(found)


def _quantity(group: Group, text: Mapping[str, str], foreign: frozenset[str]) -> Quantity:
    unit = group.unit
    size = next(one.figure.size for one in group.members if one.figure.unit == unit)
    members = sorted(group.members, key=_order)
    first = min(members, key=lambda one: (one.as_of, one.article, one.figure.span))
    relations = relations_of(members, group, foreign)
    related = [members[at] for at in sorted({at for one in relations for at in (one.a, one.b)})]
    return Quantity(
        content_id("n", first.article, str(first.figure.span.start), unit),
        _name(group, related, text) or _name(group, members, text) or unit,
        unit,
        tuple(_claim(one, size) for one in members),
        relations,
        group.role,
    )


def _order(one: StatedFigure) -> tuple[str, bool, str, Span]:
    """By day; an earlier figure that a report recalls comes before its current one."""
    return one.as_of, not one.figure.earlier, one.article, one.figure.span


def _name(group: Group, members: Sequence[StatedFigure], text: Mapping[str, str]) -> str:
    """The label of one of its figures: the one with most of the words that they all share."""
    best, most = "", 0.0
    weights: Counter[str] = group.weights
    for one in members:
        label = one.figure.label
        if label is None or label.end - label.start > _LONGEST:
            continue
        words = " ".join(text[one.article][label.start : label.end].split())
        lowers = words.lower()
        score = sum(weights[term] for term in one.figure.terms if term in lowers) / (
            4 + len(words.split())
        )
        if any(letter.isdigit() for letter in words):
            score *= _OF_ONE_VALUE
        if score > most:
            best, most = words, score
    return best


def _claim(stated: StatedFigure, size: float) -> Claim:
    figure = stated.figure
    factor = figure.size / size

    def value(end: float | None) -> float | None:
        return None if end is None else round(end * factor, 4)

    return Claim(
        stated.article,
        figure.span,
        value(figure.low),
        value(figure.high),
        figure.bound,
        stated.by,
        stated.as_of,
    )
