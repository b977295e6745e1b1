"""The timeline and the quotes on a terminal: cards of wrapped lines that fit its width."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from textwrap import wrap

from armreader.cli.ink import Part, inked, is_coloured
from armreader.cli.table import one_line
from armreader.records import Event, Quote
from armreader.story.dossier import Dossier
from armreader.story.phrases import date_text, place, quote_words, source_marks, speaker_name
from armreader.story.sources import source_name

_DATE_CELLS = 25
_INDENT = 4
_KEPT = "★"
_LEAST = 20
"""Columns of words at least, however narrow the terminal."""


def timeline_cards(
    dossier: Dossier, events: Iterable[Event], width: int, kept: Collection[str], *, ids: bool
) -> Iterator[str]:
    """Each event with its date, its label wrapped, its sources; then which mark is which source."""
    coloured = is_coloured()
    for event in events:
        counts = f"  {source_marks(dossier, event)}  {len(event.articles)}/{len(dossier.articles)}"
        differ = "  ≠ sources differ" if event.id in dossier.disagreements_about else ""
        last: list[Part] = [
            (counts, "mark"), (differ, "alert"), *_marks(event.id, kept, ids=ids),
        ]  # fmt: skip
        label = one_line(event.label)
        rows = _rows(label, len(label), _room(width))
        yield from _card(date_text(event.range), rows, last, width, coloured=coloured)
    yield ""
    yield inked([("The sources, in the order of the dots:", "dim")], width, coloured=coloured)
    for number, article in enumerate(dossier.articles, 1):
        date = date_text(article.publication.range)
        parts: list[Part] = [
            (f"{number:>3}  ", "mark"),
            (source_name(article), ""),
            (f", {date}", "dim"),
        ]
        yield inked(parts, width, coloured=coloured)


def quote_cards(
    dossier: Dossier, quotes: Iterable[Quote], width: int, kept: Collection[str], *, ids: bool
) -> Iterator[str]:
    """Each quote with its day and speaker, its words wrapped, and where it is."""
    coloured = is_coloured()
    for quote in quotes:
        said = dossier.said(quote)
        article = dossier.article_by_id[quote.article]
        day = said.range.edtf if said else date_text(article.publication.range)
        marks = ("“", "”") if quote.kind == "direct" else ("", "")
        who = one_line(f"{speaker_name(dossier, quote)}:")
        said_words = one_line(f"{who} {marks[0]}{quote_words(dossier, quote)}{marks[1]}")
        rows = _rows(said_words, len(who), _room(width))
        where = f"  {source_name(article)}, {place(article, quote.span.start)}"
        last: list[Part] = [(where, "mark"), *_marks(quote.id, kept, ids=ids)]
        yield from _card(day, rows, last, width, coloured=coloured)


def _marks(ident: str, kept: Collection[str], *, ids: bool) -> list[Part]:
    """A star on what is kept in the notebook, and the id where it is asked for."""
    return [
        (f"  {_KEPT}" if ident in kept else "", "mark"),
        (f"  {ident}" if ids else "", "dim"),
    ]


def _room(width: int) -> int:
    """Columns for words: beside the dates, or nearly all where it is narrow."""
    beside = width >= 2 * _DATE_CELLS + _LEAST
    return max(_LEAST, width - (_DATE_CELLS if beside else _INDENT))


def _card(
    date: str, rows: Iterable[list[Part]], last: list[Part], width: int, *, coloured: bool
) -> Iterator[str]:
    """The date, the words beside or below it, and a line under them."""
    taken = width - _room(width)
    first: Part = (f"{date[: taken - 2]:{taken}}", "dim")
    if taken < _DATE_CELLS:
        yield inked([(date, "dim")], width, coloured=coloured)
        first = (" " * taken, "")
    for number, row in enumerate(rows):
        before: Part = (" " * taken, "") if number else first
        yield inked([before, *row], width, coloured=coloured)
    yield inked([(" " * (taken - 2), ""), *last], width, coloured=coloured)


def _rows(words: str, strong: int, width: int) -> Iterator[list[Part]]:
    """Words wrapped to a width, so many letters at their beginning set off."""
    for line in wrap(words, width) or [""]:
        head = line[: max(0, strong)]
        yield [(head, "strong"), (line[len(head) :], "")]
        strong -= len(line) + 1
