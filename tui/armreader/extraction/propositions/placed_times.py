"""Where the times of a sentence are, and what they stand between."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.propositions.words import words
from armreader.language import entries

_BROUGHT = (["to"], ["for"], ["with"], ["against"], ["from"], ["into"], ["about"], ["over"])
"""Prepositions of what a verb or its object brings with it."""
_CONTENT = ("PRP", "DT", "NNP", "NNS", "NN", "EX", "CD", "PRP$")
"""Tags with which what is said opens."""
_WHICH = ("last", "this", "next", "earlier")
"""Words with which a time opens that a noun ends: "last week", "earlier this month"."""
_BEFORE_TIME = ("DT", "JJ", "RB", "CD")


class PlacedTimes:
    """Knows the runs of tokens of a sentence that are time expressions."""

    def __init__(self, grammar: SentenceGrammar, times: Sequence[tuple[int, int]]) -> None:
        self._grammar = grammar
        self._times = times

    def begins_in(self, first: int, last: int) -> bool:
        """Whether a time begins in a run of tokens."""
        return any(first <= start < last for start, _ in self._times)

    def end_of(self, at: int) -> int | None:
        """Where the time that begins at a token ends; None if none begins there."""
        return next((end for begun, end in self._times if begun == at), None)

    def follows(self, preposition: int) -> bool:
        """Whether a preposition brings a time: "in | May", "on the | Friday"."""
        at = preposition + 1
        if self.begins_in(at, at + 1):
            return True
        described = self._grammar.tags[at] in _BEFORE_TIME and not self._is_of_year(at)
        return described and self.begins_in(at + 1, at + 2)

    def is_inner_day(self, begun: int, end: int) -> bool:
        """Whether a time is a day before a phrase, or before what is said: "said | Friday | it"."""
        tags = self._grammar.tags
        if end == len(tags) or not self._is_day(begun, end):
            return False
        on = self._grammar.lowers[begun - 1] == "on"
        says = self._grammar.lemma(begun - 1 - on) in words("said", "supposed")
        return tags[end] in ("IN", "TO", "WRB") or (says and tags[end] in _CONTENT)

    def _is_day(self, begun: int, end: int) -> bool:
        """Whether a time is a day or a week of its own: "Friday", "on Friday", "last week"."""
        lowers, tags = self._grammar.lowers, self._grammar.tags
        day = begun + 1 + (lowers[begun] in ("late", "early")) == end
        day = day and lowers[end - 1] in entries("grammar/days")
        week = lowers[begun] in _WHICH and lowers[end - 1] in entries("grammar/time_nouns")
        plain = lowers[begun - 1] == "on" or tags[begun - 1][0] in "NVR"
        return (day or week) and plain

    def day_parts_phrase(self, begun: int, end: int) -> bool:
        """Whether a time is a day that parts a phrase from its verb: "met | Monday | with Lee"."""
        if not self._is_day(begun, end):
            return False
        return self._grammar.lowers[end : end + 1] in _BROUGHT and not self.begins_in(
            end + 1, end + 3
        )

    def _is_of_year(self, article: int) -> bool:
        """Whether an article, a year and what they describe follow: "to | a 2012 request"."""
        one = self._grammar.lowers[article] in ("a", "an")
        described = one and self._grammar.tags[article + 2 : article + 3] in (["NN"], ["NNS"])
        return described and (article + 1, article + 2) in self._times
