"""Agreement: how well somebody fits a pronoun, by gender, number and what they are."""

from __future__ import annotations

from armreader.records import Actor, Gender


def fit_of_several(gender: Gender) -> float | None:
    """How well two or more who spoke together can be meant."""
    return 1.0 if gender == "plural" else None


def fit_of(actor: Actor, gender: Gender, known: Gender) -> float | None:
    """How well an actor, whose gender is known so far, can be meant by a pronoun; None if not."""
    if gender in ("male", "female"):
        if actor.kind not in ("person", "role") or known == "plural":
            return None
        if known == gender:
            return 1.0
        if known != "unknown":
            return None
        return 0.0 if actor.kind == "person" else -2.0
    if actor.kind == "person":
        return None
    if gender == "plural":
        # One body or country may be "they", but two people who were named are as likely meant.
        return 1.0 if actor.gender == "plural" else None
    # A body is "it" more often than a country or a town that only sets the scene.
    if actor.gender == "plural" or (actor.kind == "role" and actor.gender != "neuter"):
        # "The witness"
        return None
    return 0.0 if actor.kind == "place" else 0.5
