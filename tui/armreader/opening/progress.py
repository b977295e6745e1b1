"""How far a reading is: articles, the share of the files in per cent, and how long the rest takes.

A file counts by its size, once all of it that was read has been looked through.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from time import monotonic

from armreader.reading.discover import STANDARD_INPUT, Found, find_files

_KNOWN_FROM = 3.0
"""Seconds after which the rest can be estimated from what has been done."""
_LEAST_SHARE = 0.03
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
        self.articles = 0

    def finished(self, file: str) -> None:
        """All was found in an article of a file; the file before it is over."""
        self.articles += 1
        if self._last and self._last != file and self._last not in self._over:
            self._over.add(self._last)
            self._done += self._sizes.get(self._last, 0)
        self._last = file

    @property
    def share(self) -> float:
        """From 0 to 1, as far as it is known."""
        return self._done / self._all if self._all else 0.0

    def words(self, read: int) -> str:
        """``reading 48 articles · 25% · 40 s left · Esc stops``, after that many articles."""
        parts = [f"reading, {read} article{'s' * (read != 1)} so far"]
        taken = self._clock() - self._began
        if self._done:
            parts.append(f"{self.share:.0%}")
        if self.share >= _LEAST_SHARE and taken >= _KNOWN_FROM:
            left = taken * (1 - self.share) / self.share
            shown = f"{left / 60:.0f} min" if left >= _MINUTE else f"{max(1, left):.0f} s"
            parts.append(f"about {shown} left")
        return " · ".join((*parts, "Esc stops"))
