"""Verbs that a time parts from their auxiliary, "was last night jailed", or from their subject."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.syntax import FINITE
from armreader.language import entries, groups, mapping

_PARTICIPLES = frozenset(("VBN", "VBD", "VBG"))
_HELPING = frozenset(("be", "have"))
_BEFORE = frozenset(("last", "this", "early", "late", "earlier", "later", "on", "in"))
"""Words of such a time before its noun."""
_SUBJECTS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP"))
_LONGEST = 4
"""Words that a time has at most."""


def repair_parted_verbs(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag a time between an auxiliary and its participle as adverbs, and the verb as participle.

    So the two are one group of verbs. Changes the tags in place.
    """
    for at in range(2, len(tags)):
        if tags[at] not in _PARTICIPLES:
            continue
        first = _time_before(lowers, at)
        if first == at or first == 0 or lemma(lowers[first - 1], "VBD") not in _HELPING:
            continue
        if tags[first - 1] not in ("VBD", "VBZ", "VBP"):
            continue
        tags[first:at] = ["RB"] * (at - first)
        if tags[at] == "VBD":
            tags[at] = "VBN"


def repair_parted_subjects(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag a day between a subject and its verb as an adverb: "forces Thursday left".

    Not a day with a name, as "Black Friday". Changes the tags in place.
    """
    for at in range(1, len(tags) - 1):
        if lowers[at] not in entries("grammar/days") or tags[at + 1] not in FINITE:
            continue
        before = lowers[at - 1]
        named = f"{before} {lowers[at]}" in mapping("times_holidays")
        named = named or before in groups("times_context")["before-weekday-name"]
        if tags[at - 1] in _SUBJECTS and not named:
            tags[at] = "RB"


def is_parted(lowers: Sequence[str], first: int, head: int) -> bool:
    """Whether a time is between the first word of a group of verbs and its head."""
    return first < head - 1 and first < _time_before(lowers, head) < head


def _time_before(lowers: Sequence[str], at: int) -> int:
    """Where a time that ends right before a token begins; the token itself if there is none."""
    first = at - (lowers[at - 1] == "also")
    if lowers[first - 1] not in entries("grammar/time_nouns"):
        return at
    first -= 1
    while first > max(at - _LONGEST, 0) and (
        lowers[first - 1] in _BEFORE or lowers[first - 1] in entries("grammar/time_nouns")
    ):
        first -= 1
    return first
