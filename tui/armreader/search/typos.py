"""Typos: the words of a vocabulary that are a few letters away from a word."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from armreader.search.folding import skeleton

CLOSE, FORGIVING, WIDE = 1, 2, 3
"""How far to look: what a person would call a match; then, if that finds nothing, typos; then, if
the other words of the query also match, more typos."""

_MOST = 2
"""How many typos the beginning of a word, or a name in another spelling, may have."""
_PAST_ALL = "\uffff"


def typos_allowed(form: str, reach: int) -> int:
    """How many wrong, missing, added or swapped letters a word may have, by its length."""
    if not form.isalpha():
        return 0
    length = len(form)
    if reach == CLOSE:
        return int(length >= 6)
    if reach == FORGIVING:
        return (length >= 4) + (length >= 7) + (length >= 12)
    return 2 * (length >= 4) + (length >= 10)


def beginning(ordered: Sequence[str], start: str) -> slice:
    """The slice of a sorted list whose items begin with ``start``."""
    first = bisect_left(ordered, start)
    return slice(first, bisect_left(ordered, start + _PAST_ALL, first))


class Typos:
    """The forms of a vocabulary, grouped by length for comparison with a mistyped word."""

    def __init__(
        self, forms: Sequence[str], skeletons: Sequence[str], names: Sequence[str]
    ) -> None:
        """``forms`` are sorted and distinct; each skeleton belongs to the name at its position."""
        self._forms = forms
        self._skeletons = skeletons
        self._names = names
        self._stubs: dict[tuple[str, int], list[str]] = {}
        self._lengths: defaultdict[int, list[str]] = defaultdict(list)
        for form in forms:
            self._lengths[len(form)].append(form)

    def near(self, form: str, reach: int) -> dict[str, tuple[int, bool]]:
        """Forms with typos: how many typos each has, and whether the match is indirect.

        Whole words match directly; unfinished words and names in another spelling match indirectly.
        """
        allowed = typos_allowed(form, reach)
        if not allowed:
            return {}
        lengths = range(len(form) - allowed, len(form) + allowed + 1)
        found = {
            one: (typos, False)
            for length in lengths
            for one, typos, _ in _near(form, self._lengths.get(length, ()), allowed)
        }
        if reach == FORGIVING:
            for one, typos in self._indirectly(form, min(allowed, _MOST)):
                found[one] = min((typos, True), found.get(one, (typos, True)))
        return found

    def _indirectly(self, form: str, allowed: int) -> list[tuple[str, int]]:
        """Unfinished words, and names in another spelling, with typos.

        An unfinished word has its first letter right, or its first two letters swapped.
        """
        found = [
            (whole, typos)
            for letter in dict.fromkeys(form[:2])
            for length in (len(form) - 1, len(form), len(form) + 1)
            for stub, typos, _ in _near(form, self._stubs_of(letter, length), allowed)
            for whole in self._forms[beginning(self._forms, stub)]
        ]
        names = _near(skeleton(form), self._skeletons, min(allowed, len(form) // 4))
        return found + [(self._names[place], typos) for _, typos, place in names]

    def _stubs_of(self, letter: str, length: int) -> list[str]:
        """The distinct beginnings of ``length`` letters, in longer forms with that first letter."""
        if (letter, length) not in self._stubs:
            forms = self._forms[beginning(self._forms, letter)]
            longer = (form[:length] for form in forms if len(form) > length)
            self._stubs[letter, length] = list(dict.fromkeys(longer))
        return self._stubs[letter, length]


def _near(form: str, choices: Sequence[str], allowed: int) -> list[tuple[str, int, int]]:
    """The choices within so many edits, with the number of edits and the index of each choice.

    An edit is a wrong, missing or added letter, or two neighbours swapped (optimal string
    alignment).
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    return extract(form, choices, scorer=OSA.distance, score_cutoff=allowed, limit=None)
