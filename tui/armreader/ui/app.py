"""The way into the reader; textual is imported only once it is sure to be needed."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from armreader.settings import bundled
from armreader.ui import preflight
from armreader.ui.config import read_config
from armreader.ui.resume import last

UNREADABLE = 2


def run(paths: Sequence[str], *, notes: Path | None = None) -> int:
    """Open the reader on the paths, or on the dossier read last; ends the process when it ran.

    The exit code where the reader could not run.
    """
    problem = preflight.check(sys.stdin, sys.stderr, os.environ, preflight.terminal_size())
    if problem:
        print(f"armreader: {problem}", file=sys.stderr)
        return UNREADABLE
    preflight.prepare(os.environ)
    # Nothing of what is made until the first paint is garbage; the application turns it on again.
    gc.disable()
    before = last()
    config = read_config()
    chosen = tuple(paths) or before.paths or (str(bundled("seeds")),)

    from armreader.ui.application import Application

    app = Application(chosen, notes=notes, config=config, theme=before.theme)
    mouse = config.mouse if config.mouse is not None else not preflight.over_ssh(os.environ)
    try:
        app.run(mouse=mouse)
    finally:
        app.keep_place()
    for problem in app.unreadable:
        print(f"armreader: {problem}", file=sys.stderr)
    _leave(app.return_code or 0)


def _leave(status: int) -> NoReturn:
    """End at once: taking the interpreter apart would keep the shell waiting for 200 ms."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
