"""Part-of-speech tags: an averaged perceptron, greedy from left to right, in integers.

The table is made by ``tools/train_grammar.py`` from the treebanks named there. What a word says
about itself and its neighbours is added up once for each word type and kept: all classes' scores
are lanes of one integer, so that a token costs about ten additions.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

from armreader.extraction.grammar import word_forms as forms
from armreader.extraction.grammar.inflection import irregular_tags, is_irregular_past, is_verb
from armreader.extraction.grammar.tables import LANE, place_of_most, read_table
from armreader.language import mapping, trained

_MOST_WORDS, _MOST_CONTEXTS = 60_000, 100_000
"""Word types and contexts kept before the caches are emptied."""
_OUTSIDE = "-"
"""The tag, the word and the tags of what is before and after the sentence."""


class _Word:
    """What a word type adds to the scores of itself and of its neighbours.

    The key of a pair of words continues one word's ``as_previous`` or ``as_next`` with the other's
    ``code``, so that its letters need not be hashed again.
    """

    __slots__ = (
        "after_next", "as_next", "as_previous", "before_previous", "closed", "code", "following",
        "norm", "own", "precedes", "sure", "tags",
    )  # fmt: skip

    def __init__(self, norm: str, tags: str) -> None:
        self.norm, self.tags = norm, tags
        self.code = norm.encode()
        self.as_previous = crc32(forms.word_after(norm, "").encode())
        self.as_next = crc32(forms.word_before(norm, "").encode())
        self.own: dict[int, int] = {}
        self.sure = -1
        self.closed: list[int] | None = None
        self.following = self.after_next = self.precedes = self.before_previous = 0


class _Words(dict[str, _Word]):
    """The records of words, each made when it is first met."""

    def __init__(self, make: Callable[[str], _Word]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> _Word:
        found = self[word] = self._make(word)
        return found


class Tagger:
    """A tagger with its table and what it has added up so far."""

    def __init__(self, path: Path) -> None:
        header, self._rows = read_table(path)
        self.tags: list[str] = header["tags"]
        self._lexicon: dict[str, str] = header["lexicon"]
        self._sure: dict[str, int] = header["sure"]
        self._closed: dict[str, list[int]] = header["closed"]
        count = len(self.tags)
        self._unpack = struct.Struct(f"<{count}H").unpack
        self._bytes = count * LANE // 8
        self._as_tag_before = [
            crc32(forms.tag_and_word(tag, "").encode()) for tag in (*self.tags, _OUTSIDE)
        ]
        self._clear()

    def _clear(self) -> None:
        self._words = _Words(self._word)
        self._contexts: dict[tuple[int, int, str, str], int] = {}
        self._triples: dict[tuple[str, str, str], int] = {}
        self._outside = self._new_word(_OUTSIDE, _OUTSIDE)

    def possible(self, word: str) -> str:
        """The tags that the lexicon has for a form, commonest first: "NN/VB"; else "?"."""
        found = self._lexicon.get(word)
        if found is None:
            found = self._lexicon.get(word.lower(), forms.UNKNOWN)
        return found

    def tag(self, words: Sequence[str], title: bool = False) -> list[str]:
        """The Penn tags of the tokens of one sentence; a title's capitals say nothing."""
        if title:
            words = [self._plain(word) for word in words]
        if len(self._words) > _MOST_WORDS or len(self._contexts) > _MOST_CONTEXTS:
            self._clear()
        outside = self._outside
        line = [*map(self._words.__getitem__, words), outside, outside]
        capitals = 2 * (2 * sum(map(str.isupper, words)) > len(words) > 2)
        last = before = len(self.tags)
        previous = earlier = outside
        contexts, triples = self._contexts, self._triples
        row, added = self._rows.get, self._rows.get_sum
        as_before, unpack, size = self._as_tag_before, self._unpack, self._bytes
        tags: list[int] = []
        for word, following, after in zip(line, line[1:], line[2:], strict=False):
            tag = word.sure
            if tag < 0:
                kind = capitals if tags else capitals + 1
                own = word.own.get(kind)
                if own is None:
                    own = self._own(word, words[len(tags)], kind)
                possible, next_possible = word.tags, following.tags
                context = (last, before, possible, next_possible)
                scores = contexts.get(context)
                if scores is None:
                    scores = self._context(context)
                triple = (possible, next_possible, after.tags)
                ahead = triples.get(triple)
                if ahead is None:
                    ahead = self._triple(triple)
                pairs = (
                    crc32(word.code, as_before[last]),
                    crc32(word.code, previous.as_previous),
                    crc32(following.code, word.as_next),
                )
                scores += own + ahead + following.following + after.after_next
                scores += previous.precedes + earlier.before_previous
                summed = sum(filter(None, map(row, pairs)), scores)
                scores = summed if isinstance(summed, int) else added(pairs, scores)
                lanes = scores.to_bytes(size, "little")
                closed = word.closed
                tag = (
                    place_of_most(lanes)
                    if closed is None
                    else max(closed, key=unpack(lanes).__getitem__)
                )
            tags.append(tag)
            before, last = last, tag
            earlier, previous = previous, word
        return [self.tags[tag] for tag in tags]

    def _plain(self, word: str) -> str:
        """A word of a title in lower case, if it is known that way and not as a name."""
        lower = word.lower()
        known = lower in self._lexicon or bool(rare_tags(lower))
        known = known or is_verb(lower) or is_verb(lower.removesuffix("s"))
        if known and word[0].isupper() and not self._lexicon.get(word, "").startswith("NNP"):
            return lower
        return word

    def _sum(self, features: Iterable[str]) -> int:
        return self._rows.get_sum([*map(crc32, map(str.encode, features))])

    def _word(self, word: str) -> _Word:
        tags, lower = self.possible(word), word.lower()
        closed = self._closed.get(word)
        if tags == forms.UNKNOWN:  # seldom in the treebanks: "amid", "retook"
            tags = rare_tags(lower) or tags
            if tags == "VBD" and word == lower:
                closed = [self.tags.index(tags)]
        made = self._new_word(word, tags)
        made.sure = self._sure.get(word, -1)
        made.closed = closed
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

    def _own(self, word: _Word, written: str, kind: int) -> int:
        first, capitals = bool(kind & 1), bool(kind & 2)
        found = self._sum(forms.own_features(written, word.norm, word.tags, first, capitals))
        word.own[kind] = found
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


def rare_tags(lower: str) -> str:
    """The tags of a word that is seldom in the treebanks, or a form of an irregular verb."""
    return mapping("grammar/word_tags").get(lower) or irregular_tags(lower)


@cache
def tagger() -> Tagger:
    """The tagger with the table of the package, read when first needed."""
    return Tagger(trained("grammar/tagger"))


def finite_reading(lower: str, but: str) -> str:
    """The tag of a word as a finite verb; empty if it is not one, or if it may also be ``but``."""
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
