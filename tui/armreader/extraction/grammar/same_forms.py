"""Past forms that are like their base, which a tagger takes for nouns: "a quake hit Ardal"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.grammar.syntax import FINITE
from armreader.language import rows

_SUBJECT = frozenset(("DT", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "PRP", "IN",
                      "RB", "HYPH", "CC"))  # fmt: skip
"""Tags of what may come before such a verb."""
_LAST = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP"))
_COUNTED = _SUBJECT | {"JJS", "VBG"}
_OF_COUNTED = frozenset(("DT", "JJ", "NNP", "PRP$"))
"""What may follow where a number comes before: "a quake of at least 5.9 | hit northern Norland"."""
_OBJECT = frozenset(("NNP", "DT", "PRP$", "CD", "RP", "$"))
"""Tags of what may follow the verb, but hardly the noun: "the hit | Ardal"."""
_OF_VERB = _OBJECT | {"JJ", "NNS", "PRP"}
_FOLLOWING = {"NN": _OBJECT, "JJ": _OBJECT | {"NN"}}
"""What may follow by what the verb was read as: "set | fire to the hall"."""
_WITHOUT_OBJECT = frozenset(("burst", "quit", "shut", "split", "spread"))
"""Those that need no object: "the dam burst in May", not "the plan put into practice"."""
_PHRASE = frozenset(("IN", "TO", "RB", "."))
_READ_AS = frozenset(("NN", "JJ", "VB", "VBN", "CC"))
_BREAKS = frozenset((",", ":", ".", "``", "-LRB-"))


def repair_same_forms(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag the first such form of a sentence as past if it has a subject and is the only verb there.

    "A quake hit Ardal on Friday": ``hit`` is ``VBD``; not in "the price cut in May failed". Changes
    the tags in place.
    """
    at = next((one for one, tag in enumerate(tags) if _may_be(lowers[one], tag)), 0)
    after = {*tags[at + 1 : at + 2]}
    if at and tags[at - 1] in ("WDT", "WP") and after & (_PHRASE | _OF_VERB | {","}):
        tags[at] = "VBD"  # "a dam that burst"
        return
    if at == 1 and tags[:1] == ["JJ"] and after == {"NNP"}:
        tags[:2] = ["NNP", "VBD"]  # "Ardal beat Lund"
        return
    opens = _subject(tags, at)
    if not at or not opens:
        return
    counted = opens[-1] == "CD" and opens[0] != "VBG" and bool(after & _OF_COUNTED)
    if not ((counted and _COUNTED.issuperset(opens)) or _is_subject(opens)):
        return
    if "IN" in tags[: 1 + (tags[0] == "CC")] or lowers[at + 1 : at + 2] == ["by"]:
        return  # "With the port shut, all left", "a show broadcast by the port"
    alone = counted or (lowers[at] in _WITHOUT_OBJECT and after & _PHRASE)
    if not (alone or after & _FOLLOWING.get(tags[at], _OF_VERB)):
        return
    stop = next((end for end in range(at + 1, len(tags)) if _ends(tags, end)), len(tags))
    if FINITE.isdisjoint(tags[at + 1 : stop]):
        tags[at] = "VBD"


def _is_subject(tags: Sequence[str]) -> bool:
    """Whether the tags before a verb may be those of its subject."""
    return tags[-1] in _LAST and _SUBJECT.issuperset(tags)


def _ends(tags: Sequence[str], at: int) -> bool:
    """Whether a part of a sentence ends: at a mark, or before another verb of the same subject."""
    joined = tags[at] == "CC" and not {*tags[at + 1 : at + 2]}.isdisjoint(FINITE)
    return joined or tags[at] in _BREAKS


def _subject(tags: Sequence[str], at: int) -> Sequence[str]:
    """The tags before a token, without an aside between commas: "the dam, built in 1960, burst"."""
    if tags[at - 1 : at] != [","]:
        return tags[:at]
    first = next((one for one in range(at - 2, 0, -1) if tags[one] == ","), 0)
    return tags[:first] if FINITE.isdisjoint(tags[first:at]) else ()


def _may_be(low: str, tag: str) -> bool:
    return tag in _READ_AS and is_same_form(low)


def is_same_form(low: str) -> bool:
    """Whether the past of a verb is like its base: "hit"."""
    return low in _same_forms()


@cache
def _same_forms() -> frozenset[str]:
    return frozenset(base for base, past, _ in rows("events_irregular") if base in past.split(", "))
