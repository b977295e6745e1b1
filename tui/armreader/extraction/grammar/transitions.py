"""The moves of a dependency parser (arc-hybrid) and what it looks at before each.

A move puts the next word on the stack (SHIFT), or makes the word on top of the stack a dependent of
the next word (LEFT) or of the word below it (RIGHT), with a label. The last word on the stack is
the root. Kuhlmann, Gómez-Rodríguez and Satta 2011; features after Zhang and Nivre 2011.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from armreader.extraction.grammar.word_forms import normal

_LABELS = """
nsubj nsubj:pass obj iobj obl ccomp xcomp advcl acl acl:relcl conj cc appos nmod nmod:poss aux
aux:pass cop mark case punct root parataxis det amod compound flat advmod csubj nummod dep
"""
LABELS = tuple(_LABELS.split())
"""The relations of Universal Dependencies that are told apart; ``dep`` is any other."""
SHIFT, LEFT, RIGHT = 0, 1, 2
_TOLD_LABELS = """
nsubj nsubj:pass csubj obj iobj mark aux aux:pass cop case cc conj xcomp ccomp det punct acl:relcl
advcl
"""
_TOLD = _TOLD_LABELS.split()
_BITS = tuple(1 << _TOLD.index(label) if label in _TOLD else 0 for label in LABELS)
_FUNCTION = frozenset((LABELS.index("case"), LABELS.index("mark")))
_QUESTION_TAGS = frozenset(("WDT", "WP", "WP$", "WRB"))
_VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
_BREAKING = frozenset((",", ";", ":", "-", "–", "—", "--"))

_NAMES = """
w0 t0 z0 m0 f0 ll0 rl0 rt0 rw0 v0 w1 t1 z1 m1 f1 rl1 rt1 w2 t2 wb tb zb mb fb wc tc td d0b d10 x0b
x10
"""
NAMES = tuple(_NAMES.split())
"""What is seen of a state: w word, t tag, z lemma, m labels of the children, f function word, ll
and rl label of the last left and right child, rt and rw its tag and word, v number of children,
d distance, x what stands between; of 0 1 2 the stack from its top, b c d the words to come."""

TEMPLATES = (
    "w0 t0: w0, t0, w0 t0",
    "wb tb: wb, tb, wb tb",
    "w1 t1: w1, t1, w1 t1",
    "wc tc: wc, tc, wc tc",
    "w2 t2: w2 t2",
    "t2 t1 t0 tb tc td: t2, td, t0 tb, t1 t0, t1 tb, t0 tb tc, t1 t0 tb, tb tc td, t2 t1 t0,"
    " t1 t0 tb tc, t2 t1 t0 tb",
    "w0 t0 wb tb: w0 wb, t0 wb, w0 tb, w0 t0 tb, t0 wb tb",
    "w1 t1 w0 t0: w1 w0, t1 w0, w1 t0",
    "t1 wb: t1 wb",
    "w1 tb: w1 tb",
    "t0 m0 tb t1 m1 mb: t0 m0 tb, t1 m1 t0, t1 m1 t0 m0, t0 tb mb, t0 m0 tb mb, t1 m1 t0 m0 tb",
    "w0 m0: w0 m0",
    "w1 m1 t0: w1 m1, w1 m1 t0",
    "wb mb: wb mb",
    "t0 ll0 rl0 rt0 tb: t0 rl0 tb, t0 ll0 tb, t0 rt0 tb",
    "t1 rl1 rt1 t0: t1 rl1 t0, t1 rt1 t0",
    "w1 f0 t0: w1 f0 t0",
    "t1 f0 t0 tb: t1 f0 t0, t0 f0 tb",
    "t1 f1 t0: t1 f1 t0",
    "t0 tb fb: t0 tb fb",
    "w0 f0: w0 f0",
    "t0 tb d0b x0b v0 m0: t0 tb d0b, t0 tb x0b, t0 tb v0, t0 tb x0b m0",
    "t1 t0 d10 x10 m1: t1 t0 d10, t1 t0 x10, t1 t0 x10 m1",
    "w0 d0b: w0 d0b",
    "w0 rw0 tb: w0 rw0 tb",
    "w0 wc tb: w0 wc tb",
    "w1 w0 tb: w1 w0 tb",
    "w0 wb t1: w0 wb t1",
    "z0 t0 m0 tb: z0 t0 tb, z0 m0 tb",
    "z1 m1 t0 m0: z1 m1 t0, z1 t0 m0, z1 m1 t0 m0",
    "z1 f0 t0: z1 f0 t0",
    "zb mb t0: zb mb t0",
    "z1 z0: z1 z0",
    "z0 zb: z0 zb",
    "z1 x10 t0: z1 x10 t0",
)
"""What is looked at together, a line of templates over the values before the colon each."""
_FACTOR, _MASK = 1540483477, 0xFFFFFFFF
Template = tuple[int, ...]
"""A seed and the places in ``NAMES`` of the values that are looked at together."""


def _read(line: str, number: int) -> list[Template]:
    """The templates of a line."""
    found = []
    for at, template in enumerate(line.partition(": ")[2].split(", ")):
        seed = (number * 16 + at + 1) * 2654435761 & _MASK
        found.append((seed, *(NAMES.index(name) for name in template.split())))
    return found


def _grouped(templates: list[Template]) -> list[tuple[tuple[int, ...], tuple[Template, ...]]]:
    """The templates of a line under the values of those that hold all values of others."""
    groups: dict[tuple[int, ...], list[Template]] = {}
    for template in sorted(templates, key=len, reverse=True):
        values = template[1:]
        wider = next((one for one in groups if set(values) <= set(one)), values)
        groups.setdefault(wider, []).append(template)
    return [(values, tuple(found)) for values, found in groups.items()]


GROUPS = tuple(
    group for number, line in enumerate(TEMPLATES) for group in _grouped(_read(line, number))
)
"""Values and the templates over them, which are added up once for the same values."""


def feature_key(template: Template, values: Sequence[int]) -> int:
    """The 32-bit key of a template's values."""
    key = template[0]
    for place in template[1:]:
        key = (key ^ values[place]) * _FACTOR & _MASK
        key ^= key >> 15
    return key


class State:
    """A sentence that is being parsed; ``heads`` are -1 and ``labels`` ``root`` until given."""

    def __init__(self, lowers: Sequence[str], tags: Sequence[str], lemmas: Sequence[str]) -> None:
        count = len(lowers)
        self.count = count
        self.stack: list[int] = []
        self.next = 0
        self.heads = [-1] * count
        self.labels = [LABELS.index("root")] * count
        self._words = [_number(normal(lower)) for lower in lowers] + [0] * 3
        self._tags = [_number(tag) for tag in tags] + [1, 0, 0]
        self._lemmas = list(map(_number, lemmas)) + [0] * 3
        self._asks = [tag in _QUESTION_TAGS for tag in tags]
        zeros = [0] * (count + 3)
        self._masks, self._functions, self._valency = zeros[:], zeros[:], zeros[:]
        self._last_left, self._last_right, self._right = zeros[:], zeros[:], [-1] * (count + 3)
        self._verbs, self._breaks, self._joins = [0], [0], [0]
        for lower, tag in zip(lowers, tags, strict=True):
            self._verbs.append(self._verbs[-1] + (tag in _VERBAL))
            self._breaks.append(self._breaks[-1] + (lower in _BREAKING))
            self._joins.append(self._joins[-1] + (tag == "CC"))

    def values(self) -> list[int]:
        """What is seen of the state, in the order of ``NAMES``; 0 for what is not there."""
        words, tags, lemmas, masks = self._words, self._tags, self._lemmas, self._masks
        functions = self._functions
        stack, b = self.stack, self.next
        depth = len(stack)
        found = [0] * 31
        if depth:
            s0 = stack[-1]
            right = self._right[s0]
            found[:10] = (
                words[s0], tags[s0], lemmas[s0], masks[s0], functions[s0], self._last_left[s0],
                self._last_right[s0], tags[right] if right >= 0 else 0,
                words[right] if right >= 0 else 0, self._valency[s0],
            )  # fmt: skip
            found[27] = _distance(b - s0)
            found[29] = self._between(s0, b)
            if depth > 1:
                s1 = stack[-2]
                right = self._right[s1]
                found[10:17] = (
                    words[s1], tags[s1], lemmas[s1], masks[s1], functions[s1],
                    self._last_right[s1], tags[right] if right >= 0 else 0,
                )  # fmt: skip
                found[28] = _distance(s0 - s1)
                found[30] = self._between(s1, s0)
                if depth > 2:
                    s2 = stack[-3]
                    found[17] = words[s2]
                    found[18] = tags[s2]
        found[19:27] = (
            words[b], tags[b], lemmas[b], masks[b], functions[b], words[b + 1], tags[b + 1],
            tags[b + 2],
        )  # fmt: skip
        return found

    def _between(self, left: int, right: int) -> int:
        after = left + 1
        return (
            (self._verbs[right] > self._verbs[after])
            + 2 * (self._breaks[right] > self._breaks[after])
            + 4 * (self._joins[right] > self._joins[after])
            + 8
        )

    def move(self, kind: int, label: int = 0) -> None:
        """Change the state by one move."""
        if kind == SHIFT:
            self.stack.append(self.next)
            self.next += 1
            return
        child = self.stack.pop()
        head = self.next if kind == LEFT else self.stack[-1]
        self.heads[child] = head
        self.labels[child] = label
        self._masks[head] |= _BITS[label]
        if label in _FUNCTION or self._asks[child]:
            self._functions[head] = self._words[child]
        if kind == LEFT:
            if self._valency[head] & 3 < 3:
                self._valency[head] += 1
            self._last_left[head] = label + 1
        else:
            if self._valency[head] < 12:
                self._valency[head] += 4
            self._last_right[head] = label + 1
            self._right[head] = child


_DISTANCES = (0, 1, 2, 3, 4, 4, 5, 5, 5, 5)


def _distance(tokens: int) -> int:
    return _DISTANCES[tokens] if tokens < 10 else 6


_numbers: dict[str, int] = {}
_MOST_NUMBERS = 100_000


def _number(written: str) -> int:
    """A number for a word or a tag, the same everywhere."""
    found = _numbers.get(written)
    if found is None:
        if len(_numbers) > _MOST_NUMBERS:
            _numbers.clear()
        found = _numbers[written] = crc32(written.encode())
    return found
