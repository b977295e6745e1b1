"""The moves of a dependency parser (arc-hybrid), and the features it looks at before each.

A move puts the next word on the stack (SHIFT), or makes the word on top of the stack a dependent of
the next word (LEFT) or of the word below it (RIGHT), with a label. The last word on the stack is
the root. Kuhlmann, Gómez-Rodríguez and Satta 2011; features after Zhang and Nivre 2011.

Every value has a fixed, random-looking number for each place where it is seen; the key of values
that are looked at together is the exclusive or of their numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from zlib import crc32

from armreader.extraction.grammar.word_forms import normal

_LABELS = """
nsubj nsubj:pass obj iobj obl ccomp xcomp advcl acl acl:relcl conj cc appos nmod nmod:poss aux
aux:pass cop mark case punct root parataxis det amod compound flat advmod csubj nummod dep
"""
LABELS = tuple(_LABELS.split())
"""The relations of Universal Dependencies that are distinguished; ``dep`` is any other."""
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
_FAR = 6

_NAMES = """
w0 w1 w2 wb wc f0 f1 fb rw0 t0 t1 t2 tb tc td rt0 rt1 z0 z1 zb m0 m1 mb ll0 rl0 rl1 v0 d0b d10 x0b
x10
"""
_PLACES = {name: at for at, name in enumerate(_NAMES.split())}
"""Where a value is seen: w word, t tag, z lemma, m labels of the children, f function word, ll and
rl label of the last left and right child, rt and rw its tag and word, v number of children,
d distance, x what is between; of 0 1 2 the stack from its top, b c d the words to come."""
_WORD, _TAG, _LEMMA, _MASK = (
    tuple(_PLACES[name] for name in names.split())
    for names in (
        "w0 w1 w2 wb wc f0 f1 fb rw0", "t0 t1 t2 tb tc td rt0 rt1", "z0 z1 zb", "m0 m1 mb",
    )
)  # fmt: skip
_FACTOR, _LOW = 1540483477, 0xFFFFFFFF
_MOST = 50_000
"""Words and lemmas whose numbers are kept."""
Keys = tuple[int, ...]


def _number(value: int, place: int) -> int:
    """The 32-bit number of a value that is seen in a place."""
    mixed = (value ^ (place + 1) * 2654435761) * _FACTOR & _LOW
    mixed = (mixed ^ mixed >> 15) * _FACTOR & _LOW
    return mixed ^ mixed >> 13


@lru_cache(_MOST)
def _word(lower: str) -> Keys:
    code = crc32(normal(lower).encode())
    return tuple(_number(code, place) for place in _WORD)


@lru_cache(_MOST)
def _tag(tag: str) -> Keys:
    return tuple(_number(crc32(tag.encode()), place) for place in _TAG)


@lru_cache(_MOST)
def _lemma(lemma: str) -> Keys:
    return tuple(_number(crc32(lemma.encode()), place) for place in _LEMMA)


@lru_cache(_MOST)
def _mask(mask: int) -> Keys:
    return tuple(_number(mask, place) for place in _MASK)


@lru_cache(_MOST)
def _token(lower: str, tag: str, lemma: str) -> tuple[Keys, Keys, Keys, Keys, Keys]:
    """The numbers of a word and of its tag, and those of both on the stack, below, and next."""
    word, its, base = _word(lower), _tag(tag), _lemma(lemma)
    w0, t0, z0 = word[0], its[0], base[0]
    wb, tb, zb = word[3], its[3], base[2]
    return (
        word,
        its,
        (w0, t0, z0, w0 ^ t0, z0 ^ t0),
        (word[1], its[1], base[1]),
        (wb, tb, zb, wb ^ tb),
    )


def _small(name: str, count: int) -> Keys:
    return tuple(_number(value, _PLACES[name]) for value in range(count))


_LL0, _RL0, _RL1 = (_small(name, len(LABELS) + 1) for name in ("ll0", "rl0", "rl1"))
_V0 = _small("v0", 16)
_D0B, _D10 = _small("d0b", _FAR + 1), _small("d10", _FAR + 1)
_X0B, _X10 = _small("x0b", 16), _small("x10", 16)
_NOTHING = ""
"""The word, tag and lemma of an empty place."""
_ROOT_TAG = "ROOT"


def alone_keys(lower: str, tag: str) -> tuple[Keys, Keys, Keys, Keys, Keys]:
    """The keys of a word by itself: next, next but one, first, second and third of the stack."""
    word, its = _word(lower), _tag(tag)
    return (
        (word[3], its[3], word[3] ^ its[3]),
        (word[4], its[4], word[4] ^ its[4]),
        (word[0], its[0], word[0] ^ its[0]),
        (word[1], its[1], word[1] ^ its[1]),
        (its[2], word[2] ^ its[2]),
    )


def ahead_keys(following: str, second: str, third: str) -> Keys:
    """The keys of the tags of the next three words."""
    last = _tag(third)[5]
    return last, _tag(following)[3] ^ _tag(second)[4] ^ last


def _children(t0: int, tb: int, ll0: int, rl0: int, rt0: int, v0: int) -> Keys:
    t0tb = t0 ^ tb
    return t0tb, t0tb ^ ll0, t0tb ^ rl0, t0tb ^ rt0, t0tb ^ v0


def _masks(t0: int, m0: int, tb: int, mb: int) -> Keys:
    t0tb = t0 ^ tb
    return t0tb ^ m0, t0tb ^ mb, t0tb ^ m0 ^ mb


def _gap_ahead(t0: int, m0: int, tb: int, d0b: int, x0b: int) -> Keys:
    t0tb = t0 ^ tb
    return t0tb ^ d0b, t0tb ^ x0b, t0tb ^ x0b ^ m0


def _children_below(t1: int, t0: int, rl1: int, rt1: int, f1: int) -> Keys:
    t1t0 = t1 ^ t0
    return t1t0, t1t0 ^ rl1, t1t0 ^ rt1, t1t0 ^ f1


def _gap_below(t1: int, m1: int, t0: int, d10: int, x10: int) -> Keys:
    t1t0 = t1 ^ t0
    return t1t0 ^ m1, t1t0 ^ d10, t1t0 ^ x10, t1t0 ^ x10 ^ m1


def _function_words(t1: int, f0: int, t0: int, tb: int, fb: int) -> Keys:
    return t1 ^ f0 ^ t0, f0 ^ t0 ^ tb, t0 ^ tb ^ fb


Groups = tuple[Callable[..., Keys], ...]
BELOW_GROUPS: Groups = (_children_below, _gap_below)
AHEAD_GROUPS: Groups = (_children, _masks, _gap_ahead, _function_words)
"""The keys of numbers that are seen together so often that the sum of their rows is worth keeping:
words occur in them only as tags or as function words."""


class State:
    """A sentence that is being parsed; ``heads`` are -1 and ``labels`` ``root`` until given.

    The stack begins with three empty places, -1.
    """

    def __init__(self, lowers: Sequence[str], tags: Sequence[str], lemmas: Sequence[str]) -> None:
        count = len(lowers)
        self.count = count
        self.stack = [-1, -1, -1]
        self.next = 0
        self.words = [*lowers, *[_NOTHING] * 4]
        self.tags = [*tags, _ROOT_TAG, *[_NOTHING] * 3]
        """The words and their tags; then the root, and what is not there."""
        self.heads = [-1] * count
        self.labels = [LABELS.index("root")] * count
        self._words, self._tags, self._tops, self._seconds, self._nexts = zip(
            *map(_token, self.words, self.tags, [*lemmas, *[_NOTHING] * 4]), strict=True
        )
        self._asks = [tag in _QUESTION_TAGS for tag in tags]
        zeros = [0] * (count + 4)
        self._masks, self._valency = zeros[:], zeros[:]
        self._mask_numbers = [_mask(0)] * (count + 4)
        self._functions = [_word(_NOTHING)] * (count + 4)
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

    def below(self) -> tuple[tuple[Keys, ...], Keys]:
        """The top of the stack on what is below it: the numbers of ``BELOW_GROUPS``, other keys.

        They stay what they are until the top is taken away.
        """
        s2, s1, s0 = self.stack[-3:]
        w1, t1, z1 = self._seconds[s1]
        w0, t0, z0, _, _ = self._tops[s0]
        m1 = self._mask_numbers[s1][1]
        d10, x10 = _D10[0], _X10[0]
        if s1 >= 0:
            far = s0 - s1
            d10 = _D10[_DISTANCES[far] if far < 10 else _FAR]
            x10 = _X10[self._between(s1, s0)]
        z1t0, m1t0 = z1 ^ t0, m1 ^ t0
        rl1, rt1 = _RL1[self._last_right[s1]], self._tags[self._right[s1]][7]
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
        d0b, x0b = _D0B[0], _X0B[0]
        if s0 >= 0:
            far = b - s0
            d0b = _D0B[_DISTANCES[far] if far < 10 else _FAR]
            x0b = _X0B[self._between(s0, b)]
        ll0, rl0 = _LL0[self._last_left[s0]], _RL0[self._last_right[s0]]
        w0tb, w0wb, t0tb, t1t0, m0t0, f0t0 = w0 ^ tb, w0 ^ wb, t0 ^ tb, t1 ^ t0, m0 ^ t0, f0 ^ t0
        t1t0tb, m1t0m0 = t1t0 ^ tb, m1 ^ m0t0
        return (
            (t0, tb, ll0, rl0, tags[right][6], _V0[self._valency[s0]]),
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
            self._mask_numbers[head] = _mask(mask | _BITS[label])
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
