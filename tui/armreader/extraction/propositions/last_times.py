"""A label without the time at its end, which the column of dates shows already."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.propositions.stripping import says_how_long, stripped
from armreader.extraction.propositions.words import words
from armreader.language import entries

_DATING = frozenset("on in at around early earlier late shortly the this".split())  # noqa: SIM905
"""Words before a time that go with it."""


def goes_with(grammar: SentenceGrammar, at: int) -> bool:
    """Whether a word goes with the time after it; not "the storm rolled | in | Friday"."""
    lowers = grammar.lowers
    rolled_in = lowers[at] == "in" and lowers[at + 1] in entries("grammar/days")
    return lowers[at] in _DATING and not rolled_in


def without_last(
    grammar: SentenceGrammar, times: Sequence[tuple[int, int]], end: int, core: int
) -> int:
    """The end without a time expression that the column of dates shows already."""
    for first, last in times:
        if last == end and first >= core - 1:
            at = first
            if says_how_long(grammar, at):
                return end
            described = grammar.tags[at - 2 : at] in (["DT", "JJ"], ["JJ", "JJ"], [",", "JJ"])
            if described and grammar.tags[at] == "NN":
                return end  # "a wet, cool | spring"
            while at > core and (
                grammar.tags[at - 1] in ("IN", "RB", "DT") or grammar.lowers[at - 1] in _DATING
            ):
                day = grammar.lowers[at] in entries("grammar/days")
                if grammar.lowers[at - 1] == "in" and day:
                    return at  # "the storm rolled in | Friday"
                if grammar.lowers[at - 1] in _DATING:
                    at -= 1
                    continue
                if grammar.lowers[at - 1] in words("elsewhere"):
                    return end
                break
            if grammar.tags[at - 2 : at] in (["WDT", "VBD"], ["WP", "VBD"]):
                return end  # "the break which happened | on 4 May"
            return stripped(grammar, at, core)
    return end
