"""Kinds: whether a name is a person's, an organisation's or a place's, by its own words."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.tagger import tagger
from armreader.extraction.grammar.word_forms import UNKNOWN
from armreader.extraction.names.gazetteer import (
    demonyms,
    institutions,
    is_body,
    is_given_name,
    is_title,
    places,
)
from armreader.language import entries, mapping
from armreader.language.companies import PERSONAL, is_company_suffix
from armreader.records import ActorKind

_KIN_REACH = 4
"""Words after a name within which a relative is theirs."""
SUFFIXES = PERSONAL - {"esq"}
"""What ends the name of a person: "Karl Lund Jr"."""
_WITHIN = frozenset(("in", "near"))
"""Prepositions before the name of a place: "in Ardal Gardens"."""
_PARTS = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
     "upper", "lower", "old", "little", "greater", "n.", "s.", "e.", "w.")
)  # fmt: skip
"""Words before a place for a part of it: "South Florida", "Little Havana"."""


def kind_of(words: tuple[str, ...], lowers: list[str], start: int, end: int) -> ActorKind | None:
    """The kind of a name, as its letters and the words on either side show it."""
    name = " ".join(words).lower()
    last = words[-1].lower().rstrip(".")
    if name in institutions():
        return "organisation"
    if name in places():
        return "place"
    suffix = lowers[end + 1].rstrip(".") if lowers[end : end + 1] == [","] != lowers[end:] else ""
    if suffix in entries("name_suffixes"):
        # "Lund Ports, Inc.", "Karl Lund, Jr."
        return "person" if suffix in PERSONAL else "organisation"
    if len(words) > 1 and is_company_suffix(last):
        return "organisation"
    if len(words) > 1 and _is_place(words, lowers[start:end]):
        return "place"
    if "&" in words:
        return "organisation"
    if len(words) > 1 and is_given_name(words[0].lower()) and not is_body(last):
        return "person"
    if names_body(lowers, start, end) or (len(words) > 1 and _is_people(last)):
        return "organisation"
    if len(words) > 1 and _has_age(lowers, end):
        return "person"
    if _has_relative(lowers, end) and not (words[0].isupper() and len(words[0]) > 1):
        return "person"
    if len(words) == 1:
        return _kind_of_one(words[0], lowers, start, end)
    if last in SUFFIXES:
        return "person"
    owns = lowers[end : end + 1] == ["'s"]
    within = start > 0 and lowers[start - 1] in (*_WITHIN, "outside")
    return "place" if within and not owns else None


def _has_age(lowers: list[str], end: int) -> bool:
    """Whether an age comes after a name: "Oru Stone, 45, spoke"."""
    comma, age, after = (*lowers[end : end + 3], "", "", "")[:3]
    return comma == after == "," and age.isdecimal() and len(age) < 3


def _has_relative(lowers: list[str], end: int) -> bool:
    """Whether a relative comes after a name: "Ado's wife", "Ado's two grandmothers"."""
    after = lowers[end + 1 : end + _KIN_REACH] if lowers[end : end + 1] == ["'s"] else []
    kin = next((at for at, word in enumerate(after) if _is_kin(word)), None)
    return kin is not None and all(word[0].isalpha() for word in after[:kin])


def _is_kin(word: str) -> bool:
    return word in mapping("kin_words") or word.removesuffix("s") in mapping("kin_words")


def _is_place(words: tuple[str, ...], lowers: list[str]) -> bool:
    """Whether a name of several words is a place's: "Orange County", "South Florida"."""
    if words[-1].lower() in entries("place_heads"):
        return not any(map(is_body, lowers))
    rest = " ".join(words[1:]).lower()
    return words[0].lower() in _PARTS and (rest in places() or rest in demonyms())


def _is_people(last: str) -> bool:
    """Whether a name ends in a word for a people or a party: "Iowa Democrats"."""
    return last.endswith("s") and (last in institutions() or last in demonyms())


def _kind_of_one(word: str, lowers: list[str], start: int, end: int) -> ActorKind | None:
    if word.isupper() and 2 <= len(word) <= 7:
        return "organisation"
    before = lowers[start - 1] if start else ""
    after = lowers[end] if end < len(lowers) else "."
    if after in entries("words_of_asking") and before != "the":
        return "person"
    if before in _WITHIN:
        return "place"
    if before == "the" and (not after[0].isalpha() or after in entries("function_words")):
        return "organisation"
    return None


def names_body(lowers: list[str], start: int, end: int) -> bool:
    """Whether a word for an organisation is the head of a name: last, or before "of"."""
    if is_company_suffix(lowers[end - 1]) and end - start > 1:
        return True
    return is_body(lowers[end - 1]) or any(
        lowers[at] == "of" and is_body(lowers[at - 1]) for at in range(start + 1, end)
    )


def surname_of(words: Sequence[str]) -> str:
    """The last word of a name that is not "Jr" or "III", in lower case."""
    for word in reversed(words):
        if word.lower().rstrip(".") not in SUFFIXES:
            return word.lower()
    return words[-1].lower()


def is_common(lower: str) -> bool:
    """Whether a word is a title, or one that texts write with a small letter."""
    tags = tagger().possible(lower)
    return is_title(lower) or (tags != UNKNOWN and "NNP" not in tags)
