"""Quotes of which the sentences before show that "he" or "she" is somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from armreader.records import Actor, Passage, Quote, Span
from armreader.records.reason import Reason


def reread(
    quotes: Sequence[Quote], actors: Sequence[Actor], meant: Mapping[Span, str]
) -> tuple[Quote, ...]:
    """The quotes, with the local ids of the actors whom pronouns of their speakers mean."""
    named = {one.id: [spelling.span for spelling in one.spellings] for one in actors}
    return tuple(_reread(one, named, meant) for one in quotes)


def _reread(one: Quote, named: Mapping[str, Sequence[Span]], meant: Mapping[Span, str]) -> Quote:
    speaker = one.speaker
    if speaker is None or (actor := meant.get(speaker.span)) is None:
        return one
    before = [span for span in named.get(actor, ()) if span.end <= speaker.span.start]
    places = (speaker.span, *before[-1:])
    reason = Reason("speaker-pronoun", tuple(Passage(one.article, *place) for place in places))
    return replace(one, speaker=replace(speaker, actor=actor, reason=reason))
