"""The text of one article as its file has it, with everything related lit in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from armreader.records.spans import Passage, Span
from armreader.story.dossier import Dossier
from armreader.story.file_places import place_in_file
from armreader.story.selection import Related, Selection
from armreader.story.shown_dates import full_date, publication_date
from armreader.ui.lines.line_view import LINK, Part, both_ends
from armreader.ui.lines.text_pane import TextPane
from armreader.ui.lines.wrap import cut, plain, wrap
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.session.state import Found, State

if TYPE_CHECKING:
    from armreader.records import Article

_STYLED = frozenset({"title", "source", "byline", "dateline", "summary", "caption", "furniture"})
_SHORT = 40
"""Up to this many code points, a mention is shown in reverse when gone to; a longer one is only
marked."""


class ArticleText(TextPane):
    """A block about the article, then its text; each article remembers its place."""

    def __init__(self) -> None:
        super().__init__(id="text")
        marks = glyphs()
        self.MARKS = (
            ("at", marks.current),
            ("bookmarked", marks.bookmark),
            ("selected", marks.event),
            ("trigger", marks.event),
            ("event", marks.event),
            ("wording", marks.wordings),
            ("hit", marks.unlit),
            ("quote", marks.quote),
            ("doubtful", marks.perhaps),
        )
        self.MARKS_BESIDE = (("bookmarked", marks.bookmark),)
        self.active = False
        self.places: dict[str, int] = {}
        """The place in each article that has been open, by its id."""
        self._dossier: Dossier | None = None
        self._article: Article | None = None
        self._shown: object = None
        self._current: Passage | None = None

    def show(self, state: State) -> None:
        """Draw the open article under a state; go to the current mention when that is new."""
        article = state.dossier.article_by_id.get(state.article)
        self.active = state.pane == "text"
        opened = article is not self._article
        if state.dossier is not self._dossier:
            self._dossier = state.dossier
            self._rewrap()  # of how many articles of its file this is one
        if opened:
            self._open(article)
            self._current = None
        shown = (article, state.related, state.found, state.current, state.kept, state.stretch)
        if shown != self._shown:
            self._shown = shown
            self.set_spans(_spans(state, article) if article else ())
        if state.current != self._current:
            self._current = state.current
            if article and state.current and state.current.article == article.id:
                self._bring(state.current, opened=opened)
        self.redraw()

    def head(self, width: int) -> list[Part]:
        role = "head-active" if self.active else "head"
        rule = glyphs().rule
        title = _called(self._article) if self._article else "Text"
        right: list[Part] = [(f" {self.percent}% ", ("dim",))] if self._article else []
        room = width - 14
        return both_ends(
            [(rule, ("dim",)), (f" 2 {cut(title, room)} ", (role,)), (" ", ("dim",))],
            right,
            width,
            rule,
        )

    def about(self, width: int) -> list[list[Part]]:
        article = self._article
        if article is None:
            return []
        lines: list[list[Part]] = []
        if article.title and not _has_title(article.text, article.title):
            title = wrap(plain(article.title), width)
            lines += [[(title.row_text(row), ("title",))] for row in range(len(title.rows))]
        published = article.publication
        date = full_date(published.range)
        place = place_in_file(article, self._dossier) if self._dossier else ""
        basis = f"{date} ({published.basis})"
        facts = dict.fromkeys((article.source, basis, article.byline, place))
        for text in filter(None, (" · ".join(filter(None, facts)), *article.notices)):
            index = wrap(plain(text), width)
            lines += [[(index.row_text(row), ("dim",))] for row in range(len(index.rows))]
        if article.url:
            lines.append([(cut(article.url, width), ("dim", LINK + article.url))])
        return [*lines, []]

    def visible_keys(self) -> list[Selection]:
        """The first quote, else the first event, of every row that can be seen."""
        return list(self._records_by_row().values())

    def show_labels(self, labels: Mapping[Selection, str]) -> None:
        """Put labels before the rows of records, or take them away."""
        rows = self._records_by_row() if labels else {}
        self.row_labels = {row: labels[key] for row, key in rows.items() if key in labels}
        self.redraw()

    def _records_by_row(self) -> dict[int, Selection]:
        """What can be selected on the visible rows of the text, by the number of the row."""
        dossier, article = self._dossier, self._article
        if dossier is None or article is None:
            return {}
        seen, index = self.visible_span(), self.wrapped
        starts = [
            (quote.span.start, Selection("quote", quote.id))
            for quote in dossier.quotes_by_article.get(article.id, ())
        ] + [
            (mention.trigger.start, Selection("event", event.id))
            for event in dossier.events_by_article.get(article.id, ())
            for mention in event.mentions
            if mention.article == article.id
        ]
        rows: dict[int, Selection] = {}
        taken: set[Selection] = set()
        for start, selection in starts:
            row = index.row_of(start)
            if seen.start <= start < seen.end and row not in rows and selection not in taken:
                rows[row] = selection
                taken.add(selection)
        return dict(sorted(rows.items()))

    def show_passage(self, passage: Passage) -> None:
        """Scroll, if need be, so that a passage of the open article can be seen."""
        self._bring(passage, opened=False)
        self.redraw()

    def _bring(self, passage: Passage, *, opened: bool) -> None:
        """Bring a passage into sight with the sentences that it is in, where they have the room.

        ``opened``: the article has just been opened.
        """
        span = Span(passage.start, passage.end)
        if self._dossier and passage.end > passage.start:
            whole = self._dossier.sentences_around(passage.article, span)
            rows = self.wrapped.rows_of(whole)
            span = whole if rows.stop - rows.start <= self.page_rows else span
        self.show_span(span, opened=opened)

    def remember_place(self) -> None:
        """Keep the place in the open article."""
        if self._article:
            self.places[self._article.id] = self.place

    def _open(self, article: Article | None) -> None:
        self.remember_place()
        self._article = article
        self.set_text(
            article.text if article else "", self.places.get(article.id, 0) if article else 0
        )


def _has_title(text: str, title: str) -> bool:
    """Whether a title can be read in the text; one that was cut short, at the beginning."""
    words = " ".join(title.split())
    begins = " ".join(text[: 4 * len(title)].split())
    return title in text or begins.startswith(words.removesuffix("…").rstrip())


def _called(article: Article) -> str:
    """The outlet and the day of an article, then its title; its title alone without an outlet."""
    title = article.title or article.file
    if not article.source:
        return title
    published = publication_date(article.publication).removeprefix("? ")
    return f"{article.source}, {published}: {title}"


def _spans(state: State, article: Article) -> Iterator[tuple[Span, str]]:
    for section in article.sections:
        if section.kind in _STYLED:
            yield section.span, section.kind
    for span in article.doubtful:
        yield span, "doubtful"
    related: Related = state.related
    for highlight in related.highlights.get(article.id, ()):
        yield highlight.span, highlight.role
    for kept in state.kept:
        if kept.article == article.id:
            yield Span(kept.start, kept.start + 1), "bookmarked"
    found: Found | None = state.found
    for stop in found.stops if found else ():
        if found and stop.article == article.id:
            for span in found.lit(article.text, stop.start, stop.end):
                yield span, "hit"
    if state.stretch and state.stretch.article == article.id:
        yield Span(state.stretch.start, state.stretch.end), "stretch"
    if state.current and state.current.article == article.id:
        start, end = state.current.start, state.current.end
        yield Span(start, start + 1), "at"
        if end - start <= _SHORT:
            yield Span(start, end), "current"
