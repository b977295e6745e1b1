"""Verbs whose tags the sentence as a whole shows to be wrong: "the agency released 200 pages" has
its verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.grammar.inflection import irregular_tags, is_irregular_past, lemma
from armreader.extraction.grammar.repairs import says
from armreader.extraction.grammar.syntax import FINITE
from armreader.language import entries
from armreader.language.event_classes import event_words

_BEFORE = frozenset(("DT", "JJ", "JJR", "JJS", "CD", "NN", "NNP", "NNPS", "HYPH", "VBN", "VBG",
                     "POS", "PRP$", "AFX"))  # fmt: skip
_BETWEEN = _BEFORE | {"IN", "CC", "NNS"}
"""Tags of what may come between such a noun and its verb."""
_OPENING = frozenset(("DT", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "RB", "HYPH",
                      "IN", ",", "PRP", "CC"))  # fmt: skip
"""Tags of what may come before the first verb of a sentence."""
_AFTER = frozenset(("DT", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "RB", "IN", "TO"))
"""Tags of what may come after it: an object or a phrase."""
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_JOINING = frozenset(("that", "because", "although", "though", "if", "whether", "unless"))
"""Words that open a clause with a verb of its own."""
_WHEN = frozenset(("after", "as", "before", "since", "until", "while"))
"""Words that open one where a pronoun follows, and not a noun."""
_NAMING = frozenset(("name", "call", "dub", "deem", "declare", "elect", "appoint", "consider"))
"""Verbs whose participle says what somebody is."""
_SUBJECT_ENDS = ("NN", "NNS", "NNP", "NNPS", "RB")
"""Tags of what may be between a subject and its verb."""
_PARTING = frozenset((",", ":", ".", "CC", "``", "''", "-LRB-"))
"""Tags of what parts one clause from another."""
_PREPOSITIONS = frozenset(
    ("of", "to", "in", "on", "at", "for", "with", "from", "by", "near", "under", "inside", "off",
     "behind", "outside", "into", "against", "around", "along")
)  # fmt: skip
"""Those that open no clause."""
_ACCUSED = frozenset(("accused", "acquitted", "convicted", "suspected"))
"""Forms that have an object before their "of" where they are no participles."""
_DOUBTING = frozenset(("alleged", "attempted", "suspected"))
"""Forms that describe the second of two nouns: "murder and attempted murder"."""
_COMMON = frozenset(("NN", "NNS"))
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


def repair_main_verb(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag a participle with an object or a phrase as past where there is no other main verb.

    "The agency released 200 pages that Lee kept": ``released`` is ``VBD``, not ``VBN``, and so is
    ``replied`` in "The agency, which Lee ran, replied by closing". Changes the tags in place.
    """
    at = _first_verb(tags)
    after = tags[at + 1 : at + 2]
    if tags[at : at + 1] != ["VBN"] or not lowers[at].endswith("ed"):
        return
    described = after == ["VBN"] and tags[at + 2 : at + 3] in (["NN"], ["NNS"])  # "broken legs"
    quotes = lowers[at + 1 : at + 2] in ([":"], [","]) and tags[at + 2 : at + 3] == ["``"]
    if not (described or quotes or {*after} & _AFTER):
        return
    if lowers[at + 1] == "by" and "VBG" not in tags[at + 2 : at + 4]:
        return  # "a letter obtained by the court"
    alone = _takes_object(lowers, tags, at) or not _has_main_verb(lowers, tags, at + 1)
    if alone and any(tag.startswith("NN") for tag in tags[:at]):
        tags[at] = "VBD"


def _takes_object(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a past form acts on something, as no participle does: "Lee estimated the damage".

    Not "a boat built the same year", "a man called the Baker", "a man given the prize".
    """
    verb = lemma(lowers[at], "VBN")
    if verb in _NAMING or verb in entries("grammar/two_objects"):
        return False
    acts = tags[at + 1] in ("DT", "PRP$") and tags[at - 1] in _SUBJECT_ENDS
    return acts and entries("grammar/time_nouns").isdisjoint(lowers[at + 2 : at + 5])


def repair_second_verb(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag a past form without an object as a participle where its clause has a verb already.

    "Tests link Lee to a hair found near the dam": ``found`` is ``VBN``, not ``VBD``. Changes the
    tags in place.
    """
    found = opened = 0
    doubtful = None
    for at, tag in enumerate(tags):
        if tag in _PARTING:
            found = opened = 0
            doubtful = doubtful if tag == "," else None
        elif tag in _RELATIVE or (tag == "IN" and lowers[at] not in _PREPOSITIONS):
            opened += 1
            doubtful = None
        elif tag == "VBD" and _describes(lowers, tags, at):
            if found > opened:
                tags[at] = "VBN"
            else:
                opened += 1  # which of the two is the verb stays open
                doubtful = at
        elif tag == "VBD" and _is_named(lowers, tags, at):
            tags[at] = "VBN"
        elif tag in FINITE:
            if doubtful is not None and _lacks_subject(tags, at):
                tags[doubtful] = "VBN"  # "the sum paid on the stock also will grow"
            opened += lemma(lowers[at], tag) in _governing()
            found += 1
            doubtful = None


def repair_described(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag a past form that only describes a noun as a participle, whatever stands between.

    "A clerk accused of theft was jailed": nobody accuses without an object. "Lee, fired in June, is
    ill": the verb comes after the comma. Changes the tags in place.
    """
    first = next((at for at, tag in enumerate(tags) if tag in FINITE or tag == "MD"), len(tags))
    for at in range(1, len(tags) - 1):
        joined = at > 1 and tags[at - 1] == "CC" and {tags[at - 2], tags[at + 1]} <= _COMMON
        if joined and lowers[at] in _DOUBTING:
            tags[at] = "VBN"
        if tags[at] != "VBD" or not tags[at - 1].startswith(("N", ",")):
            continue
        if is_accused(lowers, at):
            tags[at] = "VBN"
        elif at == first and tags[at - 1] == "," and not says(lowers[at], "VBD"):
            closing = next((end for end in range(at, len(tags) - 1) if tags[end] == ","), at)
            inside = FINITE.isdisjoint(tags[at + 1 : closing])
            if inside and closing > at and tags[closing + 1] in FINITE:
                tags[at] = "VBN"


def is_accused(lowers: Sequence[str], at: int) -> bool:
    """Whether a past form needs an object before its "of": without one it is a participle."""
    return lowers[at] in _ACCUSED and lowers[at + 1 : at + 2] == ["of"]


def _is_named(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a form says what an object is: "left a town | called the pearl"."""
    if lemma(lowers[at], "VBD") not in _NAMING or tags[at + 1 : at + 2] != ["DT"]:
        return False
    if lowers[at - 1] in entries("grammar/time_nouns"):
        return False  # "the mayor on Friday called the port a pearl"
    return tags[_phrase_start(tags, at) - 1] in ("VBG", "VB")


def _phrase_start(tags: Sequence[str], end: int) -> int:
    """Where the noun phrase before a token begins."""
    first = end
    while first > 0 and tags[first - 1] in _BEFORE | {"NNS"}:
        first -= 1
        if tags[first] in ("DT", "PRP$"):
            break
    return first


def _lacks_subject(tags: Sequence[str], verb: int) -> bool:
    """Whether a verb has no subject right before it, so that it goes on with an earlier one."""
    if tags[verb - 1] == ",":
        if tags[verb + 1 : verb + 2] not in (["NNP"], ["PRP"], ["DT"]):
            return True
        stop = next((at for at in range(verb + 1, len(tags)) if tags[at] in _PARTING), len(tags))
        return not FINITE.isdisjoint(tags[verb + 1 : stop])  # ", said he left", not ", said Lee"
    return tags[verb] != "VBD" and _ends_phrase(tags, verb)


def _ends_phrase(tags: Sequence[str], verb: int) -> bool:
    """Whether the noun before a verb is in a phrase, and so is not its subject."""
    at = verb
    while at > 0 and tags[at - 1] == "RB":
        at -= 1
    first = _phrase_start(tags, at)
    return 0 < first < at and tags[first - 1] == "IN"


def _describes(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a past form may describe the noun before it: "of a hair | found near it", "in a
    letter | sent last week".
    """
    timed = not entries("grammar/time_nouns").isdisjoint(lowers[at + 1 : at + 3])
    if tags[at - 1] not in ("NN", "NNS") or not (timed or tags[at + 1 : at + 2] == ["IN"]):
        return False
    if lowers[at - 1] in entries("grammar/time_nouns"):
        return False
    participle = lowers[at].endswith("ed") or irregular_tags(lowers[at]) == "VBD/VBN"
    if not participle or not (timed or lowers[at + 1] in _PREPOSITIONS):
        return False
    first = _phrase_start(tags, at)
    opens = first == 0 or tags[:first] == ["CC"]
    return opens or tags[first - 1] == "IN" or tags[first - 1] in FINITE


@cache
def _governing() -> frozenset[str]:
    """Verbs that bring a clause without a word to open it: "said the hair was found"."""
    return entries("saying_verbs") | entries("grammar/thinking_verbs")


def may_be_past(low: str) -> bool:
    """Whether a participle is also a past form."""
    return low.endswith("ed") or is_irregular_past(low)


def _first_verb(tags: Sequence[str]) -> int:
    """The first token that is neither of a subject nor of a relative clause between commas."""
    at = opening_end(tags, 0)
    if at < len(tags) and tags[at] in ("WDT", "WP") and tags[at - 1] == ",":
        closing = next((end for end in range(at, len(tags)) if tags[end] == ","), len(tags))
        if sum(tag in FINITE for tag in tags[at:closing]) == 1:
            at = opening_end(tags, closing)
    return at


def opening_end(tags: Sequence[str], first: int) -> int:
    """The first token from one on that is not of what comes before the first verb."""
    return next((at for at in range(first, len(tags)) if tags[at] not in _OPENING), len(tags))


def _has_main_verb(lowers: Sequence[str], tags: Sequence[str], first: int) -> bool:
    """Whether a finite verb from a token on is not in a clause that a word opens.

    What comes after a semicolon, or after a colon and a quotation mark, is a sentence of its own.
    """
    opened = 0
    for at in range(first, len(tags)):
        low, tag = lowers[at], tags[at]
        if low == ";" or (low == ":" and tags[at + 1 : at + 2] == ["``"]):
            return False
        before_subject = low in _WHEN and tags[at + 1 : at + 2] == ["PRP"]
        opened += tag in _RELATIVE or (tag == "IN" and (low in _JOINING or before_subject))
        opened += tag == "VBG" and says(low, tag)
        if tag in FINITE:
            if not opened:
                return True
            opened -= 1
    return False


def _has_verb_after(tags: Sequence[str], at: int) -> bool:
    """Whether the next thing is a verb, or a phrase in "of", "between" … and then a verb."""
    after = tags[at + 1 : at + 2]
    if after and (after[0] in FINITE or after[0] == "VBN"):
        return True
    if after != ["IN"]:
        return False
    for tag in tags[at + 2 : at + _FAR]:
        if tag in FINITE:
            return True
        if tag not in _BETWEEN:
            return False
    return False
