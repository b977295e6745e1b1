"""Notices: what the foot says once, until the next key; and which of them are faults."""

from __future__ import annotations


class Fault(str):
    """A notice of what went wrong, which has the colour of an alert."""

    __slots__ = ()


def look_of(notice: str) -> tuple[str, ...]:
    """The style of a notice; none for what is no notice."""
    if isinstance(notice, Fault):
        return ("alert",)
    return ("mark",) if notice else ()
