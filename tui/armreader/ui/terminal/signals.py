"""Ends the application within a second of SIGHUP, SIGTERM, SIGINT, SIGQUIT or a lost terminal.

The state is saved, the terminal restored, and the exit status is 128 + the signal's number.
"""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from types import FrameType

from armreader.ui.terminal.driver import TerminalDriver
from armreader.ui.terminal.screen_writer import ScreenWriterMixin

ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
_PATIENCE = 0.8
"""Seconds for an orderly end, after which the process just exits."""


def install(app: ScreenWriterMixin, save: Callable[[], None]) -> None:
    """Catch the signals; to be called in the event loop, on mount.

    ``save`` writes down what is to survive; it is called once, as soon as the signal comes.
    A signal that was ignored from the start (nohup) stays ignored.
    """
    ending = _Ending(app, save)
    for number in ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, ending.on_signal)
    app.on_terminal_lost = lambda: ending.begin(signal.SIGHUP)


class _Ending:
    """The end of one application, begun once."""

    def __init__(self, app: ScreenWriterMixin, save: Callable[[], None]) -> None:
        self._app = app
        self._save = save
        self._loop = asyncio.get_running_loop()
        self._begun = threading.Lock()
        self._saved = threading.Lock()

    def on_signal(self, number: int, _: FrameType | None) -> None:
        self.begin(number)

    def begin(self, number: int) -> None:
        """End now, and by force if the loop does not get to it."""
        if not self._begun.acquire(blocking=False):
            return
        forced = threading.Timer(_PATIENCE, self._leave, (number,))
        forced.daemon = True
        forced.start()
        self._loop.call_soon_threadsafe(self._exit, number)

    def _exit(self, number: int) -> None:
        try:
            self._save_once()
        finally:
            self._app.exit(return_code=128 + number)

    def _save_once(self) -> None:
        if self._saved.acquire(blocking=False):
            self._save()

    def _leave(self, number: int) -> None:
        try:
            self._save_once()
            driver = self._app._driver
            if isinstance(driver, TerminalDriver):
                driver.abandon()
        finally:
            os._exit(128 + number)
