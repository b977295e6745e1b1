"""What a dossier holds on a terminal: cards of wrapped lines that fit its width."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from armreader.cli.ink import Part, inked, is_coloured
from armreader.cli.listings import count_mark
from armreader.cli.table import one_line
from armreader.records import Article, Event, Quote
from armreader.story.dossier import Dossier
from armreader.story.file_places import place_in_file
from armreader.story.phrases import place, quote_words, source_marks, speaker_name
from armreader.story.shown_dates import full_date, publication_date
from armreader.story.sources import repeated_words, source_name

if TYPE_CHECKING:
    from armreader.records import Span
    from armreader.story.coverage import Coverage

_MOST_DATE_CELLS = 18
_GAP = 2
_INDENT = 4
_KEPT = "★"
_LEAST = 20
"""Columns of words at least, however narrow the terminal."""
_MOST_MARKS = 12
"""Articles up to which each has a mark of its own beside every event."""
_MOST_NAMED = 3
_NAME_CELLS = 32


def timeline_cards(
    dossier: Dossier, events: Sequence[Event], width: int, kept: Collection[str], *, ids: bool
) -> Iterator[str]:
    """Each event with its date, its label wrapped and who has it; then which mark is whose."""
    coloured = is_coloured()
    days = [full_date(event.range) for event in events]
    column = date_column(days, width)
    marked = len(dossier.articles) <= _MOST_MARKS
    for event, day in zip(events, days, strict=True):
        label = one_line(event.label)
        having = [dossier.article_by_id[one] for one in event.articles]
        last: list[Part] = [
            (f"{source_marks(dossier, event)}  " if marked else "", "mark"),
            (f"{len(having)}/{len(dossier.articles)}  ", "mark"),
            (_named(having), "dim"),
            ("  ≠ sources differ" if event.id in dossier.disagreements_about else "", "alert"),
            *_marks(event.id, kept, ids=ids),
        ]
        rows = word_rows(label, len(label), width - column)
        yield from card(day, rows, last, width, column, coloured=coloured)
    if marked:
        yield from _legend("The dots, from the left:", dossier.articles, width, coloured=coloured)


def coverage_cards(dossier: Dossier, matrix: Coverage, width: int, *, ids: bool) -> Iterator[str]:
    """Each event with how often each source tells it, and who does not, where they are few."""
    coloured = is_coloured()
    events = [dossier.event_by_id[row.event] for row in matrix.rows]
    days = [full_date(event.range) for event in events]
    column, total = date_column(days, width), len(matrix.columns)
    of_column = [dossier.article_by_id[first] for first, *_ in matrix.columns]
    for row, event, day in zip(matrix.rows, events, days, strict=True):
        label = one_line(event.label)
        gaps = [one for number, one in enumerate(of_column) if number not in row.cells]
        counts = "".join(count_mark(row.cells.get(number, 0)) for number in range(total))
        last: list[Part] = [
            (f"{counts}  " if total <= width - column - _LEAST else "", "mark"),
            (f"{row.sources}/{total}", "mark"),
            (f"  not in {_named(gaps)}" if 0 < len(gaps) <= _MOST_NAMED else "", "dim"),
            *_marks(event.id, (), ids=ids),
        ]
        yield from card(
            day,
            word_rows(label, len(label), width - column),
            last,
            width,
            column,
            coloured=coloured,
        )
    yield from _legend("The columns, from the left:", of_column, width, coloured=coloured)


def quote_cards(
    dossier: Dossier, quotes: Sequence[Quote], width: int, kept: Collection[str], *, ids: bool
) -> Iterator[str]:
    """Each quote with its day and speaker, its words wrapped, and where it is."""
    coloured = is_coloured()
    days = [_day_of(dossier, quote) for quote in quotes]
    column = date_column(days, width)
    for quote, day in zip(quotes, days, strict=True):
        article = dossier.article_by_id[quote.article]
        marks = ("“", "”") if quote.kind == "direct" else ("", "")
        who = one_line(f"{speaker_name(dossier, quote)}:")
        said = one_line(f"{who} {marks[0]}{quote_words(dossier, quote)}{marks[1]}")
        reported = "reported  " if quote.kind == "indirect" else ""
        where = f"{_name(article)}, {place(article, quote.span.start)}"
        wordings = "  ≈ in other words elsewhere" if quote.wording_group else ""
        last: list[Part] = [
            (reported, "dim"), (where, "mark"), (wordings, "dim"),
            *_marks(quote.id, kept, ids=ids),
        ]  # fmt: skip
        rows = word_rows(said, len(who), width - column)
        yield from card(day, rows, last, width, column, coloured=coloured)


def article_cards(dossier: Dossier, width: int, *, ids: bool) -> Iterator[str]:
    """Each article by its title, with its source, its day and how that is known, and counts."""
    coloured = is_coloured()
    for number, article in enumerate(dossier.articles, 1):
        title = one_line(article.title or article.file)
        quotes = len(dossier.quotes_by_article.get(article.id, ()))
        events = len(dossier.events_by_article.get(article.id, ()))
        day = f"{full_date(article.publication.range)} ({article.publication.basis})"
        facts = (
            counted(quotes, "quote"), counted(events, "event"), repeated_words(dossier, article),
        )  # fmt: skip
        last: list[Part] = [
            (f"{article.source}  " if article.source else "", "mark"),
            (f"{day}  ", ""),
            (", ".join(filter(None, facts)), "dim"),
            (f"  {place_in_file(article, dossier) or article.file}", "dim"),
            *_marks(article.id, (), ids=ids),
        ]
        rows = word_rows(title, len(title), width - _INDENT)
        yield from card(str(number), rows, last, width, _INDENT, coloured=coloured)


def people_cards(dossier: Dossier, width: int, *, ids: bool) -> Iterator[str]:
    """Each person or body with how much it says where and when, its roles and spellings."""
    from armreader.story.people import named_words, people

    coloured = is_coloured()
    for row in people(dossier):
        actor = dossier.actor_by_id[row.actor]
        said = f"{counted(len(row.quotes), 'quote')} in {counted(len(row.sources), 'source')}"
        days = dict.fromkeys((full_date(row.first), full_date(row.last)))
        head: list[Part] = [
            (one_line(actor.name), "strong"),
            (f"  {said}" if row.quotes else "  named only", "mark"),
            (f"  {' – '.join(days)}" if row.quotes else "", "dim"),
            *_marks(actor.id, (), ids=ids),
        ]
        yield inked(head, width, coloured=coloured)
        about = one_line(" · ".join(filter(None, ("; ".join(actor.roles), named_words(actor)))))
        for part in word_rows(about, 0, width - _INDENT):
            yield inked([(" " * _INDENT, ""), *part], width, coloured=coloured)


def found_card(
    kind: str, words: str, lit: Iterable[Span], where: str, about: str, width: int
) -> Iterator[str]:
    """What a search found, with the letters that matched set off, and where it is."""
    column = len("article") + _GAP
    rows, done = [], 0
    spans = list(lit)
    for line in wrap(words, width - column) or [""]:
        start = words.index(line, done)
        done = start + len(line)
        parts: list[Part] = []
        at = start
        for span in spans:
            first, last = max(span.start, at), min(span.end, done)
            if first < last:
                parts += [(words[at:first], ""), (words[first:last], "strong")]
                at = last
        rows.append([*parts, (words[at:done], "")])
    last_row: list[Part] = [(where, "mark"), (about, "dim")]
    yield from card(kind, rows, last_row, width, column, coloured=is_coloured())


def fitted(lines: Iterable[str], width: int) -> Iterator[str]:
    """Lines wrapped to a width, what is carried over a little further in than the line began."""
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()))
        yield from wrap(line, width, subsequent_indent=f"{indent}  ") or [""]


def _legend(
    words: str, articles: Sequence[Article], width: int, *, coloured: bool
) -> Iterator[str]:
    """Which mark beside an event is whose."""
    yield ""
    yield inked([(words, "dim")], width, coloured=coloured)
    for number, article in enumerate(articles, 1):
        parts: list[Part] = [
            (f"{number:>3}  ", "mark"),
            (source_name(article), ""),
            (f", {publication_date(article.publication)}", "dim"),
        ]
        yield inked(parts, width, coloured=coloured)


def _day_of(dossier: Dossier, quote: Quote) -> str:
    """The day on which it was said, else that of the article."""
    said = dossier.said(quote)
    article = dossier.article_by_id[quote.article]
    return full_date(said.range) if said else publication_date(article.publication)


def _named(articles: Sequence[Article]) -> str:
    """The first sources by name, and how many more there are."""
    names = list(dict.fromkeys(map(_name, articles)))
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _name(article: Article) -> str:
    name = one_line(source_name(article))
    return name if len(name) <= _NAME_CELLS else f"{name[: _NAME_CELLS - 1].rstrip()}…"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


def _marks(ident: str, kept: Collection[str], *, ids: bool) -> list[Part]:
    """A star on what is kept in the notebook, and the id if asked for."""
    return [
        (f"  {_KEPT}" if ident in kept else "", "mark"),
        (f"  {ident}" if ids else "", "dim"),
    ]


def date_column(days: Sequence[str], width: int) -> int:
    """Columns for the dates beside the words, or an indentation where it is narrow."""
    column = min(max(map(len, days), default=0), _MOST_DATE_CELLS) + _GAP
    return column if width >= 2 * column + _LEAST else _INDENT


def card(
    first: str,
    rows: Iterable[list[Part]],
    last: list[Part],
    width: int,
    column: int,
    *,
    coloured: bool,
) -> Iterator[str]:
    """What is in the first column, the words beside or below it, and a line under them."""
    beside = len(first) + _GAP <= column
    if not beside:
        yield inked([(first, "dim")], width, coloured=coloured)
    for number, row in enumerate(rows):
        lead: Part = (f"{first if beside and not number else '':{column}}", "dim")
        yield inked([lead, *row], width, coloured=coloured)
    yield inked([(" " * column, ""), *last], width, coloured=coloured)


def word_rows(words: str, strong: int, width: int) -> Iterator[list[Part]]:
    """Words wrapped to a width, with a number of letters at their beginning highlighted."""
    for line in wrap(words, max(_LEAST, width)) or [""]:
        head = line[: max(0, strong)]
        yield [(head, "strong"), (line[len(head) :], "")]
        strong -= len(line) + 1
