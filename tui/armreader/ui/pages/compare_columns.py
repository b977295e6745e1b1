"""One source of a comparison in the lines of its column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armreader.records import Passage, Span
from armreader.story.compare import ComparedStretch, Comparison
from armreader.story.dossier import Dossier
from armreader.story.sources import repeated_words, source_name
from armreader.ui.lines.layers import flatten
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.wrap import cut, plain, wrap
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.looks.shown_dates import full_date

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
    dossier: Dossier, comparison: Comparison, number: int, width: int
) -> Iterator[Line]:
    """A source: its name, when it appeared and how that is known, its sentences in context."""
    source = comparison.sources[number]
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
        for wording in comparison.wordings_beside(dossier, source, stretch):
            yield from _wording(dossier, wording, number, width)
        following = source.stretches[place + 1 : place + 2]
        shown_to = stretch.sentence.end
        if stretch.after and not any(one.sentence == stretch.after for one in following):
            yield from _block(article.text, stretch.after, number, width, ())
            shown_to = stretch.after.end
        yield Line((("", ()),), number)


def _wording(dossier: Dossier, wording: Passage, source: int, width: int) -> Iterator[Line]:
    """Below a sentence: how another source puts what it quotes."""
    article = dossier.article_by_id[wording.article]
    words = " ".join(article.text[wording.start : wording.end].split())
    index = wrap(plain(f"{source_name(article)}: {words}"), width - 6)
    for number in range(len(index.rows)):
        mark = "" if number else glyphs().wordings
        yield Line(
            (("   ", ()), (f"{mark:2}", ("mark",)), (index.row_text(number), ("dim",))), source
        )


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
