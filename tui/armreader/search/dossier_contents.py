"""The contents of an index that is built from a dossier in memory."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.records import Actor, Event, Passage, Quote
from armreader.search.contents import Heading
from armreader.story.dossier import Dossier
from armreader.story.phrases import quote_words, speaker_name
from armreader.story.shown_dates import publication_date

Record = Actor | Event | Quote


class DossierContents:
    """The contents of a dossier that is in memory."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._records: tuple[Record, ...] = (*dossier.actors, *dossier.events, *dossier.quotes)
        self.ids = [one.id for one in self._records]
        self.articles = [
            Heading(one.id, one.file, one.title, one.source, publication_date(one.publication))
            for one in dossier.articles
        ]
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

    def row(self, article: int, place: int) -> int:
        return self.text(article).count("\n", 0, place) + 1


def searched_text(dossier: Dossier, record: Record) -> str:
    """The text that a person (name, spellings, roles), an event or a quote is found by."""
    if isinstance(record, Quote):
        return _quote_text(dossier, record)
    if isinstance(record, Actor):
        spellings = (spelling.text for spelling in record.spellings)
        return "\n".join(dict.fromkeys((record.name, *spellings, *record.roles)))
    articles = dossier.article_by_id
    clauses = (articles[one.article].text[one.span.start : one.span.end] for one in record.mentions)
    return "\n".join(dict.fromkeys((record.label, *clauses)))


def _quote_text(dossier: Dossier, quote: Quote) -> str:
    """The words of a quote, and who said them."""
    text = dossier.article_by_id[quote.article].text
    parts = [text[start:end] for start, end in quote.fragments or (quote.span,)]
    if quote.speaker:
        parts.append(speaker_name(dossier, quote))
    return "\n".join(parts)
