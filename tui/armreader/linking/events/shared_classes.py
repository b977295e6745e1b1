"""What the classes that a telling shares with a group say about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from armreader.language.event_classes import family

_RARE = 0.6
"""The weight from which on a verb without a class says what happened, as few mentions have it."""
_WEAK = frozenset(("say", "phase", "move"))


class Shared(NamedTuple):
    """What the classes that a telling and a group share say about them."""

    first: str
    talk: bool
    """Whether all of them are speech."""
    strong: bool
    """Whether one of them is specific."""
    weight: float
    """The weight of the rarest."""


class SharedClasses(dict[tuple[str, ...], Shared | None]):
    """By the classes of a group, what those say that it has in common with a telling."""

    def __init__(self, own: tuple[str, ...], weight: Mapping[str, float]) -> None:
        super().__init__()
        self._own = own
        self._weight = weight

    def __missing__(self, others: tuple[str, ...]) -> Shared | None:
        shared = [name for name in self._own if name in others]
        found = self._said_by(shared) if shared else None
        self[others] = found
        return found

    def _said_by(self, shared: Sequence[str]) -> Shared:
        return Shared(
            shared[0],
            all(family(name) == "say" for name in shared),
            any(self._is_specific(name) for name in shared),
            max(self._weight[name] for name in shared),
        )

    def _is_specific(self, name: str) -> bool:
        """Whether a class, or a lemma without class, says of itself what happened."""
        if "." in name:
            return family(name) not in _WEAK
        return self._weight[name] >= _RARE
