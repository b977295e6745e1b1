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
from armreader.ui.lines.line_view import OWN, Part
from armreader.ui.lines.wrap import cut, fit, wrapped
from armreader.ui.looks.glyphs import glyphs

_INDENT = 2
_MOST_SOURCE_CELLS = 15
_NARROW = 60
"""Cells below which a source and its day have a line of their own."""
_MOST_LINES = 3
"""Lines of a sentence; twice as many where the list is full."""


Line = list[Part]


def opened_lines(
    dossier: Dossier, event: Event, article: str, size: tuple[int, int], *, full: bool
) -> list[Line]:
    """What the sources differ in, the sentence of each, and what was said there.

    ``article``: the id of the article that is open beside the list, which is marked; ``size``: the
    cells of a line, and the lines that there is room for: of more sources those around it are left.
    """
    width, room = size
    lines = [*_differences(dossier, event, width)]
    most = 2 * _MOST_LINES if full else _MOST_LINES
    year = event.range.earliest.year if event.range and event.range.earliest else None
    given = accounts(dossier, event)
    starts = [_begins(event, one) for one in given]
    blocks = list(_accounts(dossier, given, article, width, most, year, starts))
    quotes = list(_quotes(dossier, event, width))
    here = next((n for n, one in enumerate(given) if one.article == article), 0)
    lines += _around(blocks, here, room - len(lines) - len(quotes) - 1)
    return [*lines, *quotes, []]


def opened_wordings(
    dossier: Dossier, quotes: Sequence[Quote], article: str, width: int
) -> list[Line]:
    """The other wordings of a quote, source after source."""
    passages = [Passage(quote.article, *quote.span) for quote in quotes]
    blocks = _accounts(dossier, passages, article, width, 2 * _MOST_LINES)
    return [*(line for block in blocks for line in block), []]


def _begins(event: Event, account: Passage) -> int:
    """Where in a sentence the event is first named."""
    triggers = (one.trigger.start for one in event.mentions if one.article == account.article)
    return min((at for at in triggers if account.start <= at < account.end), default=account.start)


def _around(blocks: Sequence[list[Line]], here: int, room: int) -> Iterator[Line]:
    """As many blocks as there is room for, one of them among them, and how many are left out."""
    first = last = here
    room -= len(blocks[here]) if blocks else 0
    if sum(map(len, blocks)) > room + len(blocks[here] if blocks else ()):
        room -= 2  # to say so
    while blocks:
        if last + 1 < len(blocks) and len(blocks[last + 1]) <= room:
            last += 1
            room -= len(blocks[last])
        elif first > 0 and len(blocks[first - 1]) <= room:
            first -= 1
            room -= len(blocks[first])
        else:
            break
    if first > 0:
        yield [(f"{' ' * _INDENT}… {first} more before, [ goes there", ("dim", OWN))]
    for block in blocks[first : last + 1]:
        yield from block
    if last + 1 < len(blocks):
        yield [(f"{' ' * _INDENT}… {len(blocks) - last - 1} more, ] goes there", ("dim", OWN))]


def _differences(dossier: Dossier, event: Event, width: int) -> Iterator[list[Part]]:
    for found in dossier.disagreements_about.get(event.id, ()):
        said = "   ".join(
            f"{shown_value(side.value)} ({source_name(dossier.article_by_id[side.article])})"
            for side in found.sides
        )
        words = f"{difference_words(found, event.id)}: {said}"
        mark = glyphs().differ
        for line in wrapped(words, width - _INDENT - 2, _MOST_LINES):
            yield [(f"{' ' * _INDENT}{mark} ", ("alert",)), (line, ("alert",))]
            mark = " "


def _accounts(
    dossier: Dossier,
    passages: Sequence[Passage],
    article: str,
    width: int,
    most: int,
    year: int | None = None,
    starts: Sequence[int] = (),
) -> Iterator[list[Line]]:
    """A passage a source, in columns: source, day (without the year that is known), words.

    ``starts``: in each text where what matters begins, which is shown whatever is cut.
    """
    records = [dossier.article_by_id[one.article] for one in passages]
    days = [publication_date(one.publication).removesuffix(f" {year}") for one in records]
    sources = max((cell_len(source_name(record)) for record in records), default=0)
    columns = min(sources, _MOST_SOURCE_CELLS), max(map(cell_len, days), default=0)
    wanted = starts or [one.start for one in passages]
    for one, day, start in zip(passages, days, wanted, strict=True):
        here = article == one.article
        yield list(_account(dossier, one, start, day, here, width, most, columns))


def _account(
    dossier: Dossier,
    passage: Passage,
    start: int,
    day: str,
    here: bool,
    width: int,
    most: int,
    columns: tuple[int, int],
) -> Iterator[list[Part]]:
    record = dossier.article_by_id[passage.article]
    words = " ".join(record.text[passage.start : passage.end].split())
    before = " ".join(record.text[passage.start : start].split())
    mark = (glyphs().current if here else " ") + " "
    if width < _NARROW:
        name = cut(source_name(record), width - cell_len(day) - _INDENT - 2)
        yield [(mark, ("mark",)), (name, ("source",)), (f", {day}", ("dim",))]
        room = width - _INDENT - 2
        for line in wrapped(_from(words, len(before), room * most), room, most):
            yield [(" " * (_INDENT + 2), ()), (line, ())]
        return
    taken = _INDENT + sum(columns) + 2
    source, day = fit(source_name(record), columns[0]), fit(day, columns[1])
    words = _from(words, len(before), (width - taken) * most)
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


def _from(words: str, at: int, room: int) -> str:
    """The words, from a little before a letter where it would not be seen otherwise."""
    if at < room * 3 // 4 or len(words) <= room:
        return words
    start = words.rfind(" ", 0, max(0, at - room // 3)) + 1
    return f"… {words[start:]}" if start else words


def _quotes(dossier: Dossier, event: Event, width: int) -> Iterator[list[Part]]:
    """The first of the quotes that are said where the event is reported."""
    related = dossier.related(Selection("event", event.id))
    said = [dossier.quote_by_id[quote] for quote in sorted(related.quotes)]
    said.sort(key=lambda quote: (quote.kind == "indirect", quote.span))
    if said:
        count = f"{len(said)} quote" + "s" * (len(said) > 1)
        words = f"{count} · {speaker_name(dossier, said[0])}: {quote_words(dossier, said[0])}"
        yield [(" " * _INDENT + cut(" ".join(words.split()), width - _INDENT), ("quote",))]
