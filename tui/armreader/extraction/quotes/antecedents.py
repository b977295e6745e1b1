"""Antecedents: which of those named or quoted before a pronoun it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from armreader.extraction.quotes.blanked import Blanked
from armreader.records import Actor, Gender, Span

_WINDOW = 40
"""How many names back a pronoun may reach."""
_SUBJECT_REACH = 60
"""Letters from the start of a sentence within which a name is likely its subject."""
_LAST_SPOKEN = 8
"""How many speakers back it may reach."""


class Named(NamedTuple):
    """One place where an actor is named, or meant by a pronoun that was resolved."""

    start: int
    end: int
    actor: Actor
    speaks: bool = False
    several: bool = False
    """Whether others spoke with them, so that "they" may mean them, and "he" may not."""


class Antecedents:
    """The places of one article where somebody is named, and who has spoken so far."""

    def __init__(self, text: str, named: Sequence[Named], sentences: Sequence[Blanked]) -> None:
        self._text = text
        self._grammar = sentences[0].grammar if sentences else None
        self._named = named
        self._starts = [one.start for one in named]
        self._sentence_starts = [sentence.starts[0] for sentence in sentences]
        self._runs = sorted(
            (run.start, run.end) for sentence in sentences for run in sentence.runs.values()
        )
        self._spoken: list[Named] = []

    def note_speaker(self, span: Span, actor: Actor, *, several: bool = False) -> None:
        """Remember who spoke here, because a later pronoun may mean them."""
        self._spoken.append(Named(*span, actor, True, several))

    def find(self, at: int, gender: Gender) -> Named | None:
        """Who was named or spoke before a place, by nearness, place in the sentence and fit."""
        here = bisect_right(self._sentence_starts, at)
        best: tuple[float, int] | None = None
        found: Named | None = None
        opened: set[int] = set()
        for named in self._before(at):
            fit = _fit_of_several(gender) if named.several else _fit(named.actor, gender)
            if fit is None:
                continue
            number = bisect_right(self._sentence_starts, named.start)
            first = number not in opened
            if not self._owns(named):
                opened.add(number)
            score = fit - (here - number) + self._weight(named, number - 1, first=first)
            if gender == "plural" and score < 0.0:
                continue
            if best is None or (score, named.start) > best:
                best, found = (score, named.start), named
        return found

    def _before(self, at: int) -> Iterator[Named]:
        stop = bisect_left(self._starts, at)
        yield from (
            named for named in self._named[max(0, stop - _WINDOW) : stop] if not self._in_run(named)
        )
        yield from self._spoken[-_LAST_SPOKEN:]

    def _in_run(self, named: Named) -> bool:
        at = bisect_right(self._runs, (named.start, named.start)) - 1
        return at >= 0 and self._runs[at][0] <= named.start < self._runs[at][1]

    def _is_subject(self, named: Named) -> bool:
        """Whether a name is the subject of the main verb of its sentence."""
        grammar = self._grammar.at(named.start) if self._grammar else None
        main = grammar.clauses[0] if grammar and len(grammar) else None
        subject = main.subject if main else None
        if grammar is None or subject is None or subject.shared:
            return False
        return (
            grammar.starts[subject.first] <= named.start and named.end == grammar.ends[subject.head]
        )

    def _owns(self, named: Named) -> bool:
        """Whether a name only says who something belongs to: "Falk's colleague"."""
        return self._text[named.end : named.end + 2] in ("'s", "’s")

    def _is_spoken_for(self, named: Named) -> bool:
        """Whether a name is only part of another speaker's: "a spokesman for Falk said"."""
        return any(
            one.start < named.start < one.end and one.actor is not named.actor
            for one in self._spoken[-_LAST_SPOKEN:]
        )

    def _weight(self, named: Named, number: int, *, first: bool) -> float:
        """How far a mention stands out: a speaker, a subject, not a mere possessor."""
        if named.speaks:
            return 2.0
        text = self._text
        if self._owns(named):
            return -0.5
        if self._is_spoken_for(named):
            return -1.5
        if named.actor.kind == "person" and text[named.start - 4 : named.start].lower() == "the ":
            # "The Falk campaign" is about others.
            return -2.0
        starts = self._sentence_starts[number] if number >= 0 else 0
        if self._is_subject(named):
            return 1.5
        if named.start - starts >= _SUBJECT_REACH:
            return 0.0
        # "Falk agreed with Brandt": the first whom the pronoun fits is likelier the subject.
        return 1.5 if first else 0.0


def _fit_of_several(gender: Gender) -> float | None:
    """How well two or more who spoke together can be meant."""
    return 1.0 if gender == "plural" else None


def _fit(actor: Actor, gender: Gender) -> float | None:
    """How well an actor can be meant by a pronoun; None if not at all."""
    if gender in ("male", "female"):
        if actor.kind not in ("person", "role") or actor.gender == "plural":
            return None
        if actor.gender == gender:
            return 1.0
        if actor.gender != "unknown":
            return None
        return 0.0 if actor.kind == "person" else -2.0
    if actor.kind == "person":
        return None
    if gender == "plural":
        # One body or country may be "they", but two people who were named are as likely meant.
        return 1.0 if actor.gender == "plural" else None
    # A body is "it" more often than a country or a town that only sets the scene.
    return None if actor.gender == "plural" else 0.0 if actor.kind == "place" else 0.5
