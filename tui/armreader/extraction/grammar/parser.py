"""A dependency parser for one sentence: an averaged perceptron over moves, in integers.

The table is made by ``tools/train_grammar.py``; it is read when the first sentence is parsed.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from functools import cache
from operator import getitem
from pathlib import Path
from typing import NamedTuple

from armreader.extraction.grammar.tables import LANE, Rows, read_table
from armreader.extraction.grammar.transitions import (
    GROUPS,
    LABELS,
    RIGHT,
    SHIFT,
    Keys,
    State,
    ahead_keys,
    alone_keys,
)
from armreader.language import trained

_MOST_WORDS = 60_000
"""Words with their tags whose sums are kept before the cache is emptied."""
_MOST_SUMS = 20_000
"""The same for the sums of each group of keys, of about 350 bytes each."""


class Parse(NamedTuple):
    """For each token its head (-1 for the root) and its relation to it."""

    heads: list[int]
    labels: list[str]


class _Sums(dict[Keys, int]):
    """The sums of the rows of one of ``GROUPS`` by its numbers, each added up when first needed."""

    def __init__(self, rows: Rows, keys_of: Callable[..., Keys]) -> None:
        super().__init__()
        self._rows, self._keys_of = rows, keys_of

    def __missing__(self, numbers: Keys) -> int:
        found = self[numbers] = self._rows.get_sum(self._keys_of(*numbers))
        return found


class Parser:
    """A parser with its table and what it has added up so far."""

    def __init__(self, path: Path) -> None:
        header, self._rows = read_table(path)
        self._moves = [(kind, label) for kind, label in header["moves"]]
        count = len(self._moves)
        self._rights = next(at for at, move in enumerate(self._moves) if move[0] == RIGHT)
        """The first of the moves to the right; the other moves come before it."""
        self._unpack = struct.Struct(f"<{count}H").unpack
        self._bytes = count * LANE // 8
        self._sums = [_Sums(self._rows, keys_of) for keys_of in GROUPS]
        self._alone: dict[tuple[str, str], tuple[int, ...]] = {}

    def parse(self, lowers: Sequence[str], tags: Sequence[str], lemmas: Sequence[str]) -> Parse:
        """The heads and relations of the tokens of a tagged sentence."""
        state = State(lowers, tags, lemmas)
        if len(self._alone) > _MOST_WORDS:
            self._alone.clear()
        for sums in self._sums:
            if len(sums) > _MOST_SUMS:
                sums.clear()
        known, added = self._alone, self._rows.get_sum
        words = zip(state.words, state.tags, strict=True)
        scored = [known.get(word) or self._score_alone(word) for word in words]
        ahead = [
            added(ahead_keys(*state.tags[at : at + 3]), scored[at][0] + scored[at + 1][1])
            for at in range(state.count + 1)
        ]
        unpack, size, rights, moves = self._unpack, self._bytes, self._rights, self._moves
        stack, count = state.stack, state.count
        while (at := state.next) < count or stack[-2] >= 0:
            third, second, top = stack[-3:]
            if top < 0:  # nothing else can be done
                state.move(SHIFT)
                continue
            fixed = ahead[at] + scored[top][2] + scored[second][3] + scored[third][4]
            groups, others = state.looked_at()
            grouped = sum(map(getitem, self._sums, groups), fixed)
            scores = unpack(added(others, grouped).to_bytes(size, "little"))
            if at == count:
                allowed = scores[rights:]
                state.move(*moves[rights + allowed.index(max(allowed))])
            else:
                allowed = scores if second >= 0 else scores[:rights]
                state.move(*moves[allowed.index(max(allowed))])
        return Parse(state.heads, [LABELS[label] for label in state.labels])

    def _score_alone(self, word: tuple[str, str]) -> tuple[int, ...]:
        found = self._alone[word] = tuple(map(self._rows.get_sum, alone_keys(*word)))
        return found


@cache
def parser() -> Parser:
    """The parser with the table of the package, read when first needed."""
    return Parser(trained("grammar/parser"))
