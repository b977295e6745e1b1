"""Who a stretch of a report names: an actor, found by place or by spelling."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from armreader.records import Actor, Annotations, Quote, Span

_BACK = 300
"""Characters before "he" or "she" in which to look for the person it means."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where an article names actors, in order: in columns, because there may be a million."""

    starts: array[int]
    spans: list[Span]
    actors: list[str]

    @classmethod
    def of(cls, spans: Sequence[Span], actors: Sequence[str]) -> _Places:
        order = sorted(range(len(spans)), key=lambda at: spans[at].start)
        ordered = [spans[at] for at in order]
        starts = array("I", (span.start for span in ordered))
        return cls(starts, ordered, [actors[at] for at in order])

    def starting(self, start: int, end: int) -> list[tuple[Span, str]]:
        """The places that begin in a stretch, each with its actor."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return list(zip(self.spans[first:last], self.actors[first:last], strict=True))


class Named:
    """Looks up actors by where they are named or quoted, and by their spellings."""

    def __init__(
        self, annotated: Sequence[Annotations], quotes: Iterable[Quote], actors: Sequence[Actor]
    ) -> None:
        self._spoken: defaultdict[str, dict[Span, str | None]] = defaultdict(dict)
        for quote in quotes:
            if quote.speaker:
                self._spoken[quote.article][quote.speaker.span] = quote.speaker.actor
        self.text = {one.article.id: one.article.text for one in annotated}
        self.persons = {actor.id for actor in actors if actor.kind == "person"}
        at: defaultdict[str, tuple[list[Span], list[str]]] = defaultdict(lambda: ([], []))
        spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for actor in actors:
            for spelling in actor.spellings:
                spans, named = at[spelling.article]
                spans.append(spelling.span)
                named.append(actor.id)
                spelled[_plain(spelling.text)][actor.id] += 1
        self._at = {article: _Places.of(*places) for article, places in at.items()}
        self.spelled: Mapping[str, str] = {
            words: max(ids, key=lambda one: (ids[one], one)) for words, ids in spelled.items()
        }

    def actor(self, article: str, span: Span) -> str | None:
        """The actor that a stretch names; if there are several, the last, which is its head."""
        inside = [
            (one, actor)
            for one, actor in self._starting(article, span.start, span.end + 1)
            if one.end <= span.end + 1
        ]
        if inside:
            return max(inside, key=lambda found: (found[0].end, -found[0].start))[1]
        spoken = self._spoken[article].get(span) if article in self._spoken else None
        words = self.words(article, span)
        if spoken or words not in ("he", "she"):
            return spoken or self.spelled.get(words)
        before = [
            (one, actor)
            for one, actor in self._starting(article, span.start - _BACK, span.start)
            if actor in self.persons
        ]
        return max(before)[1] if before else None

    def _starting(self, article: str, start: int, end: int) -> list[tuple[Span, str]]:
        """Where actors are named that starts in a stretch."""
        places = self._at.get(article)
        return places.starting(start, end) if places else []

    def words(self, article: str, span: Span) -> str:
        """A stretch in lower case, without its leading article."""
        return _plain(self.text[article][span.start : span.end])


def _plain(text: str) -> str:
    words = text.casefold().replace("’", "'").removesuffix("'s").split()
    while words and words[0] in ("the", "a", "an", "its", "his", "some", "new"):
        words = words[1:]
    return " ".join(words)
