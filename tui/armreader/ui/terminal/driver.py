"""Textual's driver for Unix terminals, made to leave at once and to notice a lost terminal.

Beyond what `LinuxDriver` does: an idle program sleeps (no poll ten times a second), the end of
input and a hang-up are noticed instead of read for ever, a stop ends without waiting for the poll,
a dead line blocks nobody, and the answers to status queries pace the frames.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from time import monotonic
from typing import IO, TYPE_CHECKING, Any, cast

from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from armreader.home import restricted
from armreader.ui.terminal.incoming import Incoming
from armreader.ui.terminal.pace import ANSWER, LinePace
from armreader.ui.terminal.preflight import terminal_size

if TYPE_CHECKING:
    from textual.app import App


_ALTERNATE = "\x1b[?1049h"
_KITTY_POP = "\x1b[<u"
_LEAVE = b"\x1b[<u\x1b[?2004l\x1b[?7h\x1b[?1000;1003;1006l\x1b[m\x1b[?1049l\x1b[?25h\x1b[?1004l"


class StatusAnswer(StrEnum):
    """The key under which Textual's parser passes the answer to a status query."""

    OK = "terminal-status-ok"


class TerminalOutput:
    """A file for Textual's writer thread that outlives its terminal.

    ``on_drained`` is called, in the thread, when everything queued has been written.
    """

    def __init__(self, file: IO[str], on_drained: Callable[[], None]) -> None:
        self._fd = file.fileno()
        self._on_drained = on_drained
        self._queued = 0
        self._written = 0
        self.lost = False

    def queued(self) -> None:
        """One more piece will come through the thread."""
        self._queued += 1

    @property
    def drained(self) -> bool:
        """Whether the terminal took everything that was queued."""
        return self._written >= self._queued or self.lost

    def fileno(self) -> int:
        """The descriptor written to."""
        return self._fd

    def flush(self) -> None:
        """Does nothing: nothing is buffered."""

    def write(self, text: str) -> None:
        """Write all of it as UTF-8; nothing once the terminal is gone."""
        data = text.encode("utf-8", "replace")
        while data and not self.lost:
            try:
                data = data[os.write(self._fd, data) :]
            except BlockingIOError:
                select.select([], [self._fd], [])
            except OSError:
                self.lost = True
        self._written += 1
        if self.drained:
            self._on_drained()


class TerminalDriver(LinuxDriver):
    """What runs under `armreader.ui.terminal.screen_writer.ScreenWriterMixin`.

    ``on_ready`` is called, in the event loop, when a frame that had to wait may be sent;
    ``on_taken_up`` when the terminal shows something unknown; ``on_lost`` when it is gone.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # The kernel may hand the signal to another thread: only the loop's own handler wakes it.
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)
        cast(dict[str, object], ANSI_SEQUENCES_KEYS).setdefault(ANSWER, (StatusAnswer.OK,))
        self._output = TerminalOutput(cast(IO[str], sys.__stderr__), self._drained)
        self._file = cast(Any, self._output)
        self._pace = LinePace()
        self._waiting = False
        self._wake: tuple[int, int] | None = None
        self._away = False
        self._modes_taken_over: list[Any] | None = None
        self.on_ready: Callable[[], None] = lambda: None
        self.on_taken_up: Callable[[], None] = lambda: None
        self.on_lost: Callable[[], None] = lambda: None
        if restricted.is_on():
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # Textual has just put its own

    def _get_terminal_size(self) -> tuple[int, int]:
        """Of the terminal that is drawn on; Textual asks standard output, which may be a file."""
        return terminal_size() or super()._get_terminal_size()

    # Frames

    @property
    def behind(self) -> bool:
        """Whether the terminal has not kept up with the frames that were sent."""
        return self._waiting or self._pace.wait(monotonic()) > 0

    def may_send(self) -> bool:
        """Whether a frame may be sent; if not, `on_ready` will be called when it may."""
        if self._away:
            return False
        if not self._output.drained:
            self._waiting = True
            return False
        wait = self._pace.wait(monotonic())
        if wait:
            self._waiting = True
            self._loop.call_later(wait, self._ready)
        return not wait

    def send_frame(self, frame: str) -> None:
        """Send a frame, with a query if its arrival must be known."""
        self.write(frame + self._pace.query(len(frame), monotonic()))

    def write(self, data: str) -> None:
        if data == _ALTERNATE and self._modes_taken_over is not None:
            return  # it is, and entering it again would clear it
        if data == _KITTY_POP and constants.DISABLE_KITTY_KEY:
            return  # nothing was pushed
        self._output.queued()
        super().write(data)

    def _drained(self) -> None:
        if self._waiting:
            self._in_loop(self._ready)

    def _ready(self) -> None:
        if self._waiting:
            self._waiting = False
            self.on_ready()

    def _in_loop(self, callback: Callable[[], None]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(callback)

    # Input

    def run_input_thread(self) -> None:
        """Read and dispatch keys until the program stops reading or the terminal is gone."""
        incoming = Incoming(debug=self._debug)
        assert self._wake is not None
        wake = self._wake[0]
        while not self.exit_event.is_set():
            readable = select.select([self.fileno, wake], [], [], incoming.due)[0]
            if self.fileno in readable:
                try:
                    data = os.read(self.fileno, 4096)
                except OSError:
                    data = b""
                if not data:
                    self._output.lost = True
                    self._in_loop(lambda: self.on_lost())
                    return
                for message in incoming.feed(data):
                    self.process_message(message)
            for message in incoming.tick():
                self.process_message(message)

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.Key) and message.key == StatusAnswer.OK:
            self._pace.answered(monotonic())
            if self._waiting:
                self._in_loop(self._ready)
            return
        super().process_message(message)

    def disable_input(self) -> None:
        if self._wake is not None:
            os.write(self._wake[1], b"\0")
        super().disable_input()

    # Taking the terminal and leaving it

    def take_over(self, modes: list[Any]) -> None:
        """Start on the alternate screen; ``modes``: the line discipline to restore at the end."""
        self._modes_taken_over = modes

    def start_application_mode(self) -> None:
        self._close_wake()
        self._wake = os.pipe()
        self._away = False
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._pace.restart()
        self.write(self._pace.ask(monotonic()))
        if self._modes_taken_over is not None:
            self.attrs_before, self._modes_taken_over = self._modes_taken_over, None
        else:
            self.on_taken_up()

    def stop_application_mode(self) -> None:
        self._away = True
        super().stop_application_mode()

    def close(self) -> None:
        super().close()
        self._close_wake()

    def abandon(self) -> None:
        """Restore the terminal without waiting for anything, from any thread."""
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with suppress(OSError):
            if select.select([], [self._output.fileno()], [], 0)[1]:
                os.write(self._output.fileno(), _LEAVE)

    def _close_wake(self) -> None:
        if self._wake is not None:
            for end in self._wake:
                os.close(end)
            self._wake = None

    def _sigtstp_application(self, *_: object) -> None:
        """Leave the terminal and stop; between two steps of the loop, unless already left."""
        if self._auto_restart:
            self._in_loop(super()._sigtstp_application)
        else:
            super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        if self._auto_restart:
            self._in_loop(self._take_up)

    def _take_up(self) -> None:
        """Take the terminal up again, also after a stop that nobody announced."""
        if not self._away:
            self.suspend_application_mode()
        self.resume_application_mode()

    def _query_in_band_window_resize(self) -> None:
        """Left out: SIGWINCH crosses SSH too, and costs nothing."""
