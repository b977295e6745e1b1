"""The table of sure moves: what the parser nearly always does between the same tags.

It spares the parser from adding up scores. Learned from the moves that the parser itself makes in
the treebank, so that it needs no tree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.parser import Parser
from armreader.extraction.grammar.tables import write_table
from armreader.extraction.grammar.transitions import State

FEWEST, SHARE = 25, 0.995
"""How often a key must be seen, and the share of those times that one move was made."""
Tagged = tuple[list[str], list[str]]
"""The tokens of a sentence in lower case, and their tags."""


class WatchedParser(Parser):
    """A parser that counts its moves by each of the three keys."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.counts: tuple[defaultdict[int, Counter[int]], ...] = tuple(
            defaultdict(Counter) for _ in range(3)
        )

    def best(self, state: State, below: list[int | None], ahead: list[int | None]) -> int:
        """The best move, which is counted."""
        move = super().best(state, below, ahead)
        for counts, key in zip(self.counts, state.sure_keys(), strict=True):
            counts[key][move] += 1
        return move


def write_sure_moves(parser: Path, sentences: Iterable[Tagged], path: Path) -> int:
    """Write the sure moves of the parser with a table in some tagged sentences; the bytes."""
    watched = WatchedParser(parser)
    for lowers, tags in sentences:
        watched.parse(lowers, tags, list(map(lemma, lowers, tags)))
    rows: dict[int, list[tuple[int, int]]] = {}
    known: set[int] = set()
    for counts in watched.counts:
        for key, moves in sorted(counts.items()):
            move, times = moves.most_common(1)[0]
            if moves.total() >= FEWEST and times >= SHARE * moves.total() and key not in known:
                rows[key] = [(move, 1)]
        known.update(counts)
    print(f"  sure moves: {len(rows)}")
    return write_table(path, {}, 1 + max((row[0][0] for row in rows.values()), default=0), rows)
