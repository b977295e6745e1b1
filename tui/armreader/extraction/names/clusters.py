"""Clusters: the mentions of one article gathered into the persons, bodies and places they name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from armreader.extraction.names.gazetteer import (
    given_name_gender,
    institutions,
    is_given_name,
    places,
)
from armreader.extraction.names.mentions import Mention
from armreader.records import ActorKind, Gender
from armreader.words import entries, mapping

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@dataclass(slots=True, eq=False, repr=False)
class Cluster:
    """The mentions that are taken for one actor; the first fully written one gives the name."""

    name: str
    kind: ActorKind
    mentions: list[Mention] = field(default_factory=list)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.name.split())

    def styled_name(self) -> str:
        """The name, with a title that the person is called by: "Pope Francis"."""
        for mention in self.mentions if self.kind == "person" else ():
            style = mapping("name_styles").get(mention.role.lower(), "")
            if style == "always" or (style == "repeated" and len(mention.words) == 1):
                return f"{mention.role} {self.name}"
        return self.name

    def gender(self) -> Gender:
        """What titles tell, then the given name; a body or place is neuter."""
        if self.kind != "person":
            return "neuter"
        told = Counter(m.gender for m in self.mentions if m.gender in ("female", "male"))
        if told:
            return min(told, key=lambda gender: (-told[gender], gender))
        words = self.words
        return given_name_gender(words[0].lower()) if len(words) > 1 else "unknown"


def cluster_mentions(mentions: Sequence[Mention]) -> list[Cluster]:
    """One cluster for each actor, in the order in which they are first named."""
    full = _full_persons(mentions)
    by_surname: defaultdict[str, list[Cluster]] = defaultdict(list)
    by_part: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in full:
        by_surname[_surname(cluster.words)].append(cluster)
        for part in {word.lower() for word in cluster.words[:-1]}:
            by_part[part].append(cluster)
    others: dict[str, Cluster] = {}
    for mention in mentions:
        owner = _owner(mention, by_surname, by_part)
        if owner is None:
            key, name, kind = _identity(mention)
            owner = others.setdefault(key, Cluster(name, kind))
            if mention.kind == "person" or (owner.kind == "organisation" and kind == "place"):
                owner.kind = kind
            if mention.acronym:
                others.setdefault(mention.acronym.lower(), owner)
        owner.mentions.append(mention)
    found = {id(cluster): cluster for cluster in (*full, *others.values()) if cluster.mentions}
    return sorted(found.values(), key=lambda cluster: cluster.mentions[0].span)


def _full_persons(mentions: Iterable[Mention]) -> list[Cluster]:
    """A cluster for each person who is named in full, given name and surname."""
    by_surname: defaultdict[str, dict[str, Cluster]] = defaultdict(dict)
    singles = {m.words[0].lower() for m in mentions if len(m.words) == 1}
    found: list[Cluster] = []
    for mention in mentions:
        words = mention.words
        if len(words) < 2 or not _is_person(mention, singles):
            continue
        namesakes = by_surname[_surname(words)]
        first = _first(words)
        if first not in namesakes:
            known = next(
                (c for c in namesakes.values() if _may_be_one(_first(c.words), first)), None
            )
            if known is None:
                known = Cluster(mention.name, "person")
                found.append(known)
            namesakes[first] = known
    return found


def _is_person(mention: Mention, singles: set[str]) -> bool:
    if mention.kind is not None:
        return mention.kind == "person"
    words = mention.words
    return len(words) <= 4 and (words[-1].lower() in singles or is_given_name(words[0].lower()))


def _first(words: tuple[str, ...]) -> str:
    """The given name or initial, in small letters and without its full stop."""
    return words[0].lower().rstrip(".")


def _may_be_one(first: str, other: str) -> bool:
    """Whether two given names are the same, or one is the initial of the other."""
    return first == other or (1 in (len(first), len(other)) and first[:1] == other[:1])


def _owner(
    mention: Mention,
    by_surname: dict[str, list[Cluster]],
    by_part: dict[str, list[Cluster]],
) -> Cluster | None:
    """The fully named person whom a mention means, or None."""
    words = mention.words
    candidates = by_surname.get(_surname(words), [])
    if len(words) > 1:
        first = _first(words)
        return next((c for c in candidates if _may_be_one(_first(c.words), first)), None)
    table = mention.name.lower() in places() or mention.name.lower() in institutions()
    if table and mention.kind != "person":
        # A place that is also a surname means the person only after a title.
        return None
    if len(candidates) > 1 and mention.gender != "unknown":
        fitting = [c for c in candidates if c.gender() in (mention.gender, "unknown")]
        candidates = fitting or candidates
    if candidates:
        before = [c for c in candidates if c.mentions]
        return max(before or candidates[:1], key=lambda c: len(c.mentions))
    named = by_part.get(words[0].lower(), [])
    return named[0] if len(named) == 1 and mention.kind != "organisation" else None


def _identity(mention: Mention) -> tuple[str, str, ActorKind]:
    """The key, name and kind of an actor that is no fully named person."""
    name = mention.name
    lower = name.lower()
    if mention.kind == "person":
        return lower, name, "person"
    if lower in places():
        return places()[lower].lower(), places()[lower], "place"
    if lower in institutions():
        return institutions()[lower].lower(), institutions()[lower], "organisation"
    kind: ActorKind = mention.kind or ("person" if _looks_personal(mention) else "organisation")
    return lower.replace("organisation", "organization"), name, kind


def _looks_personal(mention: Mention) -> bool:
    words = mention.words
    if len(words) == 1:
        return is_given_name(words[0].lower())
    return len(words) <= 3 and not any(
        word.lower() in entries("not_names") or (word.isupper() and len(word) > 2) for word in words
    )


def _surname(words: tuple[str, ...]) -> str:
    """The last word of a name that is no "Jr" or "III", in small letters."""
    for word in reversed(words):
        if word.lower().rstrip(".") not in _SUFFIXES:
            return word.lower()
    return words[-1].lower()
