"""When the next frame may be sent: no frames pile up on a line that is slower than the program.

A status query at the end of a frame is answered when the terminal has drawn it. While a hold of a
key sends frame after frame, those answers tell how far the terminal is behind and how much the line
holds; frames in between, which nobody would see in time, are left out. A small frame alone needs
no query and has none.
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
"""Frames less than this many seconds apart belong to one burst."""
_LARGE = 1024
"""From this many bytes on, even a single frame is waited for."""


_FIRST_WINDOW = 8192
_LEAST_WINDOW = 512
"""Bytes in flight before the first answer, and on the slowest line."""


class LinePace:
    """Decides by the answers to queries; times are seconds of any steady clock."""

    def __init__(self) -> None:
        self._asked: deque[tuple[float, int]] = deque()
        """For each query without an answer, when it was sent and after how many bytes in all."""
        self._quickest: float | None = None
        self._last_frame = float("-inf")
        self._sent = 0
        self._arrived = 0
        self._window = _FIRST_WINDOW

    def wait(self, now: float) -> float:
        """Seconds until a frame may be sent even without an answer; 0 when it may be sent now."""
        if not self._asked or self._quickest is None:
            return 0.0
        age = now - self._asked[0][0]
        if age > _PATIENCE:
            self.restart()
            return 0.0
        on_time = age <= self._quickest + _SLACK
        return 0.0 if on_time and self._on_its_way < self._window else _PATIENCE - age + 0.001

    def query(self, size: int, now: float) -> str:
        """What to add to a frame of so many bytes that is sent now: a query, or nothing."""
        burst = now - self._last_frame < _BURST
        self._last_frame = now
        if not (burst or self._asked):
            self._arrived = self._sent
        self._sent += size
        mute = self._quickest is None and len(self._asked) >= _UNANSWERED
        if mute or not (burst or size >= _LARGE):
            return ""
        return self.ask(now)

    def ask(self, now: float) -> str:
        """A query that is sent now."""
        self._sent += len(QUERY)
        self._asked.append((now, self._sent))
        return QUERY

    def answered(self, now: float) -> None:
        """The answer to the oldest query came."""
        if not self._asked:
            return
        asked, sent = self._asked.popleft()
        taken, carried = now - asked, sent - self._arrived
        self._arrived = sent
        if self._quickest is None or taken < self._quickest:
            self._quickest = taken
        late = taken - self._quickest
        if late <= _SLACK:
            self._window = max(self._window, 2 * carried)
        else:
            rate = carried / late
            self._window = max(_LEAST_WINDOW, int(rate * (self._quickest + _SLACK)))

    def restart(self) -> None:
        """The terminal was left and taken up again: earlier queries will not be answered."""
        self._asked.clear()
        self._arrived = self._sent

    @property
    def _on_its_way(self) -> int:
        """Bytes that were sent and are not known to have arrived."""
        return self._sent - self._arrived
