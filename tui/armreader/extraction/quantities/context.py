"""The surroundings of a figure: its terms, its names, the places in which it is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from armreader.extraction.grammar.analysis import SentenceGrammar
from armreader.extraction.grammar.syntax import NounPhrase
from armreader.extraction.quantities.roles import Place
from armreader.language import entries, groups, rows

_AROUND = 12
"""Words on each side of a figure that say what it is of."""
_MOST_TERMS = 16
_YEAR_BEFORE, _YEAR_AFTER = 12, 6
_YEAR_OF_PARENT = 28
"""The same before a participle: "In 1989 the Ida hit a reef in the Sound, spilling 40 tons"."""
_YEAR_REACH = 14
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")


@cache
def _things() -> dict[str, str]:
    return {
        word: general
        for general, others in groups("quantities_same_things").items()
        for word in (general, *others)
    }


def same_thing(noun: str) -> str:
    """The general word for the things that a noun counts: "people" for "miner"."""
    return _things().get(noun, noun)


@cache
def term_of(lemma: str) -> str:
    """The lemma in the form in which terms are compared; empty for a function word."""
    if len(lemma) < 3 or not lemma[0].isalpha() or lemma in entries("function_words"):
        return ""
    return _stem(same_thing(lemma))


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def terms(place: Place) -> tuple[str, ...]:
    """The terms around a figure: those its grammar ties to it, then the nearest."""
    tagged = place.tagged
    near = sorted(
        (place.first - token if token < place.first else token - place.last + 1, token)
        for token in range(max(0, place.first - _AROUND), min(len(tagged), place.last + _AROUND))
        if not place.first <= token < place.last
    )
    ordered = [*place.tied(), *(token for _, token in near)]
    found = dict.fromkeys(term_of(tagged.lemma(token)) for token in dict.fromkeys(ordered))
    found.pop("", None)
    return tuple(found)[:_MOST_TERMS]


_IN = frozenset(
    ("in", "at", "across", "throughout", "near", "around", "outside", "inside", "into", "within")
)
"""Prepositions before a place."""
_MOST_OF = frozenset(
    ("mainly", "mostly", "most", "majority", "largely", "chiefly", "including", "them", "whom",
     "but")
)  # fmt: skip
"""Words before a place that make it a part of what is counted."""
_WIDER = "*"
"""The mark in a scope for more than the places that are named."""
_POINTING, _NEAR_POINTING = "there", 6
"""The word that refers back to a place, and the words after a figure within which it does."""
_TELLING = frozenset(("have", "report", "confirm", "record", "register"))
"""Verbs with which a country reports what is counted in it."""


def scope(place: Place) -> tuple[str, ...]:
    """The places in which it is counted: in "12 in Ardal and 3 in Lumen" each has its own.

    For "12 people, most of them in Ardal" and "almost all of the 12" it is wider than what is
    named.
    """
    tagged = place.tagged
    if _is_taken_from(place):
        return (_WIDER,)
    around = [one for one in tagged.phrases if _is_place(tagged, one)]
    own = _places_behind(place, around) or _places_of_clause(place, around)
    ends = {one.last for one in own}
    for one in tagged.phrases:  # "in Ardal, Norland, and Lumen"
        joint = tagged.lowers[max(0, one.first - 2) : one.first]
        listed = one.first - (2 if joint == [",", "and"] else 1) in ends
        if listed and joint[-1:] in ([","], ["and"]) and tagged.tags[one.head] == "NNP":
            own.append(one)
            ends.add(one.last)
    found = dict.fromkeys(
        tagged.lowers[token]
        for one in own
        for token in range(one.first, one.last)
        if tagged.tags[token].startswith("NNP") and len(tagged.words[token]) > 1
    )
    if any(_is_most(tagged, place, one) for one in own):
        return (_WIDER,)
    if _POINTING in tagged.lowers[place.last : place.last + _NEAR_POINTING]:
        return (_POINTING,)
    return tuple(found) or _country_of(place)


def _is_taken_from(place: Place) -> bool:
    """Whether its clause is about a part of it: "almost all of the 74 were in Ardal"."""
    first = max(0, place.first - 3)
    lowers = place.tagged.lowers[first : place.first]
    if lowers[1:] == ["of", "the"] and place.tagged.tags[first] == "CD":
        return True  # "two of the three died"
    *before, joint = [word for word in lowers if word != "the"] or [""]
    return joint == "of" and before[-1:] in (
        ["all"], ["most"], ["many"], ["some"], ["half"], ["none"], ["majority"], ["part"], ["each"]
    )  # fmt: skip


def _is_place(tagged: SentenceGrammar, phrase: NounPhrase) -> bool:
    at = phrase.preposition
    named = tagged.tags[phrase.head].startswith("NNP") and not phrase.time
    if not named or at is None:
        return False
    return tagged.lowers[at] in _IN or tagged.lowers[max(0, at - 1) : at + 1] == ["out", "of"]


def _places_behind(place: Place, around: list[NounPhrase]) -> list[NounPhrase]:
    """The place right after what is counted: "12 people in Ardal", "12 people killed in Ardal"."""
    noun = place.last if place.noun_at is None else max(place.noun_at + 1, place.last)
    if place.tagged.tags[noun : noun + 1] in (["VBN"], ["JJ"]):
        noun += 1
    return [one for one in around if one.preposition == noun]


def _places_of_clause(place: Place, around: list[NounPhrase]) -> list[NounPhrase]:
    """The places of its clause, and the one that a relative clause is about."""
    clause = place.clause
    if clause is None:
        return []
    low = clause.first if clause.subject is None else min(clause.first, clause.subject.first)
    own = [one for one in around if low <= one.first < clause.last]
    own = [one for one in own if one.first > place.last or not _is_some(place.tagged, one, low)]
    if clause.governor is not None and clause.kind == "relative":
        tags, held = place.tagged.tags, place.tagged.phrases
        own += [one for one in held if one.first <= clause.governor < one.last
                and tags[one.head] == "NNP"]  # fmt: skip
    return own


def _is_most(tagged: SentenceGrammar, place: Place, phrase: NounPhrase) -> bool:
    """Whether only most or some of what is counted is there: "-- mainly in Ardal"."""
    return place.last <= (phrase.preposition or 0) and _is_some(tagged, phrase, place.last)


def _is_some(tagged: SentenceGrammar, phrase: NounPhrase, low: int) -> bool:
    at = phrase.preposition or 0
    return not _MOST_OF.isdisjoint(tagged.lowers[max(low, at - 5) : at])


def _country_of(place: Place) -> tuple[str, ...]:
    """The country of "Norland has confirmed two cases, raising the number to six"."""
    tagged, clause = place.tagged, place.clause
    if clause is not None and clause.kind == "participle" and clause.parent is not None:
        clause = tagged.clauses[clause.parent]
    if clause is None or clause.subject is None or clause.verb is None:
        return ()
    word = tagged.lowers[clause.subject.head]
    tells = clause is not place.clause or clause.verb.lemma in _TELLING
    return (word,) if tells and word in _countries() else ()


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.split()[-1].lower() for name, *_ in rows("countries"))


def anchors(place: Place) -> tuple[str, ...]:
    """The names in the clause of a figure, as single words, and the years near it."""
    tagged: SentenceGrammar = place.tagged
    low, high = 0, len(tagged)
    if place.clause is not None:
        low, high = place.clause.first, place.clause.last
        below = [one for one in tagged.clauses if one.parent == place.clause.index]
        high = min([high, *(one.first for one in below if one.first >= place.last)])
    low, high = max(low, place.first - 16), min(high, place.last + 16)
    found = {
        tagged.lowers[token]
        for token in range(low, high)
        if tagged.tags[token].startswith("NNP") and len(tagged.words[token]) > 2
    }
    before = _YEAR_BEFORE
    if place.clause is not None and place.clause.kind == "participle":
        before = _YEAR_OF_PARENT
    near = tagged.lowers[max(0, place.first - before) : place.last + _YEAR_AFTER]
    found.update(word for word in near if _YEAR.match(word))
    found.update(_years_behind(place))
    return tuple(sorted(found))


def _years_behind(place: Place) -> Iterator[str]:
    """The year in which it happened, not the year of a thing: "lost at sea in 1989"."""
    lowers = place.tagged.lowers
    for token in range(place.last, min(len(lowers), place.last + _YEAR_REACH)):
        if lowers[token] in (",", ";"):
            return
        if _YEAR.match(lowers[token]) and "in" in lowers[token - 2 : token]:
            yield lowers[token]
