"""What the ledger shows as disagreements: figures that differ, not those that were revised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from armreader.records import Article, Disagreement, Passage, Reason, Side
from armreader.records.ids import content_id
from armreader.records.quantity import Claim, Quantity

_MOST = 6
"""The most values of one series in a disagreement: more are of several things."""

_ROUNDED = 0.01
"""How far apart two values may be that are one, rounded in a conversion."""


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
    """One side for each value, from its first claim; converted values may be rounded."""
    found: list[tuple[float, float, str, Side]] = []
    for claim in sorted(claims, key=_ends):
        start, end = claim.span
        low, high = _ends(claim)
        if any(
            bound == claim.bound and _is_near(low, a) and _is_near(high, b)
            for a, b, bound, _ in found
        ):
            continue
        says = " ".join(text[claim.article][start:end].split())
        found.append((low, high, claim.bound, Side(claim.article, claim.span, says)))
    return tuple(side for *_, side in found)


def _is_near(one: float, other: float) -> bool:
    return abs(one - other) <= _ROUNDED * max(one, other)


def _ends(claim: Claim) -> tuple[float, float]:
    low, high = claim.low, claim.high
    return (high or 0.0 if low is None else low, low or 0.0 if high is None else high)
