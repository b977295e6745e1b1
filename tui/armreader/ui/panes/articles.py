"""The articles: title, source, date and how it is known, what was found in each."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.story.selection import Related, Selection
from armreader.story.shown_dates import publication_date
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.record_list import RecordList, left
from armreader.ui.lines.row_list import Row
from armreader.ui.lines.wrap import counted, cut, fit, wrapped
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.session.articles import ArticleOrder, in_order
from armreader.ui.session.state import State

_DAY_CELLS = 15
_READ, _UNREAD = "   read ", " unread "
_ORDER_WORDS: dict[ArticleOrder, str] = {
    "day": "", "source": " by source", "unread": ", the unread first",
}  # fmt: skip
_MOST_LINES = 2
"""Lines of a title."""
_ROOM_FOR_COUNTS = 56
"""Cells of a row from which there is room for what was found in it."""


class ArticlesPane(RecordList):
    """The title of each article, then its source, its day and what was found in it."""

    ROW_HEIGHT = 0
    PANE = "articles"
    KINDS = ("article",)

    def __init__(self) -> None:
        super().__init__("Articles", 1)
        self._read: frozenset[str] = frozenset()
        self._linked = True
        """Whether it is known what there is in each."""
        self._state: State | None = None

    def wanted(self, state: State) -> frozenset[str] | None:
        found = state.found.articles if state.found else None
        return left(found, state.related.articles, related_only=state.related_only)

    def make_rows(self, state: State, wanted: frozenset[str] | None) -> Sequence[Row[Selection]]:
        articles = self.chosen(state.dossier.by_day, state.dossier.article_by_id, wanted)
        self._read = state.read
        rows: list[Row[Selection]] = []
        for under, group in in_order(articles, state.order, state.read):
            rows += [Row(None, under)] if under and self.focused else []
            rows += [Row(Selection("article", article.id)) for article in group]
        return rows

    def grouping(self, state: State) -> str:
        return f"{state.order} {len(state.read) if state.order == 'unread' else ''}"

    def show(self, state: State) -> None:
        self._read, self._linked, self._state = state.read, not state.loading, state
        self.label = f"1 Articles{_ORDER_WORDS[state.order]}"
        super().show(state)

    def keeps_rows(self, state: State) -> bool:
        """Where all of them have the room: a step changes marks then, and no rows."""
        wanted = self.wanted(state)
        count = len(state.dossier.articles if wanted is None else wanted)
        lines = _MOST_LINES + 1 if self.roomy else 1
        return count * lines <= self.room.height - self.HEAD_HEIGHT

    def resized(self) -> None:
        super().resized()
        if self._state:
            self.show(self._state)

    def related_ids(self, related: Related) -> frozenset[str]:
        return related.articles

    def is_new(self, key: Selection) -> bool:
        return key.id in self.new

    def point_elsewhere(self, state: State) -> None:
        if state.pane != self.PANE:
            self.point_to(Selection("article", state.article))

    def lit(self, key: Selection) -> str:
        if self.related.selection is None:
            return " "
        return glyphs().lit if key.id in self.related.articles else glyphs().unlit

    def draw_row(self, row: Row[Selection], width: int) -> list[list[Part]]:
        dossier = self.dossier
        article = dossier.article_by_id.get(row.key.id) if dossier and row.key else None
        if dossier is None or article is None:
            return [[], []]
        source = article.source or article.file
        published = publication_date(article.publication)
        new = self.new_mark(Selection("article", article.id))
        if not self.roomy:
            parts = (article.source, article.title) if article.title else (source,)
            name = ": ".join(filter(None, parts))
            return [[(fit(published, _DAY_CELLS) + " ", ("dim",)),
                     (new, ("mark",)),
                     (cut(name, width - _DAY_CELLS - 1 - len(new)), ())]]  # fmt: skip
        events = len(dossier.events_by_article.get(article.id, ()))
        quotes = len(dossier.quotes_by_article.get(article.id, ()))
        about = f" · {published} ({article.publication.basis})"
        read = article.id in self._read
        mark = _READ if read else _UNREAD
        counts = f" {counted(events, 'event')} {counted(quotes, 'quote')}"
        counts = counts if width >= _ROOM_FOR_COUNTS and self._linked else ""
        room = width - len(about) - len(counts) - len(mark) - 3
        if room < len(source):
            about = f" · {published}"
            room = width - len(about) - len(counts) - len(mark) - 3
        right: list[Part] = [(counts + mark, ("dim",))]
        titled = wrapped(new + (article.title or article.file), width - 1, _MOST_LINES)
        lines: list[list[Part]] = [[(line, () if read else ("strong",))] for line in titled]
        lines[0] = [(new, ("mark",)), (titled[0][len(new) :], lines[0][0][1])]
        return [*lines, both_ends([(f"  {cut(source, room)}{about}", ("dim",))], right, width)]
