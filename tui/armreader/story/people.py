"""People: who speaks, how often, in which sources, and under which spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from armreader.records import Actor, ActorKind, Quote
from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier

PeopleOrder = Literal["quotes", "sources", "name"]
PEOPLE_ORDERS: tuple[PeopleOrder, ...] = ("quotes", "sources", "name")
PEOPLE_KINDS: tuple[ActorKind | None, ...] = (None, "person", "organisation", "place")
"""Which kinds of people can be listed; None for everybody."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """One actor and what the dossier has about it."""

    actor: str
    quotes: tuple[str, ...]
    """Ids of what it says, in the order of the dossier."""
    sources: tuple[str, ...]
    """Ids of the articles that have its words."""
    first: DateRange | None
    """When the earliest dated article with its words was published."""
    last: DateRange | None


def people(dossier: Dossier) -> tuple[Speaking, ...]:
    """The persons and bodies of a dossier, and the states that speak; those who say most come
    first. Offices and groups without a name of their own, such as "officials", are left out.
    """
    dated = {
        article.id: (article.publication.range.sort_key, article.publication.range)
        for article in dossier.articles
        if article.publication.range
    }
    said: dict[str, list[Quote]] = {}
    for quote in dossier.quotes:
        if quote.speaker and quote.speaker.actor:
            said.setdefault(quote.speaker.actor, []).append(quote)
    listed = [
        actor
        for actor in dossier.actors
        if actor.kind == "person"
        or (actor.id in said and actor.kind != "role" and any(c.isupper() for c in actor.name))
    ]
    rows = [_speaking(actor, said.get(actor.id, ()), dated) for actor in listed]
    return tuple(sorted(rows, key=lambda row: -len(row.quotes)))


def listed_people(
    dossier: Dossier, rows: Sequence[Speaking], kind: ActorKind | None, order: PeopleOrder
) -> tuple[Speaking, ...]:
    """The people of one kind, or all, by number of quotes or of sources, or by surname."""
    actors = dossier.actor_by_id
    kept = [row for row in rows if kind is None or actors[row.actor].kind == kind]
    if order == "name":
        kept.sort(key=lambda row: _by_surname(actors[row.actor]))
    elif order == "sources":
        kept.sort(key=lambda row: (-len(row.sources), -len(row.quotes)))
    else:
        kept.sort(key=lambda row: -len(row.quotes))
    return tuple(kept)


def _by_surname(actor: Actor) -> tuple[str, str]:
    name = actor.name.casefold()
    return (name.split()[-1] if actor.kind == "person" and name else name, name)


def spellings(actor: Actor) -> list[tuple[str, int]]:
    """Every spelling of an actor and how often it occurs, the most frequent first."""
    return Counter(spelling.text for spelling in actor.spellings).most_common()


def people_object(dossier: Dossier) -> list[dict[str, object]]:
    """The people for JSON."""
    return [
        {
            "id": row.actor,
            "name": dossier.actor_by_id[row.actor].name,
            "kind": dossier.actor_by_id[row.actor].kind,
            "roles": list(dossier.actor_by_id[row.actor].roles),
            "quotes": list(row.quotes),
            "sources": list(row.sources),
            "first": row.first.edtf if row.first else "",
            "last": row.last.edtf if row.last else "",
            "spellings": dict(spellings(dossier.actor_by_id[row.actor])),
        }
        for row in people(dossier)
    ]


def _speaking(
    actor: Actor,
    quotes: Sequence[Quote],
    dated: Mapping[str, tuple[tuple[int, int], DateRange]],
) -> Speaking:
    if not quotes:
        return Speaking(actor.id, (), (), None, None)
    sources = tuple(dict.fromkeys(quote.article for quote in quotes))
    published = [dated[source] for source in sources if source in dated]
    return Speaking(
        actor=actor.id,
        quotes=tuple(quote.id for quote in quotes),
        sources=sources,
        first=min(published, key=itemgetter(0))[1] if published else None,
        last=max(published, key=itemgetter(0))[1] if published else None,
    )


def named_words(actor: Actor) -> str:
    """How often an actor is named, and how where it is not always by the name above."""
    spelled = spellings(actor)
    times = sum(count for _, count in spelled)
    named = f"named {times} times" if times > 1 else "named once"
    if [text for text, _ in spelled] == [actor.name]:
        return named
    return f"{named}: " + ", ".join(f"{text} {count}" for text, count in spelled)
