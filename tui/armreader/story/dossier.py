"""Dossier: the records of one story, and how they relate to each other."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from armreader.records.linked import Linked
from armreader.records.spans import Span
from armreader.story.selection import Related, Selection

if TYPE_CHECKING:
    from armreader.records import (
        Actor,
        Article,
        Disagreement,
        Event,
        EventMention,
        Problem,
        Quote,
        TimeExpression,
        WordingGroup,
    )
    from armreader.records.quantity import Quantity
    from armreader.story.said_when import Said

_NOTHING = Related()


@dataclass(frozen=True)
class Dossier(Linked):
    """The linked records of one story; immutable, ordered, the same for the same input."""

    name: str = ""
    problems: tuple[Problem, ...] = ()
    """What could not be read."""

    @cached_property
    def article_by_id(self) -> Mapping[str, Article]:
        return _by_id(self.articles)

    @cached_property
    def by_day(self) -> tuple[Article, ...]:
        """The articles by the day of publication, the undated last; of one day as given."""

        def key(article: Article) -> tuple[bool, object]:
            range_ = article.publication.range
            return range_ is None, range_.sort_key if range_ else ()

        return tuple(sorted(self.articles, key=key))

    @cached_property
    def place_by_day(self) -> Mapping[str, int]:
        """The place of each article among those by day."""
        return {article.id: place for place, article in enumerate(self.by_day)}

    @cached_property
    def quote_by_id(self) -> Mapping[str, Quote]:
        return _by_id(self.quotes)

    @cached_property
    def actor_by_id(self) -> Mapping[str, Actor]:
        return _by_id(self.actors)

    @cached_property
    def event_by_id(self) -> Mapping[str, Event]:
        return _by_id(self.events)

    @cached_property
    def wording_by_id(self) -> Mapping[str, WordingGroup]:
        return _by_id(self.wordings)

    @cached_property
    def quantity_by_id(self) -> Mapping[str, Quantity]:
        return _by_id(self.quantities)

    @cached_property
    def main_events(self) -> tuple[Event, ...]:
        """The chronology of the dossier: the events that tell its story, in order."""
        return tuple(event for event in self.events if event.prominent)

    @cached_property
    def background(self) -> frozenset[str]:
        """The ids of the main events that are background (see ``background.background``)."""
        from armreader.story.background import background

        return background(self)

    @cached_property
    def times_by_article(self) -> Mapping[str, tuple[TimeExpression, ...]]:
        return _by_article(self.times)

    @cached_property
    def quotes_by_article(self) -> Mapping[str, tuple[Quote, ...]]:
        return _by_article(self.quotes)

    @cached_property
    def names_by_article(self) -> Mapping[str, tuple[tuple[Span, Actor], ...]]:
        """Where each article names whom; only what is spelled there."""
        table: defaultdict[str, list[tuple[Span, Actor]]] = defaultdict(list)
        for actor in self.actors:
            for spelling in actor.spellings:
                table[spelling.article].append((spelling.span, actor))
        return {article: tuple(found) for article, found in table.items()}

    @cached_property
    def sentence_starts(self) -> Mapping[str, tuple[int, ...]]:
        return {
            article: tuple(sentence.span.start for sentence in sentences)
            for article, sentences in self.sentences.items()
        }

    def related(self, selection: Selection | None) -> Related:
        """Everything that goes with the selection (see ``related.related``), kept once found."""
        if selection is None:
            return _NOTHING
        found = self._related.get(selection)
        if found is None:
            from armreader.story.related import related

            found = self._related[selection] = related(self, selection)
        return found

    @cached_property
    def _related(self) -> dict[Selection, Related]:
        return {}

    @cached_property
    def events_by_article(self) -> Mapping[str, tuple[Event, ...]]:
        table: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for article in event.articles:
                table[article].append(event)
        return {article: tuple(events) for article, events in table.items()}

    def independent_sources(self, event: Event) -> tuple[str, ...]:
        """The articles of an event; of those that repeat one report, only the first."""
        first: dict[str, str] = {}
        for one in event.articles:
            first.setdefault(self.article_by_id[one].repeats or one, one)
        return tuple(first.values())

    @cached_property
    def mentions_by_article(self) -> Mapping[str, tuple[tuple[Event, EventMention], ...]]:
        """The mentions of each article with their events, in the order of their triggers."""
        table: defaultdict[str, list[tuple[Event, EventMention]]] = defaultdict(list)
        for event in self.events:
            for mention in event.mentions:
                table[mention.article].append((event, mention))
        return {
            article: tuple(sorted(found, key=lambda one: (one[1].trigger, one[0].id)))
            for article, found in table.items()
        }

    @cached_property
    def events_by_class(self) -> Mapping[str, tuple[Event, ...]]:
        """The events by the class of their first mention."""
        table: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            table[event.mentions[0].event_class].append(event)
        return {name: tuple(events) for name, events in table.items()}

    def sentences_around(self, article: str, span: Span) -> Span:
        """From the start of the first sentence that a span touches to the end of the last."""
        sentences = self.sentences.get(article, ())
        first = max(0, bisect_right(self.sentence_starts.get(article, ()), span.start) - 1)
        start, end = span
        for sentence in sentences[first:]:
            if sentence.span.start >= span.end:
                break
            if sentence.span.end > span.start:
                start, end = min(start, sentence.span.start), max(end, sentence.span.end)
        return Span(start, end)

    def said(self, quote: Quote) -> Said | None:
        """When a quote was said (see ``statements.said``)."""
        from armreader.story.said_when import said

        return said(self, quote)

    def said_in(self, article: str) -> Mapping[str, Said]:
        """What an article says about when its quotes were said, by their ids, kept once found."""
        if article not in self._said_in:
            from armreader.story.said_when import said_in

            self._said_in[article] = said_in(self, article)
        return self._said_in[article]

    @cached_property
    def _said_in(self) -> dict[str, Mapping[str, Said]]:
        return {}

    def speaker_of(self, quote: Quote) -> Actor | None:
        """The actor who says the quote, where it is known."""
        return self.actor_by_id.get(quote.speaker.actor or "") if quote.speaker else None

    @cached_property
    def disagreements_about(self) -> Mapping[str, tuple[Disagreement, ...]]:
        """By the id of the event or utterance: its own, those about statements that report it,
        and those about figures that its mentions give.

        They reach an event only where two of its sources are sides.
        """
        table: defaultdict[str, list[Disagreement]] = defaultdict(list)
        for disagreement in self.disagreements:
            table[disagreement.about].append(disagreement)
            statement = self.event_by_id.get(disagreement.about)
            sides = {side.article for side in disagreement.sides}
            for reported in sorted(self._reported_by(statement)) if statement else ():
                if len(sides & set(self._articles_of(reported))) > 1:
                    table[reported].append(disagreement)
            if disagreement.about in self.quantity_by_id:
                for event in self._events_with(disagreement):
                    table[event].append(disagreement)
        return {about: tuple(found) for about, found in table.items()}

    def _events_with(self, disagreement: Disagreement) -> tuple[str, ...]:
        """The events in whose mentions two articles give sides of a disagreement on a figure."""
        table: defaultdict[str, set[str]] = defaultdict(set)
        for side in disagreement.sides:
            for event, mention in self.mentions_by_article.get(side.article, ()):
                if mention.span.start <= side.span.start and side.span.end <= mention.span.end:
                    table[event.id].add(side.article)
        return tuple(event for event, articles in table.items() if len(articles) > 1)

    def _reported_by(self, statement: Event) -> frozenset[str]:
        from armreader.story.said_when import reported_by

        return reported_by(self, statement)

    def _articles_of(self, about: str) -> tuple[str, ...]:
        """The articles of an event or of a wording group."""
        if about in self.event_by_id:
            return self.event_by_id[about].articles
        return tuple(self.quote_by_id[one].article for one in self.wording_by_id[about].quotes)


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


class _InArticle(Protocol):
    @property
    def article(self) -> str: ...


_I = TypeVar("_I", bound=_Identified)
_A = TypeVar("_A", bound=_InArticle)


def _by_id(records: Iterable[_I]) -> Mapping[str, _I]:
    return {record.id: record for record in records}


def _by_article(records: Iterable[_A]) -> Mapping[str, tuple[_A, ...]]:
    table: defaultdict[str, list[_A]] = defaultdict(list)
    for record in records:
        table[record.article].append(record)
    return {article: tuple(found) for article, found in table.items()}
