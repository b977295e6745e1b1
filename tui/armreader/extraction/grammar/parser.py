"""A dependency parser for one sentence: an averaged perceptron over moves, in integers.

The tables are made by ``tools/train_grammar.py``; they are read when the first sentence is parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import getitem
from pathlib import Path
from typing import NamedTuple

from armreader.extraction.grammar.features import (
    AHEAD_GROUPS,
    ALONE_GROUPS,
    BELOW_GROUPS,
    LABELS,
    Keys,
    ahead_keys,
)
from armreader.extraction.grammar.tables import LANE, Rows, place_of_most, read_choices, read_table
from armreader.extraction.grammar.transitions import RIGHT, SHIFT, State
from armreader.language import trained

_MOST_SUMS = 20_000
"""Sums of each group of keys that are kept before they are forgotten, of about 350 bytes each."""


class Parse(NamedTuple):
    """For each token its head (-1 for the root) and its relation to it."""

    heads: list[int]
    labels: list[str]


class _Sums(dict[tuple[object, ...], int]):
    """The sums of the rows of a group of keys, by what gives the keys; added up when first used."""

    def __init__(self, rows: Rows, keys_of: Callable[..., Keys]) -> None:
        super().__init__()
        self._rows, self._keys_of = rows, keys_of

    def __missing__(self, looked_at: tuple[object, ...]) -> int:
        found = self[looked_at] = self._rows.get_sum(self._keys_of(*looked_at))
        return found


class Parser:
    """A parser with its tables and what it has added up so far.

    ``sure`` has the moves that need no adding up, numbered from 1, by ``State.sure_keys``.
    """

    def __init__(self, path: Path, sure: Mapping[int, int] | None = None) -> None:
        header, rows = read_table(path)
        self._rows = rows
        self._sure = sure or {}
        self._moves = [(kind, label) for kind, label in header["moves"]]
        self._rights = next(at for at, move in enumerate(self._moves) if move[0] == RIGHT)
        """The first of the moves to the right; the other moves come before it."""
        self._bytes = len(self._moves) * LANE // 8
        self._tags_ahead = _Sums(rows, ahead_keys)
        self._below = [_Sums(rows, keys_of) for keys_of in BELOW_GROUPS]
        self._ahead = [_Sums(rows, keys_of) for keys_of in AHEAD_GROUPS]
        self._alone = [_Sums(rows, keys_of) for keys_of in ALONE_GROUPS]

    def parse(self, lowers: Sequence[str], tags: Sequence[str], lemmas: Sequence[str]) -> Parse:
        """The heads and relations of the tokens of a tagged sentence."""
        state = State(lowers, tags, lemmas)
        for sums in (self._tags_ahead, *self._below, *self._ahead, *self._alone):
            if len(sums) > _MOST_SUMS:
                sums.clear()
        moves, rights, sure = self._moves, self._rights, self._sure.get
        stack, count = state.stack, state.count
        below: list[int | None] = []
        """For each word on the stack, what it and the words below it add to the scores."""
        ahead: list[int | None] = [None] * (count + 1)
        """The same for each word and the words after it, as the next ones."""
        while (at := state.next) < count or stack[-2] >= 0:
            kind, label = SHIFT, 0
            if stack[-1] >= 0:  # otherwise nothing else can be done
                coarse, finer, finest = state.sure_keys()
                move = (sure(coarse) or sure(finer) or sure(finest) or 0) - 1
                if move < 0 or (stack[-2] < 0 if move >= rights else at == count):
                    move = self.best(state, below, ahead)
                kind, label = moves[move]
            state.move(kind, label)
            if kind == SHIFT:
                below.append(None)
            else:
                below.pop()
        return Parse(state.heads, [LABELS[label] for label in state.labels])

    def best(self, state: State, below: list[int | None], ahead: list[int | None]) -> int:
        """The number of the possible move with the highest score; keeps the sums it needs."""
        at, stack = state.next, state.stack
        fixed = below[-1]
        if fixed is None:
            fixed = below[-1] = self._score_below(state)
        coming = ahead[at]
        if coming is None:
            coming = ahead[at] = self._score_ahead(state, at)
        groups, others = state.ahead()
        grouped = sum(map(getitem, self._ahead, groups), fixed + coming)
        scores = self._rows.get_sum(others, grouped).to_bytes(self._bytes, "little")
        first_right = self._rights * LANE // 8
        if at == state.count:
            return self._rights + place_of_most(scores[first_right:])
        return place_of_most(scores if stack[-2] >= 0 else scores[:first_right])

    def _score_below(self, state: State) -> int:
        words, tags = state.words, state.tags
        third, second, top = state.stack[-3:]
        tops, seconds, thirds = self._alone[2:]
        fixed = tops[words[top], tags[top]]
        fixed += seconds[words[second], tags[second]] + thirds[words[third], tags[third]]
        groups, others = state.below()
        return self._rows.get_sum(others, sum(map(getitem, self._below, groups), fixed))

    def _score_ahead(self, state: State, at: int) -> int:
        words, tags = state.words, state.tags
        this, following = self._alone[:2]
        found = this[words[at], tags[at]] + following[words[at + 1], tags[at + 1]]
        return found + self._tags_ahead[tags[at], tags[at + 1], tags[at + 2]]


@cache
def parser() -> Parser:
    """The parser with the tables of the package, read when first needed."""
    return Parser(trained("grammar/parser"), read_choices(trained("grammar/sure_moves")))
