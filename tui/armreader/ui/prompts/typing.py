"""What is typed at the foot of the screen: a search, or the name of a command."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from armreader.records.spans import Passage
from armreader.ui.keys.commands import BY_ID
from armreader.ui.lines.line_view import Part
from armreader.ui.prompts.line import Prompt, edit, insert, window
from armreader.ui.session.state import Found

if TYPE_CHECKING:
    from armreader.ui.reader import Reader

Bars = tuple[list[Part], list[Part]]


class Typing:
    """A prompt that has taken the keys; Enter keeps what it did, Esc undoes it."""

    sign = ":"

    def __init__(self, reader: Reader, text: str = "") -> None:
        self.reader = reader
        self.prompt = Prompt.of(text)

    def begin(self) -> None:
        """Called once, before it is drawn first."""

    def changed(self) -> None:
        """Called when what is typed is another text."""

    def enter(self) -> None:
        """Keep, and give the keys back."""
        self.reader.end_typing()

    def escape(self) -> None:
        """Undo, and give the keys back."""
        self.reader.end_typing()

    def other_key(self, key: str) -> None:
        """Called with a key that edits nothing."""

    def hint(self) -> list[Part]:
        """What stands at the right of what is typed."""
        return []

    def key(self, key: str, character: str | None) -> None:
        if key == "enter":
            self.enter()
        elif key in ("escape", "ctrl+c") or (key == "backspace" and not self.prompt.text):
            self.escape()
        else:
            self._take(edit(self.prompt, key, character), key)

    def paste(self, text: str) -> None:
        self._take(insert(self.prompt, text), "")

    def bar(self, width: int) -> Bars:
        """The foot while this is typed."""
        right = self.hint()
        room = width - sum(len(text) for text, _ in right) - len(self.sign) - 3
        before, under, after = window(self.prompt, max(4, room))
        left: list[Part] = [
            (f" {self.sign}", ("key",)),
            (before, ("prompt",)),
            (under, ("prompt", "prompt-cursor")),
            (after, ("prompt",)),
        ]
        return left, right

    def _take(self, prompt: Prompt | None, key: str) -> None:
        if prompt is None:
            self.other_key(key)
            return
        changed = prompt.text != self.prompt.text
        self.prompt = prompt
        if changed:
            self.changed()
        self.reader.typed()


class SearchTyping(Typing):
    """A query: every pane shows what it finds while it is typed."""

    sign = "/"

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._before = reader.state
        self._return = reader.way_back()
        self._at = reader.reading_at
        self._asked_before = len(reader.queries)

    def changed(self) -> None:
        text = self.prompt.text
        found = self.reader.find(text) if text.strip() else None
        state = replace(self._before, found=found, current=None)
        best = self._nearest(found) if found else None
        if best:
            state = replace(state, article=best.article, current=best)
        self.reader.apply(state)

    def _nearest(self, found: Found) -> Passage | None:
        """The next hit of the text that is open, else an earlier one, else the best of all."""
        here = [stop for stop in found.stops if stop.article == self._at.article]
        after = (stop for stop in here if stop.start >= self._at.start)
        return next(after, None) or next(iter(here), None) or found.best

    def enter(self) -> None:
        """Keep the query, and go to the best of what it found."""
        state = self.reader.state
        if state.found:
            queries = self.reader.queries
            queries[:] = [*(one for one in queries if one != state.found.query), state.found.query]
            best = state.found.best
            if best:
                self.reader.apply(replace(state, article=best.article, current=best))
        self.reader.end_typing()

    def escape(self) -> None:
        self.reader.apply(self._before)
        self.reader.end_typing()
        self._return()

    def other_key(self, key: str) -> None:
        """Up and down go through the queries of before."""
        step = {"up": -1, "ctrl+p": -1, "down": 1, "ctrl+n": 1}.get(key, 0)
        queries = self.reader.queries
        self._asked_before = max(0, min(self._asked_before + step, len(queries)))
        if step:
            asked = queries[self._asked_before] if self._asked_before < len(queries) else ""
            self._take(Prompt.of(asked), key)

    def hint(self) -> list[Part]:
        found = self.reader.state.found
        told = (found.hint or _hits(found.total)) if found else ""
        return [(f"{told}  ", ("dim",)), ("Enter", ("key",)), (" keeps  ", ()), ("Esc", ("key",)),
                (" goes back ", ())]  # fmt: skip


class CommandTyping(Typing):
    """Words that a command must have; the page above shows those that do."""

    def __init__(self, reader: Reader, *, all_commands: bool) -> None:
        super().__init__(reader)
        self._all = all_commands
        self.sign = "?" if all_commands else ":"

    def begin(self) -> None:
        self.changed()

    def changed(self) -> None:
        context = self.reader.state.context
        self.reader.commands.show(context, self.prompt.text, all_commands=self._all)

    def enter(self) -> None:
        key = self.reader.commands.key
        self.reader.end_typing()
        if key:
            self.reader.run_command(BY_ID[key])

    def other_key(self, key: str) -> None:
        page = self.reader.commands
        match key:
            case "down" | "ctrl+n" | "tab":
                page.move(1)
            case "up" | "ctrl+p" | "shift+tab":
                page.move(-1)
            case "pagedown":
                page.page(1)
            case "pageup":
                page.page(-1)

    def hint(self) -> list[Part]:
        return [("type to filter  ", ("dim",)), ("Enter", ("key",)), (" runs it  ", ()),
                ("Esc", ("key",)), (" goes back ", ())]  # fmt: skip


def _hits(total: int) -> str:
    return "1 hit" if total == 1 else f"{total} hits"
