"""Reading files again while the screen is in use, after a correction or change; keeps the place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from armreader.home.folders import places
from armreader.opening.fingerprint import key_of
from armreader.story.dossier import Dossier
from armreader.ui.session.carry_over import relinked
from armreader.ui.session.notices import Fault

if TYPE_CHECKING:
    from armreader.records import Correction
    from armreader.ui.application import Application

_LARGE = 100
"""Articles from which relinking takes a while."""
_GONE = "The files are gone; showing the last version."

AtOnce = Callable[[Dossier], tuple[Dossier, str] | None]
"""Makes a dossier from the one on the screen that can be shown at once, with a message."""


class Rereading:
    """Saves corrections, and shows the changed dossier."""

    def __init__(self, app: Application, prepare: Callable[[Dossier], None]) -> None:
        self._app = app
        self._prepare = prepare
        self._undo: list[tuple[Correction, tuple[Correction, ...]]] = []
        self._round = 0
        self._one_by_one = Lock()
        self._alone = Lock()
        self._key = ""
        self._stop = Event()
        self._stopped = False

    def correct(self, correction: Correction | None) -> None:
        """Save a correction at once and link again; None undoes the last of this session."""
        from armreader.home.corrections import corrections_file

        try:
            message = self._write(correction, corrections_file())
        except OSError as error:
            self._app.reader.tell(Fault(f"Not saved: {error.strerror or error}"))
            return
        if message:
            self._reload(
                message, lambda dossier: self._with_correction(dossier, correction, message)
            )
        else:
            self._app.reader.tell("No correction to undo.")

    def _write(self, correction: Correction | None, file: Path) -> str:
        from armreader.home.corrections import add_correction, remove_correction
        from armreader.reading.corrections import read_corrections
        from armreader.story.correction_anchors import with_whereabouts
        from armreader.story.corrections import correction_in_words

        if correction is None:
            if not self._undo:
                return ""
            made, void = self._undo.pop()
            remove_correction(file, made)
            for one in void:
                add_correction(file, one)
            return f"Undone: {correction_in_words(self._app.reader.state.dossier, made)}"
        before = read_corrections(file)[0]
        add_correction(file, with_whereabouts(correction, self._app.reader.state.dossier))
        after = read_corrections(file)[0]
        self._undo.append((correction, tuple(one for one in before if one not in after)))
        self._app.reader.noting.corrected()
        return f"Saved: {correction_in_words(self._app.reader.state.dossier, correction)}"

    def reload(self, message: str) -> None:
        """Read and link all files again; the screen stays as it is until that is done.

        In a large dossier added articles are shown before, put to what they most belong to.
        """
        self._reload(message, self._with_added)

    def stop(self) -> None:
        """Read and link no more; what is shown stays."""
        self._stopped = True
        self._stop.set()

    def _reload(self, message: str, at_once: AtOnce) -> None:
        self._round += 1
        number = self._round
        self._app.reader.tell(f"{message}; relinking …")
        self._app.run_worker(lambda: self._read(number, message, at_once), thread=True)

    def look(self) -> None:
        """Report when files were added, changed or removed; not on the screen's thread."""
        key = key_of(self._app.paths, places()) or ""
        if self._key and key != self._key:
            message = f"Files have changed; press {self._app.reload_key} to reload."
            self._app.call_from_thread(self._app.reader.tell, message)
        self._key = key

    def _read(self, number: int, message: str, at_once: AtOnce) -> None:
        before = self._app.reader.state.dossier
        with self._one_by_one:
            last = self._app.reader.state.dossier
            if len(last.articles) >= _LARGE and (shown := at_once(last)):
                self._show(*shown)
        with self._alone:
            if number != self._round:
                return  # of several corrections in a row the last reading has them all
            self._key = key_of(self._app.paths, places()) or ""
            self._stop, self._stopped = Event(), False
            dossier, _ = self._app.loader(self._app.paths, self._tell, self._stop)
        if number != self._round:
            return
        self._app.call_from_thread(self._report, "")
        if self._stopped:
            words = f"Stopped; {self._app.reload_key} reads and links again."
            self._app.call_from_thread(self._app.reader.tell, words)
        elif dossier.articles:
            words = _changed_words(before, dossier)
            there = f" ({self._app.new_key} goes there)" if " more" in words else ""
            self._show(dossier, f"{message}{words}{there}.")
        else:
            self._app.call_from_thread(self._app.reader.tell, _GONE)

    def _tell(self, _: Dossier, going_on: str) -> None:
        """Say how far it is; a reading that is stopped ends, and is not linked."""
        if self._stopped:
            self._stop.set()
        self._app.call_from_thread(self._report, going_on)

    def _report(self, going_on: str) -> None:
        reader = self._app.reader
        if going_on != reader.state.relinking:
            reader.apply(replace(reader.state, relinking=going_on))

    def _show(self, dossier: Dossier, message: str) -> None:
        self._app.call_from_thread(self._take, dossier, message)
        self._prepare(dossier)

    def _with_added(self, dossier: Dossier) -> tuple[Dossier, str] | None:
        from armreader.opening.pipeline import with_added

        grown = with_added(dossier, self._app.paths)
        count = len(grown.articles) - len(dossier.articles) if grown else 0
        message = f"{count} article{'s' * (count > 1)} more; relinking …"
        return (grown, message) if grown else None

    def _with_correction(
        self, dossier: Dossier, correction: Correction | None, message: str
    ) -> tuple[Dossier, str] | None:
        from armreader.opening.pipeline import with_correction

        right = with_correction(dossier, correction) if correction else None
        return (right, f"{message}; relinking …") if right else None

    def _take(self, dossier: Dossier, message: str) -> None:
        reader = self._app.reader
        query = reader.state.found.query if reader.state.found else ""
        go_back = reader.way_back()
        reader.apply(replace(relinked(reader.state, dossier), notice=message))
        go_back()
        self._app.query_again = query


def _changed_words(before: Dossier, after: Dossier) -> str:
    """How many articles were added and are gone: ``: 2 more, 1 fewer``; empty for none."""
    old, new = before.article_by_id.keys(), after.article_by_id.keys()
    counts = ((len(new - old), "more"), (len(old - new), "fewer"))
    words = [f"{count} {word}" for count, word in counts if count]
    return f": {', '.join(words)}" if words else ""
