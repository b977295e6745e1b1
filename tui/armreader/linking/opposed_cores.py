"""The cores of assertions across the dossier: whether two are of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armreader.language import entries


@dataclass(frozen=True, slots=True)
class Core:
    """A participant: its terms, of which the last is its head, and which actor it is."""

    terms: tuple[str, ...]
    names: frozenset[str]
    actor: str | None
    lower: str

    @property
    def head(self) -> str:
        return self.terms[-1] if self.terms else ""


def fit(one: Core | None, other: Core | None, near: bool = False) -> int:
    """2 where two cores are of one thing, 1 where they may be, 0 where they are not."""
    if one is None or other is None:
        return 1
    if one.actor is not None and one.actor == other.actor:
        return 2
    if one.names and other.names and not one.names & other.names:
        return 0
    if one.head and one.head == other.head:
        return 2
    if not near:
        return 0
    return int(is_general(one) or is_general(other))


def is_general(core: Core) -> bool:
    """Whether it refers back to something named before: "it", "the procedure"."""
    words = core.lower.split()
    return core.lower == "it" or (bool(words) and words[-1] in entries("general_things"))


def fit_objects(ones: Sequence[Core], others: Sequence[Core], near: bool) -> int | None:
    """How many of the objects are shared; None where they clash."""
    if not ones and not others:
        return 0
    names = [frozenset[str]().union(*(core.names for core in cores)) for cores in (ones, others)]
    if names[0] and names[1] and not names[0] & names[1]:
        return None
    heads = [{core.head for core in cores if core.head} for cores in (ones, others)]
    shared = len(heads[0] & heads[1])
    if ones and others and not shared:
        return 1 if near and any(map(is_general, (*ones, *others))) else None
    return shared
