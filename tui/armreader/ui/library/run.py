"""The way into a library's screen, and from it into its stories and back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from armreader.home.config import read_config
from armreader.home.resume import last
from armreader.home.standard_error import tell
from armreader.opening.stories import path_of
from armreader.ui.terminal import preflight

if TYPE_CHECKING:
    from armreader.ui.library.indexing import Indexing

UNREADABLE = 2


def run(paths: Sequence[str], *, changed: bool) -> int:
    """Show the library of the paths, which was indexed; the exit code when it is left.

    Where its files may have changed it is brought up to date meanwhile. A story is read in a
    process of its own, which leaves nothing behind when it ends.
    """
    problem = preflight.check(sys.__stdin__, sys.stderr, os.environ, preflight.terminal_size())
    if problem:
        tell(problem)
        return UNREADABLE
    preflight.prepare(os.environ)
    from armreader.ui.library.indexing import Indexing

    indexing = Indexing(paths) if changed else None
    try:
        return _shown(paths, indexing)
    finally:
        if indexing:
            indexing.stop()


def _shown(paths: Sequence[str], indexing: Indexing | None) -> int:
    from armreader.ui.library.application import LibraryApplication

    config, at = read_config(), ""
    mouse = preflight.mouse_by_default(os.environ) if config.mouse is None else config.mouse
    while True:
        app = LibraryApplication(paths, config=config, theme=last().theme, at=at, indexing=indexing)
        with app.store:
            chosen = app.run(mouse=mouse)
            if chosen is None:
                if not app.return_code:
                    app.library.visit()
                return app.return_code or 0
        at = chosen.story
        # -P: nothing is imported from the folder that happens to be the current one.
        command = [sys.executable, "-P", "-m", "armreader", "read", *paths, path_of(at)]
        code = subprocess.run(command, check=False).returncode
        if code > 128 or code < 0:
            return code  # a signal ended the reader, and so the library
