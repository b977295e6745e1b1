"""Someone at the keys of the reader: presses, waits until all is drawn, and sees the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from threading import Event

from textual.events import Key
from textual.pilot import Pilot

from armreader.opening.loading import Tell
from armreader.story.dossier import Dossier
from armreader.ui.application import Application
from armreader.ui.lines.record_list import RecordList
from armreader.ui.reader import Reader
from dossiers import harbour_dossier


def load_harbour(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
    """A loader of the dossier made by hand."""
    return harbour_dossier(), True


async def opened(app: Application, pilot: Pilot[None]) -> None:
    """Wait until the dossier is on the screen, and all that is made beside it is made."""
    while app.reader.state.loading and app.return_code is None:
        await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


class Hand:
    """A reader at the keys: presses, and sees what the screen shows."""

    def __init__(self, app: Application, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def reader(self) -> Reader:
        return self.app.reader

    async def from_the_top(self) -> None:
        """Begin in the articles, with every cursor on the first row."""
        for rows in self.reader.panes.values():
            if isinstance(rows, RecordList):
                rows.go_to_first()
        state = self.reader.state
        if state.moved_in:  # nothing was selected the last time: the reader chose where to begin
            first = state.dossier.articles[0].id
            state = replace(state, selection=None, current=None, article=first, moved_in=None)
            self.reader.text.go_to(0)
        if state.selection is None:
            self.reader.apply(replace(state, pane="articles"))
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys; a digit is no count of what follows it."""
        together: list[str] = []
        for number, key in enumerate(keys, 1):
            together.append(key)
            if key.isdecimal() or number == len(keys):
                await self.pilot.press(*together)
                self.reader.settle()
                together.clear()
        await self.pilot.pause()
        self.reader.settle()

    async def rattle(self, *keys: str) -> None:
        """Press keys faster than the reader draws, and wait only at the end."""
        for key in keys:
            self.app.post_message(Key(key, key if len(key) == 1 else None))
        await self.pilot.pause()
        self.reader.settle()

    async def type(self, text: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in text))

    def screen(self) -> list[str]:
        """The lines of the screen as plain text."""
        width, height = self.app.size
        lines = self.reader._compositor.render_strips()
        return ["".join(part.text for part in line) for line in lines][:height] if width else []

    def shows(self, words: str) -> bool:
        """Whether some line of the screen has these words."""
        return any(words in line for line in self.screen())


Start = Callable[..., AbstractAsyncContextManager[Hand]]
