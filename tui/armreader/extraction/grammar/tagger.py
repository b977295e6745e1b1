"""Part-of-speech tags: an averaged perceptron, greedy from left to right, in whole numbers.

The table is made by ``tools/train_grammar.py`` from the treebanks named beside it. What a word
tells of itself and of its neighbours is added up once a word type and kept: all classes' scores
are lanes of one integer, so that a token costs some ten additions.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

from armreader.extraction.grammar import word_forms as forms
from armreader.extraction.grammar.inflection import is_irregular_past, is_verb
from armreader.extraction.grammar.tables import LANE, read_table
from armreader.language import trained

_MOST_WORDS, _MOST_CONTEXTS, _MOST_FEATURES = 60_000, 100_000, 400_000
"""Word types, contexts and features kept before the caches begin empty again."""
_OUTSIDE = "-"
"""The tag, the word and the tags of what lies before and after the sentence."""


class _Word:
    """What a word type adds to the scores of itself and of its neighbours."""

    __slots__ = (
        "after_next",
        "before_previous",
        "following",
        "follows",
        "norm",
        "own",
        "precedes",
        "sure",
        "tag_before",
        "tags",
    )  # fmt: skip

    def __init__(self, norm: str, tags: str) -> None:
        self.norm = norm
        self.tags = tags
        self.own: dict[int, int] = {}
        self.sure = -1
        self.following = self.after_next = self.precedes = self.before_previous = 0
        self.tag_before: dict[int, int] = {}
        self.follows: dict[str, int] = {}


class Tagger:
    """A tagger with its table and what it has added up so far."""

    def __init__(self, path: Path) -> None:
        header, self._rows = read_table(path)
        self.tags: list[str] = header["tags"]
        self._lexicon: dict[str, str] = header["lexicon"]
        self._sure: dict[str, int] = header["sure"]
        self._closed: dict[str, list[int]] = header["closed"]
        count = len(self.tags)
        self._bias = sum(0x8000 << (LANE * at) for at in range(count))
        self._unpack = struct.Struct(f"<{count}H").unpack
        self._bytes = 2 * count
        self._masks: dict[str, tuple[int, ...]] = {}
        self._clear()

    def _clear(self) -> None:
        self._features: dict[str, int] = {}
        self._words: dict[str, _Word] = {}
        self._contexts: dict[tuple[int, int, str, str], int] = {}
        self._triples: dict[tuple[str, str, str], int] = {}
        self._outside = self._new_word(_OUTSIDE, _OUTSIDE)

    def possible(self, word: str) -> str:
        """The tags that the lexicon knows of a form, the commonest first: "NN/VB"; else "?"."""
        found = self._lexicon.get(word)
        if found is None:
            found = self._lexicon.get(word.lower(), forms.UNKNOWN)
        return found

    def tag(self, words: Sequence[str], title: bool = False) -> list[str]:
        """The Penn tags of the tokens of one sentence; a title's capitals say nothing."""
        if title:
            words = [self._plain(word) for word in words]
        count = len(words)
        if (
            len(self._words) > _MOST_WORDS
            or len(self._contexts) > _MOST_CONTEXTS
            or len(self._features) > _MOST_FEATURES
        ):
            self._clear()
        known = self._words
        outside = self._outside
        line = [known.get(word) or self._word(word) for word in words]
        line += (outside, outside)
        capitals = 2 * sum(map(str.isupper, words)) > count > 2
        last = before = len(self.tags)
        previous = earlier = outside
        names, contexts, triples = self.tags, self._contexts, self._triples
        unpack, size, bias = self._unpack, self._bytes, self._bias
        tags = []
        for at in range(count):
            word, following, after = line[at], line[at + 1], line[at + 2]
            tag = word.sure
            if tag < 0:
                first = at == 0
                own = word.own.get(first + 2 * capitals)
                if own is None:
                    own = self._own(word, words[at], first, capitals)
                context = (last, before, word.tags, following.tags)
                scores = contexts.get(context)
                if scores is None:
                    scores = self._context(context)
                triple = (word.tags, following.tags, after.tags)
                ahead = triples.get(triple)
                if ahead is None:
                    ahead = self._triple(triple)
                tagged = word.tag_before.get(last)
                if tagged is None:
                    tagged = self._tag_before(word, last)
                pair = word.follows.get(previous.norm)
                if pair is None:
                    pair = self._pair(word, previous, "bw")
                next_pair = following.follows.get(" " + word.norm)
                if next_pair is None:
                    next_pair = self._next_pair(word, following)
                scores += (
                    own + ahead + tagged + pair + next_pair + following.following
                    + after.after_next + previous.precedes + earlier.before_previous + bias
                )  # fmt: skip
                lanes = unpack(scores.to_bytes(size, "little"))
                closed = self._closed.get(words[at])
                tag = (
                    lanes.index(max(lanes))
                    if closed is None
                    else max(closed, key=lanes.__getitem__)
                )
            tags.append(names[tag])
            before, last = last, tag
            earlier, previous = previous, word
        return tags

    def _plain(self, word: str) -> str:
        """A word of a title in small letters, if it is known so and as no name."""
        lower = word.lower()
        known = lower in self._lexicon or is_verb(lower) or is_verb(lower.removesuffix("s"))
        if known and word[0].isupper() and not self._lexicon.get(word, "").startswith("NNP"):
            return lower
        return word

    def _sum(self, features: Sequence[str]) -> int:
        known = self._features
        total = 0
        for feature in features:
            row = known.get(feature)
            if row is None:
                row = known[feature] = self._rows.get(crc32(feature.encode()))
            total += row
        return total

    def _word(self, word: str) -> _Word:
        made = self._new_word(word, self.possible(word))
        made.sure = self._sure.get(word, -1)
        self._words[word] = made
        return made

    def _new_word(self, word: str, tags: str) -> _Word:
        norm = forms.normal(word.lower())
        kind = forms.shape(word)
        made = _Word(norm, tags)
        made.following = self._sum(forms.next_features(norm, tags, kind))
        made.after_next = self._sum(forms.after_next_features(norm, tags))
        made.precedes = self._sum(forms.previous_features(norm, kind))
        made.before_previous = self._sum(forms.before_previous_features(norm))
        return made

    def _own(self, word: _Word, written: str, first: bool, capitals: bool) -> int:
        found = self._sum(forms.own_features(written, word.norm, word.tags, first, capitals))
        word.own[first + 2 * capitals] = found
        return found

    def _name(self, tag: int) -> str:
        return self.tags[tag] if tag < len(self.tags) else _OUTSIDE

    def _context(self, context: tuple[int, int, str, str]) -> int:
        last, before, tags, following = context
        found = self._sum(
            forms.context_features(self._name(last), self._name(before), tags, following)
        )
        self._contexts[context] = found
        return found

    def _triple(self, triple: tuple[str, str, str]) -> int:
        found = self._triples[triple] = self._sum([forms.tags_ahead(*triple)])
        return found

    def _tag_before(self, word: _Word, last: int) -> int:
        found = word.tag_before[last] = self._sum([forms.tag_and_word(self._name(last), word.norm)])
        return found

    def _pair(self, word: _Word, previous: _Word, name: str) -> int:
        found = word.follows[previous.norm] = self._sum(
            [forms.word_after(previous.norm, word.norm)]
        )
        return found

    def _next_pair(self, word: _Word, following: _Word) -> int:
        found = following.follows[" " + word.norm] = self._sum(
            [forms.word_before(word.norm, following.norm)]
        )
        return found


@cache
def tagger() -> Tagger:
    """The tagger with the table of the package, read when first asked for."""
    return Tagger(trained("grammar/tagger"))


def finite_reading(lower: str, but: str) -> str:
    """The tag of a word as a finite verb; empty if it is none, or if it may be ``but``, too."""
    possible = tagger().possible(lower)
    if but and but in possible:
        return ""
    for tag in possible.split("/"):
        if tag in ("VBD", "VBP", "VBZ"):
            return tag
    if is_irregular_past(lower):
        return "VBD"
    if lower.endswith("s") and (is_verb(lower[:-1]) or is_verb(lower[:-2])):
        return "VBZ"
    return ""
