"""A comparison as lines: each source with its day and its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from armreader.records import Passage, Span
from armreader.story.compare import ComparedSource, ComparedStretch, Comparison
from armreader.story.dossier import Dossier
from armreader.story.shown_dates import publication_date
from armreader.story.sources import repeated_words, source_name
from armreader.ui.lines.layers import flatten
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.wrap import cut, fit, plain, wrap
from armreader.ui.looks.glyphs import glyphs

_BREAKS = str.maketrans("\n\t", "  ")
_MOST_SOURCE = 22
"""The most cells for the name of a source."""
_BESIDE = 90
"""From this many cells on, the sentences are beside source and day, not below them."""
_MOST_WORDS = 100
"""Cells of a line of a sentence at most."""
_INDENT = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its parts, and the source and sentence that it shows, if it does."""

    parts: tuple[Part, ...]
    source: int
    stretch: int | None = None
    begins: bool = False
    """Whether the sentence begins here: the cursor is shown before it."""


def compared_lines(dossier: Dossier, comparison: Comparison, width: int) -> Iterator[Line]:
    """Source after source in the order of publication: name, day, how that is known, sentences."""
    records = [dossier.article_by_id[source.article] for source in comparison.sources]
    longest = max(cell_len(source_name(record)) for record in records)
    days = max(cell_len(publication_date(record.publication)) for record in records)
    name_cells = min(longest, _MOST_SOURCE)
    beside = width >= _BESIDE
    indent = name_cells + days + 4 if beside else _INDENT
    words = min(width - indent - 3, _MOST_WORDS)
    for number, (source, record) in enumerate(zip(comparison.sources, records, strict=True)):
        day = publication_date(record.publication)
        copied = repeated_words(dossier, record)
        note = f", {copied}" if copied else ""
        name = source_name(record)
        if beside:
            head: tuple[Part, ...] = (
                (f"{fit(name, name_cells)}  ", ("bold",)), (f"{fit(day, days)}  ", ("dim",)),
            )  # fmt: skip
        else:
            short = cut(name, width - cell_len(day + note) - 5)
            yield Line((("  ", ()), (short, ("bold",)), (f"  {day}{note}", ("dim",))), number)
            head = ((" " * _INDENT, ()),)
        yield from _sentences(dossier, comparison, (number, source), head, words)
        if beside and note:
            yield Line(((" " * (indent + 2), ()), (note.removeprefix(", "), ("dim",))), number)
        yield Line((("", ()),), number)


def _sentences(
    dossier: Dossier,
    comparison: Comparison,
    numbered: tuple[int, ComparedSource],
    head: tuple[Part, ...],
    width: int,
) -> Iterator[Line]:
    """The sentences of a source; only the first has its name and day before it."""
    number, source = numbered
    text = dossier.article_by_id[source.article].text
    blank: Part = (" " * sum(cell_len(part) for part, _ in head), ())
    for place, stretch in enumerate(source.stretches):
        rows = _block(text, stretch.sentence, width, _roles(stretch))
        for row_number, row in enumerate(rows):
            before = head if not place and not row_number else (blank,)
            yield Line((("  ", ()), *before, *row), number, place, begins=not row_number)
        for wording in comparison.wordings_beside(dossier, source, stretch):
            for parts in _wording(dossier, wording, width):
                yield Line((("  ", ()), blank, *parts), number)


def _wording(dossier: Dossier, wording: Passage, width: int) -> Iterator[tuple[Part, ...]]:
    """Below a sentence: how another source puts what it quotes."""
    article = dossier.article_by_id[wording.article]
    words = " ".join(article.text[wording.start : wording.end].split())
    index = wrap(plain(f"{source_name(article)}: {words}"), width - 2)
    for number in range(len(index.rows)):
        mark = "" if number else glyphs().wordings
        yield ((f"{mark:2}", ("mark",)), (index.row_text(number), ("dim",)))


def _roles(stretch: ComparedStretch) -> Iterable[tuple[Span, str]]:
    return (
        *((span, "differing") for span in stretch.differing),
        *((span, "disputed") for span in stretch.disputed),
    )


def _block(
    text: str, span: Span, width: int, roles: Iterable[tuple[Span, str]]
) -> Iterator[tuple[Part, ...]]:
    """A sentence in lines."""
    index = wrap(plain(text[span.start : span.end].translate(_BREAKS)), width)
    runs = flatten(
        (Span(start - span.start, end - span.start), role) for (start, end), role in roles
    )
    for row in index.rows:
        yield tuple((index.text[run.start : run.end], run.roles) for run in runs.over(row))
