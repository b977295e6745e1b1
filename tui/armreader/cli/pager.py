"""Output that is longer than the screen goes through the user's pager, as in git."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence

_LESS = "FRX"
"""Options for less if the user has none: quit if it fits, show colours, keep the output."""


def page(text: str) -> bool:
    """Show a text in the pager; false if it should be printed as it is.

    That is so if standard output is not a terminal or has room for it, if no program may be run, if
    ``PAGER`` is empty or ``cat``, and if there is no such program.
    """
    command = _command()
    if not command or not _is_longer_than_the_screen(text):
        return False
    import signal
    import subprocess

    environ = {"LESS": _LESS, **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environ)
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the pager's own
    try:
        pager.communicate(text.encode(sys.stdout.encoding or "utf-8", "replace"))
    finally:
        signal.signal(signal.SIGINT, before)
    return True


def _command() -> Sequence[str]:
    from armreader.home.restricted import permits

    if sys.stdout is None or not sys.stdout.isatty() or not sys.stdin or not sys.stdin.isatty():
        return ()
    if not permits("run") or os.environ.get("TERM") == "dumb":
        return ()
    try:
        command = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        return ()
    return () if command == ["cat"] else command


def _is_longer_than_the_screen(text: str) -> bool:
    return text.count("\n") >= os.get_terminal_size(sys.stdout.fileno()).lines
