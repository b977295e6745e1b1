"""The moves of a dependency parser (arc-hybrid), and the features it looks at before each.

A move puts the next word on the stack (SHIFT), or makes the word on top of the stack a dependent of
the next word (LEFT) or of the word below it (RIGHT), with a label. The last word on the stack is
the root. Kuhlmann, Gómez-Rodríguez and Satta 2011; features after Zhang and Nivre 2011.
"""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.features import (
    AHEAD_GROUPS,
    BELOW_GROUPS,
    D0B,
    D10,
    FAR,
    LABELS,
    LL0,
    NOTHING,
    RL0,
    RL1,
    V0,
    X0B,
    X10,
    Keys,
    mask_numbers,
    token_numbers,
    word_numbers,
)

SHIFT, LEFT, RIGHT = 0, 1, 2
_RECORDED_LABELS = """
nsubj nsubj:pass csubj obj iobj mark aux aux:pass cop case cc conj xcomp ccomp det punct acl:relcl
advcl
"""
_RECORDED = _RECORDED_LABELS.split()
_BITS = tuple(1 << _RECORDED.index(label) if label in _RECORDED else 0 for label in LABELS)
_FUNCTION = frozenset((LABELS.index("case"), LABELS.index("mark")))
_QUESTION_TAGS = frozenset(("WDT", "WP", "WP$", "WRB"))
_VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
_BREAKING = frozenset((",", ";", ":", "-", "–", "—", "--"))
_DISTANCES = (0, 1, 2, 3, 4, 4, 5, 5, 5, 5)
_ROOT_TAG = "ROOT"


class State:
    """A sentence that is being parsed; ``heads`` are -1 and ``labels`` ``root`` until given.

    The stack begins with three empty places, -1.
    """

    def __init__(self, lowers: Sequence[str], tags: Sequence[str], lemmas: Sequence[str]) -> None:
        count = len(lowers)
        self.count = count
        self.stack = [-1, -1, -1]
        self.next = 0
        self.words = [*lowers, *[NOTHING] * 4]
        self.tags = [*tags, _ROOT_TAG, *[NOTHING] * 3]
        """The words and their tags; then the root, and what is not there."""
        self.heads = [-1] * count
        self.labels = [LABELS.index("root")] * count
        self._words, self._tags, self._tops, self._seconds, self._nexts = zip(
            *map(token_numbers, self.words, self.tags, [*lemmas, *[NOTHING] * 4]), strict=True
        )
        self._asks = [tag in _QUESTION_TAGS for tag in tags]
        zeros = [0] * (count + 4)
        self._masks, self._valency = zeros[:], zeros[:]
        self._mask_numbers = [mask_numbers(0)] * (count + 4)
        self._functions = [word_numbers(NOTHING)] * (count + 4)
        self._last_left, self._last_right, self._right = zeros[:], zeros[:], [-1] * (count + 4)
        self._verbs, self._breaks, self._joins = [-1], [-1], [-1]
        for at, (lower, tag) in enumerate(zip(lowers, tags, strict=True)):
            self._verbs.append(at if tag in _VERBAL else self._verbs[-1])
            self._breaks.append(at if lower in _BREAKING else self._breaks[-1])
            self._joins.append(at if tag == "CC" else self._joins[-1])

    def keys(self) -> Keys:
        """The keys of everything else that is looked at before the next move."""
        below, ahead = self.below(), self.ahead()
        looked_at = ((BELOW_GROUPS, below[0]), (AHEAD_GROUPS, ahead[0]))
        grouped = (
            key
            for groups, all_numbers in looked_at
            for keys_of, numbers in zip(groups, all_numbers, strict=True)
            for key in keys_of(*numbers)
        )
        return below[1] + ahead[1] + tuple(grouped)

    def sure_keys(self) -> Keys:
        """The tags around the next move, with more and more of what is known of the children.

        Between them the same move is nearly always made: an article before its noun.
        """
        s1, s0 = self.stack[-2:]
        b = self.next
        tags = self._tops[s0][1] ^ self._tags[b][3] ^ self._tags[b + 1][4]
        below = tags ^ self._mask_numbers[s0][0]
        return tags, below ^ self._mask_numbers[b][2], below ^ self._seconds[s1][1]

    def below(self) -> tuple[tuple[Keys, ...], Keys]:
        """The top of the stack on what is below it: the numbers of ``BELOW_GROUPS``, other keys.

        They stay what they are until the top is taken away.
        """
        s2, s1, s0 = self.stack[-3:]
        w1, t1, z1 = self._seconds[s1]
        w0, t0, z0, _, _ = self._tops[s0]
        m1 = self._mask_numbers[s1][1]
        d10, x10 = D10[0], X10[0]
        if s1 >= 0:
            far = s0 - s1
            d10 = D10[_DISTANCES[far] if far < 10 else FAR]
            x10 = X10[self._between(s1, s0)]
        z1t0, m1t0 = z1 ^ t0, m1 ^ t0
        rl1, rt1 = RL1[self._last_right[s1]], self._tags[self._right[s1]][7]
        return (
            (t1, t0, rl1, rt1, self._functions[s1][6]),
            (t1, m1, t0, d10, x10),
        ), (
            w1 ^ w0, t1 ^ w0, w1 ^ t0, z1 ^ z0, z1t0 ^ x10,
            w1 ^ m1, w1 ^ m1t0, z1 ^ m1t0, self._tags[s2][2] ^ t1 ^ t0,
        )  # fmt: skip

    def ahead(self) -> tuple[tuple[Keys, ...], Keys]:
        """The stack on the words to come: the numbers of ``AHEAD_GROUPS``, and other keys."""
        words, tags, masks, functions = self._words, self._tags, self._mask_numbers, self._functions
        b = self.next
        s2, s1, s0 = self.stack[-3:]
        right = self._right[s0]
        w1, t1, z1 = self._seconds[s1]
        w0, t0, z0, w0t0, z0t0 = self._tops[s0]
        wb, tb, zb, wbtb = self._nexts[b]
        m1, m0, mb = masks[s1][1], masks[s0][0], masks[b][2]
        tc, f0 = tags[b + 1][4], functions[s0][5]
        d0b, x0b = D0B[0], X0B[0]
        if s0 >= 0:
            far = b - s0
            d0b = D0B[_DISTANCES[far] if far < 10 else FAR]
            x0b = X0B[self._between(s0, b)]
        ll0, rl0 = LL0[self._last_left[s0]], RL0[self._last_right[s0]]
        w0tb, w0wb, t0tb, t1t0, m0t0, f0t0 = w0 ^ tb, w0 ^ wb, t0 ^ tb, t1 ^ t0, m0 ^ t0, f0 ^ t0
        t1t0tb, m1t0m0 = t1t0 ^ tb, m1 ^ m0t0
        return (
            (t0, tb, ll0, rl0, tags[right][6], V0[self._valency[s0]]),
            (t0, m0, tb, mb),
            (t0, m0, tb, d0b, x0b),
            (t1, f0, t0, tb, functions[b][7]),
        ), (
            t1 ^ tb, t0tb ^ tc, t1t0tb, t1t0tb ^ tc, tags[s2][2] ^ t1t0tb,
            w0wb, t0 ^ wb, w0tb, w0t0 ^ tb, t0 ^ wbtb, t1 ^ wb, w1 ^ tb,
            m1t0m0 ^ t1, m1t0m0 ^ t1 ^ tb, w0 ^ m0, wb ^ mb, w1 ^ f0t0, w0 ^ f0, w0 ^ d0b,
            w0tb ^ words[right][8], w0tb ^ words[b + 1][4], w0tb ^ w1, w0wb ^ t1,
            z0t0 ^ tb, z0 ^ m0 ^ tb, z1 ^ m0t0, z1 ^ m1t0m0, z1 ^ f0t0, zb ^ mb ^ t0, z0 ^ zb,
        )  # fmt: skip

    def _between(self, left: int, right: int) -> int:
        return (
            (self._verbs[right] > left)
            + 2 * (self._breaks[right] > left)
            + 4 * (self._joins[right] > left)
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
        mask = self._masks[head]
        if _BITS[label] & ~mask:
            self._masks[head] = mask | _BITS[label]
            self._mask_numbers[head] = mask_numbers(mask | _BITS[label])
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
