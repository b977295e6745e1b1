"""What a dependency parser looks at before each move, as numbers.

Every value has a fixed, random-looking number for each place where it is seen; the key of values
that are looked at together is the exclusive or of their numbers. After Zhang and Nivre 2011.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from zlib import crc32

from armreader.extraction.grammar.word_forms import normal

_LABELS = """
nsubj nsubj:pass obj iobj obl ccomp xcomp advcl acl acl:relcl conj cc appos nmod nmod:poss aux
aux:pass cop mark case punct root parataxis det amod compound flat advmod csubj nummod dep
"""
LABELS = tuple(_LABELS.split())
"""The relations of Universal Dependencies that are distinguished; ``dep`` is any other."""
FAR = 6
"""The number of a long distance; shorter ones have numbers below it."""
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
def word_numbers(lower: str) -> Keys:
    code = crc32(normal(lower).encode())
    return tuple(_number(code, place) for place in _WORD)


@lru_cache(_MOST)
def tag_numbers(tag: str) -> Keys:
    return tuple(_number(crc32(tag.encode()), place) for place in _TAG)


@lru_cache(_MOST)
def lemma_numbers(lemma: str) -> Keys:
    return tuple(_number(crc32(lemma.encode()), place) for place in _LEMMA)


@lru_cache(_MOST)
def mask_numbers(mask: int) -> Keys:
    return tuple(_number(mask, place) for place in _MASK)


@lru_cache(_MOST)
def token_numbers(lower: str, tag: str, lemma: str) -> tuple[Keys, Keys, Keys, Keys, Keys]:
    """The numbers of a word and of its tag, and those of both on the stack, below, and next."""
    word, its, base = word_numbers(lower), tag_numbers(tag), lemma_numbers(lemma)
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


LL0, RL0, RL1 = (_small(name, len(LABELS) + 1) for name in ("ll0", "rl0", "rl1"))
V0 = _small("v0", 16)
D0B, D10 = _small("d0b", FAR + 1), _small("d10", FAR + 1)
X0B, X10 = _small("x0b", 16), _small("x10", 16)
NOTHING = ""
"""The word, tag and lemma of an empty place."""


def _next(lower: str, tag: str) -> Keys:
    w, t = word_numbers(lower)[3], tag_numbers(tag)[3]
    return w, t, w ^ t


def _next_but_one(lower: str, tag: str) -> Keys:
    w, t = word_numbers(lower)[4], tag_numbers(tag)[4]
    return w, t, w ^ t


def _top(lower: str, tag: str) -> Keys:
    w, t = word_numbers(lower)[0], tag_numbers(tag)[0]
    return w, t, w ^ t


def _second(lower: str, tag: str) -> Keys:
    w, t = word_numbers(lower)[1], tag_numbers(tag)[1]
    return w, t, w ^ t


def _third(lower: str, tag: str) -> Keys:
    w, t = word_numbers(lower)[2], tag_numbers(tag)[2]
    return t, w ^ t


def ahead_keys(following: str, second: str, third: str) -> Keys:
    """The keys of the tags of the next three words."""
    last = tag_numbers(third)[5]
    return last, tag_numbers(following)[3] ^ tag_numbers(second)[4] ^ last


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
ALONE_GROUPS: Groups = (_next, _next_but_one, _top, _second, _third)
"""The keys of a word with its tag, by where it is: next, on top of the stack …"""
BELOW_GROUPS: Groups = (_children_below, _gap_below)
AHEAD_GROUPS: Groups = (_children, _masks, _gap_ahead, _function_words)
"""The keys of numbers that are seen together so often that the sum of their rows is worth keeping:
words occur in them only as tags or as function words."""
