"""A dependency parse of one sentence: an averaged perceptron over moves, in whole numbers.

The table is made by ``tools/train_grammar.py``; it is read at the first sentence that is parsed.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from armreader.extraction.grammar.tables import LANE, read_table
from armreader.extraction.grammar.transitions import (
    GROUPS,
    LABELS,
    LEFT,
    RIGHT,
    State,
    feature_key,
)
from armreader.language import trained

_MOST_SUMS = 200_000
"""Sums of templates kept before the caches begin empty again."""


class Parse(NamedTuple):
    """For each token its head (-1 for the root) and its relation to it."""

    heads: list[int]
    labels: list[str]


class Parser:
    """A parser with its table and what it has added up so far."""

    def __init__(self, path: Path) -> None:
        header, self._rows = read_table(path)
        self._moves = [(kind, label) for kind, label in header["moves"]]
        count = len(self._moves)
        lefts = [at for at, move in enumerate(self._moves) if move[0] == LEFT]
        rights = [at for at, move in enumerate(self._moves) if move[0] == RIGHT]
        self._left, self._right = slice(lefts[0], lefts[-1] + 1), slice(rights[0], rights[-1] + 1)
        self._bias = sum(0x8000 << (LANE * at) for at in range(count))
        self._unpack = struct.Struct(f"<{count}H").unpack
        self._bytes = 2 * count
        self._sums: list[dict[tuple[int, ...] | int, int]] = [{} for _ in GROUPS]
        self._groups = [
            (itemgetter(*places), sums, templates)
            for (places, templates), sums in zip(GROUPS, self._sums, strict=True)
        ]
        self._kept = 0

    def parse(self, lowers: Sequence[str], tags: Sequence[str], lemmas: Sequence[str]) -> Parse:
        """The heads and relations of the tokens of a tagged sentence."""
        if self._kept > _MOST_SUMS:
            for sums in self._sums:
                sums.clear()
            self._kept = 0
        state = State(lowers, tags, lemmas)
        left, right = self._left, self._right
        while state.next < state.count or len(state.stack) > 1:
            scores = self._scores(state.values())
            best, most = 0, scores[0] if state.next < state.count else -1
            if state.stack and state.next < state.count:
                highest = max(scores[left])
                if highest > most:
                    best, most = scores.index(highest, left.start), highest
            if len(state.stack) > 1:
                highest = max(scores[right])
                if highest > most:
                    best = scores.index(highest, right.start)
            state.move(*self._moves[best])
        return Parse(state.heads, [LABELS[label] for label in state.labels])

    def _scores(self, values: list[int]) -> tuple[int, ...]:
        total, row = self._bias, self._rows.get
        for places, sums, templates in self._groups:
            seen = places(values)
            found = sums.get(seen)
            if found is None:
                found = 0
                for template in templates:
                    found += row(feature_key(template, values))
                sums[seen] = found
                self._kept += 1
            total += found
        return self._unpack(total.to_bytes(self._bytes, "little"))


@cache
def parser() -> Parser:
    """The parser with the table of the package, read when first asked for."""
    return Parser(trained("grammar/parser"))
