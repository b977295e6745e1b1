"""Why: the rules that led to what is selected, and the passages used, each a jump away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.cells import cell_len
from textual.strip import Strip

from armreader.records.spans import Passage, Span
from armreader.story.dossier import Dossier
from armreader.story.sources import source_name
from armreader.story.why import Explanation, why, why_time
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut, plain, wrap
from armreader.ui.pages.page import Page, move_cursor
from armreader.ui.session.state import State

_SET_IN = 4
_CONTEXT = 30
"""Code points before a passage, at most."""
_MOST_CELLS = 100
"""The most cells in a line of words: longer lines are hard to read."""


class WhyPage(Page, RowList[int]):
    """A heading for each claim, under it the rule in words and its passages, where the cursor
    goes."""

    NAME = "why"
    HINTS = (("down", "passage"), ("open", "go to it"))

    def __init__(self) -> None:
        super().__init__("Why", 0)
        self.label = "Why: the rule, and the passages that it used"
        self.active = True
        self._dossier: Dossier | None = None
        self._explained: tuple[Explanation, ...] = ()
        self._passages: list[Passage] = []

    def open(self, state: State) -> str:
        explained = tuple(dict.fromkeys(explanations(state)))
        if not explained:
            return "Nothing was inferred here."
        if explained != self._explained or state.dossier is not self._dossier:
            self._dossier, self._explained = state.dossier, explained
            self._take_rows()
            self.jump(0)
            self.redraw()
        return ""

    def do(self, command: str, count: int) -> bool:
        before = self.key
        known = move_cursor(self, command, count)
        if self.key == before and command in ("down", "up"):
            # What comes before the first passage and after the last has no place for the cursor.
            self._scroll(count if command == "down" else -count)
        return known

    def enter(self, state: State) -> State | None:
        if self.key is None:
            return None
        passage = self._passages[self.key]
        return replace(state, article=passage.article, current=passage, pane="text")

    def draw_row(self, row: Row[int], width: int) -> list[list[Part]]:
        if self._dossier is None or row.key is None:
            return [[]]
        passage = self._passages[row.key]
        article = self._dossier.article_by_id[passage.article]
        line = article.text.count("\n", 0, passage.start) + 1
        where = f"{cut(source_name(article), width // 3)}, line {line} "
        room = width - 3 - cell_len(where)
        return [[("  ", ()), (where, ("dim",)), *_in_context(article.text, passage, room)]]

    def resized(self) -> None:
        self._take_rows()

    def _take_rows(self) -> None:
        """The rows for the present width."""
        self._passages = []
        rows: list[Row[int]] = []
        width = min(self.size.width or _MOST_CELLS, _MOST_CELLS) - _SET_IN - 1
        for explanation in self._explained:
            rows += [Row(None, "")] if rows else []
            rows += [Row(None, line) for line in _wrapped(explanation.claim, width)]
            rows += [
                Row(None, " " * _SET_IN + line) for line in _wrapped(explanation.sentence, width)
            ]
            rows += map(self._row_of, explanation.passages)
            for reading in explanation.otherwise:
                lines = _wrapped(f"Or: {reading.words}", width)
                rows += [Row(None, " " * _SET_IN + line) for line in lines]
                rows += [self._row_of(reading.passage)] if reading.passage else []
        self.set_rows(rows)

    def _row_of(self, passage: Passage) -> Row[int]:
        """The row of one more passage."""
        self._passages.append(passage)
        return Row(len(self._passages) - 1)

    def _row_lines(self, number: int, width: int) -> list[Strip]:
        row = self.rows[number]
        if row.key is None and row.heading.startswith(" " * _SET_IN):
            return [self.strip([(row.heading, ())])]
        return super()._row_lines(number, width)


def explanations(state: State) -> Iterator[Explanation]:
    """Explanations of the selection, of its disagreements, of the times here and of the date."""
    dossier = state.dossier
    if state.selection:
        yield from why(dossier, state.selection.id)
    for disagreement in state.related.disagreements:
        yield from why(dossier, disagreement.id)
    yield from _times(state)
    yield from why(dossier, state.article)


def _times(state: State) -> Iterator[Explanation]:
    """The temporal expressions of the sentence that is at the current mention."""
    at = state.current
    if at is None:
        return
    dossier = state.dossier
    around = [
        sentence.span
        for sentence in dossier.sentences.get(at.article, ())
        if sentence.span.start < at.end and at.start < sentence.span.end
    ] or [Span(at.start, at.end)]
    text = dossier.article_by_id[at.article].text
    for time in dossier.times_by_article.get(at.article, ()):
        if around[0].start <= time.span.start < around[-1].end:
            yield why_time(time, text[slice(*time.span)])


def _in_context(text: str, passage: Passage, width: int) -> list[Part]:
    """A passage on one line, with what comes before and after it on its line of the text."""
    words = " ".join(text[passage.start : passage.end].split())
    # The passage itself has the room first.
    context = min(_CONTEXT, max(0, width - cell_len(words)))
    begin = max(text.rfind("\n", 0, passage.start) + 1, passage.start - context)
    end = text.find("\n", passage.end)
    before = plain(text[begin : passage.start])
    if begin and text[begin - 1] != "\n":
        before = "…" + before[before.find(" ") + 1 :]
    words = cut(words, width - cell_len(before))
    after = text[passage.end : end if end >= 0 else len(text)][:width]
    room = width - cell_len(before + words)
    return [(before, ("dim",)), (words, ("bold",)), (cut(after, room), ("dim",))]


def _wrapped(text: str, width: int) -> list[str]:
    index = wrap(plain(" ".join(text.split())), width)
    return [index.row_text(row) for row in range(len(index.rows))]
