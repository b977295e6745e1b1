"""What of the ledger is shown as a disagreement: figures that differ, none that was revised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from armreader.records import Article, Disagreement, Passage, Reason, Side
from armreader.records.ids import content_id
from armreader.records.quantity import Claim, Quantity

_MOST = 6
"""Values of one series that sources may set against each other: more are of several things."""


def differences(
    quantities: Sequence[Quantity], articles: Sequence[Article]
) -> tuple[Disagreement, ...]:
    """One disagreement for each series in which sources differ: each value once, in order."""
    text = {one.id: one.text for one in articles}
    found = []
    for quantity in quantities:
        places = [n for r in quantity.relations if r.kind == "differs" for n in (r.a, r.b)]
        sides = _sides([quantity.claims[n] for n in dict.fromkeys(places)], text)
        if 1 < len(sides) <= _MOST:
            passages = tuple(Passage(side.article, *side.span) for side in sides)
            reason = Reason("disagreement-number", passages)
            ident = content_id("d", quantity.id, "number")
            found.append(Disagreement(ident, quantity.id, "number", sides, reason))
    return tuple(found)


def _sides(claims: Sequence[Claim], text: Mapping[str, str]) -> tuple[Side, ...]:
    by_value: dict[tuple[float | None, float | None], Side] = {}
    for claim in claims:
        start, end = claim.span
        says = " ".join(text[claim.article][start:end].split())
        by_value.setdefault((claim.low, claim.high), Side(claim.article, claim.span, says))
    return tuple(by_value[ends] for ends in sorted(by_value, key=_order))


def _order(ends: tuple[float | None, float | None]) -> tuple[float, float]:
    low, high = ends
    return (high or 0.0 if low is None else low, low or 0.0 if high is None else high)
