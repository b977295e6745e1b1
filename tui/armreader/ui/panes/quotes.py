"""The quotes: who says what, by time or by speaker, bookmarked or told in other words elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier
from armreader.story.ordered_quotes import said_by, said_key
from armreader.story.selection import Related, Selection
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.record_list import RecordList, left
from armreader.ui.lines.row_list import Row
from armreader.ui.lines.wrap import cut, fit
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.looks.shown_dates import date_under, heading, in_one_month, publication_date
from armreader.ui.session.state import Grouping, State

if TYPE_CHECKING:
    from armreader.records import Quote

_NAME_CELLS = 10


class QuotesPane(RecordList):
    """One line a quote, under its article, the month it was said, or a line for its speaker."""

    PANE = "quotes"
    KINDS = ("quote", "actor")

    def __init__(self) -> None:
        super().__init__("Quotes", 4)
        self._grouping: Grouping = "published"
        self._dates: dict[str, str] = {}
        """By the id of a quote what its heading leaves to say of the day it was said."""
        self._date_cells = 0
        self._bookmarked: frozenset[str] = frozenset()

    def wanted(self, state: State) -> frozenset[str] | None:
        found = state.found.quotes if state.found else None
        return left(found, state.related.quotes, related_only=state.related_only)

    def make_rows(self, state: State, wanted: frozenset[str] | None) -> Sequence[Row[Selection]]:
        dossier, self._grouping = state.dossier, state.grouping
        self._dates = {}
        quotes = [quote for quote in dossier.quotes if wanted is None or quote.id in wanted]
        match state.grouping:
            case "published":
                rows = _by_publication(dossier, quotes)
            case "said":
                rows = self._by_day_said(dossier, quotes)
            case "speaker":
                rows = _by_speaker(dossier, quotes)
        made = list(rows)
        self._date_cells = max(map(cell_len, self._dates.values()), default=0)
        return made

    def _by_day_said(self, dossier: Dossier, quotes: list[Quote]) -> Iterator[Row[Selection]]:
        """Who said what when: month after month, what was only said by a day (``…22``) last."""
        days = {quote.id: said_by(dossier, quote) for quote in quotes}
        under = ""
        for quote in sorted(quotes, key=lambda quote: _month_said(days[quote.id])):
            day = days[quote.id]
            if heading(day, "month") != under:
                under = heading(day, "month")
                yield Row(None, under)
            self._dates[quote.id] = date_under(day, "month") if day else ""
            yield Row(Selection("quote", quote.id))

    def related_ids(self, related: Related) -> frozenset[str]:
        return related.quotes

    def grouping(self, state: State) -> str:
        return state.grouping

    def show(self, state: State) -> None:
        self._bookmarked = state.bookmarked
        super().show(state)

    def lit(self, key: Selection) -> str:
        if self.related.selection is None or key.kind == "actor":
            return " "
        return glyphs().lit if key.id in self.related.quotes else " "

    def draw_row(self, row: Row[Selection], width: int) -> list[list[Part]]:
        dossier, selection = self.dossier, row.key
        if dossier is None or selection is None:
            return [[]]
        if selection.kind == "actor":
            return [[(cut(row.heading, width), ("heading",))]]
        quote = dossier.quote_by_id.get(selection.id)
        if quote is None:
            return [[]]
        marks = glyphs()
        star = marks.bookmark if quote.id in self._bookmarked else " "
        other = marks.wordings if quote.wording_group else ""
        day = fit(self._dates.get(quote.id, ""), self._date_cells) + " " * bool(self._date_cells)
        who = ""
        if self._grouping != "speaker":
            who = fit(_surname(dossier, quote), _NAME_CELLS) + " "
        room = width - 1 - cell_len(day + who) - len(other) - 1
        return [
            [
                (star, ("mark",)),
                (day, ()),
                (who, ("strong",)),
                (cut(quote_words(dossier, quote), room), ()),
                (f" {other}" if other else "", ("mark",)),
            ]
        ]


def quote_words(dossier: Dossier, quote: Quote) -> str:
    """The words of a quote on one line, between marks where the source has them."""
    text = dossier.article_by_id[quote.article].text
    words = " … ".join(text[slice(*part)] for part in quote.fragments or (quote.span,))
    words = " ".join(words.split())
    return words if quote.kind == "indirect" else f"“{words}”"


def speaker_name(dossier: Dossier, quote: Quote) -> str:
    """The canonical name of who says it, else what the article calls them."""
    if quote.speaker is None:
        return "unattributed"
    actor = dossier.actor_by_id.get(quote.speaker.actor) if quote.speaker.actor else None
    return (
        actor.name
        if actor
        else dossier.article_by_id[quote.article].text[slice(*quote.speaker.span)]
    )


def _surname(dossier: Dossier, quote: Quote) -> str:
    name = speaker_name(dossier, quote)
    actor = dossier.actor_by_id.get(quote.speaker.actor or "") if quote.speaker else None
    return name.split()[-1] if actor and actor.kind == "person" and name.split() else name


def _month_said(day: DateRange | None) -> tuple[int, int, tuple[object, ...]]:
    """Orders by the headings, and under each by the days."""
    first = (day.earliest or day.latest) if day else None
    if day is None or first is None:
        return date.max.year + 1, 0, said_key(None)
    return first.year, first.month if in_one_month(day) else 0, said_key(day)


def _by_publication(dossier: Dossier, quotes: list[Quote]) -> Iterator[Row[Selection]]:
    """Article after article in the order of publication, the undated last."""
    place = {article.id: number for number, article in enumerate(dossier.articles)}

    def key(quote: Quote) -> tuple[bool, object, int, int]:
        range_ = dossier.article_by_id[quote.article].publication.range
        return (
            range_ is None,
            range_.sort_key if range_ else (),
            place[quote.article],
            quote.span[0],
        )

    for article, said in groupby(sorted(quotes, key=key), key=lambda quote: quote.article):
        record = dossier.article_by_id[article]
        day = publication_date(record.publication)
        yield Row(None, f"{day} · {record.source or record.title or record.file}")
        for quote in said:
            yield Row(Selection("quote", quote.id))


def _by_speaker(dossier: Dossier, quotes: list[Quote]) -> Iterator[Row[Selection]]:
    """Who says most comes first; quotes without a speaker last."""
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(speaker_name(dossier, quote) if quote.speaker else "", []).append(quote)
    for name, said in sorted(groups.items(), key=lambda item: (not item[0], -len(item[1]), item)):
        actor = said[0].speaker.actor if said[0].speaker else None
        heading = f"{name or 'unattributed'} ({len(said)})"
        yield Row(Selection("actor", actor) if actor else None, heading)
        for quote in said:
            yield Row(Selection("quote", quote.id))
