"""A fence around a piece of work: an exception, or too much time or memory, ends only that work.

Time is the processor's, so that a busy machine changes nothing; where the system does not report it
per thread (macOS), wall time. A thread watches what runs, and raises there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread, get_ident
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")

SECONDS, SECONDS_FOR_100_KB = 10.0, 10.0
"""Of the processor; extraction takes some 2 for 100 KB of prose."""
BYTES = 1_500_000_000
"""That the process may grow by; the largest article that is read takes a fifth."""
_LOOK_EVERY = 0.2
_SOON = 1000
"""Steps within which a thread meets what was raised in it: it looks at every one."""
_PACKAGE = Path(__file__).parent.parent


class OverBudget(Exception):
    """A piece of work took more time or memory than any text by a person needs."""


def fenced(work: Callable[[], T], instead: S, size: int, faults: list[str], what: str) -> T | S:
    """The result of the work; if it fails, ``instead``, with the reason added to the faults.

    ``size``: bytes or characters of input; ``what``: what could not be done or found.
    """
    try:
        return watched(work, size)
    except Exception as error:
        faults.append(f"{what}: {said(error)}")
        return instead


def watched(work: Callable[[], T], size: int) -> T:
    """The result of the work; raises ``OverBudget`` when it takes too much time or memory."""
    watch = _Watched(size)
    _WATCHER.enter(watch)
    try:
        return work()
    finally:
        _WATCHER.leave(watch)


def said(error: BaseException) -> str:
    """An exception in words: its type, and where in the program it came from."""
    if isinstance(error, OverBudget):
        return "it takes more time or memory than a report does"
    place, trace = "", error.__traceback__
    while trace:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(_PACKAGE) and file != Path(__file__):
            place = f" in {file.relative_to(_PACKAGE)}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__}{place}"


class _Watched:
    """One piece of work that runs in this thread."""

    def __init__(self, size: int) -> None:
        self.thread = get_ident()
        self.ends = _worked(self.thread) + SECONDS + SECONDS_FOR_100_KB * size / 100_000
        self.most = 0
        """Bytes that the process may use; set at the first look, which most work ends before."""
        self.raised = False

    def is_over(self) -> bool:
        used = _resident()
        self.most = self.most or used + BYTES
        return _worked(self.thread) > self.ends or used > self.most


class _Watcher:
    """The thread that watches running work; it sleeps while there is none."""

    def __init__(self) -> None:
        self.changed = Condition()
        self.running: list[_Watched] = []
        self._thread: Thread | None = None

    def enter(self, watch: _Watched) -> None:
        """Start watching a piece of work."""
        with self.changed:
            self.running.append(watch)
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._look, daemon=True)
                self._thread.start()
            elif len(self.running) == 1:
                self.changed.notify()

    def leave(self, watch: _Watched) -> None:
        """Stop watching it, and catch what was raised in it but has not arrived yet.

        It cannot be called back: that leaves a flag set in the interpreter (CPython 3.11), which
        slows all that the thread does from then on, and hangs it under a profiler.
        """
        while watch in self.running:
            try:
                with self.changed:
                    self.running.remove(watch)
            except OverBudget:
                continue
        if watch.raised:
            with suppress(OverBudget):
                for _ in range(_SOON):
                    pass

    def _look(self) -> None:
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.running)
            time.sleep(_LOOK_EVERY)
            with self.changed:
                for watch in self.running:
                    if watch.is_over():
                        watch.raised = True
                        _raise_in(watch.thread, OverBudget)


def _worked(thread: int) -> float:
    """Processor seconds used by a thread."""
    try:
        return time.clock_gettime(time.pthread_getcpuclockid(thread))
    except (AttributeError, OSError):
        return time.monotonic()


def _resident() -> int:
    """Bytes of memory that the process uses; 0 where the system does not say."""
    try:
        with Path("/proc/self/statm").open("rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def _raise_in(thread: int, error: type[BaseException]) -> None:
    """Raise an exception in another thread between two of its instructions."""
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


_WATCHER = _Watcher()
