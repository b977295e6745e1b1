"""Registers: what the filters ask for, each with the lines it is in, like those of a book.

One is made of a dossier when a filter first asks for it; a stored index has all of them.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, compress
from typing import TYPE_CHECKING, Any, NamedTuple

from armreader.records import Passage
from armreader.search.folding import folded_words

if TYPE_CHECKING:
    from armreader.records import Event, Quote
    from armreader.search.lines import Lines
    from armreader.story.dossier import Dossier

Entry = tuple[Any, Iterable[int]]
"""A key of a register, and lines of it; a key may come again."""


class Register(NamedTuple):
    """Keys, and the lines of each."""

    keys: list[Any]
    ends: array[int]
    """Where the lines of each key end in ``lines``."""
    lines: array[int]

    def where(self, wanted: Callable[[Any], object]) -> Iterator[int]:
        """The lines of the keys for which that is true."""
        starts = chain((0,), self.ends)
        places = compress(zip(starts, self.ends, strict=False), map(wanted, self.keys))
        return chain.from_iterable(self.lines[first:last] for first, last in places)


def register(entries: Iterable[Entry]) -> Register:
    found = defaultdict[Hashable, set[int]](set)
    for key, its in entries:
        found[key].update(its)
    ends, lines = array("I"), array("I")
    for numbers in found.values():
        lines.extend(sorted(numbers))
        ends.append(len(lines))
    return Register(list(found), ends, lines)


class DossierRegisters(Mapping[str, Register]):
    """The registers of a dossier, each made when it is first asked for."""

    def __init__(self, lines: Lines, dossier: Dossier) -> None:
        self._lines, self._dossier = lines, dossier
        self._made: dict[str, Register] = {}

    def __getitem__(self, name: str) -> Register:
        if name not in self._made:
            self._made[name] = register(_ENTRIES[name](self))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_ENTRIES)

    def __len__(self) -> int:
        return len(_ENTRIES)

    def people(self) -> Iterator[Entry]:
        """By their lines: where they are named, what they have a part in, what they say."""
        for line, actor in enumerate(self._dossier.actors):
            yield line, (line,)
            for spelling in actor.spellings:
                yield line, self._sentences(spelling.article, spelling.span)
        for line, event in self._events:
            for actor_id in {one for mention in event.mentions for one in mention.actors}:
                if (person := self._people.get(actor_id)) is not None:
                    yield person, (line,)
        for line, quote in self._quotes:
            if (person := self._speaker(quote)) is not None:
                yield person, self._said(line, quote)

    def speakers(self) -> Iterator[Entry]:
        """By their lines: what they say, and they themselves."""
        for line, quote in self._quotes:
            if (person := self._speaker(quote)) is not None:
                yield person, (person,)
                yield person, self._said(line, quote)

    def unnamed(self) -> Iterator[Entry]:
        """By the words for a speaker who is not among the people: what they say."""
        for line, quote in self._quotes:
            if quote.speaker and not quote.speaker.actor:
                start, end = quote.speaker.span
                text = self._dossier.article_by_id[quote.article].text
                yield folded_words(text[start:end]), self._said(line, quote)

    def articles(self) -> Iterator[Entry]:
        """By their numbers: the people, events and quotes in them."""
        numbers = self._lines.article_numbers
        for line, actor in enumerate(self._dossier.actors):
            for spelling in actor.spellings:
                yield numbers[spelling.article], (line,)
        for line, event in self._events:
            for mention in event.mentions:
                yield numbers[mention.article], (line,)
        for line, quote in self._quotes:
            yield numbers[quote.article], (line,)

    def days(self) -> Iterator[Entry]:
        """By days: what appeared or happened on them, and the sentences that name them."""
        firsts, published = self._lines.firsts, {}
        for number, article in enumerate(self._dossier.articles):
            if days := article.publication.range:
                published[article.id] = days
                yield days, range(firsts[number], firsts[number + 1])
        for line, quote in self._quotes:
            if quote.article in published:
                yield published[quote.article], self._said(line, quote)
        for line, event in self._events:
            if event.range:
                yield event.range, (line,)
        for time in self._dossier.times:
            if time.range:
                yield time.range, self._sentences(time.article, time.span)

    def kinds(self) -> Iterator[Entry]:
        """By kinds of people and of quotes."""
        for line, actor in enumerate(self._dossier.actors):
            yield actor.kind, (line,)
        for line, quote in self._quotes:
            yield quote.kind, self._said(line, quote)

    def statuses(self) -> Iterator[Entry]:
        """By the status of a mention: its event, and its sentence."""
        for line, event in self._events:
            for mention in event.mentions:
                yield mention.status, (line,)
                yield mention.status, self._sentences(mention.article, mention.span)

    def having(self) -> Iterator[Entry]:
        """By ``wording`` and ``disagreement``: what has it."""
        about = self._dossier.disagreements_about
        for line, quote in self._quotes:
            if quote.wording_group:
                yield "wording", self._said(line, quote)
            if quote.wording_group in about:
                yield "disagreement", self._said(line, quote)
        yield "disagreement", (line for line, event in self._events if event.id in about)
        for one in self._dossier.disagreements:
            for side in one.sides:
                yield "disagreement", self._sentences(side.article, side.span)

    def quotes(self) -> Iterator[Entry]:
        """By ids, articles and places."""
        for line, quote in self._quotes:
            yield (quote.id, quote.article, *quote.span), self._said(line, quote)

    def figures(self) -> Iterator[Entry]:
        """By the least and most that they may be, in their own unit."""
        for quantity in self._dossier.quantities:
            for claim in quantity.claims:
                yield (claim.low, claim.high), self._sentences(claim.article, claim.span)

    def units(self) -> Iterator[Entry]:
        """By units, or what is counted."""
        for quantity in self._dossier.quantities:
            for claim in quantity.claims:
                yield quantity.unit, self._sentences(claim.article, claim.span)

    @cached_property
    def _people(self) -> dict[str, int]:
        return {one.id: line for line, one in enumerate(self._dossier.actors)}

    @property
    def _events(self) -> Iterator[tuple[int, Event]]:
        return enumerate(self._dossier.events, self._lines.first_event)

    @property
    def _quotes(self) -> Iterator[tuple[int, Quote]]:
        return enumerate(self._dossier.quotes, self._lines.first_quote)

    def _speaker(self, quote: Quote) -> int | None:
        return self._people.get(quote.speaker.actor or "") if quote.speaker else None

    def _said(self, line: int, quote: Quote) -> Iterator[int]:
        """The line of a quote, and the sentences that contain it."""
        yield line
        for span in quote.fragments or (quote.span,):
            yield from self._sentences(quote.article, span)

    def _sentences(self, article: str, span: tuple[int, int]) -> Iterator[int]:
        return self._lines.overlapping(Passage(article, *span))


_ENTRIES: dict[str, Callable[[DossierRegisters], Iterator[Entry]]] = {
    "people": DossierRegisters.people,
    "speakers": DossierRegisters.speakers,
    "unnamed": DossierRegisters.unnamed,
    "articles": DossierRegisters.articles,
    "days": DossierRegisters.days,
    "kinds": DossierRegisters.kinds,
    "statuses": DossierRegisters.statuses,
    "having": DossierRegisters.having,
    "quotes": DossierRegisters.quotes,
    "figures": DossierRegisters.figures,
    "units": DossierRegisters.units,
}
