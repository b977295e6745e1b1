"""Records in words: a date, a place, a speaker, the words of a quote."""

from __future__ import annotations

from armreader.records import Article, Event, Quote
from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier

_LONGEST_OTHERS = 5
"""Words that name those who speak with somebody."""
CARRIED, SILENT = "●", "·"
"""One mark for each source, in the order of the articles: it mentions the event, or it does not."""


def date_text(range_: DateRange | None) -> str:
    """A date as EDTF, or ``undated``."""
    return range_.edtf if range_ else "undated"


def source_marks(dossier: Dossier, event: Event) -> str:
    """A dot for each article, filled where it mentions the event."""
    carrying = set(event.articles)
    return "".join(CARRIED if one.id in carrying else SILENT for one in dossier.articles)


def speaker_name(dossier: Dossier, quote: Quote) -> str:
    """Who speaks: the actor's name, else the mention as it stands, else a question mark."""
    if quote.speaker is None:
        return "?"
    actor = dossier.speaker_of(quote)
    start, end = quote.speaker.span
    words = dossier.article_by_id[quote.article].text[start:end]
    if actor is None:
        return words
    joint = words.find(" and ")
    if joint < 0:
        return actor.name
    # "Ann Lund and Karl Berg said": the mention's actor is one of the two.
    names = dossier.names_by_article.get(quote.article, ())
    joint += start
    first = next((one for span, one in names if span.end == joint), None)
    second = next((one for span, one in names if joint < span.start and span.end == end), None)
    others = words[joint - start + len(" and ") :]
    if first is actor and second is None and others.count(" ") < _LONGEST_OTHERS:
        # "Ann Lund and her crew"
        return f"{actor.name} and {others}"
    if first is None or second is None or first is second or actor not in (first, second):
        return actor.name
    return f"{first.name} and {second.name}"


def quote_words(dossier: Dossier, quote: Quote) -> str:
    """The words said, its fragments joined by an ellipsis."""
    text = dossier.article_by_id[quote.article].text
    return " … ".join(text[start:end] for start, end in quote.fragments)


def place(article: Article, offset: int) -> str:
    """``file:line`` of a position; lines count from 1 in the article's text."""
    return f"{article.file}:{article.text.count(chr(10), 0, offset) + 1}"


def paragraph_of(article: Article, offset: int) -> int:
    """The number of the paragraph that a position is in, from 1; 0 outside of the report.

    Paragraphs of a body are parted by blank lines, or by lines where it has no blank ones.
    """
    spans = [one.span for one in article.sections if one.kind in ("body", "summary")]
    pieces = [article.text[start : min(end, offset + 1)] for start, end in spans if start <= offset]
    if not any(start <= offset < end for start, end in spans):
        return 0
    between = "\n\n" if any("\n\n" in article.text[start:end] for start, end in spans) else "\n"
    return sum(bool(part.strip()) for piece in pieces for part in piece.split(between)) or 1
