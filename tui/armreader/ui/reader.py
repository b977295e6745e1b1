"""The reading screen: draws one state in its panes, and turns keys and messages into the next.

What no key asks for before the first paint is imported where it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from armreader.records.spans import Passage
from armreader.story.selection import Selection
from armreader.ui import moving
from armreader.ui.actions import ACTIONS
from armreader.ui.bars import foot_of, head_of
from armreader.ui.keys.acts import is_permitted
from armreader.ui.keys.commands import BY_ID, Command, applies
from armreader.ui.keys.cursor_rest import Pointing
from armreader.ui.keys.key_reader import Keying, key_of
from armreader.ui.keys.keymap import Keymap
from armreader.ui.layout import give_room, lay_out, layout_of
from armreader.ui.lines.bar import Bar
from armreader.ui.lines.line_view import ROLE_CLASSES
from armreader.ui.lines.record_list import RecordList
from armreader.ui.lines.row_list import RowList
from armreader.ui.noting import Noting
from armreader.ui.pages.stack import Pages
from armreader.ui.panes.articles import ArticlesPane
from armreader.ui.panes.hits import HitsPane
from armreader.ui.panes.quotes import QuotesPane
from armreader.ui.panes.text import ArticleText
from armreader.ui.panes.timeline import TimelinePane
from armreader.ui.prompts.search import SearchTyping
from armreader.ui.prompts.typing import CommandTyping, Typing
from armreader.ui.session import state as steps
from armreader.ui.session.articles import read_here
from armreader.ui.session.state import Pane, State
from armreader.ui.tallies import Tallies
from armreader.ui.terminal.screen_writer import ScreenWriterMixin

if TYPE_CHECKING:
    from armreader.ui.pages.help import CommandPage
    from armreader.ui.session.desk import Program


class Reader(Screen[None]):
    """Four panes under one state; no pane has textual's focus, all keys come here."""

    COMPONENT_CLASSES = ROLE_CLASSES

    def __init__(self, state: State, keymap: Keymap, program: Program) -> None:
        super().__init__()
        self.program: Program = program
        self.state, self.keymap = state, keymap
        self.text = ArticleText()
        self._lists: dict[Pane, RecordList] = {
            "articles": ArticlesPane(),
            "timeline": TimelinePane(),
            "quotes": QuotesPane(),
        }
        self.hits = HitsPane()
        """What a query found, while it is typed."""
        self._header, self._status, self._tallies = Bar(id="header"), Bar(id="status"), Tallies()
        self.pages = Pages(self)
        self.noting: Noting = Noting(self)
        self._typing: Typing | None = None
        self._laid_out = False
        self.keying = Keying(keymap, self.run_command, self._undoing)
        self._pointing = Pointing(self._select_pointed, self._line_is_behind, self.set_timer)
        for rows in self._lists.values():
            rows.on_moved = self.on_row_list_pointed
        self.in_library = False  # whether Esc leads back to a library
        self.queries: list[str] = []
        """What has been searched, the last at the end."""

    def compose(self) -> ComposeResult:
        lay_out(self, self.state, commands=False)
        yield self._header
        with Horizontal(id="body"):
            yield Vertical(*self._lists.values(), self.hits, id="lists")
            yield self.text
        yield Bar(id="too-small")
        yield self._status

    @cached_property
    def commands(self) -> CommandPage:
        """The page of commands; made when it is first asked for, which is after the first paint."""
        from armreader.ui.pages.help import CommandPage

        page = CommandPage(self.keymap)
        self.mount(page, before="#too-small")
        return page

    def update_node_styles(self, animate: bool = True) -> None:
        # Textual asks for it at the start as well, when everything has just got its styles.
        if self._laid_out:
            super().update_node_styles(animate)

    def on_resize(self) -> None:
        self._laid_out = True
        self.apply(self.state)

    def on_mount(self) -> None:
        self.query_one("#too-small", Bar).show([("Too small: use 40×10", ())])
        self.apply(self.state)

    @property
    def panes(self) -> Mapping[Pane, RecordList | ArticleText]:
        """The panes by their names, in the order of the screen."""
        return {name: self._lists.get(name, self.text) for name in steps.PANES}

    @property
    def list_in_focus(self) -> RowList[Selection] | None:
        """The list that keys move in; None where they move the text."""
        return self._lists.get(self.state.pane)

    @property
    def pointed_state(self) -> State:
        """The state; where nothing of the list in focus is selected, with what its cursor is on."""
        rows, chosen = self._lists.get(self.state.pane), self.state.selection
        key = rows.key if rows and (chosen is None or chosen.kind not in rows.KINDS) else None
        if key is None or key.kind == "article":
            return self.state
        return replace(self.state, selection=key, current=None)

    @property
    def reading_at(self) -> Passage:
        """The first code point of the text that can be seen."""
        start = self.text.visible_span().start
        return Passage(self.state.article, start, start)

    def apply(self, state: State) -> None:
        """Take a state and draw it."""
        self.state = state = read_here(state) if state.pane == "text" else state
        layout = layout_of((self.size or self.app.size).width)
        beside = state.beside if state.pane == "text" else state.pane
        if (layout, beside) != (state.layout, state.beside):
            state = self.state = replace(state, layout=layout, beside=beside)
        commands = isinstance(self._typing, CommandTyping)
        searching = isinstance(self._typing, SearchTyping) and state.found is not None
        lay_out(self, state, commands=commands, searching=searching)
        give_room(self, state, searching=searching)
        for pane in self._lists.values():
            pane.show(state)
        if searching:
            self.hits.show(state)
        self.text.show(state)
        self.pages.draw(hidden=commands)
        self._show_bars()
        self.program.changed()

    def tell(self, notice: str) -> None:
        """Show a message at the foot until the next key."""
        self.apply(replace(self.state, notice=notice))

    def go_to(self, pane: Pane) -> None:
        """Move the keys to a pane."""
        self.apply(replace(self.state, pane=pane, moved_in=None))

    def choose(self, selection: Selection) -> None:
        """Select something as a step of the history of its own."""
        self.apply(steps.select(self.state, selection))

    def show_current(self) -> None:
        """Bring the current mention back into sight."""
        current = self.state.current
        if current and current.article == self.state.article:
            self.text.show_passage(current)

    def way_back(self) -> Callable[[], None]:
        """A function that restores every pane's place, once the state is the same again."""
        ways = [pane.way_back() for pane in self.panes.values()]

        def go_back() -> None:
            for way in ways:
                way()

        return go_back

    def _show_bars(self) -> None:
        width = self._status.size.width
        front, counts = self.pages.front, self._tallies(self.state)
        self._header.show(*head_of(self.state, front.NAME if front else "", width, counts))
        if self._typing:
            self._status.show(*self._typing.bar(width))
        elif front:
            self._status.show(*self.pages.bar(width))
        else:
            self._status.show(*foot_of(self.state, self.keymap, width))

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if self.state.notice:
            self.state = replace(self.state, notice="")
        if self._typing:
            self._typing.key(event.key, event.character)
            return
        self.keying.press(key_of(event.key, event.character), event.time)

    def command_id(self, key: str, character: str | None) -> str:
        """The id of the command of a key, as textual names it; empty where it has none."""
        command = self.keymap.command_of.get(key_of(key, character))
        return command.id if command else ""

    def on_paste(self, event: events.Paste) -> None:
        if self._typing:
            self._typing.paste(event.text)
        else:
            self.tell("Nothing here takes pasted text: open a search or a comment first.")

    def run_command(self, command: Command | None, count: int = 1) -> None:
        """Do a command, or say why it does not apply; None for a key without a command."""
        if command is None or not is_permitted(command.id):
            self._show_bars()
            return
        if command.id not in ("down", "up", "page-down", "page-up"):
            self._pointing.settle()
        if self.pages.do(command, count):
            self._show_bars()
        elif applies(command, self.state.context):
            ACTIONS[command.id](self, count)
            self._show_bars()
        else:
            self.tell(f"{command.help}: there is no {command.needs} here.")

    def _undoing(self) -> Callable[[], None]:
        state, reopen = self.state, self.pages.reopening()

        def undo() -> None:
            reopen()
            self.apply(state)

        return undo

    def settle(self) -> None:
        """Do now what was waiting for a pause of the keys."""
        self.keying.forget_digits()
        self._pointing.settle()

    def on_row_list_pointed(self, event: RowList.Pointed) -> None:
        event.stop()
        if isinstance(self._typing, SearchTyping):
            self._typing.follow()
            if event.opened:
                self._typing.enter()
        elif self.pages.front and event.opened and not self._typing:
            self.pages.enter()
        elif isinstance(event.key, Selection):
            pane = next(pane for pane, rows in self._lists.items() if rows.id == event.pane)
            self._pointing.point(pane, event.key, at_once=event.opened)
        elif event.opened and isinstance(event.key, str):
            self.end_typing()
            self.run_command(BY_ID[event.key])

    def on_bar_clicked(self, event: Bar.Clicked) -> None:
        event.stop()
        if self._typing:
            self._typing.key(event.key.casefold().replace("esc", "escape"), None)
        else:
            self.run_command(self.keymap.command_labelled(event.key))

    def on_row_list_folded(self, event: RowList.Folded) -> None:
        event.stop()
        if not self._typing:
            moving.fold(self)

    def _select_pointed(self, pane: Pane, selection: Selection) -> None:
        self.apply(steps.select(replace(self.state, pane=pane), selection, moved_in=pane))

    def _line_is_behind(self) -> bool:
        return isinstance(self.app, ScreenWriterMixin) and self.app.line_is_behind

    def begin_search(self) -> None:
        self.begin_typing(SearchTyping(self))

    def show_commands(self, *, all_commands: bool) -> None:
        """The page of commands; typing filters it, Enter runs one."""
        self.begin_typing(CommandTyping(self, all_commands=all_commands))

    def begin_typing(self, typing: Typing) -> None:
        """Let a prompt have the keys until it ends."""
        self._typing = typing
        typing.begin()
        self.apply(self.state)

    def typed(self) -> None:
        """Draw the foot after a change of what is typed."""
        self._show_bars()

    def end_typing(self) -> None:
        self._typing = None
        self.apply(self.state)
