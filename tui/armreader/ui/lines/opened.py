"""What stands under the row of an opened event or quote: every source in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from armreader.records import Event, Passage, Quote
from armreader.story.accounts import accounts
from armreader.story.dossier import Dossier
from armreader.story.phrases import quote_words, speaker_name
from armreader.story.selection import Selection
from armreader.story.sources import difference_words, source_name
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.wrap import cut, fit, wrapped
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.looks.shown_dates import publication_date, shown_value

_INDENT = 2
_SOURCE_CELLS = 15
_DAY_CELLS = 12
_NARROW = 60
"""Cells below which a source and its day have a line of their own."""
_MOST_LINES = 2
"""Lines of a sentence; twice as many where the list is full."""


def opened_lines(
    dossier: Dossier, event: Event, article: str, width: int, *, full: bool
) -> list[list[Part]]:
    """In what the sources differ, the sentence of each, and what was said there.

    ``article``: the id of the article that is open beside the list, which is marked.
    """
    lines = [*_differences(dossier, event, width)]
    first = event.range.earliest if event.range else None
    year = f" {first.year}" if first else ""
    for told in accounts(dossier, event):
        most = 2 * _MOST_LINES if full else _MOST_LINES
        lines += _account(dossier, told, article, width, most, year)
    return [*lines, *_quotes(dossier, event, width), []]


def opened_wordings(
    dossier: Dossier, quotes: Sequence[Quote], article: str, width: int
) -> list[list[Part]]:
    """The other wordings of a quote, a source after another."""
    lines: list[list[Part]] = []
    for quote in quotes:
        lines += _account(
            dossier, Passage(quote.article, *quote.span), article, width, 2 * _MOST_LINES
        )
    return [*lines, []]


def _differences(dossier: Dossier, event: Event, width: int) -> Iterator[list[Part]]:
    for found in dossier.disagreements_about.get(event.id, ()):
        said = "   ".join(
            f"{shown_value(side.says)} ({source_name(dossier.article_by_id[side.article])})"
            for side in found.sides
        )
        words = f"{difference_words(found, event.id)}: {said}"
        for line in wrapped(words, width - _INDENT - 2, _MOST_LINES):
            yield [(" " * _INDENT + glyphs().differ + " ", ("alert",)), (line, ("alert",))]


def _account(
    dossier: Dossier, told: Passage, article: str, width: int, most: int, year: str = ""
) -> Iterator[list[Part]]:
    record = dossier.article_by_id[told.article]
    words = " ".join(record.text[told.start : told.end].split())
    here = told.article == article
    mark = (glyphs().current if here else " ") + " "
    source = fit(source_name(record), _SOURCE_CELLS)
    day = fit(publication_date(record.publication).removesuffix(year), _DAY_CELLS)
    if width < _NARROW:
        yield [(mark, ("mark",)), (f"{source.rstrip()}, {day.rstrip()}", ("dim",))]
        for line in wrapped(words, width - _INDENT - 2, most):
            yield [(" " * (_INDENT + 2), ()), (line, ())]
        return
    taken = _INDENT + _SOURCE_CELLS + _DAY_CELLS + 2
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
    """The first of the quotes that are said where the event is told."""
    related = dossier.related(Selection("event", event.id))
    said = [dossier.quote_by_id[quote] for quote in sorted(related.quotes)]
    said.sort(key=lambda quote: (quote.kind == "indirect", quote.span))
    if said:
        count = f"{len(said)} quote" + "s" * (len(said) > 1)
        words = f"{count}: {speaker_name(dossier, said[0])}, {quote_words(dossier, said[0])}"
        yield [(" " * _INDENT + cut(" ".join(words.split()), width - _INDENT), ("quote",))]
