"""The cores of the participants in a clause: noun phrases without what follows their heads."""

from __future__ import annotations

from collections.abc import Iterator

from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.grammar.syntax import Argument, Clause
from armreader.records import Span

_REACH = 3
"""Phrases after the last of a clause that depend on one another: "the doors of the ferry"."""


def core(tagged: SentenceGrammar, argument: Argument) -> Span:
    """The core of an argument."""
    if argument.phrase is None:
        return tagged.span(argument.head, argument.head + 1)
    return tagged.phrases[argument.phrase].span


def agent(tagged: SentenceGrammar, clause: Clause) -> Argument | None:
    """The agent of a passive verb: "by the council"."""
    if clause.verb is None or not clause.verb.passive:
        return None
    for one in clause.obliques:
        if preposition(tagged, one) == "by":
            return one
    return None


def preposition(tagged: SentenceGrammar, argument: Argument) -> str:
    """The preposition before an argument; empty where there is none."""
    if argument.phrase is None:
        return ""
    at = tagged.phrases[argument.phrase].preposition
    return "" if at is None else tagged.lowers[at]


def objects_of(tagged: SentenceGrammar, clause: Clause) -> tuple[Span, ...]:
    """The cores of objects and obliques and of what is attached to them; no times, no agent."""
    by = agent(tagged, clause)
    found: dict[Span, None] = {}
    for one in (*clause.objects, *clause.obliques):
        if one is by or _is_time(tagged, one):
            continue
        found[core(tagged, one)] = None
        if one.phrase is not None:
            found.update(dict.fromkeys(_attached(tagged, one.phrase, clause)))
    return tuple(found)


def _attached(tagged: SentenceGrammar, phrase: int, clause: Clause) -> Iterator[Span]:
    """The phrases attached to one: "the ferry" of "the doors of the ferry"."""
    held = {phrase}
    for number, other in enumerate(tagged.phrases[phrase + 1 : phrase + 1 + _REACH], phrase + 1):
        if other.attached in held and not other.time and other.first < clause.last:
            held.add(number)
            yield other.span


def _is_time(tagged: SentenceGrammar, argument: Argument) -> bool:
    return argument.phrase is not None and tagged.phrases[argument.phrase].time
