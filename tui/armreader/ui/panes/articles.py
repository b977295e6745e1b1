"""The articles: source, date and how it is known, what was found in each."""

from __future__ import annotations

from armreader.dossier import Dossier, Related, Selection
from armreader.ui.glyphs import glyphs
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut
from armreader.ui.shown_dates import publication_date
from armreader.ui.state import State


class ArticlesPane(RowList[Selection]):
    """Two lines an article; lit where it has what is selected."""

    ROW_HEIGHT = 2

    def __init__(self) -> None:
        super().__init__("Articles", 1)
        self._dossier: Dossier | None = None
        self._related = Related()
        self._filter: frozenset[str] | None = None

    def show(self, state: State) -> None:
        """Draw the articles under a state."""
        wanted = _filter(state)
        if state.dossier is not self._dossier or wanted != self._filter:
            self._dossier, self._filter = state.dossier, wanted
            self.set_rows(
                [
                    Row(Selection("article", article.id))
                    for article in state.dossier.articles
                    if wanted is None or article.id in wanted
                ]
            )
        self._related = state.related
        self.active = state.pane == "articles"
        if state.selection and state.selection.kind == "article":
            self.point_to(state.selection)
        elif not self.active:
            self.point_to(Selection("article", state.article))
        self.redraw()

    def lit(self, key: Selection) -> str:
        if self._related.selection is None:
            return " "
        return glyphs().lit if key.id in self._related.articles else glyphs().unlit

    def draw_row(self, row: Row[Selection], width: int) -> list[list[Part]]:
        dossier = self._dossier
        article = dossier.article_by_id.get(row.key.id) if dossier and row.key else None
        if dossier is None or article is None:
            return [[], []]
        events = len(dossier.events_by_article.get(article.id, ()))
        quotes = len(dossier.quotes_by_article.get(article.id, ()))
        name = article.source or article.title or article.file
        return [
            [(cut(name, width), ("strong",))],
            both_ends(
                [(publication_date(article.publication), ())],
                [(f"{events}e {quotes}q ", ("dim",))],
                width,
            ),
        ]


def _filter(state: State) -> frozenset[str] | None:
    if state.found:
        return state.found.articles
    return state.related.articles if state.related_only else None
