"""Misspelt names: when two that are written differently may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from armreader.language import mapping, rows

LIKE = 0.93
"""Jaro-Winkler similarity at which two surnames are taken for spellings of one.

One letter left out, doubled or replaced in a name of eight letters reaches it; so do some
pairs of real surnames, which is why the given name must be the same where both are written.
"""
_LONGEST_SLIP = 2
"""Letters by which a misspelling may be longer or shorter."""
_SHORTEST = 5
"""Letters of the shortest name that may be misspelt: short names are too much alike."""


def shelved(names: Iterable[str]) -> dict[tuple[str, int], list[str]]:
    """Names by first letter and length: only those near on the shelf can be misspellings."""
    shelves: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for name in names:
        shelves[name[:1], len(name)].append(name)
    return shelves


def alike(name: str, shelves: dict[tuple[str, int], list[str]]) -> list[str]:
    """The shelved names of which a name may be a misspelling."""
    near = range(len(name) - _LONGEST_SLIP, len(name) + _LONGEST_SLIP + 1)
    return [
        other
        for length in near
        for other in shelves.get((name[:1], length), ())
        if are_spellings(name, other)
    ]


def are_spellings(name: str, other: str) -> bool:
    """Whether two folded names of one word may be one name, once misspelt.

    "Armenia" and "Armenian" are not: a word for a people is not a misspelling of its country, and
    two names that the tables know are not misspellings of each other.
    """
    if name == other:
        return True
    short, long = (name, other) if len(name) <= len(other) else (other, name)
    if len(short) < _SHORTEST or short[0] != long[0] or len(long) - len(short) > _LONGEST_SLIP:
        return False
    if long.startswith(short) or name in demonyms() or other in demonyms():
        return False
    if name in known_words() and other in known_words():
        return False
    # Imported where it is first needed, so that a dossier without doubtful names starts faster.
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(name, other, score_cutoff=LIKE) >= LIKE


@cache
def demonyms() -> frozenset[str]:
    """Words for the people of countries, in lower case."""
    found = {
        word.casefold() for row in rows("countries") if len(row) > 2 for word in row[2].split(",")
    }
    return frozenset(found | {word + "s" for word in found})


@cache
def known_words() -> frozenset[str]:
    """Names in the tables, which are spelt correctly, in lower case."""
    places = {
        row[0].casefold()
        for table in ("countries", "places", "regions", "institutions")
        for row in rows(table)
    }
    capitals = {row[1].casefold() for row in rows("countries") if len(row) > 1}
    return frozenset(places | capitals) | demonyms() | mapping("given_names").keys()
