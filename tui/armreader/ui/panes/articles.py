"""The articles: source, date and how it is known, what was found in each."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.story.selection import Related, Selection
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.record_list import RecordList, left
from armreader.ui.lines.row_list import Row
from armreader.ui.lines.wrap import cut
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.looks.shown_dates import publication_date
from armreader.ui.session.state import State


class ArticlesPane(RecordList):
    """Two lines an article; lit where it has what is selected."""

    ROW_HEIGHT = 2
    PANE = "articles"
    KINDS = ("article",)

    def __init__(self) -> None:
        super().__init__("Articles", 1)

    def wanted(self, state: State) -> frozenset[str] | None:
        found = state.found.articles if state.found else None
        return left(found, state.related.articles, related_only=state.related_only)

    def make_rows(self, state: State, wanted: frozenset[str] | None) -> Sequence[Row[Selection]]:
        return [
            Row(Selection("article", article.id))
            for article in state.dossier.articles
            if wanted is None or article.id in wanted
        ]

    def related_ids(self, related: Related) -> frozenset[str]:
        return related.articles

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
        events = len(dossier.events_by_article.get(article.id, ()))
        quotes = len(dossier.quotes_by_article.get(article.id, ()))
        name = article.source or article.title or article.file
        published, counts = publication_date(article.publication), f" {events}e {quotes}q"
        fits = len(published) + len(counts) <= width
        return [
            [(cut(name, width), ("strong",))],
            both_ends([(published, ())], [(counts, ("dim",))] if fits else [], width),
        ]
