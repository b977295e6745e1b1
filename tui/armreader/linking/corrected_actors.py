"""Actors as the user named them: renamed, or joined with the actor that has that name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armreader.linking.actors import MergedActors, with_speakers
from armreader.linking.corrected import GIVEN
from armreader.records import Actor, Correction


def correct_actors(merged: MergedActors, corrections: Sequence[Correction]) -> MergedActors:
    """The actors, with the names that the user gave them at certain places.

    If an actor already has the name, the two are joined, with every spelling; if not, it is
    renamed.
    """
    names = {one.subject: one.value for one in corrections if one.kind == "name"}
    if not names:
        return merged
    actors = {actor.id: actor for actor in merged.actors}
    places = {
        f"{spelling.article}@{spelling.span.start}": actor.id
        for actor in reversed(merged.actors)
        for spelling in actor.spellings
    }
    ids = {ident: ident for ident in actors}
    for place, name in names.items():
        ident = ids.get(places.get(place, ""), "")
        if not ident:
            continue
        called = name.casefold()
        known = next((one for one in actors.values() if one.name.casefold() == called), None)
        if known is None:
            actors[ident] = replace(actors[ident], name=name, reason=GIVEN)
        elif known.id != ident:
            actors[known.id] = _joined(known, actors.pop(ident))
            ids = {old: known.id if new == ident else new for old, new in ids.items()}
    return MergedActors(
        actors=tuple(actors.values()),
        annotated=tuple(with_speakers(one, ids) for one in merged.annotated),
        ids=tuple({local: ids[ident] for local, ident in own.items()} for own in merged.ids),
    )


def _joined(actor: Actor, other: Actor) -> Actor:
    """An actor with the spellings and roles of another added."""
    return replace(
        actor,
        spellings=actor.spellings + other.spellings,
        roles=tuple(dict.fromkeys(actor.roles + other.roles)),
        reason=GIVEN,
    )
