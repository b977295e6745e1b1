"""The timeline and the quotes on a terminal: cards of wrapped lines that fit its width."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from textwrap import wrap

from armreader.cli.table import one_line
from armreader.records import Event, Quote
from armreader.story.dossier import Dossier
from armreader.story.phrases import date_text, place, quote_words, source_marks, speaker_name
from armreader.story.sources import source_name

_DATE_CELLS = 22
_KEPT = "★"
_LEAST = 20
"""Columns of words at least, however narrow the terminal."""


def timeline_cards(
    dossier: Dossier, events: Iterable[Event], width: int, kept: Collection[str], *, ids: bool
) -> Iterator[str]:
    """Each event with its date, its label wrapped, its sources; then which mark is which source."""
    for event in events:
        told = f"  {source_marks(dossier, event)}  {len(event.articles)}/{len(dossier.articles)}"
        differ = "  ≠" if event.id in dossier.disagreements_about else ""
        last = told + differ + _marks(event.id, kept, ids=ids)
        yield from _card(date_text(event.range), one_line(event.label), last, width)
    yield ""
    for number, article in enumerate(dossier.articles, 1):
        date = date_text(article.publication.range)
        yield f"{number:>3}  {source_name(article)}, {date}"[:width]


def quote_cards(
    dossier: Dossier, quotes: Iterable[Quote], width: int, kept: Collection[str], *, ids: bool
) -> Iterator[str]:
    """Each quote with its day and speaker, its words wrapped, and where it is."""
    for quote in quotes:
        said = dossier.said(quote)
        article = dossier.article_by_id[quote.article]
        day = said.range.edtf if said else date_text(article.publication.range)
        marks = ("", "") if quote.kind == "indirect" else ("“", "”")
        words = f"{speaker_name(dossier, quote)}: {marks[0]}{quote_words(dossier, quote)}{marks[1]}"
        last = f"  {place(article, quote.span.start)}" + _marks(quote.id, kept, ids=ids)
        yield from _card(day, one_line(words), last, width)


def _marks(ident: str, kept: Collection[str], *, ids: bool) -> str:
    """A star on what is kept in the notebook, and the id where it is asked for."""
    return (f"  {_KEPT}" if ident in kept else "") + (f"  {ident}" if ids else "")


def _card(date: str, words: str, last: str, width: int) -> Iterator[str]:
    taken = _DATE_CELLS if width >= 2 * _DATE_CELLS + _LEAST else 4
    lines = wrap(words, max(_LEAST, width - taken)) or [""]
    if taken == _DATE_CELLS:
        yield f"{date[: taken - 2]:{taken}}{lines[0]}"
    else:
        yield date
        yield " " * taken + lines[0]
    for line in lines[1:]:
        yield " " * taken + line
    yield (" " * (taken - 2) + last)[:width].rstrip()
