"""Who a stretch of a report names: an actor, found by place or by spelling."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from armreader.records import Actor, Annotations, Quote, Span

_BACK = 300
"""Characters before "he" or "she" in which to look for the person it means."""


class Named:
    """Looks up actors by where they are named or quoted, and by their spellings."""

    def __init__(
        self, annotated: Sequence[Annotations], quotes: Iterable[Quote], actors: Sequence[Actor]
    ) -> None:
        self.spoken = {
            (quote.article, quote.speaker.span): quote.speaker.actor
            for quote in quotes
            if quote.speaker
        }
        self.text = {one.article.id: one.article.text for one in annotated}
        self.persons = {actor.id for actor in actors if actor.kind == "person"}
        self.at: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for actor in actors:
            for spelling in actor.spellings:
                self.at[spelling.article].append((spelling.span, actor.id))
                spelled[_plain(spelling.text)][actor.id] += 1
        for places in self.at.values():
            places.sort(key=_start)
        self._starts = {
            article: [place.start for place, _ in places] for article, places in self.at.items()
        }
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
        spoken = self.spoken.get((article, span))
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
        starts = self._starts.get(article, [])
        first = bisect_left(starts, start)
        return self.at[article][first : bisect_left(starts, end, first)]

    def words(self, article: str, span: Span) -> str:
        """A stretch in lower case, without its leading article."""
        return _plain(self.text[article][span.start : span.end])


def _start(place: tuple[Span, str]) -> int:
    return place[0].start


def _plain(text: str) -> str:
    words = text.casefold().replace("’", "'").removesuffix("'s").split()
    while words and words[0] in ("the", "a", "an", "its", "his", "some", "new"):
        words = words[1:]
    return " ".join(words)
