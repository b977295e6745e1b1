"""Whether two figures of one series are of one thing, so that one can contradict the other.

A series groups figures by context, which is never certain. What is shown as a difference must be of
one thing by its own words, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from armreader.language import entries, mapping, rows
from armreader.linking.quantities.series import OF_PEOPLE, ends, gives_role, is_of_people
from armreader.linking.quantities.stated import StatedFigure
from armreader.records.dates import DateRange
from armreader.records.quantity import Figure, RelationKind

_TIED = 8
"""The first terms of a figure, which its grammar ties to it and which say what it is of."""
_GIVEN = 5
"""Terms of a figure among which the word that gives it its role must be."""
_SHARED, _SHARED_WITH_NOUN = 2, 1
"""Terms besides the role that two sums of money must share; the same if they have one noun."""
_SHARED_BY_THINGS = 2
"""Terms besides noun and role that two counts of things must share."""
_MOST_FAR = 1.3
"""Distances so many times another are of another place, if more names are given with one."""
_WORLDWIDE = frozenset(("worldwid", "world", "global", "globally"))
"""Terms, without their endings, that mean the whole world, not one country."""
_WIDER, _POINTING = "*", "there"
"""Marks in a scope for more than the places that are named, and for a place named before."""
_ANY_PEOPLE = frozenset(("people", "persons", "others", "dead", "deaths", "injured", "bodies"))
_OF_THINGS = frozenset(("length", "volume"))
"""Dimensions of which a thing must be the same, or what else is said of it."""
_OF_PLACES = frozenset(("covered", "burned", "produced"))
"""Roles of measures that many things in a dossier have."""
_OTHER_EVENT = 0.3
"""Share of the figures with a name that must be of a past year for it to be of another event."""
_CONFIRMED, _MOST_CONFIRMED = frozenset(("confirm", "know", "verifi")), 1.6
"""Terms for what is certain; a figure so many times another one includes what is not."""
_MEASURED = frozenset(("length", "mass", "storeys", "magnitude", "area", "temperature", "speed"))
"""Dimensions whose role comes from a unit or an adjective, not from a word among the terms."""


def are_of_one_role(one: Figure, other: Figure, role: str) -> bool:
    """Whether both have the role of their series, by words that their grammar ties to them."""
    return all(figure.role == role and _has_its_word(figure) for figure in (one, other))


def _has_its_word(figure: Figure) -> bool:
    """Whether a word that gives its role is among its terms; for a count, among the first."""
    if figure.dimension in _MEASURED:
        return True
    near = figure.terms[:_GIVEN] if figure.dimension.startswith("count") else figure.terms
    return any(gives_role(term, figure.role) for term in near)


def are_of_one(one: Figure, other: Figure, relation: RelationKind) -> bool:
    """Whether two figures of one role are of one thing.

    Distances must be from one place; people must share a name or a term; sums and counts of things
    must share more.
    """
    if _is_worldwide(one) != _is_worldwide(other):
        return False
    if one.role == "distance":
        near = one.noun == other.noun or one.noun in other.anchors or other.noun in one.anchors
        if _names(one) != _names(other) and ratio_of(one, other) > _MOST_FAR:
            return False  # of two places in the same direction
        return bool(one.noun) and near and not _have_other_names(one, other)
    if one.dimension == "magnitude" and _are_of_two_places(one, other):
        return False
    if not _have_one_scope(one, other):
        return False
    if _is_confirmed(one) != _is_confirmed(other) and ratio_of(one, other) > _MOST_CONFIRMED:
        return False
    of_people = one.role in OF_PEOPLE
    if one.dimension == "count" and (relation == "differs" or of_people) and _is_part(one, other):
        return False
    if of_people:
        return _are_of_one_people(one, other)
    shared = _shared(one, other, _TIED)
    if one.dimension.startswith("money"):
        if bool(_names(one)) != bool(_names(other)) or _have_other_names(one, other):
            return False
        same = bool(one.noun) and one.noun == other.noun
        return len(shared) >= (_SHARED_WITH_NOUN if same else _SHARED)
    if one.dimension == "count":
        if one.noun != other.noun or bool(one.scope) != bool(other.scope):
            return False
        if relation == "revised":
            return bool(_shared(one, other, len(one.terms) + len(other.terms)))
        return len(shared) >= _SHARED_BY_THINGS
    named = one.dimension == "length" or (one.noun and other.noun)
    if named and one.dimension in _OF_THINGS and one.noun != other.noun and not shared:
        return False
    return one.role not in _OF_PLACES or one.noun == other.noun or bool(shared)


def names_of_other_events(figures: Sequence[StatedFigure]) -> frozenset[str]:
    """The names that figures of past years have: those of an event that this one is compared with.

    A tanker that went down years before is named with its own figures, mostly with the year.
    """
    carried = Counter(name for one in figures for name in one.figure.anchors)
    past = Counter(name for one in figures if one.year for name in one.figure.anchors)
    most = _OTHER_EVENT * len({one.article for one in figures})
    return frozenset(
        name
        for name, count in past.items()
        if not name.isdigit() and _OTHER_EVENT * carried[name] <= count and carried[name] <= most
    )


def _have_other_names(one: Figure, other: Figure) -> bool:
    """Whether each has a name that the other lacks."""
    names, others = _names(one), _names(other)
    return bool(names - others and others - names)


def _are_of_two_places(one: Figure, other: Figure) -> bool:
    """Whether both have names, none of them the same."""
    names, others = _names(one), _names(other)
    return bool(names and others) and names.isdisjoint(others)


def past_months(stated: StatedFigure, before: int) -> frozenset[str]:
    """The months in its clause, in lower case, without its report's own and so many before it."""
    day = DateRange.from_edtf(stated.as_of) if stated.as_of else None
    at = day.earliest.month if day and day.earliest else None
    return frozenset(
        name
        for name, number in _months().items()
        if name in stated.figure.anchors and at is not None and (at - number) % 12 > before
    )


@cache
def _months() -> dict[str, int]:
    return {name.lower(): int(number) for name, number in mapping("months").items()}


def _is_confirmed(figure: Figure) -> bool:
    return figure.dimension == "count" and not _CONFIRMED.isdisjoint(figure.terms[:_GIVEN])


def ratio_of(one: Figure, other: Figure) -> float:
    """How many times the smaller figure the greater one is."""
    low, high = sorted((max(ends(one)), max(ends(other))))
    return high / low if low else float("inf")


def _is_worldwide(figure: Figure) -> bool:
    return not _WORLDWIDE.isdisjoint(figure.terms)


def _have_one_scope(one: Figure, other: Figure) -> bool:
    """Whether both are counted in the same places.

    A count without a place is compared with one in a place only if its clause names the place.
    """
    here, there = _places(one.scope), _places(other.scope)
    if _POINTING in here | there:
        return False  # two reports' "there" may be two places
    if here == there:
        return True
    if _WIDER in here | there or (here and there):
        return not (here and there)
    named, free = (here, other) if here else (there, one)
    return one.dimension != "count" or named <= _places(free.anchors)


@lru_cache(4096)
def _places(words: tuple[str, ...]) -> frozenset[str]:
    """The names of places, each country by its own: "united", "states" and "u.s." are one."""
    left, found = set(words), set()
    for name, *others in rows("countries"):  # without the capital, which is only a part
        for spelling in (name, *(one for column in others[1:] for one in column.split(","))):
            parts = spelling.lower().split()
            if parts and left.issuperset(parts):
                left.difference_update(parts)
                found.add(name)
    return frozenset(left | found)


def _is_part(one: Figure, other: Figure) -> bool:
    """Whether the smaller may be some of the greater: "two women" of "three people"."""
    smaller = min((one, other), key=lambda figure: figure.high or figure.low or 0.0)
    return one.unit != other.unit and smaller.unit not in _ANY_PEOPLE


def _are_of_one_people(one: Figure, other: Figure) -> bool:
    if not is_of_people(one.noun) or not is_of_people(other.noun):
        return False
    names, others = _named(one), _named(other)
    if names or others:
        return bool(names & others)
    return bool(_shared(one, other, len(one.terms)))


def _named(figure: Figure) -> frozenset[str]:
    """The names in its clause and of the places in which it is counted."""
    return _places(tuple(sorted(_names(figure) | set(figure.scope))))


def _names(figure: Figure) -> set[str]:
    found = {name.rstrip(".") for name in figure.anchors if not name.isdigit()}
    return found - _no_place()


@cache
def _no_place() -> frozenset[str]:
    """Names in a clause that say when, or which agency reports, and not what is counted."""
    agencies = {name.lower() for row in rows("news_agencies") for name in row[-1].split(", ")}
    days = {word.lower() for word in entries("calendar_words")}
    return frozenset(agencies | days | set(_months()))


def _shared(one: Figure, other: Figure, most: int) -> set[str]:
    """The terms that both have, without words for their role, noun or unit."""
    units = (one.noun, other.noun, *one.unit.split("/"), *other.unit.split("/"), "people")
    return {
        term
        for term in set(one.terms[:most]) & set(other.terms[:most])
        if not gives_role(term, one.role) and not any(noun.startswith(term) for noun in units)
        if term not in _common()
    }


@cache
def _common() -> frozenset[str]:
    """Words of numbers, days and estimates: they say nothing about what is counted."""
    numbers = {word.rstrip("e") for word in entries("times_numbers")} | entries("times_numbers")
    days = {word.lower() for word in entries("calendar_words")}
    return frozenset(numbers | days | {"estimat", "figur", "number", "million", "billion", "total"})
