"""How far a long piece of work is: whoever waits for it hears of each step, and can end it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import local

Hear = Callable[[float, float], None]
"""Called with the share that is done, from 0 to 1, and the share after the step that begins."""


class Ended(BaseException):
    """Raised by whoever waits, to end the work; no handler of failures catches it."""


class _Waiting(local):
    hear: Hear | None = None


_WAITING = _Waiting()


@contextmanager
def following(hear: Hear) -> Iterator[None]:
    """Hear of the steps of what this thread does."""
    before, _WAITING.hear = _WAITING.hear, hear
    try:
        yield
    finally:
        _WAITING.hear = before


def reached(share: float, until: float) -> None:
    """A step begins; does nothing where nobody waits."""
    if _WAITING.hear:
        _WAITING.hear(share, until)
