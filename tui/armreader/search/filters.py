"""Filters: the lines that ``speaker:``, ``date:``, ``kind:`` and the others let through."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, cast

from armreader.records import Passage
from armreader.records.dates import DateRange
from armreader.search import bits
from armreader.search.amounts import amounts
from armreader.search.folding import fold, word_pattern
from armreader.search.lines import Lines
from armreader.search.match import Matcher
from armreader.search.query import Filter
from armreader.search.typos import CLOSE, FORGIVING
from armreader.search.vocabulary import QueryWord

if TYPE_CHECKING:
    from armreader.records import Quote
    from armreader.story.dossier import Dossier
    from armreader.story.selection import SelectionKind

_RECORD_KINDS = ("article", "event", "quote", "actor")
_QUOTE_KINDS = ("direct", "mixed", "indirect")
_STATUSES = ("asserted", "denied", "planned", "hypothetical")


class Filters:
    """Evaluates filters on the lines of one dossier."""

    def __init__(self, lines: Lines, matcher: Matcher) -> None:
        self.lines = lines
        self.matcher = matcher

    @property
    def dossier(self) -> Dossier:
        return self.lines.dossier

    def allowed(self, filters: Iterable[Filter], bookmarked: Collection[str]) -> int:
        """The lines that pass every filter, as bits."""
        found = self.lines.real
        for one in filters:
            lines = self._lines_of(one, bookmarked)
            found &= ~lines if one.negated else lines
        return found & self.lines.real

    def _lines_of(self, one: Filter, bookmarked: Collection[str]) -> int:
        if one.range:
            return self._dated(one.range)
        match one.name:
            case "speaker":
                return self._spoken_by(one.words)
            case "person":
                return self._about(one.words)
            case "source":
                return self._from_sources(one.words)
            case "kind":
                return self._of_kind(one.value)
            case "is":
                return self._quotes(
                    quote for quote in self.dossier.quotes if quote.id in bookmarked
                )
            case "figure":
                return self._figures(*(amounts(one.value) or (0.0, 0.0)))
            case "unit":
                return self._in_unit(one.words)
            case _:
                return self._having(one.value)

    def _spoken_by(self, words: tuple[QueryWord, ...]) -> int:
        actors = self._actors(words)
        named = {id_ for id_, _ in actors}
        quotes = [
            quote
            for quote in self.dossier.quotes
            if quote.speaker
            and (quote.speaker.actor in named if quote.speaker.actor else self._says(quote, words))
        ]
        speaking = {quote.speaker.actor for quote in quotes if quote.speaker}
        people = [line for id_, line in actors if id_ in speaking]
        return self._quotes(quotes) | self._bits(people)

    def _about(self, words: tuple[QueryWord, ...]) -> int:
        dossier, actors = self.dossier, self._actors(words)
        named = {id_ for id_, _ in actors}
        spellings = [
            Passage(one.article, *one.span)
            for id_ in named
            for one in dossier.actor_by_id[id_].spellings
        ]
        events = [
            self.lines.first_event + place
            for place, event in enumerate(dossier.events)
            if any(named.intersection(mention.actors) for mention in event.mentions)
        ]
        quotes = (q for q in dossier.quotes if q.speaker and q.speaker.actor in named)
        people = [line for _, line in actors]
        return self._quotes(quotes) | self._bits([*people, *events]) | self._places(spellings)

    def _from_sources(self, words: tuple[QueryWord, ...]) -> int:
        """Everything in the articles whose outlet or file name matches the words."""
        named = {n for n, forms in enumerate(self._source_forms) if _begin(forms, words)}
        return self._in_articles(named)

    @cached_property
    def _source_forms(self) -> tuple[frozenset[str], ...]:
        """The words of each article's outlet and file name."""
        return tuple(_forms(f"{one.source} {one.file}") for one in self.dossier.articles)

    def _dated(self, days: DateRange) -> int:
        """What appeared or happened in these days, and the sentences that mention such a day."""
        dossier = self.dossier
        published = {
            number
            for number, one in enumerate(dossier.articles)
            if one.publication.range and one.publication.range.overlaps(days)
        }
        ids = {dossier.articles[number].id for number in published}
        events = [
            self.lines.first_event + place
            for place, event in enumerate(dossier.events)
            if event.range and event.range.overlaps(days)
        ]
        quotes = [q for q in dossier.quotes if q.article in ids]
        named = (
            Passage(time.article, *time.span)
            for time in dossier.times
            if time.range and time.range.overlaps(days)
        )
        articles = self.lines.of_articles(iter(sorted(published)))
        return articles | self._bits(events) | self._quotes(quotes) | self._places(named)

    def _of_kind(self, kind: str) -> int:
        lines = self.lines
        if kind in _RECORD_KINDS:
            first, last = lines.lines_of(cast("SelectionKind", kind))
            return (1 << last) - (1 << first)
        dossier = self.dossier
        if kind in _QUOTE_KINDS:
            return self._quotes(quote for quote in dossier.quotes if quote.kind == kind)
        if kind in _STATUSES:
            events = {
                place: [m for m in event.mentions if m.status == kind]
                for place, event in enumerate(dossier.events)
            }
            mentions = (Passage(m.article, *m.span) for its in events.values() for m in its)
            numbers = [lines.first_event + place for place, its in events.items() if its]
            return self._bits(numbers) | self._places(mentions)
        return self._bits(n for n, one in enumerate(dossier.actors) if one.kind == kind)

    def _figures(self, least: float, most: float) -> int:
        """The sentences with a figure from ``least`` to ``most``, in the figure's own unit."""
        return self._places(
            Passage(claim.article, *claim.span)
            for quantity in self.dossier.quantities
            for claim in quantity.claims
            if (claim.low is None or claim.low <= most)
            and (claim.high is None or claim.high >= least)
            and any(least <= end <= most for end in (claim.low, claim.high) if end is not None)
        )

    def _in_unit(self, words: tuple[QueryWord, ...]) -> int:
        """The sentences with a figure whose unit, or whose counted things, match the words."""
        return self._places(
            Passage(claim.article, *claim.span)
            for quantity in self.dossier.quantities
            if _begin(_forms(quantity.unit), words) or _begin(_forms(f"{quantity.unit}s"), words)
            for claim in quantity.claims
        )

    def _having(self, what: str) -> int:
        dossier = self.dossier
        if what == "wording":
            return self._quotes(quote for quote in dossier.quotes if quote.wording_group)
        about = dossier.disagreements_about
        events = [
            self.lines.first_event + place
            for place, event in enumerate(dossier.events)
            if event.id in about
        ]
        quotes = (quote for quote in dossier.quotes if quote.wording_group in about)
        sides = (Passage(s.article, *s.span) for d in dossier.disagreements for s in d.sides)
        return self._bits(events) | self._quotes(quotes) | self._places(sides)

    def _actors(self, words: tuple[QueryWord, ...]) -> list[tuple[str, int]]:
        """The ids and lines of the people with this name; typos only if nobody matches exactly."""
        people = (1 << self.lines.first_event) - 1
        for reach in (CLOSE, FORGIVING):
            found = people
            for word in words:
                found &= self.matcher.lines_of_word(word, reach)
            if found:
                ids = self.lines.contents.ids
                return [(ids[line], line) for line in bits.numbers(found)]
        return []

    def _says(self, quote: Quote, words: tuple[QueryWord, ...]) -> bool:
        """Whether the mention of an unidentified speaker contains the words."""
        if quote.speaker is None:
            return False
        start, end = quote.speaker.span
        return _begin(_forms(self.dossier.article_by_id[quote.article].text[start:end]), words)

    def _quotes(self, quotes: Iterable[Quote]) -> int:
        """The lines of quotes, and the sentences that contain them."""
        chosen = list(quotes)
        wanted = {quote.id for quote in chosen}
        first = self.lines.first_quote
        own = (first + place for place, q in enumerate(self.dossier.quotes) if q.id in wanted)
        spans = (Passage(q.article, *span) for q in chosen for span in q.fragments or (q.span,))
        return self._bits(own) | self._places(spans)

    def _in_articles(self, wanted: set[int]) -> int:
        """The lines of articles, and the records that occur in any of them."""
        dossier, lines = self.dossier, self.lines
        ids = {dossier.articles[number].id for number in wanted}

        def records() -> Iterator[int]:
            for line, actor in enumerate(dossier.actors):
                if any(spelling.article in ids for spelling in actor.spellings):
                    yield line
            for line, event in enumerate(dossier.events, lines.first_event):
                if any(mention.article in ids for mention in event.mentions):
                    yield line
            for line, quote in enumerate(dossier.quotes, lines.first_quote):
                if quote.article in ids:
                    yield line

        return lines.of_articles(iter(sorted(wanted))) | self._bits(records())

    def _places(self, passages: Iterable[Passage]) -> int:
        """The sentences that overlap the passages."""
        found = (line for passage in passages for line in self.lines.overlapping(passage))
        return self._bits(found)

    def _bits(self, numbers: Iterable[int]) -> int:
        return bits.of_numbers(numbers, self.lines.size)


def _forms(name: str) -> frozenset[str]:
    """The words of a name, folded; an underscore in a file name separates words."""
    return frozenset(fold(word)[0] for word in word_pattern().findall(name.replace("_", " ")))


def _begin(forms: frozenset[str], words: tuple[QueryWord, ...]) -> bool:
    """Whether each of the words is the beginning of one of the forms."""
    return all(any(form.startswith(word.form) for form in forms) for word in words)
