"""Occasions: where somebody spoke, after what was said."""

from __future__ import annotations

from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.grammar import is_time_word
from armreader.language import entries

_LONGEST_ADJUNCT = 12
_KNOWN = frozenset(("the", "that", "this", "those", "these", "each", "every", "any"))
"""Words that make an occasion part of what is said: "hurt by the debate"."""
_AFTER_OCCASION = frozenset(("with", "to", "on", "at", "in", "by", "from", "last", "this", ","))


def without_occasion(sentence: Blanked, start: int, end: int) -> int:
    """The end without "in an interview with ..." after what was said.

    A day is kept: "said the port would close on Friday".
    """
    lowers = sentence.lowers
    for at in range(max(start + 2, end - _LONGEST_ADJUNCT), end - 1):
        if lowers[at] in ("in", "during", "on", "at", "via") and _is_occasion(sentence, at, end):
            return at - 1 if lowers[at - 1] == "," else at
    return end


def _is_occasion(sentence: Blanked, at: int, end: int) -> bool:
    """Whether a preposition opens where somebody spoke: "in an interview with the paper".

    "At work on the speech" and "in tone at the court" go on with what was said.
    """
    lowers = sentence.lowers
    if lowers[at + 1] in _KNOWN and lowers[at] != "during":
        return False
    reach = range(at + 1, min(end, at + 5))
    noun = next((one for one in reach if lowers[one] in entries("occasions")), None)
    if noun is None:
        return False
    if noun + 1 == end or is_time_word(lowers[noun + 1]):
        return True
    # "in her programme to share ideas" goes on with what was said.
    acts = lowers[noun + 1] == "to" and sentence.tags[noun + 2 : noun + 3] == ["VB"]
    return lowers[noun + 1] in _AFTER_OCCASION and not acts
