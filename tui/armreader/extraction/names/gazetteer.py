"""What the word tables say about a name: place, people of a place, title, given name, body."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from armreader.language import entries, mapping, rows
from armreader.records import Gender

_GENDERS: dict[str, Gender] = {"f": "female", "m": "male"}


@cache
def places() -> dict[str, str]:
    """The usual name for every name of a country, capital, region or city in lower case."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        names = [row[0], *(row[3].split(",") if len(row) > 3 else ())]
        found.update({name.lower(): row[0] for name in names})
        if len(row) > 1 and row[1]:
            found.setdefault(row[1].lower(), row[1])
    for row in (*rows("regions"), *rows("places")):
        found.setdefault(row[0].lower(), row[0])
    return found


@cache
def countries() -> frozenset[str]:
    """The usual names of the countries, in lower case."""
    return frozenset(row[0].lower() for row in rows("countries"))


@cache
def demonyms() -> dict[str, str]:
    """The country for every word for its people and what is theirs, in lower case, with plurals."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        for name in row[2].split(",") if len(row) > 2 else ():
            if name:
                found[name.lower()] = found[name.lower() + "s"] = row[0]
    return found


@cache
def institutions() -> dict[str, str]:
    """The usual spelling of bodies known by name, by their names in lower case."""
    return {row[0].lower(): row[0] for row in rows("institutions")}


def signs_picture(words: Sequence[str], at: int) -> bool:
    """Whether a word is the letters of an agency that sign a picture: "AFP | Nordhav Inc. sank".

    That is run into a name or a sentence after it; "AFP Photo" is the agency itself.
    """
    agencies, after = entries("reading/agencies"), words[at + 1 : at + 2]
    if not (words[at].isupper() and words[at] in agencies and after and after[0][0].isupper()):
        return False
    return f"{words[at]} {after[0]}" not in agencies


def is_title(word: str) -> bool:
    """Whether a word, in lower case and without its full stop, may be a title before a name."""
    titles = mapping("titles")
    return word in titles or ("-" in word and _of_office(word) in titles)


def title_gender(word: str) -> Gender:
    """The gender that a title, occupation or description shows."""
    titles = mapping("titles")
    gender = titles.get(word) or titles.get(_of_office(word))
    return _GENDERS.get(gender or mapping("descriptions").get(word, ""), "unknown")


def _of_office(word: str) -> str:
    """The title in "ex-minister" and "minister-designate"."""
    return word.removeprefix("ex-").removesuffix("-elect").removesuffix("-designate")


def is_description(word: str) -> bool:
    """Whether a word, in lower case, says who a person is without being a title: "woman"."""
    return word in mapping("descriptions")


def kin_gender(word: str) -> Gender:
    """The gender of a relative by the word for them, in lower case: "wife"."""
    return _GENDERS.get(mapping("kin_words").get(word, ""), "unknown")


def is_given_name(word: str) -> bool:
    """Whether a word, in lower case, is a given name in the table (also the first of two)."""
    names = mapping("given_names")
    if word in names or ("-" in word and word.partition("-")[0] in names):
        return True
    return not word.isascii() and _without_accents(word) in names


def given_name_gender(word: str) -> Gender:
    """The gender that a given name usually has."""
    names = mapping("given_names")
    first = names.get(word) or names.get(word.partition("-")[0])
    return _GENDERS.get(first or names.get(_without_accents(word), ""), "unknown")


def _without_accents(word: str) -> str:
    """A name as it is spelt without accents: "maria" for "maría"."""
    letters = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_body(word: str) -> bool:
    """Whether a word, in lower case, is for an organisation: ministry, party, council."""
    return word in entries("organisations")
