"""When the reader exits, nothing that it started is left running."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path

from pseudo_terminal import READER, PseudoTerminal

LINE = "“The tide is out,” said Ada Quill, and the harbour of Lumen closed on 3 May 2030. "


def test_a_suspended_process_that_reads_ends_with_the_reader(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"Tide {number}\n\n{LINE * 200}")
    with PseudoTerminal((*READER, str(tmp_path))) as terminal:
        children = Path(f"/proc/{terminal.pid}/task")

        def words(process: int) -> bytes:
            return Path(f"/proc/{process}/cmdline").read_bytes()

        def started() -> list[int]:
            """Those that run their own command: between fork and exec the reader waits for it."""
            each = [one.read_text().split() for one in children.glob("*/children")]
            found = [int(child) for several in each for child in several]
            return [child for child in found if words(child) != words(terminal.pid)]

        terminal.wait(lambda: bool(started()), 30)
        (child,) = started()
        os.kill(child, signal.SIGSTOP)
        try:
            terminal.wait_for("reading", 30)
            terminal.press("q")
            assert terminal.wait_for_end() == 0
            terminal.wait(lambda: not Path(f"/proc/{child}").exists())
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
