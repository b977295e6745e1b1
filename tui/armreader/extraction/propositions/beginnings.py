"""Where a label may not begin: inside a phrase, a list, a name or an aside."""

from __future__ import annotations

from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.propositions.clause_parts import AGES, FAR
from armreader.extraction.propositions.misread_subjects import NAMING
from armreader.extraction.propositions.shape import CIRCUMSTANCE
from armreader.extraction.propositions.words import words
from armreader.language import mapping

_CLOSING = frozenset(("'", "’", "''", "”", '"'))
_DEGREES = frozenset(("md", "m.d.", "phd", "ph.d.", "mba", "jd", "rn", "jr", "jr.", "sr", "sr."))
"""What follows a name after a comma and is part of it."""
_NO_STATES = frozenset(("D.C.", "B.C."))
"""Abbreviated regions that are no states."""


def begins_inside(grammar: SentenceGrammar, first: int) -> bool:
    """Whether the phrase of a first token goes on from a possessive, a hyphen or a word in marks.

    "The city's | fleet sank", "the pop-up | shop burned", "the ‘open’ | rule is old".
    """
    if "POS" in grammar.tags[max(first - 1, 0) : first + 1]:
        return True
    if grammar.lowers[first - 1 : first] == [","] and _is_region(grammar.words[first]):
        return True  # "was shot in Elsby, | N.Y. Lee had left the town"
    if first > 2 and grammar.words[first - 1] in _CLOSING and grammar.tags[first] == "NN":
        return grammar.words[first - 2][-1].isalnum()
    if first > 2 and grammar.tags[first] == "``" and grammar.tags[first - 1] == "CC":
        return grammar.tags[first - 2].startswith("N")  # "an aide and | “runner” who paid clerks"
    if grammar.lowers[first - 1 : first] == [","] and grammar.lowers[first] in _DEGREES:
        return True  # "names Ann Lee, | MD to serve"
    if grammar.tags[first + 1 : first + 2] == ["''"] and "``" in grammar.tags[:first]:
        return True  # "a 'sound and | thorough' report was written"
    if first > 2 and grammar.words[first - 1] == ")" and grammar.tags[first] in ("NN", "NNS"):
        return True  # "the price of A (B2) | nets has soared"
    if first and grammar.tags[first - 1 : first + 1] in (["VB", "NN"], ["VB", "NNS"]):
        return True  # "who want to ban | ships said"
    if _ends_list(grammar, first) or _is_aside(grammar, first) or _says_how_far(grammar, first):
        return True
    adverb = grammar.tags[max(first - 1, 0) : first + 1] == ["RB", "RB"]
    if adverb and grammar.lowers[first - 1] not in words("opening", "joining"):
        return True  # "pretty | much the only port is shut"
    if first > 1 and grammar.tags[first - 1] == "VBG" and grammar.tags[first - 2] == "CC":
        return grammar.tags[first] in ("NN", "NNS")  # "the oil and diving | firm said"
    begun = first - (grammar.tags[first - 1] == "RB")
    if begun > 2 and grammar.tags[begun - 2] == grammar.tags[first] == "JJ":
        return grammar.lowers[begun - 1] == ","  # "a first, fairly | harmless wave"
    joined = first > 2 and grammar.tags[first - 2] == "HYPH"
    return joined and grammar.starts[first - 1] == grammar.ends[first - 2]


def _is_region(word: str) -> bool:
    """Whether a word is the abbreviated name of a region: "N.Y.", "Calif."."""
    state = word.endswith(".") and word[:-1].lower() in mapping("abbreviated_states")
    return word in _NO_STATES or (state and word[0].isupper())


def _says_how_far(grammar: SentenceGrammar, first: int) -> bool:
    """Whether a time between two events is taken for a subject: "five hard weeks after a flood"."""
    lowers = grammar.lowers
    if grammar.tags[first] != "CD":
        return False
    return any(
        lowers[at] in AGES and lowers[at + 1] in FAR
        for at in range(first + 1, min(first + 4, len(lowers) - 1))
    )


def _is_aside(grammar: SentenceGrammar, first: int) -> bool:
    """Whether a subject is only named in an aside: "two boats -- | the Ark and the Elk -- sank"."""
    if grammar.lowers[first - 1 : first] not in (["--"], ["—"], ["–"]) or first < 2:
        return False
    dash, at = grammar.lowers[first - 1], first
    while at < len(grammar) and (grammar.tags[at] in NAMING or grammar.tags[at] == "CC"):
        at += 1
    return grammar.lowers[at : at + 1] == [dash] and grammar.tags[at + 1 : at + 2] != []


def _ends_list(grammar: SentenceGrammar, first: int) -> bool:
    """Whether a phrase ends the list of a subject: "after his wife, son and | two men fled"."""
    at = first - 2
    if at < 1 or grammar.tags[first - 1] != "CC" or grammar.lowers[at] == ",":
        return False
    while at > 0 and (grammar.tags[at] in NAMING or grammar.lowers[at] == ","):
        at -= 1
    return "," in grammar.lowers[at : first - 1] and grammar.lowers[at] in CIRCUMSTANCE
