"""A dependency parser for one sentence: an averaged perceptron over moves, in integers.

The table is made by ``tools/train_grammar.py``; it is read when the first sentence is parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from operator import call
from pathlib import Path
from typing import NamedTuple

from armreader.extraction.grammar.tables import LANE, place_of_most, read_table
from armreader.extraction.grammar.transitions import (
    AHEAD_GROUPS,
    BELOW_GROUPS,
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


class Parser:
    """A parser with its table and what it has added up so far."""

    def __init__(self, path: Path) -> None:
        header, self._rows = read_table(path)
        self._moves = [(kind, label) for kind, label in header["moves"]]
        count = len(self._moves)
        self._rights = next(at for at, move in enumerate(self._moves) if move[0] == RIGHT)
        """The first of the moves to the right; the other moves come before it."""
        self._bytes = count * LANE // 8
        self._tags_ahead = cache(self._summing(ahead_keys))
        self._below = [cache(self._summing(keys_of)) for keys_of in BELOW_GROUPS]
        self._ahead = [cache(self._summing(keys_of)) for keys_of in AHEAD_GROUPS]
        self._alone: dict[tuple[str, str], tuple[int, ...]] = {}

    def _summing(self, keys_of: Callable[..., Keys]) -> Callable[[tuple[object, ...]], int]:
        """A function that adds up the rows of a group of keys by what gives them."""

        def summed(looked_at: tuple[object, ...]) -> int:
            return self._rows.get_sum(keys_of(*looked_at))

        return summed

    def parse(self, lowers: Sequence[str], tags: Sequence[str], lemmas: Sequence[str]) -> Parse:
        """The heads and relations of the tokens of a tagged sentence."""
        state = State(lowers, tags, lemmas)
        if len(self._alone) > _MOST_WORDS:
            self._alone.clear()
        for sums in (self._tags_ahead, *self._below, *self._ahead):
            if sums.cache_info().currsize > _MOST_SUMS:
                sums.cache_clear()
        known, added = self._alone, self._rows.get_sum
        words = zip(state.words, state.tags, strict=True)
        scored = [known.get(word) or self._score_alone(word) for word in words]
        tags_ahead = zip(state.tags, state.tags[1:], state.tags[2:], strict=False)
        ahead = [
            this[0] + following[1] + self._tags_ahead(tags)
            for (this, following), tags in zip(pairwise(scored), tags_ahead, strict=False)
        ]
        size, moves = self._bytes, self._moves
        first_right = self._rights * LANE // 8
        stack, count = state.stack, state.count
        below: list[int] = []
        """For each word on the stack, what it and the words below it add to the scores."""
        while (at := state.next) < count or stack[-2] >= 0:
            kind, label = SHIFT, 0
            if stack[-1] >= 0:  # otherwise nothing else can be done
                groups, others = state.ahead()
                grouped = sum(map(call, self._ahead, groups), ahead[at] + below[-1])
                scores = added(others, grouped).to_bytes(size, "little")
                if at == count:
                    move = self._rights + place_of_most(scores[first_right:])
                else:
                    move = place_of_most(scores if stack[-2] >= 0 else scores[:first_right])
                kind, label = moves[move]
            state.move(kind, label)
            if kind == SHIFT:
                third, second, top = stack[-3:]
                fixed = scored[top][2] + scored[second][3] + scored[third][4]
                groups, others = state.below()
                below.append(added(others, sum(map(call, self._below, groups), fixed)))
            else:
                below.pop()
        return Parse(state.heads, [LABELS[label] for label in state.labels])

    def _score_alone(self, word: tuple[str, str]) -> tuple[int, ...]:
        found = self._alone[word] = tuple(map(self._rows.get_sum, alone_keys(*word)))
        return found


@cache
def parser() -> Parser:
    """The parser with the table of the package, read when first needed."""
    return Parser(trained("grammar/parser"))
