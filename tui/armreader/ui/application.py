"""The application: opens a dossier while the screen is in use, and keeps the place."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from textual.timer import Timer

from armreader.home.config import Config
from armreader.home.folders import places
from armreader.home.resume import Stopped, keep, last, stopped_at
from armreader.opening.loading import Loader, Loading, empty_dossier
from armreader.opening.stories import several_stories_hint, story_in
from armreader.story.dossier import Dossier
from armreader.story.selection import KINDS, Selection
from armreader.ui.keys.commands import BY_ID
from armreader.ui.keys.keymap import make_keymap
from armreader.ui.moving import begin
from armreader.ui.pages.stack import views
from armreader.ui.reader import Reader
from armreader.ui.session.articles import ORDERS
from armreader.ui.session.carry_over import has
from armreader.ui.session.notices import Fault
from armreader.ui.session.room import kept_rooms, rooms_of
from armreader.ui.session.state import GROUPINGS, PANES, Found, State, not_yet
from armreader.ui.settings import first_of, setting_problems
from armreader.ui.status import new_words
from armreader.ui.terminal import signals
from armreader.ui.terminal.screen_app import ScreenApp

if TYPE_CHECKING:
    from armreader.records import Correction
    from armreader.ui.session.reloading import Rereading
    from armreader.ui.session.searching import Indexed

_LAST_FRAME_FOR = 2.0
"""Seconds for which the last frame stays at most while the dossier is read."""
_LOOK_EVERY = 5.0
"""Seconds between two checks of the files; a check reads only what the file system says."""
_NOTEBOOK_AFTER = 1.0
"""Seconds of reading after which the notebook is opened without waiting for the rest."""
_KEEP_AFTER = 1.0
"""Seconds after a change until the place is saved, in case the machine stops."""


class Application(ScreenApp[None], inherit_bindings=False):
    """One dossier on one screen."""

    def __init__(
        self,
        paths: Sequence[str],
        *,
        notes: Path | None = None,
        config: Config | None = None,
        theme: str = "",
        loader: Loader | None = None,
        first_loader: Loader | None = None,
    ) -> None:
        self._config = config or Config()
        super().__init__(self._config.theme or theme)
        self.paths = tuple(paths)
        self._notes = notes
        self.loader = loader or Loading(places())
        self._first_loader = first_loader or self.loader
        # Before the stylesheets are read, so that they are read once.
        self.stylesheet.set_variables(self.get_css_variables())
        self._styled_as = self.theme
        keymap = make_keymap(self._config.keys, self._config.lines)
        self.new_key = keymap.first_label(BY_ID["next-new"])
        self.reload_key = keymap.first_label(BY_ID["reload"])
        self._problems = setting_problems(self._config)
        name = Path(self.paths[0]).absolute().name if len(self.paths) == 1 else "dossier"
        state = State(empty_dossier(name), loading="reading", rooms=rooms_of(last().rooms))
        self.reader = Reader(state, keymap, self)
        self.reader.text.measure = self._config.width
        self.reader.in_library = bool(story_in(self.paths))
        self._stopped = Stopped()
        self._stop = Event()
        self._keep_timer: Timer | None = None
        self._rereading: Rereading
        self._index: Indexed | None = None
        self._is_open = False
        self._whole = True  # whether all was read
        self.query_again = ""
        """What to search for once the index of the dossier is there."""
        self.unreadable: tuple[str, ...] = ()
        """Why nothing could be opened; shown when the screen is gone."""

    def refresh_css(self, animate: bool = True) -> None:
        """Read the stylesheets again for other colours; Textual asks for it at the start, too."""
        if self.theme != self._styled_as:
            self._styled_as = self.theme
            super().refresh_css(animate)

    def call_from_thread(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """As Textual's, but a result that arrives after quitting is dropped and does not crash."""
        try:
            return super().call_from_thread(callback, *args, **kwargs)
        except Exception:
            if not self._exit:
                raise
            return None

    def get_default_screen(self) -> Reader:
        return self.reader

    def on_mount(self) -> None:
        signals.install(self, self.keep_place)

    def on_ready(self) -> None:
        """Called when everything is laid out; what is not needed to paint comes after the first
        paint."""
        self.call_after_refresh(self._read)

    def _read(self) -> None:
        gc.freeze()
        gc.enable()
        from armreader.ui.session.reloading import Rereading

        self._rereading = Rereading(self, self._prepare)
        self._stopped = stopped_at(self.paths)
        self.query_again = self._stopped.query
        _ = self.reader.commands  # so that the first to ask for it need not wait
        self.set_timer(_LAST_FRAME_FOR, self.release_frames)
        self.run_worker(self._load, thread=True, exclusive=True)
        self.set_timer(_NOTEBOOK_AFTER, self._open_notebook_early)

    def _load(self) -> None:
        def tell(dossier: Dossier, going_on: str) -> None:
            self.call_from_thread(self._take, dossier, going_on)

        dossier, whole = self._first_loader(self.paths, tell, self._stop)
        self.call_from_thread(self._take_all, dossier, whole)
        if dossier.articles:
            self._prepare(dossier)
            self._rereading.look()  # what is compared with from now on
            self.call_from_thread(self.set_interval, _LOOK_EVERY, self._look)
            if not self._stopped.article:  # nobody has opened it before
                hint = several_stories_hint(self.paths, dossier.articles)
                self.call_from_thread(self._hint, hint)

    def _hint(self, words: str) -> None:
        if words and not self.reader.state.notice:
            self.reader.tell(words)

    def _open_notebook_early(self) -> None:
        """Open the notebook of a dossier that takes long to read: it is a file of its own."""
        if self.reader.state.loading:
            self.run_worker(self._open_notebook, thread=True)

    def _open_notebook(self) -> None:
        from armreader.ui.session.bookmarks import Bookmarks

        bookmarks = Bookmarks(empty_dossier(""), self.paths, self._notes)
        bookmarks.look()
        self.call_from_thread(self.reader.noting.take_early, bookmarks)

    def _prepare(self, dossier: Dossier) -> None:
        """Prepare what is needed besides a dossier; not on the screen's thread."""
        from armreader.ui.session.bookmarks import Bookmarks

        bookmarks = Bookmarks(dossier, self.paths, self._notes)
        bookmarks.look()
        self.call_from_thread(self.reader.noting.take, bookmarks)
        from armreader.ui.session.searching import index_of

        self.call_from_thread(self._take_index, index_of(dossier))
        views()  # so that the first to be asked for need not wait

    def _look(self) -> None:
        self.run_worker(self._rereading.look, thread=True)

    def _take(self, dossier: Dossier, loading: str) -> None:
        """Show what has been read so far."""
        state = self.reader.state
        article = state.article
        if article not in dossier.article_by_id and dossier.articles:
            kept = self._stopped.article
            article = kept if kept in dossier.article_by_id else dossier.articles[0].id
        self.reader.text.places = {**self._stopped.places, **self.reader.text.places}
        self.reader.apply(replace(state, dossier=dossier, article=article, loading=loading))

    def _take_all(self, dossier: Dossier, whole: bool) -> None:
        if self.return_code is not None:
            return  # the user has quit; a reading that was stopped then may have found nothing
        if not dossier.articles:
            self.unreadable = tuple(f"{one.file}: {one.message}" for one in dossier.problems)
            self.exit(return_code=2)
            return
        self._take(dossier, "")
        self._whole = whole
        state = self._as_left(self.reader.state)
        notices = [*self._problems, *(f"{one.file}: {one.message}" for one in dossier.problems)]
        if not whole:
            notices.append(f"Stopped: {self.reload_key} reads and links the rest.")
        self.reader.apply(
            replace(state, notice=Fault(first_of(notices)) if notices else state.notice)
        )
        if state.selection is None:
            begin(self.reader)
        self._is_open = True
        self.call_after_refresh(self.release_frames)

    def _take_index(self, index: Indexed) -> None:
        # The first dossier stays, and no later collection need walk it while a key waits. With the
        # next one that is over: what is frozen and then unused would never be collected.
        if self._index is None:
            gc.freeze()
        else:
            gc.unfreeze()
        self._index = index
        state = self.reader.state
        # What is typed before there is an index has waited for it.
        query = self.query_again if state.found is None else state.found.waiting
        if query:
            self.reader.apply(replace(state, found=self.find(query)))
        self.query_again = ""

    def _as_left(self, state: State) -> State:
        """The state with the last selection and pane, as far as they still exist."""
        left = self._stopped
        if state.selection is None and left.selection:
            kind, key = left.selection
            known = (Selection(one, key) for one in KINDS if one == kind)
            selection = next((one for one in known if has(state.dossier, one)), None)
            state = replace(state, selection=selection)
        pane = next((one for one in PANES if one == left.pane), state.pane)
        grouping = next((one for one in GROUPINGS if one == left.grouping), state.grouping)
        notice = "Back where you left off." if left.article in state.dossier.article_by_id else ""
        there: frozenset[str] | None = frozenset(state.dossier.article_by_id)
        there = there if self._whole else None  # the rest has not come since
        state = replace(state, known=frozenset(left.known) or there)
        if notice and state.new:
            notice = f"Back where you left off: {new_words(state)} ({self.new_key} goes there)."
        order = next((one for one in ORDERS if one == left.order), state.order)
        read = state.read | (state.dossier.article_by_id.keys() & left.read)
        return replace(state, pane=pane, grouping=grouping, order=order, read=read, notice=notice)

    # What the screen asks for.

    def changed(self) -> None:
        """Save the place soon."""
        if self._is_open and self._keep_timer is None:
            self._keep_timer = self.set_timer(_KEEP_AFTER, self.keep_place)

    def stop_reading(self) -> None:
        """Open what has been read so far, and read no more."""
        if self._is_open:
            self._rereading.stop()
        else:
            self._stop.set()

    def reload(self) -> None:
        """Read the files again."""
        self._rereading.reload("Reloaded")

    def correct(self, correction: Correction | None) -> None:
        """Save a correction and link again; None removes the last one."""
        self._rereading.correct(correction)

    def find(self, query: str) -> Found:
        """What a query finds, or that there is no index yet."""
        if self._index is None:
            return not_yet(query)
        from armreader.ui.session.searching import find

        return find(self._index, query, self.reader.state.bookmarked)

    def keep_place(self, *, leaving: bool = False) -> None:
        """Save the place; ``leaving``: what is there now will not be new at the next visit."""
        self._keep_timer = None
        state = self.reader.state
        if state.loading:
            return
        self.reader.text.remember_place()
        selection = (state.selection.kind, state.selection.id) if state.selection else None
        known = state.known or frozenset()
        if leaving and known:
            there = state.dossier.article_by_id.keys()
            known = frozenset(there) if self._whole else known | there
        stopped = Stopped(
            article=state.article,
            places=self.reader.text.places,
            selection=selection,
            pane=state.pane,
            grouping=state.grouping,
            order=state.order,
            read=tuple(sorted(state.read)),
            known=tuple(sorted(known)),
            query=state.found.query if state.found else "",
        )
        keep(self.paths, stopped, self.theme, kept_rooms(state.rooms))
