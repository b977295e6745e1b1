"""Text to times, without the rest of the program: for the tests of tagging and of resolving."""

from __future__ import annotations

from armreader.extraction.sentences import find_sentences
from armreader.extraction.times import find_times
from armreader.linking.times import resolve_times
from armreader.records import (
    UNKNOWN_PUBLICATION,
    Annotations,
    Article,
    Passage,
    Publication,
    Reason,
    Section,
    SectionKind,
    Span,
    TimeExpression,
)
from armreader.records.dates import DateRange


def article_of(text: str, kind: SectionKind = "body") -> Article:
    """An article whose text is one section."""
    section = Section(kind, Span(0, len(text)))
    return Article("a", "a.txt", "", "", "", "", text, (section,), UNKNOWN_PUBLICATION)


def published(edtf: str) -> Publication:
    """A stated publication date, or the unknown one for the empty text."""
    found = DateRange.from_edtf(edtf)
    if found is None:
        return UNKNOWN_PUBLICATION
    return Publication(found, "stated", Reason("publication-date-line", (Passage("a", 0, 1),)))


def found_in(text: str) -> tuple[TimeExpression, ...]:
    """The expressions of a text before they are resolved."""
    article = article_of(text)
    return find_times(article, find_sentences(article))


def resolved_in(text: str, edtf: str = "") -> tuple[TimeExpression, ...]:
    """The expressions of a text, published as told, resolved."""
    article = article_of(text)
    sentences = find_sentences(article)
    times = find_times(article, sentences)
    return resolve_times(Annotations(article, sentences, times, (), (), ()), published(edtf))


def words_of(text: str, time: TimeExpression) -> str:
    return text[time.span.start : time.span.end]
