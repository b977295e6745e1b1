"""Where somebody is named, and what a pronoun after the name shows of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from armreader.extraction.grammar import Grammar
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.phrases import Range
from armreader.records import Actor, Gender

_SHOWING: Mapping[str, Gender] = {"he": "male", "she": "female"}
"""Pronouns that show the gender of a subject before them."""


class Named(NamedTuple):
    """One place where an actor is named, or meant by a pronoun that was resolved."""

    start: int
    end: int
    actor: Actor
    speaks: bool = False
    several: bool = False
    """Whether others spoke with them, so that "they" may mean them, and "he" may not."""
    described: tuple[Blanked, Range] | None = None
    """The sentence and tokens of a description: "a cook from Oslo"; its actor is a stand-in."""


def is_subject(grammar: Grammar, named: Named) -> bool:
    """Whether a name is the subject of the main verb of its sentence or of one joined to it."""
    one = grammar.at(named.start)
    if one is None:
        return False
    for clause in one.clauses:
        subject = clause.subject
        if clause.kind not in ("main", "coordinated") or subject is None or subject.shared:
            continue
        first, end = one.starts[subject.first], one.ends[subject.head]
        if first <= named.start and named.end == end:
            return True
    return False


def shown_genders(sentences: Sequence[Blanked], named: Sequence[Named]) -> dict[str, Gender]:
    """By actor, the gender of a person whose name does not show it, from a pronoun after the name.

    The person is the only one named before it, and the subject: "President Lund left the hall,
    where she had spoken". ``named`` is in the order of the text.
    """
    starts = [one.start for one in named]
    shown: dict[str, Gender] = {}
    for sentence in sentences:
        at = next((at for at, low in enumerate(sentence.lowers) if low in _SHOWING), None)
        if at is None:
            continue
        low, high = (bisect_left(starts, sentence.starts[token]) for token in (0, at))
        people = [one for one in named[low:high] if one.actor.kind == "person"]
        if len({one.actor.id for one in people}) != 1 or people[0].actor.gender != "unknown":
            continue
        if is_subject(sentence.grammar, people[0]):
            shown.setdefault(people[0].actor.id, _SHOWING[sentence.lowers[at]])
    return shown
