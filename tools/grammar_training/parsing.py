"""The parser's table: an averaged perceptron over moves, with a dynamic oracle.

Goldberg and Nivre 2013 for the oracle; a feature's weights are learned from the start but count
only after ``FEWEST_UPDATES`` changes, which keeps the table small (Goldberg and Elhadad 2011).
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from armreader.extraction.grammar.features import ALONE_GROUPS, LABELS, ahead_keys
from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.tables import write_table
from armreader.extraction.grammar.transitions import LEFT, RIGHT, SHIFT, State
from grammar_training.treebank import Word

EPOCHS = 4
FEWEST_UPDATES = 20
_FEWEST_MOVES = 20
"""Times that a move must be made in the treebank to be one of the parser's."""
_OWN_MOVES = 0.9
"""How often, after the first epoch, the parser goes its own way in training."""
_SMALLEST = 1.0
"""Mean weights below this are left out of the table."""
_ROOT = LABELS.index("root")
_NUMBER = {label: at for at, label in enumerate(LABELS)}


class Tree:
    """A sentence with its tags and its tree, as the trainer wants it."""

    def __init__(self, words: list[Word], tags: list[str]) -> None:
        self.lowers = [word.form.lower().replace("’", "'") for word in words]
        self.tags = tags
        self.lemmas = list(map(lemma, self.lowers, tags))
        count = len(words)
        self.heads = [word.head - 1 if word.head else count for word in words]
        self.labels = [_label(word.label) for word in words]

    def is_projective(self) -> bool:
        """Whether no two arcs cross."""
        arcs = [(min(at, head), max(at, head)) for at, head in enumerate(self.heads)]
        return not any(
            one[0] < two[0] < one[1] < two[1] or two[0] < one[0] < two[1] < one[1]
            for number, one in enumerate(arcs)
            for two in arcs[:number]
        )


def _label(written: str) -> int:
    """The number of a relation; a subtype that is not distinguished counts as its relation."""
    return _NUMBER.get(written, _NUMBER.get(written.partition(":")[0], _NUMBER["dep"]))


def _best(moves: list[int], scores: list[int]) -> int:
    best = moves[0]
    for move in moves:
        if scores[move] > scores[best]:
            best = move
    return best


class ParserTraining:
    """An averaged perceptron over moves that is being trained."""

    def __init__(self, trees: list[Tree]) -> None:
        self.trees = [tree for tree in trees if len(tree.tags) > 1 and tree.is_projective()]
        counts: Counter[tuple[int, int]] = Counter()
        for tree in self.trees:
            for at, head in enumerate(tree.heads):
                counts[LEFT if head > at else RIGHT, tree.labels[at]] += 1
        self.moves = [(SHIFT, 0)]
        self.moves += sorted(
            move for move, times in counts.items() if times >= _FEWEST_MOVES and move[1] != _ROOT
        )
        self._places = {move: at for at, move in enumerate(self.moves)}
        self._lefts = [at for at, move in enumerate(self.moves) if move[0] == LEFT]
        self._rights = [at for at, move in enumerate(self.moves) if move[0] == RIGHT]
        self._counting: dict[int, list[int]] = {}
        self._rows: dict[int, tuple[list[int], dict[int, int], dict[int, int]]] = {}
        self._step = 1
        self._random = random.Random(1)

    def train(self, epochs: int = EPOCHS) -> None:
        """Learn from the trees, shuffled each time."""
        for epoch in range(epochs):
            self._random.shuffle(self.trees)
            wrong = sum(self._learn(tree, epoch) for tree in self.trees)
            print(
                f"  parser: {wrong} wrong moves, {len(self._counting)} of {len(self._rows)} rows",
                flush=True,
            )

    def _learn(self, tree: Tree, epoch: int) -> int:
        state = State(tree.lowers, tree.tags, tree.lemmas)
        words = list(zip(state.words, state.tags, strict=True))
        alone = [tuple(keys_of(*word) for keys_of in ALONE_GROUPS) for word in words]
        wrong = 0
        while state.next < state.count or state.stack[-2] >= 0:
            at, (third, second, top) = state.next, state.stack[-3:]
            keys = alone[at][0] + alone[at + 1][1] + alone[top][2] + alone[second][3]
            keys += alone[third][4] + ahead_keys(*state.tags[at : at + 3]) + state.keys()
            scores = self._scores(keys)
            allowed = self._allowed(state)
            guess = _best(allowed, scores)
            good = self._good(state, tree, allowed)
            self._step += 1
            chosen = guess
            if guess not in good:
                wrong += 1
                best = _best(sorted(good), scores)
                self._update(keys, best, guess)
                if epoch == 0 or self._random.random() > _OWN_MOVES:
                    chosen = best
            state.move(*self.moves[chosen])
        return wrong

    def _allowed(self, state: State) -> list[int]:
        if state.next == state.count:
            return self._rights
        found = [0]
        if state.stack[-1] >= 0:
            found += self._lefts
        if state.stack[-2] >= 0:
            found += self._rights
        return found

    def _good(self, state: State, tree: Tree, allowed: list[int]) -> set[int]:
        """The moves after which no arc of the tree is lost that could still be made."""
        heads, stack, following = tree.heads, state.stack[3:], state.next
        good = set()
        if following < state.count:
            inside = stack[:-1]
            if heads[following] not in inside and not any(heads[one] == following for one in stack):
                good.add(0)
        if stack:
            top = stack[-1]
            head = heads[top]
            has_more = False
            for one in range(following, state.count):
                if heads[one] == top:
                    has_more = True
                    break
            if following < state.count and not has_more:
                below = stack[-2] if len(stack) > 1 else -1
                if head == following:
                    good |= self._labelled(LEFT, tree.labels[top])
                elif head != below and head < following:
                    good.update(self._lefts)
            if len(stack) > 1 and not has_more:
                if head == stack[-2]:
                    good |= self._labelled(RIGHT, tree.labels[top])
                elif head < following:
                    good.update(self._rights)
        good.intersection_update(allowed)
        return good or set(allowed)

    def _labelled(self, kind: int, label: int) -> set[int]:
        place = self._places.get((kind, label))
        if place is not None:
            return {place}
        return set(self._lefts if kind == LEFT else self._rights)

    def _scores(self, keys: tuple[int, ...]) -> list[int]:
        scores = [0] * len(self.moves)
        counting = self._counting
        for key in keys:
            row = counting.get(key)
            if row is not None:
                for at in range(len(scores)):
                    scores[at] += row[at]
        return scores

    def _update(self, keys: tuple[int, ...], good: int, bad: int) -> None:
        step = self._step
        for key in keys:
            row = self._rows.get(key)
            if row is None:
                row = self._rows[key] = ([0], {}, {})
            times, weights, summed = row
            times[0] += 1
            for move, change in ((good, 1), (bad, -1)):
                weights[move] = weights.get(move, 0) + change
                summed[move] = summed.get(move, 0) + change * step
            counting = self._counting.get(key)
            if counting is not None:
                counting[good] += 1
                counting[bad] -= 1
            elif times[0] >= FEWEST_UPDATES:
                self._counting[key] = [weights.get(at, 0) for at in range(len(self.moves))]

    def write(self, path: Path) -> int:
        """Write the table of the mean weights, in whole numbers of 8 bits; the bytes written."""
        means = {}
        for key in self._counting:
            _, weights, summed = self._rows[key]
            mean = {at: weight - summed[at] / self._step for at, weight in weights.items()}
            means[key] = {at: value for at, value in mean.items() if abs(value) >= _SMALLEST}
        largest = max((abs(value) for row in means.values() for value in row.values()), default=1)
        unit = max(largest / 127, 0.5)
        rows = {}
        for key in sorted(means, key=lambda key: (-self._rows[key][0][0], key)):
            small = [(at, round(value / unit)) for at, value in sorted(means[key].items())]
            if small:
                rows[key] = [(at, weight) for at, weight in small if weight]
        total = sum(map(len, rows.values()))
        print(f"  parser: {len(rows)} rows, {total} weights, unit {unit:.2f}")
        header = {"moves": self.moves, "labels": list(LABELS)}
        return write_table(path, header, len(self.moves), rows)
