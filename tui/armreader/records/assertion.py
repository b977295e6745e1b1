"""What a clause asserts or denies, so that the clauses of two sources can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from armreader.records.spans import Span

AssertionForm = Literal["clause", "charge", "rebuttal", "role", "comparison"]
"""``clause``: something is so, or not; ``charge``: what somebody is accused of; ``rebuttal``: what
somebody denies; ``role``: who made, owns or runs a thing; ``comparison``: it is more than a named
thing, or less."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One clause's assertion: what is asserted of whom, and whether it is so."""

    span: Span
    """The clause, as it is shown."""
    trigger: Span
    """The word that carries the assertion."""
    form: AssertionForm
    key: str
    """What is asserted, one word for it and its opposite: ``open`` for "the gate was closed"; the
    name of a comparison's standard; empty for a rebuttal of whatever was charged."""
    holds: bool
    subject: Span | None
    """The core of its subject; None where a passive names none."""
    objects: tuple[Span, ...]
    """The cores of what else takes part."""
