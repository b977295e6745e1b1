"""One source of a comparison in the lines of its column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armreader.dossier import Dossier
from armreader.records import Span
from armreader.report.compare import ComparedSource, ComparedStretch
from armreader.report.listings import repeated_words, source_name
from armreader.ui.glyphs import glyphs
from armreader.ui.lines.layers import flatten
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.wrap import cut, plain, wrap
from armreader.ui.shown_dates import full_date

_BREAKS = str.maketrans("\n\t", "  ")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column: its parts, and the source and sentence that it shows, if it does."""

    parts: tuple[Part, ...]
    source: int
    stretch: int | None = None
    begins: bool = False
    """Whether the sentence begins here."""
    names: bool = False
    """Whether it names the source."""


def column_lines(
    dossier: Dossier, source: ComparedSource, number: int, width: int
) -> Iterator[Line]:
    """A source: its name, when it appeared and how that is known, its sentences in context."""
    article = dossier.article_by_id[source.article]
    name = cut(source_name(article), width - 3)
    yield Line(((f" {name} ", ("told",)),), number, names=True)
    published = f"{full_date(article.publication.range)} ({article.publication.basis})"
    if article.repeats:
        published += f", {repeated_words(dossier, article)}"
    yield Line((("  ", ()), (cut(published, width - 3), ("dim",))), number)
    yield Line((("", ()),), number)
    shown_to = 0
    for place, stretch in enumerate(source.stretches):
        if stretch.before and stretch.before.start >= shown_to:
            yield from _block(article.text, stretch.before, number, width, ())
        yield from _block(
            article.text, stretch.sentence, number, width, _roles(stretch), stretch=place
        )
        following = source.stretches[place + 1 : place + 2]
        shown_to = stretch.sentence.end
        if stretch.after and not any(one.sentence == stretch.after for one in following):
            yield from _block(article.text, stretch.after, number, width, ())
            shown_to = stretch.after.end
        yield Line((("", ()),), number)


def _roles(stretch: ComparedStretch) -> Iterable[tuple[Span, str]]:
    return (
        *((span, "told") for span in stretch.lit),
        *((span, "differing") for span in stretch.differing),
        *((span, "disputed") for span in stretch.disputed),
    )


def _block(
    text: str,
    span: Span,
    source: int,
    width: int,
    roles: Iterable[tuple[Span, str]],
    stretch: int | None = None,
) -> Iterator[Line]:
    """A sentence in the lines of a column; without a number it is only context."""
    index = wrap(plain(text[span.start : span.end].translate(_BREAKS)), width - 3)
    runs = flatten(
        (Span(start - span.start, end - span.start), role) for (start, end), role in roles
    )
    for row_number, row in enumerate(index.rows):
        over = list(runs.over(row))
        differs = any("disputed" in run.roles for run in over)
        mark: Part = (glyphs().differ if differs else " ", ("alert",) if differs else ())
        plain_roles = () if stretch is not None else ("dim",)
        parts = ((index.text[run.start : run.end], run.roles or plain_roles) for run in over)
        yield Line(
            ((" ", ()), mark, *parts),
            source,
            stretch,
            begins=stretch is not None and not row_number,
        )
