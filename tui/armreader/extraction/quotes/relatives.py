"""Relatives: who speaks before a clause or a description of their own."""

from __future__ import annotations

from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import names_speaker
from armreader.extraction.quotes.grammar import DASHES
from armreader.extraction.quotes.phrases import Range, phrase_ending
from armreader.extraction.quotes.subjects import phrase_before

_DESCRIBING = frozenset(("JJ", "VBN", "VBD"))
_RELATIVE_TAGS = frozenset(("WDT", "WP", "WP$"))
_LONGEST_RELATIVE = 24
"""Tokens of a clause between who speaks and the verb: "who were asked to leave"."""


def before_description(sentence: Blanked, verb: int) -> Range | None:
    """Who speaks in ``A person familiar with the plan said``, ``people briefed on it say``."""
    for at in range(verb - 4, max(-1, verb - _LONGEST_RELATIVE), -1):
        tags = sentence.tags[at + 1 : at + 3]
        if sentence.lowers[at + 2] in ("that", RUN):
            continue
        if tags[0] in _DESCRIBING and tags[1] in ("IN", "TO") and names_speaker(sentence, at):
            within = sentence.tags[at + 3 : verb]
            open_ = not any(tag in (",", "CC", "WP", "WDT", "VBZ", "VBD", "VBP") for tag in within)
            return phrase_ending(sentence, at) if open_ else None
    return None


def before_relative(sentence: Blanked, verb: int) -> Range | None:
    """Who speaks before a clause of their own: "groups" in ``Groups that back him say``."""
    lowers, tags = sentence.lowers, sentence.tags
    for at in range(verb - 2, max(0, verb - _LONGEST_RELATIVE), -1):
        if lowers[at] in (RUN, ";", ":") or lowers[at] in DASHES:
            return None
        if tags[at] in _RELATIVE_TAGS:
            return phrase_before(sentence, at)
    return None
