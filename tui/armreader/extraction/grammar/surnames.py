"""Names that look like words: "Rice said" where the article has "Ann Rice", "Deputy Rice"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from armreader.extraction.grammar.syntax import FINITE
from armreader.language import mapping

_NAMED = re.compile(
    r"\b(?P<before>[A-Z][^\W\d_]*)\.? (?=(?:[A-Z]\. ){0,2}(?P<surname>[A-Z][a-z]+)\b)"
)
"""A capital word and the next one, without initials between: "Ann B. Rice", "Mr. Banks"."""
_READ_AS_WORDS = frozenset(("NN", "NNS", "NNPS", "JJ", "VB", "VBD", "VBN", "VBP", "VBZ", "RB"))
_OPENING = frozenset(("``", '"', "-LRB-", ":"))
_AFTER_VERB = frozenset(("DT", "PRP$", "PRP", "CD", "IN", "TO", "RP", "VB", "RB"))
"""Tags of what comes after a verb, and seldom after a participle before a noun."""


def surnames(text: str) -> frozenset[str]:
    """The words that follow a title or a given name somewhere in a text."""
    titles, given = mapping("titles"), mapping("given_names")
    return frozenset(
        found["surname"]
        for found in _NAMED.finditer(text)
        if (before := found["before"].lower()) in given or before in titles
    )


def repair_names(words: Sequence[str], tags: list[str], known: Set[str]) -> None:
    """Tag as names a surname that opens a sentence and a title with a capital before a name.

    ``known``: the surnames of the article. Elsewhere its capital has shown the tagger that it is
    one. Changes the tags in place.
    """
    for at, word in enumerate(words):
        if not word[0].isupper() or tags[at] not in _READ_AS_WORDS:
            continue
        opens = not at or tags[at - 1] in _OPENING
        if (opens and word in known) or (
            word.istitle()
            and tags[at + 1 : at + 2] == ["NNP"]
            and word.lower() in mapping("titles")
        ):
            tags[at] = "NNP"


def repair_owners(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag as part of a name the "'s" of one that a verb follows: "Moody's said", "Macy's cut jobs".

    Changes the tags in place, and that of the verb where it was taken for a participle.
    """
    for at in range(1, len(tags) - 2):
        if tags[at] != "POS" or tags[at - 1] != "NNP" or tags[at + 2] not in _AFTER_VERB:
            continue
        if tags[at + 1] in ("VBD", "VBZ", "MD"):
            tags[at] = "NNP"
        elif tags[at + 1] == "VBN" and _is_alone(lowers, tags, at + 2):
            tags[at : at + 2] = ["NNP", "VBD"]


def _is_alone(lowers: Sequence[str], tags: Sequence[str], first: int) -> bool:
    """Whether no other finite verb follows before a mark or another clause."""
    for low, tag in zip(lowers[first:], tags[first:], strict=True):
        if tag in FINITE:
            return False
        if low == "that" or tag in (",", ".", ":", "WDT", "WP", "WRB"):
            return True
    return True
