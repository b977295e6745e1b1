"""Relatives: speakers that are followed by a relative clause or a description."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import names_speaker
from armreader.extraction.quotes.grammar import DASHES, is_adverb, is_auxiliary, is_be
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
    """Who speaks, before a relative clause about them: "groups" in ``Groups that back him say``."""
    lowers, tags = sentence.lowers, sentence.tags
    for at in range(verb - 2, max(0, verb - _LONGEST_RELATIVE), -1):
        if lowers[at] in (RUN, ";", ":") or lowers[at] in DASHES:
            return None
        if tags[at] in _RELATIVE_TAGS:
            return phrase_before(sentence, at)
    return None


def without_description(sentence: Blanked, phrase: Range) -> Range:
    """Who speaks in ``said a baker familiar with the plan``, without "familiar"."""
    start, last = phrase[0], phrase[1] - 1
    described = sentence.tags[last] in _DESCRIBING and sentence.words[last][0].islower()
    linked = sentence.tags[last + 1 : last + 2] in (["IN"], ["TO"])
    noun = last > start and (
        sentence.tags[last - 1].startswith("NN") or sentence.words[last - 1][0].isupper()
    )
    return (start, last) if described and linked and noun else phrase


def said_of(sentence: Blanked, clause: int, content: Range, floor: int) -> tuple[Range, ...]:
    """What is said by a clause whose subject is elsewhere; empty where it cannot be read alone.

    ``a plan that Lund said would work``, ``what Lund said was a lie``.
    """
    if clause and sentence.lowers[clause - 1] == "what":
        named = _named_so(sentence, *content)
        return (named,) if named else ()
    antecedent = _antecedent_of(sentence, clause)
    return () if antecedent is None or antecedent[0] < floor else (antecedent, content)


def _named_so(sentence: Blanked, start: int, end: int) -> Range | None:
    """What something is, after "what Lund said was"; None where it does something."""
    at = start
    while at < end and (is_auxiliary(sentence.lowers[at]) or is_adverb(sentence.lowers[at])):
        at += 1
    named = at > start and is_be(sentence.lowers[at - 1]) and sentence.tags[at] != "VBN"
    return (at, end) if named and at < end else None


def _antecedent_of(sentence: Blanked, clause: int) -> Range | None:
    """What a reporting clause refers back to: "a plan" in ``a plan that Lund said would work``."""
    at = clause - 1
    if at < 1:
        return None
    tags = sentence.tags
    phrase = None
    if tags[at] in _RELATIVE_TAGS or sentence.lowers[at] == "that":
        phrase = phrase_before(sentence, at)
    elif tags[at] in ("NN", "NNS") and sentence.words[at][0].islower():
        phrase = phrase_ending(sentence, at)
    if phrase is None:
        return None
    start = max((at + 1 for at in range(*phrase) if tags[at] in FINITE), default=phrase[0])
    start += start < phrase[1] and tags[start] in ("IN", "TO")
    if start > 1 and tags[start - 1] == "IN" and tags[start - 2] in ("NN", "NNS"):
        # "a deal with Norway that Lund said was near"
        whole = phrase_ending(sentence, start - 2)
        start = whole[0] if whole else start
    governed = any(tag[:2] in ("VB", "MD") for tag in tags[:start])
    return (start, phrase[1]) if start < phrase[1] and governed else None
