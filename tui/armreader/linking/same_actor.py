"""Which local actors are one: the same name, a surname alone, an acronym, a misspelling."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from armreader.language import mapping, rows
from armreader.language.companies import without_company_suffix
from armreader.linking.disjoint_sets import DisjointSets
from armreader.linking.misspelt import alike, are_spellings, demonyms, known_words, shelved
from armreader.records import Actor

_NICKNAMED = re.compile(r"""["“‘(]([^\W\d_][^"”’)]*)["”’)] (\S+)$""")
"""A nickname inside a name, and the surname after it."""


@lru_cache(50_000)
def folded(name: str) -> str:
    """A name without accents, capitals and hyphens, in American spelling."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    letters = letters.replace("-", " ").replace("’", "'").replace(".", "")
    letters = letters.replace("isation", "ization").replace("defence", "defense")
    words = letters.replace("centre", "center").split()
    while len(words) > 1 and (words[0] == "the" or words[0] in mapping("name_styles")):
        words = words[1:]
    return without_company_suffix(" ".join(words))


def group_actors(owned: Sequence[tuple[int, Actor]]) -> list[int]:
    """For each actor, given with its article's number, the number of the first that is the same."""
    groups = DisjointSets(len(owned))
    _join_same_names(owned, groups)
    _join_acronyms(owned, groups)
    _join_national(owned, groups)
    persons = [k for k, (_, actor) in enumerate(owned) if actor.kind == "person"]
    full = [k for k in persons if " " in folded(owned[k][1].name)]
    _join_initials(owned, full, groups)
    _join_middle_names(owned, full, groups)
    _join_nicknames(owned, full, groups)
    _join_misspelt_persons(owned, full, groups)
    _join_single_names(owned, full, groups)
    _join_offices(owned, persons, groups)
    return [groups.root(k) for k in range(len(owned))]


def is_named(actor: Actor) -> bool:
    """Whether an actor has a name of its own, which means the same in every article."""
    if actor.kind == "role" or (actor.kind == "organisation" and actor.gender != "neuter"):
        return any(word[:1].isupper() for word in actor.name.split()[:-1])
    return any(c.isupper() for c in actor.name)


def _join_same_names(owned: Sequence[tuple[int, Actor]], groups: DisjointSets) -> None:
    first: dict[tuple[object, ...], int] = {}
    for number, (article, actor) in enumerate(owned):
        scope = () if is_named(actor) else (article,)
        key = (actor.kind, folded(actor.name), *scope)
        if actor.kind == "person" and " " not in key[1]:
            key = (*key, article)
        groups.join(first.setdefault(key, number), number)


def _join_acronyms(owned: Sequence[tuple[int, Actor]], groups: DisjointSets) -> None:
    """Join organisations that share a short form in capitals, as the articles give it."""
    first: dict[str, int] = {}
    for number, (_, actor) in enumerate(owned):
        if actor.kind != "organisation":
            continue
        for short in {s.text for s in actor.spellings if s.text.isupper() and len(s.text) > 1}:
            groups.join(first.setdefault(short, number), number)


def _join_national(owned: Sequence[tuple[int, Actor]], groups: DisjointSets) -> None:
    """Join "the Coast Guard" with "the U.S. Coast Guard", if only one country's is named."""
    national: defaultdict[str, set[int]] = defaultdict(set)
    plain: dict[str, int] = {}
    for number, (_, actor) in enumerate(owned):
        name = folded(actor.name)
        if actor.kind != "organisation" or not is_named(actor) or " " not in name:
            continue
        plain.setdefault(name, number)
        nation, _, rest = name.partition(" ")
        if nation in _nations() and " " in rest:
            national[rest].add(groups.root(number))
    for name, of_countries in national.items():
        if name in plain and len(of_countries) == 1:
            groups.join(of_countries.pop(), plain[name])


def _join_initials(
    owned: Sequence[tuple[int, Actor]], full: list[int], groups: DisjointSets
) -> None:
    """Join "K. Drobny" with "Karel Drobny", if only one person fits."""
    by_surname: defaultdict[str, list[int]] = defaultdict(list)
    for number in full:
        by_surname[_surname(owned[number][1])].append(number)
    for numbers in by_surname.values():
        spelt = [(number, folded(owned[number][1].name).split()) for number in numbers]
        for number, words in spelt:
            if len(words[0]) == 1:
                fit = {groups.root(n) for n, w in spelt if len(w[0]) > 1 and w[0][0] == words[0]}
                if len(fit) == 1:
                    groups.join(fit.pop(), number)


def _join_middle_names(
    owned: Sequence[tuple[int, Actor]], full: list[int], groups: DisjointSets
) -> None:
    """Join "Ann B. Lee" with "Ann Lee", if no other Ann Lee has another middle name."""
    by_name: defaultdict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for number in full:
        words = folded(owned[number][1].name).split()
        between = " ".join(words[1:-1])
        by_name[words[0], words[-1]].append((number, between))
    for namesakes in by_name.values():
        longest = max((between for _, between in namesakes), key=len)
        if all(_is_middle(between, longest) for _, between in namesakes):
            for number, _ in namesakes[1:]:
                groups.join(namesakes[0][0], number)


def _is_middle(short: str, long: str) -> bool:
    """Whether a middle name is another, its initial or none: "B." of "Brien"."""
    return not short or short == long or (len(short) == 1 and long.startswith(short))


def _join_nicknames(
    owned: Sequence[tuple[int, Actor]], full: list[int], groups: DisjointSets
) -> None:
    """Join "Jerry Lund" with 'Luis "Jerry" Lund'."""
    by_name = {folded(owned[number][1].name): number for number in reversed(full)}
    for number in full:
        for spelling in owned[number][1].spellings:
            found = _NICKNAMED.search(spelling.text)
            called = folded(f"{found[1]} {found[2]}") if found else ""
            if called in by_name:
                groups.join(by_name[called], number)


def _join_misspelt_persons(
    owned: Sequence[tuple[int, Actor]], full: list[int], groups: DisjointSets
) -> None:
    """Join persons with one given name whose surnames are nearly the same."""
    by_given: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for number in full:
        words = folded(owned[number][1].name).split()
        by_given[words[0]].setdefault(words[-1], number)
    for surnames in by_given.values():
        names = sorted(surnames)
        for at, name in enumerate(names):
            for other in names[at + 1 :]:
                if other[0] != name[0]:
                    break
                if are_spellings(name, other):
                    groups.join(surnames[name], surnames[other])


def _join_single_names(
    owned: Sequence[tuple[int, Actor]], full: list[int], groups: DisjointSets
) -> None:
    """Join a lone surname, or a misspelt name of one word, with the one actor that it can mean."""
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for number in full:
        holders[_surname(owned[number][1])].add(groups.root(number))
    places: dict[str, int] = {}
    for number, (_, actor) in enumerate(owned):
        if actor.kind == "place":
            places.setdefault(folded(actor.name), groups.root(number))
    singles: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, actor) in enumerate(owned):
        name = folded(actor.name)
        if " " not in name and actor.kind in ("person", "organisation") and is_named(actor):
            singles[name].append(number)
    surnames, towns = shelved(holders), shelved(places)
    for name, numbers in sorted(singles.items()):
        persons = [n for n in numbers if owned[n][1].kind == "person"]
        if name in holders:
            targets = holders[name]
            joined = numbers if persons else []
        elif name in known_words() or any(owned[n][1].name.isupper() for n in numbers):
            targets, joined = set(), persons
        else:
            like = alike(name, surnames) or ([] if persons else alike(name, towns))
            targets = {t for spelt in like for t in (holders.get(spelt) or {places[spelt]})}
            joined = numbers
        if len(targets) == 1:
            for number in joined:
                groups.join(next(iter(targets)), number)
        else:
            for number in persons[1:]:
                groups.join(persons[0], number)


def _join_offices(
    owned: Sequence[tuple[int, Actor]], persons: list[int], groups: DisjointSets
) -> None:
    """Join "the prime minister" with the one person in its article whom any article calls that."""
    holders: defaultdict[str, set[int]] = defaultdict(set)
    named_in: defaultdict[int, set[int]] = defaultdict(set)
    for number in persons:
        article, actor = owned[number]
        named_in[article].add(groups.root(number))
        for role in actor.roles:
            holders[folded(role)].add(groups.root(number))
    for number, (article, actor) in enumerate(owned):
        if actor.kind == "role":
            fit = holders[folded(actor.name)] & named_in[article]
            if len(fit) == 1:
                groups.join(fit.pop(), number)


@cache
def _nations() -> frozenset[str]:
    """Countries and words for their people, as ``folded`` writes them."""
    names = (row[0] for row in rows("countries"))
    others = (word for row in rows("countries") if len(row) > 3 for word in row[3].split(","))
    return demonyms() | {folded(name) for name in (*names, *others)}


def _surname(actor: Actor) -> str:
    words = [
        word for word in folded(actor.name).split() if word not in ("jr", "sr", "ii", "iii", "iv")
    ]
    return words[-1] if words else folded(actor.name)


def commonest(names: Counter[str]) -> str:
    """The name that is written most often; in a tie the longest, then the first alphabetically."""
    return min(names, key=lambda name: (-names[name], -len(name), name))
