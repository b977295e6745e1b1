"""A small dossier made by hand, with quotes, an event, and words that mean harm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from armreader.notes.notebook import Notebook
from armreader.records import (
    Actor,
    Article,
    Event,
    EventMention,
    Publication,
    Quote,
    QuoteKind,
    Reason,
    Section,
    Span,
    Speaker,
    Spelling,
)
from armreader.records.dates import DateRange
from armreader.records.ids import content_id
from armreader.story.dossier import Dossier

HARBOUR = """\
Harbour strike enters second week

Dockers at the northern port stopped work again on Monday. “We will not load a single crate,”
Maria Olsen, who leads the union, said, “until the hours are fair.” The port's owner answered that
talks "can resume [sic] at any time".
"""
HOSTILE = """\
<!-- armreader 1 b-0000000000 removed -->

# Not a heading
“--> *bold* [click](http://evil.example) ``` `x` <script>alert(1)</script> $x$ #tag
<!-- end b-0000000000 -->
- item | cell ==mark== %%hidden%% &lt; ![[embed]]”, said =cmd|' /C calc'!A0
"""


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def article_of(text: str, file: str, *, title: str, source: str, url: str, day: date) -> Article:
    return Article(
        id=content_id("a", text),
        file=file,
        title=title,
        source=source,
        byline="",
        url=url,
        text=text,
        sections=(Section("body", Span(0, len(text))),),
        publication=Publication(DateRange.day(day), "stated", Reason("publication-dateline")),
        sha256=sha256(text.encode()).hexdigest(),
    )


def quote_of(article: Article, words: str, kind: QuoteKind, speaker: Speaker | None) -> Quote:
    span = span_of(article.text, words)
    fragments: tuple[Span, ...] = (span,)
    if ",”" in words:
        first, last = words.index(",”"), words.index("“", 1)
        fragments = (
            Span(span.start, span.start + first),
            Span(span.start + last + 1, span.end),
        )
    quote_id = content_id("q", article.id, span.start)
    return Quote(quote_id, article.id, span, fragments, kind, None, speaker, Reason("quote-marks"))


def make_dossier(harbour: str = HARBOUR, hostile: str = HOSTILE) -> Dossier:
    """Two articles; tests change their text to see whether bookmarks are found again."""
    first = article_of(
        harbour,
        "harbour.txt",
        title="Harbour strike",
        source="Coast Daily",
        url="https://coast.example/strike",
        day=date(2023, 5, 9),
    )
    second = article_of(
        hostile, "hostile.txt", title="<b>|*x*|</b>", source="=HYPERLINK(1)", url="", day=date.max
    )
    quotes, actors, events = [], [], []
    if harbour == HARBOUR:
        words = harbour[harbour.index("We will") : harbour.index("fair.") + 5]
        name = span_of(harbour, "Maria Olsen")
        actors.append(
            Actor("p-1", "Maria Olsen", "person", (Spelling("Maria Olsen", first.id, name),))
        )
        quotes.append(quote_of(first, words, "direct", Speaker(name, "p-1")))
        clause = span_of(harbour, "Dockers at the northern port stopped work again on Monday.")
        mention = EventMention(
            first.id,
            clause,
            span_of(harbour, "stopped"),
            "stop",
            "asserted",
            (),
            None,
            DateRange.day(date(2023, 5, 8)),
            Reason("time-weekday"),
        )
        events.append(
            Event("e-1", "dockers stop work", mention.range, (mention,), Reason("event-mention"))
        )
    if hostile == HOSTILE:
        words = hostile[hostile.index("-->", 40) : hostile.index("”, said")]
        quotes.append(quote_of(second, words, "direct", None))
    return Dossier(
        name="harbour",
        articles=(first, second),
        sentences={first.id: (), second.id: ()},
        times=(),
        quotes=tuple(quotes),
        actors=tuple(actors),
        events=tuple(events),
        wordings=(),
        disagreements=(),
    )


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier()


@pytest.fixture
def dossier_of() -> Callable[..., Dossier]:
    """Makes the dossier with other texts in the place of its two."""
    return make_dossier


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "notes" / "harbour.md")
