"""What goes with a selection, in every article and every pane: cross-highlighting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from armreader.records import Actor, Article, Event, EventMention, Passage, Quote, Span
from armreader.records.spans import overlap
from armreader.story.selection import Highlight, HighlightRole, Related, Selection

if TYPE_CHECKING:
    from armreader.story.dossier import Dossier


def related(dossier: Dossier, selection: Selection) -> Related:
    """Everything that goes with the selection; nothing where it names no record."""
    gathered = _Gathered(dossier)
    match selection.kind:
        case "event":
            event = dossier.event_by_id.get(selection.id)
            return gathered.event(event) if event else Related()
        case "quote":
            quote = dossier.quote_by_id.get(selection.id)
            return gathered.quote(quote) if quote else Related()
        case "actor":
            actor = dossier.actor_by_id.get(selection.id)
            return gathered.actor(actor) if actor else Related()
        case "article":
            article = dossier.article_by_id.get(selection.id)
            return gathered.article(article) if article else Related()


@dataclass(slots=True)
class _Gathered:
    """What has been found to go with one selection so far."""

    dossier: Dossier
    highlights: dict[str, set[Highlight]] = field(default_factory=dict)
    stops: set[Passage] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)

    def event(self, event: Event) -> Related:
        """An event: its mentions, the quotes said in them, and those quotes' other wordings."""
        self.events.add(event.id)
        for mention in event.mentions:
            self.articles.add(mention.article)
            self.actors.update(mention.actors)
            self._light(mention.article, mention.span, "event")
            self._light(mention.article, mention.trigger, "trigger")
            if mention.time:
                self._light(mention.article, mention.time, "time")
            self.stops.add(Passage(mention.article, *mention.trigger))
        for quote in _quotes_in(self.dossier, event.mentions):
            self._add_quote(quote, "quote")
            for other in _other_wordings(self.dossier, quote):
                self._add_quote(other, "wording")
        return self._related(Selection("event", event.id), (event.id,))

    def quote(self, quote: Quote) -> Related:
        """A quote: its other wordings, who says it, and the events of its sentence.

        Only the main ones are lit: every verb of the sentence is a detail.
        """
        self._add_quote(quote, "selected")
        self.stops.add(Passage(quote.article, *quote.span))
        others = tuple(_other_wordings(self.dossier, quote))
        for other in others:
            self._add_quote(other, "wording")
            self.stops.add(Passage(other.article, *other.span))
        for said in (quote, *others):
            self.articles.add(said.article)
            for event, mention in _events_around(self.dossier, said):
                self.events.add(event.id)
                if event.prominent:
                    self._light(mention.article, mention.trigger, "trigger")
        about = (quote.wording_group,) if quote.wording_group else ()
        return self._related(Selection("quote", quote.id), about)

    def actor(self, actor: Actor) -> Related:
        """An actor: every spelling, everything said by them, and the events they have a part in."""
        self.actors.add(actor.id)
        for spelling in actor.spellings:
            self.articles.add(spelling.article)
            self._light(spelling.article, spelling.span, "actor")
            self.stops.add(Passage(spelling.article, *spelling.span))
        for quote in self.dossier.quotes:
            if quote.speaker and quote.speaker.actor == actor.id:
                self._add_quote(quote, "quote")
                self.articles.add(quote.article)
        for event in self.dossier.events:
            if any(actor.id in mention.actors for mention in event.mentions):
                self.events.add(event.id)
        return self._related(Selection("actor", actor.id), ())

    def article(self, article: Article) -> Related:
        """An article: the events it mentions and the quotes it has, of which only these are lit."""
        self.articles.add(article.id)
        for quote in self.dossier.quotes_by_article.get(article.id, ()):
            self._add_quote(quote, "quote")
            self.stops.add(Passage(article.id, *quote.span))
        for event in self.dossier.events_by_article.get(article.id, ()):
            self.events.add(event.id)
            for mention in event.mentions:
                if mention.article == article.id:
                    self.stops.add(Passage(article.id, *mention.trigger))
        return self._related(Selection("article", article.id), tuple(sorted(self.events)))

    def _add_quote(self, quote: Quote, role: HighlightRole) -> None:
        if quote.id in self.quotes:
            return
        self.quotes.add(quote.id)
        for fragment in quote.fragments or (quote.span,):
            self._light(quote.article, fragment, role)
        if quote.speaker:
            if quote.speaker.actor:
                self.actors.add(quote.speaker.actor)
            if role in ("selected", "wording"):
                self._light(quote.article, quote.speaker.span, "actor")

    def _light(self, article: str, span: Span, role: HighlightRole) -> None:
        self.highlights.setdefault(article, set()).add(Highlight(span, role))

    def _related(self, selection: Selection, about: Iterable[str]) -> Related:
        order = self.dossier.place_by_day
        disagreements = self.dossier.disagreements_about
        return Related(
            selection=selection,
            highlights={
                article: tuple(sorted(found, key=lambda one: (one.span, one.role)))
                for article, found in self.highlights.items()
            },
            stops=tuple(
                sorted(self.stops, key=lambda stop: (order.get(stop.article, len(order)), stop))
            ),
            articles=frozenset(self.articles),
            events=frozenset(self.events),
            quotes=frozenset(self.quotes),
            actors=frozenset(self.actors),
            disagreements=tuple(one for key in about for one in disagreements.get(key, ())),
        )


def _other_wordings(dossier: Dossier, quote: Quote) -> Iterator[Quote]:
    group = dossier.wording_by_id.get(quote.wording_group) if quote.wording_group else None
    for key in group.quotes if group else ():
        other = dossier.quote_by_id.get(key)
        if other and other.id != quote.id:
            yield other


def _quotes_in(dossier: Dossier, mentions: Iterable[EventMention]) -> Iterator[Quote]:
    """The quotes that share a sentence with one of the mentions."""
    for mention in mentions:
        around = dossier.sentences_around(mention.article, mention.span)
        for quote in dossier.quotes_by_article.get(mention.article, ()):
            if overlap(quote.span, around):
                yield quote


def _events_around(dossier: Dossier, quote: Quote) -> Iterator[tuple[Event, EventMention]]:
    around = dossier.sentences_around(quote.article, quote.span)
    for event in dossier.events_by_article.get(quote.article, ()):
        for mention in event.mentions:
            if mention.article == quote.article and overlap(mention.span, around):
                yield event, mention
