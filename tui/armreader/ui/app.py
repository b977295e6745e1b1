"""The way into the reader; textual is imported only once it is sure to be needed."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn, cast

from armreader.home.config import read_config
from armreader.home.crash import keep_reason_aside
from armreader.home.folders import bundled, places
from armreader.home.resume import last
from armreader.home.standard_error import tell
from armreader.ui.terminal import last_frame, preflight

if TYPE_CHECKING:
    from threading import Event

    from armreader.opening.loading import Tell
    from armreader.story.dossier import Dossier

UNREADABLE = 2
STANDARD_INPUT = "-"


def run(paths: Sequence[str], *, notes: Path | None = None) -> int:
    """Open the reader on the paths, or on the dossier read last; afterwards ends the process.
    Returns an exit code only if the reader could not run.
    """
    if STANDARD_INPUT in paths:
        _take_keys_from_terminal()
    problem = preflight.check(sys.__stdin__, sys.stderr, os.environ, preflight.terminal_size())
    if problem:
        tell(problem)
        return UNREADABLE
    preflight.prepare(os.environ)
    # Nothing made before the first paint is garbage; the application turns it on again.
    gc.disable()
    before = last()
    config = read_config()
    chosen = tuple(paths) or before.paths or (str(bundled("seeds")),)

    size = preflight.terminal_size()
    shown = last_frame.show(partial(last_frame.key, chosen, size, os.environ))
    shown = shown or last_frame.show_opening(Path(chosen[0]).name, size)
    try:
        from armreader.ui.session.heap import share_the_heap

        share_the_heap()
        asyncio = _asyncio_without_tls()

        from armreader.ui.application import Application

        app = Application(
            chosen, notes=notes, config=config, theme=before.theme, first_loader=_load
        )
        if shown:
            app.begin_with(shown.snapshot, shown.modes, hold=shown.stays)
    except BaseException:
        if shown:
            last_frame.leave(shown)
        raise
    mouse = preflight.mouse_by_default(os.environ) if config.mouse is None else config.mouse
    try:
        # Our own loop is not shut down, which would wait for the thread that is still reading.
        app.run(mouse=mouse, loop=asyncio.new_event_loop())
    finally:
        app.keep_place(leaving=not app.return_code)
        keep_reason_aside(app.screen_writer_aside)
    if not app.reader.state.loading:
        frame = last_frame.key(chosen, preflight.terminal_size(), os.environ)
        last_frame.keep(frame, None if app.return_code else app.snapshot())
    for problem in app.unreadable:
        tell(problem)
    _leave(app.return_code or 0)


def _asyncio_without_tls() -> ModuleType:
    """The module asyncio, imported as on a Python without OpenSSL.

    Nothing here goes over a network, and OpenSSL would take 7 ms before the first paint and 4 MiB.
    """
    sys.modules["ssl"] = cast(Any, None)
    try:
        return import_module("asyncio")
    finally:
        del sys.modules["ssl"]


def _load(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
    from armreader.opening.worker import load_apart  # nobody waits for it at the first paint

    return load_apart(paths, tell, stop, places())


def _take_keys_from_terminal() -> None:
    """Read keys from the terminal, and leave what is piped in to be read as an article."""
    if sys.stdin is None or sys.stdin.isatty():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return  # the check of the terminal says so
    sys.stdin = os.fdopen(os.dup(0), encoding="utf-8", errors="surrogateescape")
    os.dup2(terminal, 0)
    os.close(terminal)


def _leave(status: int) -> NoReturn:
    """End at once: shutting down the interpreter would keep the shell waiting for 200 ms."""
    # A module that is still being imported has started no process.
    end_all = getattr(sys.modules.get("armreader.opening.worker"), "end_all", None)
    if end_all:
        end_all()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
