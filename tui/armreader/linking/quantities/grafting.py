"""Adding one article: its figures join the series that its neighbours' figures are in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from armreader.records import Span
from armreader.records.quantity import Claim, Quantity, Relation


def grafted_quantities(
    known: Sequence[Quantity], local: Sequence[Quantity], names: Mapping[str, str], article: str
) -> tuple[Quantity, ...]:
    """The known series with the article's claims at their ends, and any new series.

    ``names`` gives the dossier's id for each local actor.
    """
    place: dict[tuple[str, Span], int] = {
        (claim.article, claim.span): number
        for number, quantity in enumerate(known)
        for claim in quantity.claims
    }
    series = list(known)
    for one in local:
        if all(claim.article != article for claim in one.claims):
            continue
        votes = Counter(
            place[key]
            for claim in one.claims
            if (key := (claim.article, claim.span)) in place and known[place[key]].unit == one.unit
        )
        renamed = tuple(_renamed(claim, names) for claim in one.claims)
        if votes:
            at = votes.most_common(1)[0][0]
            series[at] = _joined(series[at], replace(one, claims=renamed), article)
        else:
            own = tuple(claim for claim in renamed if claim.article == article)
            series.append(replace(one, id=f"{one.id}-{article}", claims=own, relations=()))
    return tuple(series)


def _renamed(claim: Claim, names: Mapping[str, str]) -> Claim:
    return replace(claim, by=names.get(claim.by, claim.by)) if claim.by else claim


def _joined(known: Quantity, local: Quantity, article: str) -> Quantity:
    """A series with the article's claims, and the relations that they have in the local one."""
    claims = [*known.claims, *(claim for claim in local.claims if claim.article == article)]
    place = {(claim.article, claim.span): number for number, claim in enumerate(claims)}
    relations = list(known.relations)
    for relation in local.relations:
        ends = [local.claims[number] for number in (relation.a, relation.b)]
        places = [place.get((claim.article, claim.span)) for claim in ends]
        a, b = places
        if a is not None and b is not None and article in (ends[0].article, ends[1].article):
            relations.append(Relation(a, b, relation.kind))
    return replace(known, claims=tuple(claims), relations=tuple(relations))
