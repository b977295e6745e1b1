"""Private files for an editor, kept until what was written in them is in the notebook."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import rmtree

from armreader.home.folders import folders
from armreader.home.private_file import write_private

_NAME = "comment.md"


def new_draft(text: str) -> Path:
    """A file of mode 0600 with the text, in a new folder of mode 0700."""
    state = folders().state
    state.mkdir(parents=True, exist_ok=True, mode=0o700)
    number = 0
    while (folder := state / f"comment-{os.getpid()}-{number}").exists():
        number += 1
    folder.mkdir(mode=0o700)
    write_private(folder / _NAME, text)
    return folder / _NAME


def only_draft(file: Path) -> bool:
    """Whether the editor left nothing beside it, as it does with what it could not save."""
    return all(one == file for one in file.parent.iterdir())


def drop_draft(file: Path) -> None:
    """Remove it, with what an editor left beside it."""
    rmtree(file.parent, ignore_errors=True)


def drafts_left() -> list[Path]:
    """The folders of drafts whose reader has ended: what was written there was never saved."""
    return [
        folder
        for folder in sorted(folders().state.glob("comment-*-*"))
        if folder.name.split("-")[1].isdecimal() and not _runs(int(folder.name.split("-")[1]))
    ]


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
