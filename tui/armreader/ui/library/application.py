"""The application of a library's screen: choose a story, or search all of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from armreader.home.config import Config
from armreader.home.folders import places
from armreader.records.visible import visible_line
from armreader.store.library import Library
from armreader.store.store import Store
from armreader.store.words import Hits, search
from armreader.ui.keys.keymap import Keymap, make_keymap
from armreader.ui.library.indexing import Indexing
from armreader.ui.library.shelves import Key, ShelfList
from armreader.ui.lines.bar import Bar
from armreader.ui.lines.line_view import ROLE_CLASSES, Part
from armreader.ui.lines.row_list import RowList
from armreader.ui.lines.wrap import cut
from armreader.ui.pages.page import move_cursor
from armreader.ui.prompts.line import Prompt, edit, insert, window
from armreader.ui.settings import first_of, setting_problems
from armreader.ui.terminal import signals
from armreader.ui.terminal.screen_app import ScreenApp

_FOUND = 20
"""How many matching reports are shown; the search runs with every key."""
_LOOK_EVERY = 0.5
"""Seconds between two checks of how far indexing has got."""
_FOOT = "↑↓ story   Enter open   / search all   q quit "
_FOOT_OF_HITS = "↑↓ report   Enter open   Esc all stories   q quit "


class LibraryScreen(Screen[None]):
    """The list under a head, and a foot in which a query is typed."""

    COMPONENT_CLASSES = ROLE_CLASSES

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        at: str,
        indexing: Indexing | None = None,
        notice: str = "",
    ) -> None:
        super().__init__()
        self._library = library
        self._indexing = indexing
        self._keymap = keymap
        self._at = at
        self.list = ShelfList(library)
        self._header, self._foot = Bar(id="header"), Bar(id="status")
        self._prompt: Prompt | None = None
        self._query = ""
        self._notice = notice
        """What is wrong with the settings; shown at the foot until the next key."""

    def compose(self) -> ComposeResult:
        yield self._header
        self.list.add_class("page")  # so that the foot keeps its line
        yield self.list
        yield self._foot

    def on_mount(self) -> None:
        self.list.show_stories()
        if self._at:
            self.list.load_until(self._at)
        self.look()
        if self._indexing:
            self.set_interval(_LOOK_EVERY, self.look)
        self._show_foot()

    def look(self) -> None:
        """Show how far indexing has got, and its outcome at the end."""
        indexing = self._indexing
        going_on = ""
        if indexing and not indexing.ended:
            going_on = f"{indexing.last_line() or 'looking for changes'} · "
        elif indexing:
            self._indexing = None
            going_on = f"not up to date: {indexing.last_line()} · " if indexing.failed else ""
            self.list.reload()
        articles, stories = self._library.size()
        name = ", ".join(self._library.paths)
        counted = f"{going_on}{articles:,} reports · {stories:,} stories "
        self._header.show(
            [(f" {visible_line(name)}", ("head",))], [(visible_line(counted), ("dim",))]
        )

    def on_resize(self) -> None:
        self._show_foot()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self._notice = ""
        if self._prompt is not None:
            self._type(event.key, event.character)
            return
        known = self._keymap.command_of
        command = known.get(event.character or "") or known.get(event.key)
        match command.id if command else "":
            case "quit":
                self.app.exit(None)
            case "open":
                self._open()
            case "search":
                self._prompt = Prompt.of(self._query, selected=True)
            case "clear":
                self._find("")
            case name:
                move_cursor(self.list, name, 1)
        self._show_foot()

    def on_paste(self, event: events.Paste) -> None:
        if self._prompt is not None:
            self._prompt = insert(self._prompt, event.text)
            self._find(self._prompt.text)
            self._show_foot()

    def on_row_list_pointed(self, event: RowList.Pointed) -> None:
        event.stop()
        if event.opened:
            self._open()

    def _type(self, key: str, character: str | None) -> None:
        assert self._prompt
        if key == "enter":
            self._prompt = None
        elif key in ("escape", "ctrl+c") or (key == "backspace" and not self._prompt.text):
            self._prompt = None
            self._find("")
        elif key in ("up", "down"):
            self.list.move(1 if key == "down" else -1)
        else:
            changed = edit(self._prompt, key, character)
            if changed is not None:
                typed = changed.text != self._prompt.text
                self._prompt = changed
                if typed:
                    self._find(changed.text)
        self._show_foot()

    def _find(self, query: str) -> None:
        self._query = query
        if not query.strip():
            before = self.list.key
            self.list.show_stories()
            if before:
                self.list.load_until(before.story)
            return
        found = search(self._library, query, limit=_FOUND)
        self.list.show_hits(found.hits, _count_words(found))

    def _open(self) -> None:
        if self.list.key is not None:
            self.app.exit(self.list.key)

    def _show_foot(self) -> None:
        right: list[Part] = [(_FOOT_OF_HITS if self._query else _FOOT, ("dim",))]
        if self._prompt is None:
            asked = f" /{self._query}" if self._query else ""
            if self._notice:
                self._foot.show([(f" {cut(self._notice, self.size.width - 2)}", ("alert",))])
            else:
                self._foot.show([(asked, ("prompt",))], right)
            return
        before, under, after = window(self._prompt, max(4, self.size.width - 35))
        self._foot.show(
            [
                (" /", ("key",)),
                (before, ("prompt", "prompt-selected") if self._prompt.selected else ("prompt",)),
                (under, ("prompt", "prompt-cursor")),
                (after, ("prompt",)),
            ],
            [("Enter keeps the hits  Esc leaves ", ("dim",))],
        )


class LibraryApplication(ScreenApp[Key | None], inherit_bindings=False):
    """Returns the chosen story, or the article in one; None if nothing was chosen."""

    def __init__(
        self,
        paths: Sequence[str],
        *,
        config: Config | None = None,
        theme: str = "",
        at: str = "",
        indexing: Indexing | None = None,
    ) -> None:
        config = config or Config()
        super().__init__(config.theme or theme)
        self.store = Store(places().store)
        self.library = Library(self.store, paths)
        keymap = make_keymap(config.keys, config.lines)
        notice = "" if at else first_of(setting_problems(config))
        self.shown = LibraryScreen(self.library, keymap, at, indexing, notice)

    def get_default_screen(self) -> LibraryScreen:
        return self.shown

    def on_mount(self) -> None:
        signals.install(self, lambda: None)


def _count_words(found: Hits) -> str:
    count = f"{len(found.hits)}{'+' * found.more} report{'s' * (len(found.hits) != 1)}"
    count += f" with {found.instead}" if found.instead else " found"
    return "".join([count, *(f", {name}: left out" for name in found.left_out)])
