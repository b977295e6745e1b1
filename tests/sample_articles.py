"""Articles made of a few lines, for the tests of extraction."""

from __future__ import annotations

from armreader.extraction.grammar import analyse
from armreader.extraction.names import find_actors
from armreader.extraction.quotes import find_quotes
from armreader.extraction.sentences import find_sentences
from armreader.records import (
    UNKNOWN_PUBLICATION,
    Actor,
    Article,
    Quote,
    Section,
    SectionKind,
    Span,
)
from armreader.records.ids import content_id


def article_of(*parts: str | tuple[SectionKind, str]) -> Article:
    """An article whose parts are its sections; a bare string is body."""
    text = ""
    sections: list[Section] = []
    kind: SectionKind
    for part in parts:
        kind, words = ("body", part) if isinstance(part, str) else part
        text += "\n\n" if text else ""
        sections.append(Section(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Article(
        id=content_id("a", text),
        file="sample.txt",
        title="",
        source="",
        byline="",
        url="",
        text=text,
        sections=tuple(sections),
        publication=UNKNOWN_PUBLICATION,
    )


def actors_of(article: Article) -> tuple[Actor, ...]:
    """The named actors of an article."""
    return find_actors(article, find_sentences(article))


def quotes_of(article: Article) -> tuple[tuple[Quote, ...], tuple[Actor, ...]]:
    """The quotes of an article and all its actors."""
    sentences = find_sentences(article)
    grammar = analyse(article.text, sentences)
    return find_quotes(article, sentences, find_actors(article, sentences), grammar)
