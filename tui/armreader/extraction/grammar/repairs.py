"""Tags that the sentence as a whole shows to be wrong: "violent clashes erupted" has one verb, not
two."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.inflection import lemma
from armreader.language.event_classes import event_words

_BEFORE = frozenset(("DT", "JJ", "JJR", "JJS", "CD", "NN", "NNP", "NNPS", "HYPH", "VBN", "VBG",
                     "POS", "PRP$", "AFX"))  # fmt: skip
_BETWEEN = _BEFORE | {"IN", "CC", "NNS"}
"""Tags of what may come between such a noun and its verb."""
_VERBS = frozenset(("VBD", "VBP", "VBZ", "MD"))
_FAR = 12
"""Tokens within which to look for the verb of the noun."""


def repair_subjects(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag a noun of an event that was taken for a verb as a noun where another verb needs it.

    "Border clashes between the two continued": ``clashes`` is ``NNS``. Changes the tags in place.
    """
    for at, tag in enumerate(tags):
        if tag not in _BEFORE and tag != "VBZ":
            return
        if tag == "VBZ":
            noun = at > 0 and lemma(lowers[at], "NNS") in event_words().nouns
            if noun and _has_verb_after(tags, at):
                tags[at] = "NNS"
                if tags[at + 1] == "VBN":
                    tags[at + 1] = "VBD"
            return


def _has_verb_after(tags: Sequence[str], at: int) -> bool:
    """Whether the next thing is a verb, or a phrase in "of", "between" … and then a verb."""
    after = tags[at + 1 : at + 2]
    if after and (after[0] in _VERBS or after[0] == "VBN"):
        return True
    if after != ["IN"]:
        return False
    for tag in tags[at + 2 : at + _FAR]:
        if tag in _VERBS:
            return True
        if tag not in _BETWEEN:
            return False
    return False
