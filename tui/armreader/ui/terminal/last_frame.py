"""The screen as it was left, or what is being opened, shown before Textual is even imported.

It is shown for the same dossier, files, terminal and size only; the screen writer then sends the
difference. What is kept lies in the state folder, mode 0600, and may be deleted.
"""

from __future__ import annotations

import os
import re
import signal
import termios
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from armreader.home.folders import folders, places
from armreader.home.private_file import write_private
from armreader.reading.small_file import read_small
from armreader.ui.terminal import links

_TAKE = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h"
_LEAVE = "\x1b[<u\x1b[?2004l\x1b[?1000;1003;1006l\x1b[?1004l\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h"
"""Also the modes that Textual sets, should the signal come between its start and its mount."""
_PRINTABLE = r"[^\x00-\x1f\x7f-\x9f]*"
_HARMLESS = re.compile(
    rf"{_PRINTABLE}(?:(?:[\r\n\x08]|\x1b\[[0-9;]*[mHKJXCGB]|{links.SEQUENCE}){_PRINTABLE})*"
)
"""Text, cursor moves, colours, erasures and links: all that the screen writer sends."""
_DEPENDS_ON = ("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL_COLOR_SYSTEM", "STY", "TMUX")

_LARGEST = 16_000_000
"""Bytes; a larger file is no frame."""

Snapshot = dict[str, Any]
"""As `armreader.ui.terminal.grid.Grid.snapshot` makes it; with "paint", what shows it."""


class Shown(NamedTuple):
    """What was shown, and the line discipline as it was before."""

    snapshot: Snapshot
    modes: list[Any]
    stays: bool
    """Whether it is worth keeping until the dossier is read: a frame of it, not a line."""


def key(paths: Sequence[str], size: tuple[int, int] | None, environ: Mapping[str, str]) -> str:
    """What a frame depends on, as one word; "" where nothing can be kept."""
    from hashlib import blake2b

    from armreader.opening.fingerprint import key_of

    files = (
        key_of([str(Path(path).absolute()) for path in paths], places())
        if "-" not in paths
        else None
    )
    if files is None or size is None:
        return ""
    parts = (files, *map(str, size), *(f"{name}={environ.get(name)}" for name in _DEPENDS_ON))
    return blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def keep(key: str, snapshot: Snapshot | None) -> None:
    """Keep the frame for the next start; where that fails there is none."""
    with suppress(OSError, ValueError):
        if key and snapshot:
            import json

            write_private(_file(), json.dumps({"key": key, **snapshot}, ensure_ascii=False))
        else:
            _file().unlink(missing_ok=True)


def show(key: Callable[[], str]) -> Shown | None:
    """Take the terminal and show the frame that was kept under the key; None where there is none.

    ``key`` is asked for only where any is kept. Until the application has the terminal, a signal
    leaves it as it was.
    """
    snapshot = _kept(key)
    return _show(snapshot, stays=True) if snapshot else None


def show_opening(name: str, size: tuple[int, int] | None) -> Shown | None:
    """Take the terminal and say what is being opened, where no frame was kept.

    Textual takes a fifth of a second to be imported; until then nobody looks at an empty screen.
    """
    if size is None:
        return None
    from armreader.records.visible import visible_line

    width, height = size
    line = f" armreader  {visible_line(name)} · opening"
    row = line.ljust(width) if line.isascii() and len(line) < width else None
    snapshot: Snapshot = {
        "cells": [row, *[" " * width] * (height - 1)],
        "pens": [[0] * width] * height,
        "table": [["", "", [], "", False]],
        "paint": f"\x1b[m\x1b[2J\x1b[H{line[: width - 1]}",
    }
    return _show(snapshot, stays=False)


def _show(snapshot: Snapshot, *, stays: bool) -> Shown | None:
    try:
        modes = termios.tcgetattr(0)
        quiet = list(modes)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(0, termios.TCSANOW, quiet)
    except termios.error:
        return None
    shown = Shown(snapshot, modes, stays)

    def end(number: int, _: object) -> None:
        leave(shown)
        os._exit(128 + number)

    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)
    _write(_TAKE + snapshot["paint"])
    return shown


def leave(shown: Shown) -> None:
    """Give the terminal back as it was."""
    with suppress(termios.error):
        termios.tcsetattr(0, termios.TCSANOW, shown.modes)
    with suppress(OSError):
        _write(_LEAVE)


def _kept(key: Callable[[], str]) -> Snapshot | None:
    try:
        text = read_small(_file(), _LARGEST, private=True).decode("utf-8")
        import json  # the first start has nothing to read

        kept = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return None
    if not (isinstance(kept, dict) and kept.get("key") and kept["key"] == key()):
        return None
    paint = kept.get("paint")
    return kept if isinstance(paint, str) and _HARMLESS.fullmatch(paint) else None


def _write(sequence: str) -> None:
    data = sequence.encode("utf-8", "replace")
    while data:
        data = data[os.write(2, data) :]


def _file() -> Path:
    return folders().state / "last-frame.json"
