"""The thing of a figure, by its lemma: what is counted or measured, or where from."""

from __future__ import annotations

from armreader.extraction.quantities.roles import OF_REACH, Place
from armreader.language import mapping

_MEASURED = frozenset(("length", "mass", "speed", "temperature", "storeys", "area"))
_PASSED = frozenset(
    (",", "--", "-", "more", "than", "about", "at", "least", "some", "nearly", "around")
)
"""Words between a thing and its measure: "a wall, about 30 feet high"."""


def thing_of(place: Place, dimension: str, role: str) -> str:
    """The lemma of what is counted or measured, even where it is the subject or comes before.

    For a depth it is what it is measured from, ``water`` or ``ground``; for a distance, the place
    it is measured from.
    """
    if role == "depth":
        return _level(place)
    if role == "distance":
        return _reference(place)
    noun = place.noun() or _behind_participle(place, dimension)
    if noun or dimension not in _MEASURED:
        return noun
    tagged, clause = place.tagged, place.clause
    if place.phrase:
        before = tagged.phrases[place.phrase - 1]
        between = tagged.lowers[before.last : tagged.phrases[place.phrase].first]
        if len(between) <= 3 and not set(between) - _PASSED:
            return _lemma_of_noun(place, before.head)
    if clause is not None and clause.subject is not None and place.first >= clause.first:
        return _lemma_of_noun(place, clause.subject.head)
    return ""


def _behind_participle(place: Place, dimension: str) -> str:
    """What is counted by "1,004 reported cases", where the participle was taken for a verb."""
    tags, at = place.tagged.tags, place.last
    split = tags[at : at + 2] in (["VBD", "NNS"], ["VBN", "NNS"])
    return place.tagged.lemma(at + 1) if split and dimension == "count" else ""


def _lemma_of_noun(place: Place, token: int) -> str:
    return place.tagged.lemma(token) if place.tagged.tags[token].startswith("NN") else ""


def _reference(place: Place) -> str:
    for phrase in place.tagged.phrases:
        near = place.last <= phrase.first and phrase.head < place.last + OF_REACH
        if near and phrase.preposition is not None:
            return place.tagged.lemma(phrase.head)
    return ""


def _level(place: Place) -> str:
    behind = place.tagged.lowers[place.last : place.last + 8]
    for joint in ("below", "beneath", "under", "into", "of", "through"):
        if joint in behind[:5]:
            for word in behind[behind.index(joint) + 1 :]:
                level = mapping("quantities_levels").get(word, "")
                if level == "ground" or (level and "floor" not in behind):
                    return level
    return ""
