"""When the next frame may be sent: no frames pile up on a line that is slower than the program.

A status query at the end of a frame is answered when the terminal has drawn it. While a hold of a
key sends frame after frame, those answers tell how far the terminal is behind; frames in between,
which nobody would see in time, are left out. A frame alone needs no query and has none.
"""

from __future__ import annotations

from collections import deque

QUERY = "\x1b[5n"
"""Device status report, DSR 5: every terminal since the VT100 answers it."""
ANSWER = "\x1b[0n"

_SLACK = 0.05
"""Seconds beyond the quickest answer after which the line counts as behind."""
_UNANSWERED = 8
"""Queries without a single answer after which none is sent any more."""
_PATIENCE = 3.0
"""Seconds after which an answer is not waited for any more."""
_BURST = 0.12
"""Seconds between two frames below which they belong to one burst."""
_LARGE = 1024
"""Bytes from which on a frame is waited for even alone."""


class LinePace:
    """Decides by the answers to queries; times are seconds of any steady clock."""

    def __init__(self) -> None:
        self._asked: deque[float] = deque()
        self._quickest: float | None = None
        self._last_frame = float("-inf")

    def wait(self, now: float) -> float:
        """Seconds until a frame may be sent even without an answer; 0 when it may be sent now."""
        if not self._asked or self._quickest is None:
            return 0.0
        age = now - self._asked[0]
        if age > _PATIENCE:
            self._asked.clear()
            return 0.0
        return 0.0 if age <= self._quickest + _SLACK else _PATIENCE - age + 0.001

    def query(self, size: int, now: float) -> str:
        """What to add to a frame of so many bytes that is sent now: a query, or nothing."""
        burst = now - self._last_frame < _BURST
        self._last_frame = now
        mute = self._quickest is None and len(self._asked) >= _UNANSWERED
        if mute or not (burst or size >= _LARGE):
            return ""
        return self.ask(now)

    def ask(self, now: float) -> str:
        """A query that is sent now."""
        self._asked.append(now)
        return QUERY

    def answered(self, now: float) -> None:
        """The answer to the oldest query came."""
        if self._asked:
            taken = now - self._asked.popleft()
            if self._quickest is None or taken < self._quickest:
                self._quickest = taken

    def restart(self) -> None:
        """The terminal was left and taken up again: what was asked before is not answered now."""
        self._asked.clear()
