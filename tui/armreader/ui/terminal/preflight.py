"""What must be true before the reader takes the terminal; imports nothing slow."""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from typing import Protocol

SMALLEST = (20, 6)
"""Columns and rows below which nothing can be read."""

_FRAMES_A_SECOND = "250"
"""Textual waits this fraction of a second before it draws a change; the screen writer paces what
is sent, so that a short wait costs no bytes."""


class Stream(Protocol):
    """What is asked of standard input and standard error."""

    @property
    def encoding(self) -> str:
        """The encoding that Python took from the locale."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""


def check(
    stdin: Stream | None,
    stderr: Stream | None,
    environ: Mapping[str, str],
    size: tuple[int, int] | None,
) -> str | None:
    """Why the reader cannot run here, in one line that says what to do; None when it can.

    ``size``: columns and rows, None or zeros where the terminal does not tell.
    """
    for name, stream in (("input", stdin), ("error", stderr)):
        if stream is None or not stream.isatty():
            return (
                f"standard {name} is not a terminal: use ssh -t, or `armreader timeline PATH ...`"
            )
    term = environ.get("TERM", "")
    if term in ("", "dumb", "unknown"):
        said = f"TERM={term} cannot move a cursor" if term else "TERM is not set"
        return f"{said}: set TERM=xterm-256color, or use `armreader timeline PATH ...`"
    charset = _charset(environ) or (stderr.encoding if stderr else "")
    if charset.lower().replace("-", "").replace("_", "") not in ("utf8", ""):
        return f"the locale's character set is {charset}, not UTF-8: set LC_ALL=C.UTF-8"
    if size and all(size) and (size[0] < SMALLEST[0] or size[1] < SMALLEST[1]):
        wanted = "{}×{}".format(*SMALLEST)
        has = f"{size[0]}×{size[1]}"
        return f"the terminal has {has} cells: needs at least {wanted}; 80×24 recommended"
    return None


def terminal_size() -> tuple[int, int] | None:
    """Columns and rows of the terminal that the reader draws on; None if it does not say."""
    try:
        columns, rows = os.get_terminal_size(2)
    except OSError:
        return None
    return columns, rows


def over_ssh(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of an SSH (or mosh) connection."""
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def mouse_by_default(environ: Mapping[str, str]) -> bool:
    """Whether the mouse is on where the user has set nothing.

    Not over SSH, where a dropped connection would leave it on. Not in GNU screen either: while a
    program takes the mouse, it keeps Esc back until the next key.
    """
    return not (over_ssh(environ) or environ.get("STY"))


def prepare(environ: MutableMapping[str, str]) -> None:
    """Set what Textual reads while it is imported, where the user has set nothing.

    A size that the shell exported is taken out: the terminal knows its own, and the shell's is that
    of some moment.
    """
    for name in ("COLUMNS", "LINES"):
        environ.pop(name, None)
    environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    environ.setdefault("TEXTUAL_FPS", _FRAMES_A_SECOND)
    environ.setdefault("ESCDELAY", "25")
    if over_ssh(environ):
        # A dropped connection leaves the user's terminal in whatever modes were set.
        environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def _charset(environ: Mapping[str, str]) -> str:
    """The character set that the locale names itself; "" where it names none."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if environ.get(name):
            return environ[name].partition(".")[2].partition("@")[0]
    return ""
