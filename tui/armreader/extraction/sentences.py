"""Sentences: the article's text cut at the ends of sentences, never across a line break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from armreader.extraction.run_on import is_credit, parted
from armreader.language import entries, mapping
from armreader.records import Article, Sentence, Span
from armreader.records.interning import shared_span

_ABOVE = 5
"""The first paragraphs of a text, above which its main picture is."""
_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»›」』)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\W_](?:[^\s\"“”()]{0,30})$")
_NEXT = re.compile(r"\s*([\"'“„‘«‹»「『(\[`]*)([^\W_]+(?:[.'’-][^\W_]+)*)?([.,:;]?)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_CLOSING = "\"”’»›」』'"

_BRACKETED = 16
"""The most characters between brackets in which no sentence ends."""


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of every section in the order of the text; every line is a paragraph."""
    sentences: list[Sentence] = []
    paragraph = 0
    for section in article.sections:
        for line in _LINE.finditer(article.text, *section.span):
            spans = split_sentences(article.text, Span(*line.span()))
            sentences.extend(Sentence(shared_span(span), section.kind, paragraph) for span in spans)
            paragraph += bool(spans)
    return tuple(_with_captions(article.text, sentences))


def _with_captions(text: str, sentences: list[Sentence]) -> Iterator[Sentence]:
    """The sentences; the credit of a picture, and what it shows above a text, are its caption."""
    credited = {at for at, one in enumerate(sentences) if is_credit(text, one.span)}
    for at, one in enumerate(sentences):
        shown = at + 1 in credited and one.paragraph < _ABOVE and one.section in ("summary", "body")
        yield replace(one, section="caption") if shown or at in credited else one


def split_sentences(text: str, stretch: Span) -> list[Span]:
    """The sentences of a stretch without line breaks, with the spaces at their ends left out."""
    spans, start = [], stretch.start
    for match in _END.finditer(text, *stretch):
        if match.end() < stretch.end and not _ends_sentence(text, start, match, stretch.end):
            continue
        spans += parted(text, start, match.end())
        start = match.end()
    spans += parted(text, start, stretch.end)
    return [span for span in spans if span.end > span.start]


def _ends_sentence(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Whether the mark ends a sentence: this depends on what comes before and after it."""
    following = _NEXT.match(text, match.end(), limit)
    opening, word, _ = following.groups() if following else ("", None, "")
    if word is None:
        return opening.strip("»") != ""
    if word[0].islower():
        # "Is it?" he asked: a small letter continues, except where a name or a list begins small.
        return False
    mark = match.group()
    if mark == "." and _in_short_brackets(text, match):
        return False
    if mark == ".":
        return not _is_abbreviation(text, start, match.start(), word)
    if mark[0] in "!?…" and mark[-1] in _CLOSING and not opening:
        # "Will you leave?" Smith asked.
        return not _is_attribution(text, following.start(2) if following else match.end(), limit)
    return True


def _in_short_brackets(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop is inside brackets around a word or two: "Lund Plc (LND. L) said"."""
    first = text.rfind("(", max(0, match.start() - _BRACKETED), match.start())
    last = text.find(")", match.end(), match.end() + _BRACKETED)
    if first < 0 or last < 0 or last - first > _BRACKETED:
        return False
    return not {"(", ")"} & {*text[first + 1 : last]}


def _is_abbreviation(text: str, start: int, stop: int, following: str) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it and ends nothing."""
    found = _LAST_WORD.search(text, max(start, stop - 32), stop)
    last = found.group().lower() if found else ""
    last = last.rsplit(" ", 1)[-1].lstrip("\"'“‘«([")
    if not last:
        return False
    known = mapping("abbreviations")
    kind = known.get(last) or known.get(last.rpartition("-")[2])
    if len(last) == 1 and text[stop - 1].isupper():
        # "Oscar P. Quinn": an initial, whatever its small letter may stand for.
        kind = "either"
    if kind == "before":
        return True
    if kind == "number":
        return following[0].isdigit()
    if kind == "either" or _ACRONYM.fullmatch(last):
        return following.lower() not in entries("sentence_openers")
    return False


def _is_attribution(text: str, start: int, limit: int) -> bool:
    """Whether a name and then a verb of saying follow: the sentence goes on after the quote."""
    words = text[start : min(limit, start + 60)].replace(",", " ,").split()[:5]
    verbs = entries("words_of_asking")
    return any(word.strip(".,:;") in verbs for word in words[1:]) and not any(
        word in entries("sentence_openers") for word in (words[0].lower(),)
    )
