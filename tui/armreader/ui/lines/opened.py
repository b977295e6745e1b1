"""What is shown under an opened event or quote: each source in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from armreader.records import Event, Passage, Quote
from armreader.story.accounts import accounts
from armreader.story.dossier import Dossier
from armreader.story.phrases import quote_words, speaker_name
from armreader.story.selection import Selection
from armreader.story.shown_dates import publication_date, shown_value
from armreader.story.sources import difference_words, source_name
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.wrap import cut, fit, wrapped
from armreader.ui.looks.glyphs import glyphs

_INDENT = 2
_MOST_SOURCE_CELLS = 15
_NARROW = 60
"""Cells below which a source and its day have a line of their own."""
_MOST_LINES = 3
"""Lines of a sentence; twice as many where the list is full."""


def opened_lines(
    dossier: Dossier, event: Event, article: str, width: int, *, full: bool
) -> list[list[Part]]:
    """What the sources differ in, the sentence of each, and what was said there.

    ``article``: the id of the article that is open beside the list, which is marked.
    """
    lines = [*_differences(dossier, event, width)]
    most = 2 * _MOST_LINES if full else _MOST_LINES
    year = event.range.earliest.year if event.range and event.range.earliest else None
    lines += _accounts(dossier, accounts(dossier, event), article, width, most, year)
    return [*lines, *_quotes(dossier, event, width), []]


def opened_wordings(
    dossier: Dossier, quotes: Sequence[Quote], article: str, width: int
) -> list[list[Part]]:
    """The other wordings of a quote, source after source."""
    passages = [Passage(quote.article, *quote.span) for quote in quotes]
    return [*_accounts(dossier, passages, article, width, 2 * _MOST_LINES), []]


def _differences(dossier: Dossier, event: Event, width: int) -> Iterator[list[Part]]:
    for found in dossier.disagreements_about.get(event.id, ()):
        said = "   ".join(
            f"{shown_value(side.value)} ({source_name(dossier.article_by_id[side.article])})"
            for side in found.sides
        )
        words = f"{difference_words(found, event.id)}: {said}"
        for line in wrapped(words, width - _INDENT - 2, _MOST_LINES):
            yield [(" " * _INDENT + glyphs().differ + " ", ("alert",)), (line, ("alert",))]


def _accounts(
    dossier: Dossier,
    passages: Sequence[Passage],
    article: str,
    width: int,
    most: int,
    year: int | None = None,
) -> Iterator[list[Part]]:
    """A passage a source, in columns: source, day (without the year that is known), words."""
    records = [dossier.article_by_id[one.article] for one in passages]
    days = [publication_date(one.publication).removesuffix(f" {year}") for one in records]
    sources = max((cell_len(source_name(record)) for record in records), default=0)
    columns = min(sources, _MOST_SOURCE_CELLS), max(map(cell_len, days), default=0)
    for one, day in zip(passages, days, strict=True):
        yield from _account(dossier, one, day, article == one.article, width, most, columns)


def _account(
    dossier: Dossier,
    passage: Passage,
    day: str,
    here: bool,
    width: int,
    most: int,
    columns: tuple[int, int],
) -> Iterator[list[Part]]:
    record = dossier.article_by_id[passage.article]
    words = " ".join(record.text[passage.start : passage.end].split())
    mark = (glyphs().current if here else " ") + " "
    if width < _NARROW:
        name = cut(source_name(record), width - cell_len(day) - _INDENT - 2)
        yield [(mark, ("mark",)), (name, ("source",)), (f", {day}", ("dim",))]
        for line in wrapped(words, width - _INDENT - 2, most):
            yield [(" " * (_INDENT + 2), ()), (line, ())]
        return
    taken = _INDENT + sum(columns) + 2
    source, day = fit(source_name(record), columns[0]), fit(day, columns[1])
    for number, line in enumerate(wrapped(words, width - taken, most)):
        if number:
            yield [(" " * taken, ()), (line, ())]
        else:
            yield [
                (mark, ("mark",)),
                (source + " ", ("source",)),
                (day + " ", ("dim",)),
                (line, ()),
            ]


def _quotes(dossier: Dossier, event: Event, width: int) -> Iterator[list[Part]]:
    """The first of the quotes that are said where the event is reported."""
    related = dossier.related(Selection("event", event.id))
    said = [dossier.quote_by_id[quote] for quote in sorted(related.quotes)]
    said.sort(key=lambda quote: (quote.kind == "indirect", quote.span))
    if said:
        count = f"{len(said)} quote" + "s" * (len(said) > 1)
        words = f"{count}: {speaker_name(dossier, said[0])}, {quote_words(dossier, said[0])}"
        yield [(" " * _INDENT + cut(" ".join(words.split()), width - _INDENT), ("quote",))]
