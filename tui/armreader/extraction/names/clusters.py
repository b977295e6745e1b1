"""Clusters: the mentions of one article grouped by the persons, bodies and places they name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from armreader.extraction.names.families import FamilyNames
from armreader.extraction.names.gazetteer import (
    countries,
    demonyms,
    given_name_gender,
    institutions,
    is_body,
    is_given_name,
    places,
)
from armreader.extraction.names.mentions import Mention
from armreader.extraction.names.name_kinds import is_common, surname_of
from armreader.language import entries, mapping
from armreader.language.companies import without_company_suffix
from armreader.records import ActorKind, Gender

_MOST_NAMESAKES = 20
"""The most people of one surname among whom a surname alone is looked up."""
_MAIN = 2
"""How many times as often as any namesake somebody is named whom a surname alone means."""


@dataclass(slots=True, eq=False, repr=False)
class Cluster:
    """The mentions that are taken for one actor; the first fully written one gives the name."""

    name: str
    kind: ActorKind
    mentions: list[Mention] = field(default_factory=list)
    genders: Counter[Gender] = field(default_factory=Counter)
    """How often a title or calling gave the gender."""
    hints: Counter[Gender] = field(default_factory=Counter)
    """How often words next to the name gave it away."""
    addresses: set[str] = field(default_factory=set)
    """The forms of address before its full name: "Mrs."."""
    full: bool = False
    """Whether it is a person who is named in full, whose full names were counted beforehand."""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.name.split())

    def add(self, mention: Mention) -> None:
        """Take a mention for this actor."""
        self.mentions.append(mention)
        if not (self.full and len(mention.words) > 1):
            self.hear(mention)

    def hear(self, mention: Mention) -> None:
        """Count the gender that a mention shows."""
        if mention.gender in ("female", "male"):
            self.genders[mention.gender] += 1
        if mention.hint in ("female", "male"):
            self.hints[mention.hint] += 1
        if mention.address and len(mention.words) > 1:
            self.addresses.add(mention.address)

    def styled_name(self) -> str:
        """The name, with a title that the person is called by: "Pope Francis"."""
        for mention in self.mentions if self.kind == "person" else ():
            style = mapping("name_styles").get(mention.role.lower(), "")
            if style == "always" or (style == "repeated" and len(mention.words) == 1):
                return f"{self._fullest(mention.role)} {self.name}"
        return self.name

    def _fullest(self, title: str) -> str:
        """A title as it is where it is written in full: "Emeritus Professor"."""
        roles = (m.role for m in self.mentions if m.role.istitle() and len(m.words) > 1)
        return next((role for role in roles if role.endswith(f" {title}")), title)

    def gender(self) -> Gender:
        """By titles, then the given name, then words next to it; a body is neuter."""
        if self.kind != "person":
            return "neuter"
        if self.genders:
            return _most(self.genders)
        words = self.words
        # "Park Geun-hye": the given name comes last.
        given = words[-1] if words[-1].partition("-")[2].islower() else words[0]
        by_name = given_name_gender(given.lower())
        return _most(self.hints) if by_name == "unknown" and self.hints else by_name


def _most(genders: Counter[Gender]) -> Gender:
    return min(genders, key=lambda gender: (-genders[gender], gender))


def cluster_mentions(mentions: Sequence[Mention]) -> list[Cluster]:
    """One cluster for each actor, in the order in which they are first named."""
    by_surname = _full_persons(mentions)
    full = [one for namesakes in by_surname.values() for one in namesakes.values()]
    by_part: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in {id(one): one for one in full}.values():
        for part in {word.lower() for word in cluster.words[:-1]}:
            by_part[part].append(cluster)
    others: dict[str, Cluster] = {}
    towns = {m.words[0].lower() for m in mentions if m.placed} | countries()
    family = FamilyNames.of(mentions)
    for mention in mentions:
        owner = _owner(mention, by_surname, by_part, towns, family)
        if owner is None and mention.doubtful:
            continue
        if owner is None:
            several = bool(by_surname.get(surname_of(mention.words)))
            key, name, kind = _identity(mention, ambiguous=several)
            owner = others.setdefault(key, Cluster(name, kind))
            if mention.kind == "person" or (owner.kind == "organisation" and kind == "place"):
                owner.kind = kind
            if mention.acronym:
                others.setdefault(mention.acronym.lower(), owner)
        owner.add(mention)
    found = {id(cluster): cluster for cluster in (*full, *others.values()) if cluster.mentions}
    return sorted(found.values(), key=lambda cluster: cluster.mentions[0].span)


def _full_persons(mentions: Iterable[Mention]) -> dict[str, dict[str, Cluster]]:
    """The persons who are named in full, by surname and then by given name or initial."""
    by_surname: defaultdict[str, dict[str, Cluster]] = defaultdict(dict)
    nicknames: set[tuple[str, str]] = set()
    singles = {m.words[0].lower() for m in mentions if len(m.words) == 1}
    persons = {m.words[0].lower() for m in mentions if len(m.words) == 1 and m.kind == "person"}
    for mention in mentions:
        words = mention.words
        if len(words) < 2 or not _is_person(mention, singles, persons):
            continue
        namesakes = by_surname[surname_of(words)]
        first, called = _first(words), mention.nickname.lower()
        if first not in namesakes:
            known = namesakes.get(called) or _namesake(namesakes, first)
            namesakes[first] = known or Cluster(mention.name, "person", full=True)
        if called:
            namesakes.setdefault(called, namesakes[first])
            nicknames.add((surname_of(words), called))
        elif (surname_of(words), first) in nicknames:
            namesakes[first].name = mention.name  # by which the person goes
        namesakes[first].hear(mention)
    return by_surname


def _is_person(mention: Mention, singles: set[str], persons: set[str]) -> bool:
    """Whether a name is a person's: ``singles`` and ``persons`` are the words that stand alone, and
    those of them that are a person's.
    """
    if mention.kind is not None:
        return mention.kind == "person"
    words = mention.words
    if any(is_body(word.lower()) for word in words):
        return False
    if words[-1].isupper() and len(words[-1].rstrip(".")) > 1 and not mention.name.isupper():
        return False  # "Defend BP", "Lexus LC"
    last, first = words[-1].lower(), words[0].lower()
    alone = last in singles and not is_common(last)  # not "Rural Health", after "Health says"
    known = first in persons or is_given_name(first) or alone
    named = last not in demonyms() or is_given_name(first)  # not "grant Ado American citizenship"
    return len(words) <= 4 and known and named


def _first(words: tuple[str, ...]) -> str:
    """The given name or initial, in lower case and without its full stop."""
    return words[0].lower().rstrip(".")


def _namesake(namesakes: dict[str, Cluster], first: str) -> Cluster | None:
    """The person with this given name, or the first that it fits as initial or short form."""
    if first in namesakes:
        return namesakes[first]
    if len(first) == 1:
        return next((c for name, c in namesakes.items() if name.startswith(first)), None)
    short = (c for name, c in namesakes.items() if _is_short_form(*sorted((first, name), key=len)))
    return namesakes.get(first[:1]) or next(short, None)


def _is_short_form(short: str, long: str) -> bool:
    """Whether a given name is the start of another for the same gender: "Ken", "Kenneth"."""
    gender = given_name_gender(short)
    alike = gender != "unknown" and gender == given_name_gender(long)
    return alike and len(short) > 2 and long.startswith(short)


def _owner(
    mention: Mention,
    by_surname: dict[str, dict[str, Cluster]],
    by_part: dict[str, list[Cluster]],
    towns: set[str],
    family: FamilyNames,
) -> Cluster | None:
    """The fully named person that a mention means, or None."""
    words = mention.words
    namesakes = by_surname.get(surname_of(words), {})
    if len(words) > 1:
        return _namesake(namesakes, _first(words))
    table = mention.name.lower() in places() or mention.name.lower() in institutions()
    if table and mention.kind != "person" and (words[0].lower() in towns or not namesakes):
        # A surname that is also a place where things happen means the person only after a title.
        return None
    candidates = list({id(c): c for c in namesakes.values()}.values())[:_MOST_NAMESAKES]
    if candidates and mention.gender in ("female", "male"):
        candidates = _fitting(mention, candidates, two=surname_of(words) in family.couples)
        if not candidates:
            return None
    elif not mention.address:
        plain = [c for c in candidates if family.may_be_plain(c.words, c.gender())]
        candidates = plain or candidates
    if candidates:
        return _meant(mention, _owning(mention, candidates))
    named = by_part.get(words[0].lower(), [])
    return named[0] if len(named) == 1 and mention.kind != "organisation" else None


def _fitting(mention: Mention, candidates: list[Cluster], *, two: bool) -> list[Cluster]:
    """Those of one surname whom "Mr." or "Ms." may mean; ``two`` where the article has both.

    A title outweighs the given name of the only one with that surname: "Lee Lund", "Ms. Lund".
    """
    if len(candidates) == 1 and not two:
        heard = candidates[0].genders
        return [] if heard and _most(heard) != mention.gender else candidates
    fitting = [c for c in candidates if c.gender() in (mention.gender, "unknown")]
    known = [c for c in fitting if c.gender() == mention.gender]
    if len(candidates) == 1:
        return known
    addressed = [c for c in fitting if mention.address in c.addresses]
    return addressed or (known if len(known) == 1 else fitting)


def _owning(mention: Mention, candidates: list[Cluster]) -> list[Cluster]:
    """Those of one surname whom the "his" or "her" after the surname fits."""
    if mention.owner == "unknown":
        return candidates
    return [c for c in candidates if c.gender() in (mention.owner, "unknown")] or candidates


def _meant(mention: Mention, candidates: list[Cluster]) -> Cluster | None:
    """Who a surname alone means: the only one named in full in this paragraph, or the one that most
    of the article is about.

    None where more than one may be meant: giving words to the wrong member of a family is worse.
    """
    before = [c for c in candidates if c.mentions] or candidates[:1]
    if len(candidates) == 1:
        return candidates[0]
    own = [[m for m in c.mentions if not m.kin] for c in before]
    here = [
        c
        for c, named in zip(before, own, strict=True)
        if any(m.paragraph == mention.paragraph and len(m.words) > 1 for m in named)
    ]
    if len(here) == 1:
        return here[0]
    counts = [len(named) for named in own]
    most = max(counts)
    alone = most and sum(_MAIN * count > most for count in counts) == 1
    return before[counts.index(most)] if alone else None


def _identity(mention: Mention, *, ambiguous: bool) -> tuple[str, str, ActorKind]:
    """The key, name and kind of an actor that is not a fully named person.

    Where several people share its surname, it keeps its form of address: "Mr. Berg".
    """
    name = mention.name
    lower = name.lower()
    if mention.kind == "person" and ambiguous and mention.address:
        name = f"{mention.address} {name}"
        return name.lower(), name, "person"
    if mention.kind == "person":
        return lower, name, "person"
    if lower in places():
        return places()[lower].lower(), places()[lower], "place"
    if lower in institutions():
        return institutions()[lower].lower(), institutions()[lower], "organisation"
    personal = ambiguous or _looks_personal(mention)
    kind: ActorKind = mention.kind or ("person" if personal else "organisation")
    key = without_company_suffix(lower).replace("organisation", "organization")
    return key, name, kind


def _looks_personal(mention: Mention) -> bool:
    words = mention.words
    if len(words) == 1:
        return is_given_name(words[0].lower())
    if words[-1].isupper() and len(words[-1].rstrip(".")) > 1 and not mention.name.isupper():
        return False  # "Defend BP"
    first, last = words[0].lower(), words[-1].lower().rstrip(".")
    if all(is_common(word.lower().rstrip(".")) for word in words):
        return False  # "Associate Dean", "Rural Health"
    if not is_given_name(first) and (first in places() or last in demonyms() or is_common(last)):
        return False  # "Kabul Zoo", "Lund Foundation Fellow"
    return len(words) <= 3 and not any(
        word.lower() in entries("not_names") or (word.isupper() and len(word) > 2) for word in words
    )
