"""Clauses: a sentence cut where one statement ends and the next begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from armreader.extraction.events.triggers import Token, Trigger, context
from armreader.records import Span

_MARKS = frozenset(';:—–“”"•')


def clause_spans(tokens: Sequence[Token], triggers: Sequence[Trigger]) -> list[tuple[int, int]]:
    """The clauses as half-open runs of token numbers that together cover the sentence.

    A cut is made before a mark, a subordinator or what follows a comma, and kept only where both
    sides hold a verb: a list of names or an apposition stays whole.
    """
    auxiliaries = context("auxiliary")
    found = {trigger.first for trigger in triggers if trigger.tag != "NN"}
    found |= {at for at, token in enumerate(tokens) if token.low in auxiliaries}
    verbs = sorted(found)
    cuts = [0]
    candidates = [at for at in range(1, len(tokens)) if _may_cut(tokens, at)] + [len(tokens)]
    for at, following in pairwise(candidates):
        here = bisect_left(verbs, at)
        has_left = here > 0 and verbs[here - 1] >= cuts[-1]
        if has_left and here < len(verbs) and verbs[here] < following:
            cuts.append(at)
    return list(pairwise([*cuts, len(tokens)]))


def _may_cut(tokens: Sequence[Token], at: int) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if token.text in _MARKS or before.text == ",":
        return True
    if token.low not in context("subordinator") or before.text in _MARKS:
        return False
    return token.low != "that" or before.low not in context("preposition")


def clause_span(tokens: Sequence[Token], clause: tuple[int, int]) -> Span:
    """The stretch of text of a clause, without the marks and joining words at its ends."""
    first, last = clause
    while first < last - 1 and (
        not tokens[first].is_word or tokens[first].low in ("and", "but", "that", "or")
    ):
        first += 1
    while last > first + 1 and not tokens[last - 1].is_word and tokens[last - 1].text not in "%)":
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end)
