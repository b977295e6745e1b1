"""What is at issue in a disagreement or a revised series, in a line of plain English."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.language import mapping, rows
from armreader.records import Disagreement
from armreader.records.quantity import Bound, Claim, Quantity
from armreader.story.dossier import Dossier
from armreader.story.ledger import claim_ends, number_text
from armreader.story.subjects import subject_of

_ISSUES = {"number": "Figures differ", "who": "Names differ", "day": "Days differ"}
_BOUNDS: dict[Bound, str] = {"at_least": "at least ", "at_most": "up to ", "about": "about "}
_MOST = 3
"""The most values that are listed; of more, the least and the greatest are given."""


def issue_of(dossier: Dossier, found: Disagreement) -> str:
    """How the sources differ and on what: "Figures differ, people hurt: 50 or 80 (…)"."""
    quantity = dossier.quantity_by_id.get(found.about)
    if quantity is None or found.kind != "number":
        return f"{_kind_in_words(found)}: {subject_of(dossier, found)}"
    places = {(side.article, side.span) for side in found.sides}
    claims = [one for one in quantity.claims if (one.article, one.span) in places]
    claims.sort(key=claim_ends)
    return _with_values(_ISSUES["number"], quantity, claims, " or ")


def revision_of(quantity: Quantity) -> str:
    """What was revised, from what to what: "Revised, people hurt: 50, then 80 (…)"."""
    places = sorted({at for one in quantity.relations for at in (one.a, one.b)})
    claims = [quantity.claims[at] for at in places]
    claims.sort(key=lambda one: one.as_of)
    return _with_values("Revised", quantity, claims, ", then ")


def _kind_in_words(found: Disagreement) -> str:
    says = {side.says for side in found.sides}
    denied = "Claimed and denied" if "denied" in says else "Yes and no"
    return _ISSUES.get(found.kind, "Compared differently" if "more" in says else denied)


def _with_values(issue: str, quantity: Quantity, claims: Sequence[Claim], joint: str) -> str:
    """The issue, of what, the values, and a source's words for it in brackets."""
    values = list(dict.fromkeys(map(_value, claims)))
    if len(values) > _MOST:
        values, joint = [values[0], values[-1]], " … "
    unit, role = quantity.unit, quantity.role
    if unit.split("/")[0] in _measures():
        of, behind = role, f" {unit}"
    else:
        of = unit if role in ("", unit) else f"{unit} {_role_words().get(role, role)}"
        behind = ""
    return f"{issue}{', ' * bool(of)}{of}: {joint.join(values)}{behind} (“{quantity.what}”)"


@cache
def _measures() -> frozenset[str]:
    """The names of units of measure and money; everything else is counted."""
    return frozenset(row[1] for row in rows("quantities_units"))


@cache
def _role_words() -> dict[str, str]:
    return mapping("quantities_role_words")


def _value(claim: Claim) -> str:
    low, high = claim_ends(claim)
    if claim.bound == "range":
        return f"{number_text(low)} to {number_text(high)}"
    return f"{_BOUNDS.get(claim.bound, '')}{number_text(low)}"
