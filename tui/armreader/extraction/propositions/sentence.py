"""A sentence as it is in its article, read once for all of its propositions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.propositions.attribution import Attribution
from armreader.extraction.propositions.dating import Dating, is_in_name
from armreader.extraction.propositions.trimming import Trimmer
from armreader.records import Span


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence as it is in its article."""

    grammar: SentenceGrammar
    by_rules: SentenceGrammar
    times: Sequence[Span]
    title: bool
    lead: bool
    early: bool
    whole: bool
    """Whether it ends as a sentence does."""
    carried: Span | None
    """The time of the sentence before it in the paragraph."""
    speaker: str | None = None
    """The actor who said something then, if that time is of a saying: it dates only that actor."""
    attribution: Attribution | None = None
    """Who says it, if that comes after it; not part of its grammar."""
    opening: Span | None = None
    """The time with which it opens, "On Monday, …"; not part of its grammar."""
    hours: frozenset[Span] = frozenset()
    """The times in its article that do not give a day."""

    @property
    def days(self) -> list[Span]:
        """Its times that give a day."""
        return [time for time in self.times if time not in self.hours]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, with the tools that trim and date its clauses."""

    telling: Telling
    trimmer: Trimmer
    dating: Dating
    runs: list[tuple[int, int]]
    """The tokens of its times."""


def time_runs(grammar: SentenceGrammar, times: Sequence[Span]) -> list[tuple[int, int]]:
    runs = []
    for time in times:
        first = grammar.token_at(time.start)
        last = grammar.token_at(time.end - 1)
        runs.append((first or 0, (last or first or 0) + 1))
    return runs


def read(telling: Telling) -> Reading:
    """The sentence with its tools."""
    grammar = telling.grammar
    times = [time for time in telling.times if not is_in_name(grammar, time)]
    telling = replace(telling, times=times)
    runs = time_runs(grammar, telling.times)
    return Reading(
        telling,
        Trimmer(grammar, telling.by_rules, runs),
        Dating(grammar, telling.days, telling.opening),
        runs,
    )
