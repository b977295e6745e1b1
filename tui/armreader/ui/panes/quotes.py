"""The quotes: who says what, by time or by speaker, bookmarked or in other words elsewhere."""

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
from armreader.story.shown_dates import (
    date_under,
    full_date,
    heading,
    in_one_month,
    publication_date,
)
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.opened import opened_wordings
from armreader.ui.lines.record_list import RecordList, left
from armreader.ui.lines.row_list import Row
from armreader.ui.lines.wrap import cut, wrapped
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.session.state import Grouping, State

if TYPE_CHECKING:
    from armreader.records import Quote

_MOST_LINES = 2
"""Lines of words; one more where the list is full or the quote is opened."""


class QuotesPane(RecordList):
    """Who says it and how, then the words; grouped by article, month or speaker."""

    ROW_HEIGHT = 0

    PANE = "quotes"
    KINDS = ("quote", "actor")

    def __init__(self) -> None:
        super().__init__("Quotes", 4)
        self._grouping: Grouping = "published"
        self._dates: dict[str, str] = {}
        """By quote id, what its heading leaves to say about the day it was said."""
        self._bookmarked: frozenset[str] = frozenset()
        self._opened = self._article = ""
        self._full = False

    def wanted(self, state: State) -> frozenset[str] | None:
        found = state.found.quotes if state.found else None
        return left(found, state.related.quotes, related_only=state.related_only)

    def make_rows(self, state: State, wanted: frozenset[str] | None) -> Sequence[Row[Selection]]:
        dossier, self._grouping = state.dossier, state.grouping
        self._dates = {}
        quotes = self.chosen(dossier.quotes, dossier.quote_by_id, wanted)
        match state.grouping:
            case "published":
                rows = _by_publication(dossier, quotes)
            case "said":
                rows = self._by_day_said(dossier, quotes)
            case "speaker":
                rows = _by_speaker(dossier, quotes)
        return [row for row in rows if self.roomy or row.key]

    def _by_day_said(self, dossier: Dossier, quotes: list[Quote]) -> Iterator[Row[Selection]]:
        """Who said what when: month after month, last what was only said by a day: ``until 22``."""
        days = {quote.id: said_by(dossier, quote) for quote in quotes}
        under = ""
        for quote in sorted(quotes, key=lambda quote: _month_said(days[quote.id])):
            day = days[quote.id]
            if heading(day, "month") != under:
                under = heading(day, "month")
                yield Row(None, under)
            self._dates[quote.id] = date_under(day, "month") if day else ""
            yield Row(Selection("quote", quote.id))

    def is_new(self, key: Selection) -> bool:
        quote = self.dossier.quote_by_id.get(key.id) if self.dossier else None
        return quote is not None and quote.article in self.new

    def related_ids(self, related: Related) -> frozenset[str]:
        return related.quotes

    def grouping(self, state: State) -> str:
        return state.grouping

    def show(self, state: State) -> None:
        self._bookmarked = state.bookmarked
        self._article, self._full = state.article, state.full or state.layout == "columns"
        if state.opened != self._opened:
            self._opened = state.opened
            self._heights.clear()
            self._keep_in_sight()
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
        other = f" {marks.wordings} " if quote.wording_group else ""
        new = self.new_mark(selection)
        who = "" if self._grouping == "speaker" else speaker_name(dossier, quote)
        if not self.roomy:
            room = width - 3 - cell_len(new + other)
            words = f"{who}: {quote_words(dossier, quote)}" if who else quote_words(dossier, quote)
            return [[(star, ("mark",)), (new, ("mark",)), (cut(words, room), ()),
                     (other, ("mark",))]]  # fmt: skip
        how, day = _how(dossier, quote), self._day(dossier, quote)
        room = width - cell_len(f"{star}{new}  {how} {day}{other}") - 1
        head: list[Part] = [(star, ("mark",)), (new, ("mark",)),
                            (cut(who, max(room, width // 2)), ("strong",))]  # fmt: skip
        head.append((f"{'  ' if who else ''}{how}", ("dim",)))
        most = _MOST_LINES + (self._full or quote.id == self._opened)
        right: list[Part] = [(day, ("dim",)), (other or " ", ("mark",))]
        lines: list[list[Part]] = [both_ends(head, right, width)]
        for line in wrapped(quote_words(dossier, quote), width - 4, most):
            lines.append([("   ", ()), (line, ())])
        if quote.id == self._opened:
            others = other_wordings_of(dossier, quote)
            lines += opened_wordings(dossier, others, self._article, width - 1)
        return lines

    def _day(self, dossier: Dossier, quote: Quote) -> str:
        """The day on which it was said, if known; else nothing."""
        if self._grouping == "said":
            return self._dates.get(quote.id, "")
        day = said_by(dossier, quote)
        return full_date(day) if day and day.earliest and day.latest else ""


def other_wordings_of(dossier: Dossier, quote: Quote) -> list[Quote]:
    """The quotes elsewhere that are the same utterance."""
    group = dossier.wording_by_id.get(quote.wording_group or "")
    ids = group.quotes if group else ()
    return [dossier.quote_by_id[one] for one in ids if one != quote.id]


def _how(dossier: Dossier, quote: Quote) -> str:
    """The word that reports it, and a note if the words are not the speaker's own."""
    cue = dossier.article_by_id[quote.article].text[slice(*quote.cue)] if quote.cue else ""
    cue = " ".join(cue.split())
    if quote_words(dossier, quote).startswith(f"{cue} "):
        cue = ""  # the words themselves begin with it
    reported = "(reported)" if quote.kind == "indirect" else ""
    return " ".join(filter(None, (cue, reported)))


def quote_words(dossier: Dossier, quote: Quote) -> str:
    """The words of a quote on one line, between marks where all of them are the speaker's."""
    text = dossier.article_by_id[quote.article].text
    words = " … ".join(text[slice(*part)] for part in quote.fragments or (quote.span,))
    words = " ".join(words.split())
    return f"“{words}”" if quote.kind == "direct" else words


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


def _month_said(day: DateRange | None) -> tuple[int, int, tuple[object, ...]]:
    """Orders by the headings, and under each by the days."""
    first = (day.earliest or day.latest) if day else None
    if day is None or first is None:
        return date.max.year + 1, 0, said_key(None)
    return first.year, first.month if in_one_month(day) else 0, said_key(day)


def _by_publication(dossier: Dossier, quotes: list[Quote]) -> Iterator[Row[Selection]]:
    """Article after article in the order of publication, the undated last."""

    def key(quote: Quote) -> tuple[int, int]:
        return dossier.place_by_day[quote.article], quote.span.start

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
