"""Pairs and lists that a label may not part by its end: "both the search | and the watch"."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE, SentenceGrammar
from armreader.extraction.propositions.words import words

NAMING = frozenset(("DT", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "HYPH"))
"""Tags of what is inside a subject."""
_PAIR = 8
"""The most tokens of the first of two things after "both"."""
_LISTED = frozenset(("JJ", "NN", "NNS", "NNP", "VBN"))
"""Tags of the things of a list."""
_LAST = _LISTED - {"VBN"} | {"VBG", "CD"}
"""Tags with which the last of them begins: "… and drinking water"."""
_BREAKS = (",", ";")


def parts_pair(grammar: SentenceGrammar, end: int) -> bool:
    """Whether only the first of two things is before an end: "both the search | and the watch"."""
    lowers = grammar.lowers[max(end - _PAIR, 0) : end]
    if "both" not in lowers[:-1]:
        return False
    both = end - len(lowers) + lowers.index("both")
    opens = grammar.tags[both + 1] in ("DT", "PRP$", "IN")
    if not FINITE.isdisjoint(grammar.tags[both:end]):
        return False  # "two men, both from Ardal, were fined | and left"
    return opens and "and" not in grammar.lowers[both:end]


def parts_list(grammar: SentenceGrammar, end: int) -> bool:
    """Whether an end is between the things of a list: "sent tents, coats | , food and water",
    "met Ann Lee, 47 | , and Olaf Berg, 36".
    """
    if _is_aged(grammar, end):
        return True
    joins = _after_phrase(grammar, end)
    if grammar.lowers[joins] not in (",", "and"):
        return False
    before, after = end - 1, joins + 1
    while before > 0 and grammar.tags[before] in _LISTED:
        before -= 1
    while after < len(grammar) and grammar.tags[after] in _LISTED:
        after += 1
    opened = (
        before < end - 1 and grammar.lowers[before] == "," and grammar.tags[before - 1] in _LISTED
    )
    if joins > end and grammar.lowers[joins : joins + 2] == [",", "and"]:
        return opened and not opens_second(grammar, joins + 1)
    if grammar.lowers[joins] == "and":
        last = not _LAST.isdisjoint(grammar.tags[joins + 1 : joins + 2])
        return opened and last and not opens_second(grammar, joins)
    return opened and after > joins + 1 and grammar.lowers[after : after + 1] in ([","], ["and"])


def _after_phrase(grammar: SentenceGrammar, end: int) -> int:
    """Where a phrase ends that says more of a thing of a list: "coats | for men |, and food"."""
    if grammar.tags[end] != "IN":
        return end
    for at in range(end + 1, min(end + _PAIR, len(grammar))):
        if grammar.lowers[at] in (",", "and"):
            return at
        if grammar.tags[at] not in NAMING and grammar.tags[at] != "VBN":
            break
    return end


def _is_aged(grammar: SentenceGrammar, end: int) -> bool:
    """Whether an end parts names that are told with their ages: "Lee, 47 | , and Berg, 36"."""
    tags, lowers = grammar.tags, grammar.lowers
    placed = tags[end - 5 : end] == [",", "CD", ",", "IN", "NNP"]
    if placed or tags[end - 3 : end] == ["NNP", ",", "CD"]:
        aged = end
    elif tags[end - 1] == "NNP" and tags[end : end + 2] == [",", "CD"]:
        aged = end + 2
    else:
        return False
    if lowers[aged : aged + 1] == [","] and tags[aged + 1 : aged + 2] == ["IN"]:  # ", of Ardal,"
        aged = next((at for at in range(aged + 2, len(tags)) if lowers[at] in _BREAKS), aged)
    at = aged + 1 + (tags[aged + 1 : aged + 2] == ["CC"])
    while tags[at : at + 1] == ["NNP"]:
        at += 1
    next_aged = tags[at - 1 : at + 2] == ["NNP", ",", "CD"]
    return next_aged and lowers[aged] in _BREAKS


def opens_second(grammar: SentenceGrammar, joins: int) -> bool:
    """Whether an "and" joins a clause with its own subject: "left town and | two men had come".

    The subject may be a list of names: "was fined and | Lee, Berg and Lund were cleared".
    """
    if grammar.tags[joins] != "CC":
        return False
    at, comma = joins + 1, 0
    while at < len(grammar) and (
        grammar.tags[at] in (*NAMING, "CC")
        or (grammar.lowers[at] == "of" and at > joins + 1)
        or grammar.tags[at : at + 2] == [",", "NNP"]
    ):
        comma = at if grammar.tags[at] == "," else comma
        at += 1
    noun = grammar.tags[at - 1].startswith(("NN", "CD"))
    while at < len(grammar) and grammar.tags[at] == "RB":
        at += 1
    if not noun or at == len(grammar) or grammar.tags[at] not in FINITE:
        return False
    listed = "CC" in grammar.tags[comma:at] and grammar.lemma(at) not in words("said")
    return listed or not comma
