"""How far reading and linking are: the share in per cent, and how long the rest takes.

A file counts by its size, once all of it that was read has been looked through; one that is looked
through alone counts as far as its steps are (see ``records.steps``).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from time import monotonic

from armreader.reading.discover import STANDARD_INPUT, Found, find_files

_KNOWN_FROM = 3.0
"""Seconds after which the rest can be estimated from what has been done."""
_LEAST_SHARE = 0.03
_OF_A_STEP = 0.9
"""The share of a step that is shown at most before it has ended."""
_MINUTE = 90
"""Seconds from which the rest is given in minutes."""


def sizes_of(paths: Sequence[str]) -> dict[str, int]:
    """The sizes of the files under the paths, by the names that their articles give them."""
    sizes: dict[str, int] = {}
    for found in find_files(paths):
        if isinstance(found, Found) and found.path != STANDARD_INPUT:
            try:
                sizes[found.name] = os.stat(found.path).st_size  # noqa: PTH116  as the walk does
            except OSError:
                continue
    return sizes


class Steps:
    """The steps of one piece of work; between two of them its share grows as it did before."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._began = self._at = clock()
        self._share = self._until = 0.0

    def reached(self, share: float, until: float) -> None:
        """A step begins at a share, and ends at another."""
        self._at, self._share, self._until = self._clock(), share, until

    @property
    def share(self) -> float:
        """From 0 to 1, as far as it is known."""
        taken = self._at - self._began
        if not self._share or not taken:
            return self._share
        most = self._share + _OF_A_STEP * (self._until - self._share)
        return min(most, self._share * (1 + (self._clock() - self._at) / taken))

    def words(self, doing: str) -> str:
        """``linking 48 articles · 25% · about 40 s left · Esc stops``."""
        return _words(doing, self.share, self._clock() - self._began)


class Progress:
    """What is done of the files of those sizes, and when the reading began."""

    def __init__(self, sizes: Mapping[str, int], clock: Callable[[], float] = monotonic) -> None:
        self._sizes = sizes
        self._all = sum(sizes.values())
        self._clock = clock
        self._began = clock()
        self._last = ""
        self._done = 0
        self._over: set[str] = set()
        self._within: tuple[str, Steps] = ("", Steps(clock))
        self.articles = 0

    def finished(self, file: str) -> None:
        """All was found in an article of a file; the file before it is over."""
        self.articles += 1
        if self._last and self._last != file and self._last not in self._over:
            self._over.add(self._last)
            self._done += self._sizes.get(self._last, 0)
        self._last = file

    def reached(self, file: str, share: float, until: float) -> None:
        """The only article of a file is looked through so far."""
        if self._within[0] != file:
            self._within = file, Steps(self._clock)
        self._within[1].reached(share, until)

    @property
    def share(self) -> float:
        """From 0 to 1, as far as it is known."""
        file, steps = self._within
        within = 0.0 if file in self._over else self._sizes.get(file, 0) * steps.share
        return (self._done + within) / self._all if self._all else 0.0

    def words(self, read: int) -> str:
        """``reading, 48 articles so far · 25% · about 40 s left · Esc stops``."""
        doing = f"reading, {read} article{'s' * (read != 1)} so far"
        return _words(doing, self.share, self._clock() - self._began)


def _words(doing: str, share: float, taken: float) -> str:
    """What is going on, how much of it is done, and how long the rest takes, as far as known."""
    parts = [doing]
    if share:
        parts.append(f"{share:.0%}")
    if share >= _LEAST_SHARE and taken >= _KNOWN_FROM:
        left = taken * (1 - share) / share
        shown = f"{left / 60:.0f} min" if left >= _MINUTE else f"{max(1, left):.0f} s"
        parts.append(f"about {shown} left")
    return " · ".join((*parts, "Esc stops"))
