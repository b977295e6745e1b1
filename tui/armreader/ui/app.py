"""The way into the reader; textual is imported only once it is sure to be needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from armreader.settings import bundled
from armreader.ui.config import read_config
from armreader.ui.resume import last

UNREADABLE = 2


def run(paths: Sequence[str], *, notes: Path | None = None) -> int:
    """Open the reader on the paths, or on the dossier read last, and return the exit code."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        print("armreader: the reader needs a terminal (over SSH: ssh -t)", file=sys.stderr)
        return UNREADABLE
    before = last()
    config = read_config()
    chosen = tuple(paths) or before.paths or (str(bundled("seeds")),)

    from armreader.ui.application import Application

    app = Application(chosen, notes=notes, config=config, theme=before.theme)
    over_ssh = "SSH_CONNECTION" in os.environ or "SSH_TTY" in os.environ
    mouse = config.mouse if config.mouse is not None else not over_ssh
    try:
        app.run(mouse=mouse)
    finally:
        app.keep_place()
    for problem in app.unreadable:
        print(f"armreader: {problem}", file=sys.stderr)
    return app.return_code or 0
