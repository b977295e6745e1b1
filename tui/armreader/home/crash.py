"""What failed, kept in the state folder: the traceback of a crash, and of the screen writer."""

from __future__ import annotations

from contextlib import suppress

from armreader.home.folders import folders
from armreader.home.private_file import ASIDE, CRASH, write_private


def kept_crash(error: BaseException) -> str:
    """What failed, in one line, its traceback kept in a file of the state folder."""
    import traceback  # a start that fails at nothing does without

    lines = "".join(traceback.format_exception(error))
    what = traceback.format_exception_only(error)[-1].strip()
    file = folders().state / CRASH
    try:
        write_private(file, lines)
        kept = f"details in {file}"
    except OSError as problem:
        kept = f"details could not be saved: {problem.strerror or problem}"
    return f"crashed: {what}; {kept}"


def keep_reason_aside(reason: str) -> None:
    """Keep for the diagnostics why the screen writer stood aside; "" if it did not."""
    file = folders().state / ASIDE
    with suppress(OSError):
        if reason:
            write_private(file, reason)
        else:
            file.unlink(missing_ok=True)
