"""Selecting a stretch of the text by keys, to keep it, copy it, or comment on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len

from armreader.records.spans import Passage, Span
from armreader.ui.keys.commands import BY_ID
from armreader.ui.lines.line_view import Part
from armreader.ui.prompts.typing import Bars, Typing
from armreader.ui.session.stretch import (
    next_sentence,
    sentence_at,
    with_end_at_sentence,
    with_end_at_word,
    with_start_at_word,
)

if TYPE_CHECKING:
    from armreader.ui.session.desk import Desk

Step = Callable[[str, Sequence[Span], Span], Span]

STEPS: dict[str, Step] = {
    "down": lambda text, sentences, stretch: next_sentence(sentences, stretch, 1),
    "up": lambda text, sentences, stretch: next_sentence(sentences, stretch, -1),
    "text-down": lambda text, sentences, stretch: with_end_at_sentence(sentences, stretch, 1),
    "text-up": lambda text, sentences, stretch: with_end_at_sentence(sentences, stretch, -1),
    "right": lambda text, sentences, stretch: with_end_at_word(text, stretch, 1),
    "left": lambda text, sentences, stretch: with_end_at_word(text, stretch, -1),
    "forward": lambda text, sentences, stretch: with_start_at_word(text, stretch, 1),
    "back": lambda text, sentences, stretch: with_start_at_word(text, stretch, -1),
}
"""By the id of the command whose keys take it."""
_DONE_WITH = ("bookmark", "comment", "edit", "copy")
"""Commands on the stretch, which end the selecting."""
_HINTS = (
    ("bookmark",), "keep", ("comment",), "comment", ("copy",), "copy", ("down", "up"), "sentence",
    ("text-down", "text-up"), "± sentence", ("right", "left"), "± word",
    ("back", "forward"), "± word at the start",
)  # fmt: skip


class StretchTyping(Typing):
    """Begins with the sentence being read; ends with a command on it, or with Esc."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pane = desk.state.pane
        self._return = desk.way_back()
        dossier, article = desk.state.dossier, desk.state.article
        self._text = dossier.article_by_id[article].text if article else ""
        self._sentences = [one.span for one in dossier.sentences.get(article, ())] or _lines(
            self._text
        )

    def begin(self) -> None:
        state = self.desk.state
        seen, at = self.desk.text.visible_span(), state.current
        place = seen.start
        if at and at.article == state.article and seen.start <= at.start < seen.end:
            place = at.start
        first = sentence_at(self._sentences, place)
        if not self.desk.text.is_on_screen:
            self.desk.go_to("text")
        if first:
            self._show(first)
        else:
            self.desk.tell("There is no text to select.")

    def key(self, key: str, character: str | None) -> None:
        command = self.desk.command_id(key, character)
        stretch = self.desk.state.stretch
        if command in STEPS and stretch:
            span = Span(stretch.start, stretch.end)
            self._show(STEPS[command](self._text, self._sentences, span))
        elif command in _DONE_WITH:
            self.desk.end_typing()
            self.desk.run_command(BY_ID[command])
            # What was selected is what the next command is about, if it was kept.
            self.desk.apply(replace(self.desk.state, stretch=None, current=stretch))
        elif command in ("select", "clear"):
            self.desk.end_typing()
            self.desk.apply(replace(self.desk.state, stretch=None, pane=self._pane))
            self._return()

    def paste(self, text: str) -> None:
        """Nothing is typed here."""

    def bar(self, width: int) -> Bars:
        keymap = self.desk.keymap
        right: list[Part] = [(keymap.first_label(BY_ID["clear"]), ("key",)), (" leaves ", ())]
        left: list[Part] = [(" ", ())]
        room = width - sum(cell_len(text) for text, _ in right) - 2
        for ids, word in zip(_HINTS[::2], _HINTS[1::2], strict=True):
            keys = " ".join(keymap.first_label(BY_ID[one]) for one in ids)
            room -= cell_len(f"{keys} {word}  ")
            if room < 0:
                break
            left += [(keys, ("key",)), (f" {word}  ", ())]
        return left, right

    def _show(self, span: Span) -> None:
        state = self.desk.state
        before = state.stretch
        self.desk.apply(replace(state, stretch=Passage(state.article, span.start, span.end)))
        # The whole may be longer than the screen: what is to be seen is the end that moved.
        start, end = span
        if before and before.start == start:
            start = max(start, end - 1)
        elif before and before.end == end:
            end = min(end, start + 1)
        self.desk.text.show_passage(Passage(state.article, start, end))


def _lines(text: str) -> list[Span]:
    """The lines that are not empty, where an article has no sentences."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans
