"""The tagger's table: an averaged perceptron over the treebanks' words."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from pathlib import Path
from zlib import crc32

from armreader.extraction.grammar import word_forms as forms
from armreader.extraction.grammar.tables import write_table
from grammar_training.treebank import Document, Word, sentences

EPOCHS = 5
FEWEST_UPDATES = 3
"""Updates of a feature below which it is left out of the table."""
_OUTSIDE = "-"


class Lexicon:
    """Which tags a form has, which forms have one only, and which may take no other."""

    def __init__(self, documents: list[Document]) -> None:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        lowers: dict[str, Counter[str]] = defaultdict(Counter)
        for sentence in sentences(documents):
            for word in sentence:
                counts[word.form][word.tag] += 1
                lowers[word.form.lower()][word.tag] += 1
        self.tags = sorted({tag for found in counts.values() for tag in found})
        number = {tag: at for at, tag in enumerate(self.tags)}
        self.possible = {
            form: self._joined(found) for form, found in counts.items() if found.total() >= 5
        }
        for lower, found in lowers.items():
            if found.total() >= 5:
                self.possible.setdefault(lower, self._joined(found))
        self.sure = {}
        self.closed = {}
        for form, found in counts.items():
            tag, times = found.most_common(1)[0]
            if found.total() >= 15 and times >= 0.997 * found.total():
                self.sure[form] = number[tag]
            elif found.total() >= 30:
                self.closed[form] = sorted(number[one] for one in found)

    @staticmethod
    def _joined(found: Counter[str]) -> str:
        total = found.total()
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        kept = [tag for tag, times in ranked if times >= 2 and times >= 0.02 * total][:4]
        return "/".join(kept)

    def of(self, form: str) -> str:
        found = self.possible.get(form)
        return found if found is not None else self.possible.get(form.lower(), forms.UNKNOWN)


class _Row:
    """The weights of one feature: now, summed over the steps, and how often they changed."""

    __slots__ = ("summed", "times", "weights")

    def __init__(self, classes: int) -> None:
        self.weights = [0.0] * classes
        self.summed = [0.0] * classes
        self.times = 0


class TaggerTraining:
    """An averaged perceptron that is being trained."""

    def __init__(self, documents: list[Document]) -> None:
        self.lexicon = Lexicon(documents)
        self.number = {tag: at for at, tag in enumerate(self.lexicon.tags)}
        self.rows: dict[int, _Row] = {}
        self.step = 1
        self._keys: dict[str, int] = {}

    def train(self, lines: list[list[Word]], epochs: int = EPOCHS, seed: int = 1) -> None:
        """Learn from the sentences, shuffled each time, with the tags that it gives itself."""
        shuffled = random.Random(seed)
        prepared = [(line, self._prepared([word.form for word in line])) for line in lines]
        for _ in range(epochs):
            shuffled.shuffle(prepared)
            wrong = 0
            for line, static in prepared:
                wrong += self._learn(line, static)
            print(f"  tagger: {wrong} wrong of {sum(len(line) for line in lines)}", flush=True)

    def _learn(self, line: list[Word], static: list[tuple[list[int], str, str, str]]) -> int:
        wrong = 0
        last = before = _OUTSIDE
        for word, (fixed, tags, following, norm) in zip(line, static, strict=True):
            sure = self.lexicon.sure.get(word.form)
            if sure is None:
                keys = fixed + self._dynamic(last, before, tags, following, norm)
                guess = self._best(keys, word.form)
                gold = self.number[word.tag]
                self.step += 1
                if guess != gold:
                    wrong += 1
                    self._update(keys, gold, guess)
                sure = guess
            before, last = last, self.lexicon.tags[sure]
        return wrong

    def tag(self, words: list[str]) -> list[str]:
        """The tags of a sentence by the weights as they are."""
        found = []
        last = before = _OUTSIDE
        for form, (fixed, tags, following, norm) in zip(words, self._prepared(words), strict=True):
            sure = self.lexicon.sure.get(form)
            if sure is None:
                keys = fixed + self._dynamic(last, before, tags, following, norm)
                sure = self._best(keys, form)
            before, last = last, self.lexicon.tags[sure]
            found.append(last)
        return found

    def average(self) -> None:
        """Put the mean of all steps in the place of the last weights."""
        for row in self.rows.values():
            row.weights = [
                weight - total / self.step
                for weight, total in zip(row.weights, row.summed, strict=True)
            ]

    def write(self, path: Path) -> int:
        """Write the table, in whole numbers of 8 bits; the bytes written."""
        often = sorted(self.rows, key=lambda key: (-self.rows[key].times, key))
        kept = {key: self.rows[key] for key in often if self.rows[key].times >= FEWEST_UPDATES}
        largest = max((abs(one) for row in kept.values() for one in row.weights), default=1)
        unit = largest / 127
        rows = {}
        for key, row in kept.items():
            small = [(at, round(weight / unit)) for at, weight in enumerate(row.weights)]
            small = [(at, weight) for at, weight in small if weight]
            if small:
                rows[key] = small
        header = {
            "tags": self.lexicon.tags,
            "lexicon": self.lexicon.possible,
            "sure": self.lexicon.sure,
            "closed": self.lexicon.closed,
        }
        print(f"  tagger: {len(rows)} rows, {sum(map(len, rows.values()))} weights")
        return write_table(path, header, len(self.lexicon.tags), rows)

    def _best(self, keys: list[int], form: str) -> int:
        scores = [0.0] * len(self.lexicon.tags)
        for key in keys:
            row = self.rows.get(key)
            if row is not None:
                weights = row.weights
                for at in range(len(scores)):
                    scores[at] += weights[at]
        closed = self.lexicon.closed.get(form)
        if closed is not None:
            return max(closed, key=scores.__getitem__)
        return scores.index(max(scores))

    def _update(self, keys: list[int], gold: int, guess: int) -> None:
        for key in keys:
            row = self.rows.get(key)
            if row is None:
                row = self.rows[key] = _Row(len(self.lexicon.tags))
            row.times += 1
            row.weights[gold] += 1
            row.summed[gold] += self.step
            row.weights[guess] -= 1
            row.summed[guess] -= self.step

    def _key(self, feature: str) -> int:
        found = self._keys.get(feature)
        if found is None:
            found = self._keys[feature] = crc32(feature.encode())
        return found

    def _dynamic(self, last: str, before: str, tags: str, following: str, norm: str) -> list[int]:
        found = [self._key(one) for one in forms.context_features(last, before, tags, following)]
        found.append(self._key(forms.tag_and_word(last, norm)))
        return found

    def _prepared(self, words: list[str]) -> list[tuple[list[int], str, str, str]]:
        """For each word its features that no tag changes, what it and the next may be, its norm."""
        norms = [forms.normal(word.lower()) for word in words] + [_OUTSIDE] * 2
        tags = [self.lexicon.of(word) for word in words] + [_OUTSIDE] * 2
        shapes = [forms.shape(word) for word in words] + [forms.shape(_OUTSIDE)] * 2
        capitals = 2 * sum(map(str.isupper, words)) > len(words) > 2
        found = []
        for at, word in enumerate(words):
            features = forms.own_features(word, norms[at], tags[at], at == 0, capitals)
            features += forms.next_features(norms[at + 1], tags[at + 1], shapes[at + 1])
            features += forms.after_next_features(norms[at + 2], tags[at + 2])
            before = norms[at - 1] if at else _OUTSIDE
            features += forms.previous_features(
                before, shapes[at - 1] if at else forms.shape(_OUTSIDE)
            )
            features += forms.before_previous_features(norms[at - 2] if at > 1 else _OUTSIDE)
            features.append(forms.tags_ahead(*tags[at : at + 3]))
            features.append(forms.word_after(before, norms[at]))
            features.append(forms.word_before(norms[at], norms[at + 1]))
            keys = [self._key(feature) for feature in features]
            found.append((keys, tags[at], tags[at + 1], norms[at]))
        return found
