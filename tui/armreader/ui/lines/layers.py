"""Spans that overlap to runs that do not, each with the roles that lie over it, lowest first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from armreader.records.spans import Span

LAYERS = (
    "title",
    "source",
    "byline",
    "dateline",
    "summary",
    "caption",
    "furniture",
    "doubtful",
    "bookmarked",
    "event",
    "quote",
    "wording",
    "selected",
    "time",
    "actor",
    "trigger",
    "bold",
    "differing",
    "disputed",
    "hit",
    "stretch",
    "current",
    "at",
)
"""Every role of a stretch of text, the lowest layer first; a higher one is drawn over it."""

_HEIGHT = {role: height for height, role in enumerate(LAYERS)}


class Run(NamedTuple):
    """A stretch of text under one set of roles, lowest first."""

    start: int
    end: int
    roles: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Runs:
    """The runs of a text in order; stretches without a role have none."""

    runs: tuple[Run, ...] = ()

    @cached_property
    def _ends(self) -> list[int]:
        return [run.end for run in self.runs]

    def over(self, span: Span) -> Iterator[Run]:
        """The whole span as runs, cut to it, with the bare stretches between them."""
        at = span.start
        if at >= span.end:
            return
        for place in range(bisect_right(self._ends, span.start), len(self.runs)):
            run = self.runs[place]
            if run.start >= span.end:
                break
            if run.start > at:
                yield Run(at, run.start, ())
            yield Run(max(run.start, at), min(run.end, span.end), run.roles)
            at = min(run.end, span.end)
        if at < span.end:
            yield Run(at, span.end, ())


def flatten(spans: Iterable[tuple[Span, str]]) -> Runs:
    """The runs of spans that may overlap; a role twice over one stretch counts once."""
    edges: list[tuple[int, int, int]] = []
    for (start, end), role in spans:
        if start < end:
            edges.append((start, 1, _HEIGHT[role]))
            edges.append((end, -1, _HEIGHT[role]))
    edges.sort()
    depth = [0] * len(LAYERS)
    runs: list[Run] = []
    at = 0
    for offset, step, height in edges:
        if offset > at:
            roles = tuple(LAYERS[one] for one, count in enumerate(depth) if count)
            if roles:
                runs.append(Run(at, offset, roles))
            at = offset
        depth[height] += step
    return Runs(tuple(runs))
