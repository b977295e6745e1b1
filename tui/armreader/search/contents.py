"""What the lines of an index are of: the records and articles of a dossier, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from armreader.records import Actor, Event, Passage, Quote
from armreader.story.dossier import Dossier
from armreader.story.phrases import quote_words, speaker_name

Record = Actor | Event | Quote


class Heading(NamedTuple):
    """What is known of an article without its text."""

    id: str
    file: str
    title: str


class Contents(Protocol):
    """What an index was made of: records by line, people first, then events, then quotes."""

    @property
    def dossier(self) -> Dossier:
        """All of it: filters ask for it, a search for words does not."""

    @property
    def ids(self) -> Sequence[str]:
        """Of the records, by line."""

    @property
    def articles(self) -> Sequence[Heading]: ...

    def searched(self, line: int) -> str:
        """What a record is found by."""

    def shown(self, line: int) -> str:
        """What is shown of a record: a name, a label, or who said what."""

    def passages(self, line: int) -> Sequence[Passage]:
        """Where a record stands."""

    def text(self, article: int) -> str:
        """The text of an article, by its number."""


class DossierContents:
    """The contents of a dossier that is in memory."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._records: tuple[Record, ...] = (*dossier.actors, *dossier.events, *dossier.quotes)
        self.ids = [one.id for one in self._records]
        self.articles = [Heading(one.id, one.file, one.title) for one in dossier.articles]
        self._searched = [searched_text(dossier, one) for one in self._records]

    def searched(self, line: int) -> str:
        return self._searched[line]

    def shown(self, line: int) -> str:
        record = self._records[line]
        if isinstance(record, Quote):
            return f"{speaker_name(self.dossier, record)}: {quote_words(self.dossier, record)}"
        return record.name if isinstance(record, Actor) else record.label

    def passages(self, line: int) -> Sequence[Passage]:
        record = self._records[line]
        if isinstance(record, Quote):
            return [Passage(record.article, *record.span)]
        places = record.spellings if isinstance(record, Actor) else record.mentions
        return [Passage(one.article, *one.span) for one in places]

    def text(self, article: int) -> str:
        return self.dossier.articles[article].text


def searched_text(dossier: Dossier, record: Record) -> str:
    """What a person is found by (name, spellings, roles), an event (label, clauses), a quote."""
    if isinstance(record, Quote):
        return _quote_text(dossier, record)
    if isinstance(record, Actor):
        spellings = (spelling.text for spelling in record.spellings)
        return "\n".join(dict.fromkeys((record.name, *spellings, *record.roles)))
    articles = dossier.article_by_id
    clauses = (articles[one.article].text[one.span.start : one.span.end] for one in record.mentions)
    return "\n".join(dict.fromkeys((record.label, *clauses)))


def _quote_text(dossier: Dossier, quote: Quote) -> str:
    """The words said, and who said them."""
    text = dossier.article_by_id[quote.article].text
    parts = [text[start:end] for start, end in quote.fragments or (quote.span,)]
    if quote.speaker:
        parts.append(speaker_name(dossier, quote))
    return "\n".join(parts)
