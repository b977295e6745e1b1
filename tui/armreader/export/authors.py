"""The authors of a byline, each a person with family and given name, or a name taken whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from armreader.language import entries

_BY = re.compile(r"^by:?\s+", re.IGNORECASE)
_JOINTS = re.compile(r"\s*(?:;|,?\s+(?:and|with)\s+|\s+&\s+|,)\s*", re.IGNORECASE)
_SUFFIX = re.compile(r",?\s+(Jr\.?|Sr\.?|II|III|IV)(?=\s*(?:[,;]|$|\s(?:and|with|&)\s))")
_MOST_WORDS = 6
"""Words of the longest name of a person; longer parts say something else."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a report; ``family`` alone is a body, or a name that cannot be taken apart."""

    family: str
    given: str = ""
    suffix: str = ""


def authors(byline: str) -> tuple[Author, ...]:
    """The authors that a byline names, in its order: "By Rosa Lund and Bo Berg" names two.

    A byline that is not a list of people's names is one author, as it is.
    """
    plain = _BY.sub("", byline.strip())
    if not plain:
        return ()
    marked = _SUFFIX.sub(r" \1", " ".join(plain.split()))
    found = [_person(part) for part in _JOINTS.split(marked) if part]
    persons = [person for person in found if person is not None]
    return tuple(persons) if persons and len(persons) == len(found) else (Author(plain),)


def _person(name: str) -> Author | None:
    """A person's name taken apart, or None for anything else: "Reuters", "Soil Board"."""
    words = name.split()
    suffix = words.pop() if words and _SUFFIX.fullmatch(f" {words[-1]}") else ""
    if not 2 <= len(words) <= _MOST_WORDS or not all(map(_is_part, words)):
        return None
    if any(word.lower().strip(".,") in entries("organisations") for word in words):
        return None
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in entries("name_particles"):
        first -= 1
    return Author(" ".join(words[first:]), " ".join(words[:first]), suffix)


def _is_part(word: str) -> bool:
    """Whether a word can be part of a person's name: a capitalised word or a particle."""
    if any(letter.isdigit() or letter in "@/|:()" for letter in word):
        return False
    return not word[0].islower() or word.lower() in entries("name_particles")
