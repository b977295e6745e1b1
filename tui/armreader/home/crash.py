"""A crash in one line, its traceback kept in the state folder."""

from __future__ import annotations

import traceback

from armreader.home.folders import folders
from armreader.home.private_file import CRASH, write_private


def kept_crash(error: BaseException) -> str:
    """What failed, in one line, its traceback kept in a file of the state folder."""
    lines = "".join(traceback.format_exception(error))
    what = traceback.format_exception_only(error)[-1].strip()
    file = folders().state / CRASH
    try:
        write_private(file, lines)
        kept = f"details in {file}"
    except OSError as problem:
        kept = f"details could not be saved: {problem.strerror or problem}"
    return f"crashed: {what}; {kept}"
