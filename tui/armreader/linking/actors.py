"""Actors across articles: one record with all its spellings, and its id wherever it is
mentioned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from armreader.linking.same_actor import commonest, folded, group_actors, is_named
from armreader.records import Actor, Annotations, Gender, Quote, Span, Spelling
from armreader.records.ids import content_id


@dataclass(frozen=True, slots=True)
class MergedActors:
    """The actors of the dossier, and the annotations with its ids for the speakers of quotes."""

    actors: tuple[Actor, ...]
    annotated: tuple[Annotations, ...]
    ids: tuple[Mapping[str, str], ...]
    """For each article, the dossier's ids for its local ids, which its mentions still have."""


def merge_actors(annotated: Sequence[Annotations]) -> MergedActors:
    """Join the local actors of all articles that are one person, organisation, place or role."""
    owned = [(number, actor) for number, one in enumerate(annotated) for actor in one.actors]
    groups = group_actors(owned)
    members: dict[int, list[Actor]] = {}
    for (_, actor), group in zip(owned, groups, strict=True):
        members.setdefault(group, []).append(actor)
    merged = {group: _merge(actors) for group, actors in members.items()}
    ids: list[dict[str, str]] = [{} for _ in annotated]
    for (number, actor), group in zip(owned, groups, strict=True):
        ids[number][actor.id] = merged[group].id
    return MergedActors(
        actors=tuple(merged.values()),
        annotated=tuple(with_speakers(one, ids[k]) for k, one in enumerate(annotated)),
        ids=tuple(ids),
    )


def _merge(actors: Sequence[Actor]) -> Actor:
    """One actor made of several: the commonest name, every spelling and every role."""
    persons = [actor for actor in actors if actor.kind == "person"]
    names: Counter[str] = Counter()
    for actor in persons or actors:
        names[actor.name] += len(actor.spellings)
    # A person is called by the full name, however often the surname stands alone.
    full = Counter({name: count for name, count in names.items() if " " in folded(name)})
    name = commonest(full or names)
    called = next(actor for actor in persons or actors if actor.name == name)
    spellings = tuple(spelling for actor in actors for spelling in actor.spellings)
    if called.kind == "organisation":
        name = _acronym(name, spellings) or name
    scope = () if is_named(called) else (called.spellings[0].article,)
    return Actor(
        id=content_id("p", called.kind, name, *scope),
        name=name,
        kind=called.kind,
        spellings=_with_surnames(spellings) if persons else spellings,
        gender=_gender(persons or actors),
        roles=tuple(dict.fromkeys(role for actor in actors for role in actor.roles)),
    )


def _acronym(name: str, spellings: Sequence[Spelling]) -> str:
    """The short form of a body in capitals, if it is commoner than all other forms together."""
    forms = Counter(spelling.text for spelling in spellings)
    short = Counter(
        {
            text: count
            for text, count in forms.items()
            if text.isupper() and " " not in text and folded(text) != folded(name)
        }
    )
    acronym = commonest(short) if short else ""
    return acronym if 2 * short[acronym] > forms.total() else ""


def _with_surnames(spellings: Sequence[Spelling]) -> tuple[Spelling, ...]:
    """The spellings, with each surname that occurs only in a full name, at its first place."""
    seen = {spelling.text for spelling in spellings}
    found = list(spellings)
    for spelling in spellings:
        _, blank, surname = spelling.text.rpartition(" ")
        if blank and surname not in seen and surname[:1].isupper():
            seen.add(surname)
            span = Span(spelling.span.end - len(surname), spelling.span.end)
            found.append(Spelling(surname, spelling.article, span))
    return tuple(found)


def _gender(actors: Sequence[Actor]) -> Gender:
    counts: Counter[Gender] = Counter(a.gender for a in actors if a.gender != "unknown")
    return min(counts, key=lambda gender: (-counts[gender], gender)) if counts else "unknown"


def with_speakers(one: Annotations, ids: Mapping[str, str]) -> Annotations:
    """The annotations of an article with other ids for the speakers of its quotes."""
    return replace(one, quotes=tuple(_quote(quote, ids) for quote in one.quotes))


def _quote(quote: Quote, ids: Mapping[str, str]) -> Quote:
    """A copy in any case: the memory of many quotes can be used again only if all of them go."""
    speaker = quote.speaker
    if speaker is None or speaker.actor is None:
        return replace(quote)
    return replace(quote, speaker=replace(speaker, actor=ids.get(speaker.actor, speaker.actor)))
