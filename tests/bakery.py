"""Fixtures: a dossier with dates of every precision, and bookmarks with words that mean harm."""

from __future__ import annotations

from datetime import date

import pytest

from armreader.notes.bookmark import Bookmark, bookmark_quote
from armreader.records import (
    Actor,
    Article,
    Disagreement,
    Event,
    EventMention,
    Publication,
    Quote,
    Reason,
    Section,
    Sentence,
    Side,
    Span,
    Speaker,
    Spelling,
    WordingGroup,
)
from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier

BAKERY = """\
The old bakery burned down on 3 March 2021. “We lost everything,” said Tomas Berg.
A new roof was raised in May 2022. It had been built about 1990.
Nobody knows when it was founded.
"""
HARMFUL = """\
=SUM(A1) “]]></script><b>We lost it & all; \\ {x}, #1 of 100%” said a "neighbour".
The bakery burned on 4 March 2021, the council said.\u202e
"""
LABELS = {
    "bakery burns down": DateRange.day(date(2021, 3, 3)),
    "=roof, raised; by \\ <i>": DateRange.month(2022, 5),
    "bakery built": DateRange.year(1990, approximate=True),
    "fair held": DateRange(date(2021, 2, 27), date(2021, 3, 2)),
    "war lasts": DateRange.years(1990, 1999),
    "closed": DateRange(date(2022, 6, 1), None),
    "bakery founded": None,
}


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _article(ident: str, text: str, source: str, url: str, published: Publication) -> Article:
    sections = (Section("body", Span(0, len(text))),)
    title = f"The {source} fire"
    file = f"{ident}.txt"
    return Article(
        ident, file, title, source, "By A. Writer", url, text, sections, published, sha256="ab" * 32
    )


def _sentences(text: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    start = 0
    for line in text.splitlines():
        found.append(Sentence(Span(start, start + len(line)), "body", len(found)))
        start += len(line) + 1
    return tuple(found)


def _mention(article: Article, words: str, range_: DateRange | None) -> EventMention:
    span = _span(article.text, words)
    return EventMention(
        article.id, span, span, "fire", "asserted", (), None, range_, Reason("time-stated")
    )


@pytest.fixture
def dossier() -> Dossier:
    stated = Publication(DateRange.day(date(2021, 3, 5)), "stated", Reason("publication-dateline"))
    inferred = Publication(
        DateRange.month(2021, 3, approximate=True), "inferred", Reason("publication-inferred")
    )
    first = _article("a-1", BAKERY, "Daily", "https://daily.example/fire?a=1&b={2}", stated)
    second = _article("a-2", HARMFUL, "<Evening>, & =Co", "javascript:alert(1)", inferred)
    words = ("burned down", "new roof", "about 1990", "burned", "Nobody", "raised", "founded")
    events = [
        Event(
            f"e-{number}",
            label,
            range_,
            (_mention(first, word, range_),),
            Reason("event-mention"),
        )
        for number, ((label, range_), word) in enumerate(zip(LABELS.items(), words, strict=True))
    ]
    late = _mention(second, "The bakery burned on 4 March 2021", DateRange.day(date(2021, 3, 4)))
    events[0] = Event(
        events[0].id, events[0].label, events[0].range, (*events[0].mentions, late), Reason("same")
    )
    name = _span(BAKERY, "Tomas Berg")
    said = _span(BAKERY, "We lost everything")
    harm = _span(HARMFUL, HARMFUL[HARMFUL.index("]]>") : HARMFUL.index("” said")])
    quotes = (
        Quote(
            *("q-1", "a-1", said, (said,), "direct", None, Speaker(name, "p-1")),
            *(Reason("quote-marks"), "w-1"),
        ),
        Quote("q-2", "a-2", harm, (harm,), "direct", None, None, Reason("quote-marks"), "w-1"),
    )
    sides = (
        Side("a-1", _span(BAKERY, "3 March 2021"), DateRange.day(date(2021, 3, 3))),
        Side("a-2", _span(HARMFUL, "4 March 2021"), DateRange.day(date(2021, 3, 4))),
    )
    return Dossier(
        name="<Fire> & \u202eflood",
        articles=(first, second),
        sentences={"a-1": _sentences(BAKERY), "a-2": _sentences(HARMFUL)},
        times=(),
        quotes=quotes,
        actors=(Actor("p-1", "Tomas Berg", "person", (Spelling("Tomas Berg", "a-1", name),)),),
        events=tuple(events),
        wordings=(WordingGroup("w-1", ("q-1", "q-2"), Reason("wording")),),
        disagreements=(Disagreement("d-1", "e-0", "day", sides, Reason("disagree-day")),),
    )


@pytest.fixture
def bookmarks(dossier: Dossier) -> list[Bookmark]:
    first, second = (bookmark_quote(dossier, quote.id) for quote in dossier.quotes)
    return [first.with_comment("Ask him & check {this}\n* today", ("fire", "to-do")), second]
