"""All of stage 3: from the annotations of many articles to the linked records of one dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from armreader.linking.actors import merge_actors
from armreader.linking.contested import answers_contested, contested_before, contested_claims
from armreader.linking.copies import mark_agency_copies, mark_copies
from armreader.linking.corrected import (
    correct_events,
    correct_sources,
    correct_wordings,
    named_speakers,
    with_date,
    with_speakers,
)
from armreader.linking.corrected_actors import correct_actors
from armreader.linking.corrected_ledger import correct_quantities, without_agreed
from armreader.linking.corrected_rows import (
    correct_rows,
    furniture_of,
    with_furniture,
    without_hidden_quotes,
)
from armreader.linking.disagreements import find_disagreements
from armreader.linking.events import link_events
from armreader.linking.events.telling import Tellings
from armreader.linking.main_events import Naming
from armreader.linking.mentions import Mentions
from armreader.linking.named import Named
from armreader.linking.opposed import opposed
from armreader.linking.opposed_sides import opposed_sides
from armreader.linking.publications import infer_publications
from armreader.linking.quantities import link_quantities
from armreader.linking.quantities.differences import differences
from armreader.linking.stories import group_stories
from armreader.linking.times import resolve_times
from armreader.linking.wordings import group_wordings
from armreader.records import (
    Annotations,
    Correction,
    CorrectionKind,
    Publication,
)
from armreader.records.collecting import no_collecting
from armreader.records.linked import Linked
from armreader.records.steps import reached

DRAFTED: frozenset[CorrectionKind] = frozenset(("date", "speaker", "name"))
"""Corrections that need relinking, because what is found depends on them."""


def link(annotated: Iterable[Annotations], corrections: Sequence[Correction] = ()) -> Linked:
    """Merge actors, date the articles, resolve their times, and join what reports one thing.

    The user's corrections are facts for every later step. Annotations that nothing else holds (see
    ``handed_over``) are freed as soon as they are linked.
    """
    return with_corrections(draft(annotated, corrections), corrections)


def handed_over(annotated: list[Annotations]) -> Iterator[Annotations]:
    """The annotations in their order, each forgotten by the list when it is taken."""
    annotated.reverse()
    while annotated:
        yield annotated.pop()


def draft(annotated: Iterable[Annotations], corrections: Sequence[Correction]) -> Linked:
    """What is linked before the user's corrections of events, wordings and sources are applied.

    This is slow, and is repeated only for other articles or for corrections in ``DRAFTED``. It
    reports its progress through ``records.steps``, in shares measured on a dossier of 48 reports.
    """
    with no_collecting():
        return _draft(annotated, corrections)


def with_corrections(linked: Linked, corrections: Sequence[Correction]) -> Linked:
    """The records with the user's corrections of events, wordings and sources, applied in order.

    Dates and speakers are corrected too, but what depends on them is not recomputed.
    """
    with no_collecting():
        articles = tuple(with_date(one, corrections) for one in linked.articles)
        articles = correct_sources(articles, corrections)
        furniture = furniture_of(articles, corrections)
        articles = with_furniture(articles, furniture)
        events = correct_events(linked.events, corrections)
        events = correct_rows(events, corrections, furniture)
        named, actors = named_speakers(linked.actors, corrections)
        quotes = with_speakers(linked.quotes, named)
        quotes, wordings = correct_wordings(quotes, linked.wordings, corrections)
        quotes, wordings = without_hidden_quotes(quotes, wordings, corrections, furniture)
        quantities = correct_quantities(linked.quantities, corrections)
        found = (
            *find_disagreements(articles, events, before=linked),
            *differences(quantities, articles),
            *contested_before(linked.disagreements),
        )
        return replace(
            linked,
            articles=articles,
            quotes=quotes,
            actors=actors,
            events=events,
            wordings=wordings,
            disagreements=without_agreed(found, corrections),
            quantities=quantities,
        )


def _draft(annotated: Iterable[Annotations], corrections: Sequence[Correction]) -> Linked:
    reached(0, 0.13)
    given = [
        replace(
            one,
            article=with_date(one.article, corrections),
            mentions=Mentions.of(one.article.id, one.mentions),
        )
        for one in annotated
    ]
    merged = correct_actors(merge_actors(mark_copies(given)), corrections)
    del given
    named, actors = named_speakers(merged.actors, corrections)
    spoken = [replace(one, quotes=with_speakers(one.quotes, named)) for one in merged.annotated]
    ids = {one.article.id: ids for one, ids in zip(spoken, merged.ids, strict=True)}
    reached(0.13, 0.23)
    stories = group_stories([one.article for one in spoken])
    dated = _dated(spoken, infer_publications(spoken, stories))
    naming = Naming(dated, actors, ids)
    dated = [replace(one, actors=()) for one in dated]
    del merged, spoken  # free what is not dated, and the actors of each article
    quotes, wordings = group_wordings(dated)
    tellings = Tellings(dated, stories)
    articles = mark_agency_copies([one.article for one in dated], stories)
    dated = [  # without what is in groups and tellings now
        replace(one, article=article, quotes=(), mentions=())
        for one, article in zip(dated, articles, strict=True)
    ]
    reached(0.23, 0.3)
    who = Named(dated, quotes, actors)
    quantities = link_quantities(dated, quotes, who)
    reached(0.3, 0.37)
    pairs = opposed(dated, quotes, who)
    contested = {one.article.id: one.contested for one in dated}
    others = [one for one in pairs if not answers_contested(one, contested)]
    del who
    dated = [replace(one, figures=(), assertions=()) for one in dated]
    reached(0.37, 0.72)
    events = link_events(tellings, dated, naming, ids, stories)
    del tellings, naming, ids, stories
    known = find_disagreements(articles, events)
    return Linked(
        articles=tuple(articles),
        sentences={one.article.id: one.sentences for one in dated},
        times=tuple(time for one in dated for time in one.times),
        quotes=quotes,
        actors=actors,
        events=events,
        wordings=wordings,
        disagreements=(
            *known,
            *differences(quantities, articles),
            *contested_claims(dated, events, pairs),
            *opposed_sides(others, articles, known),
        ),
        quantities=quantities,
    )


def _dated(
    annotated: Sequence[Annotations], publications: Mapping[str, Publication]
) -> list[Annotations]:
    """The articles with their publications, and their times as these resolve them."""
    return [
        replace(
            one,
            article=replace(one.article, publication=publications[one.article.id]),
            times=resolve_times(one, publications[one.article.id]),
        )
        for one in annotated
    ]
