"""Sentences: the article's text cut at the ends of sentences, never across a line break."""

from __future__ import annotations

import re

from armreader.records import Article, Sentence, Span
from armreader.words import entries

_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[\w$€£])|[.!?…]+[\"'”’»)\]]*$")
_LAST_WORD = re.compile(r"[\w.’'-]+$")


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of every section in the order of the text; each line is a paragraph."""
    sentences: list[Sentence] = []
    paragraph = 0
    for section in article.sections:
        for line in _LINE.finditer(article.text, *section.span):
            if not line.group().strip():
                continue
            for span in split_sentences(article.text, Span(*line.span())):
                sentences.append(Sentence(span, section.kind, paragraph))
            paragraph += 1
    return tuple(sentences)


def split_sentences(text: str, stretch: Span) -> list[Span]:
    """The sentences of a stretch without line breaks, blanks at their ends left out."""
    spans, start = [], stretch.start
    for match in _END.finditer(text, *stretch):
        if match.end() < stretch.end and not _ends_sentence(text, start, match):
            continue
        spans.append(_trimmed(text, start, match.end()))
        start = match.end()
    spans.append(_trimmed(text, start, stretch.end))
    return [span for span in spans if span.end > span.start]


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the mark ends a sentence, not an abbreviation or an initial."""
    if match.group()[0] != "." or len(match.group()) > 1:
        following = text[match.end() :].lstrip()[:1]
        return not following.islower()
    word = _LAST_WORD.search(text, start, match.start())
    last = word.group() if word else ""
    following = text[match.end() : match.end() + 3].lstrip(" \"'“‘«([")[:1]
    if following.islower():
        return False
    return not (last.casefold() in entries("abbreviations") or (len(last) == 1 and last.isupper()))


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))
