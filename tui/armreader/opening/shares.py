"""The shares of an indexing that a worker does: records in, packed records out.

They are pure and know no store and no folder, so they run in any process on any machine that has
the same version of the program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from armreader.records import Annotations, Article, Correction, Publication
from armreader.records.linked import Linked
from armreader.records.visible import visible_line
from armreader.store.dossiers import linked_records
from armreader.store.packing import pack, unpack, with_packed, without_packed
from armreader.store.versions import LINKING, program
from armreader.story.dossier import Dossier

_LONGEST_LABEL = 200
_MONTH = timedelta(days=31)


class Annotated(NamedTuple):
    """What is kept of one article, packed; or only why there is nothing."""

    article: bytes
    annotations: bytes
    profile: bytes
    failed: str = ""
    faults: tuple[str, ...] = ()
    """What of it could not be found."""


class Telling(NamedTuple):
    """One story to be linked: its articles with what was found in each, both packed."""

    story: str
    reports: tuple[tuple[bytes, bytes], ...]
    corrections: tuple[Correction, ...]


class LinkedStory(NamedTuple):
    """A story that was linked, packed, and what a list of stories shows of it."""

    linked: bytes
    label: str
    earliest: str
    latest: str
    sources: int
    events: int


class OtherVersion(Exception):
    """A worker has another version of the program."""


def annotate_share(share: tuple[bytes, Sequence[Article]]) -> list[Annotated]:
    """The annotations of each article; the version is the caller's ``program(LINKING)``."""
    version, articles = share
    if version != program(LINKING):
        raise OtherVersion("a worker has another version of armreader")
    return [_annotated(article) for article in articles]


def _annotated(article: Article) -> Annotated:
    # Where nothing is to be annotated or linked, neither is imported.
    from armreader.extraction.annotate import annotate
    from armreader.linking.profiles import profile_of

    placeless = replace(article, file="")
    try:
        found = annotate(placeless)
        profile = profile_of(placeless)
    except Exception as error:  # one report must not end the indexing of all others
        return Annotated(b"", b"", b"", f"{type(error).__name__}: {error}")
    without_text = with_packed(replace(found, article=replace(placeless, text="")))
    return Annotated(pack(placeless), pack(without_text), pack(profile), faults=found.faults)


def link_share(telling: Telling) -> LinkedStory:
    """A story from the annotations of its articles and nothing else."""
    from armreader.linking.link import link

    annotated: list[Annotations] = []
    for article, found in telling.reports:
        annotated.append(replace(without_packed(unpack(found)), article=unpack(article)))
    linked = link(annotated, telling.corrections)
    return LinkedStory(pack(linked_records(linked)), *shown_of(linked))


def shown_of(linked: Linked | Dossier) -> tuple[str, str, str, int, int]:
    """The label, the earliest and latest day, and how many sources and events a story has."""
    days = [window for one in linked.articles if (window := window_of(one.publication))]
    earliest = min((first.isoformat() for first, _ in days), default="")
    latest = max((last.isoformat() for _, last in days), default="")
    sources = len({one.source or one.id for one in linked.articles if not one.repeats})
    events = sum(one.prominent for one in linked.events)
    return _label(linked), earliest, latest, sources, events


def window_of(publication: Publication) -> tuple[date, date] | None:
    """When an article was published, where that is known to the month or better."""
    days = publication.range
    if days is None or days.earliest is None or days.latest is None:
        return None
    return (days.earliest, days.latest) if days.latest - days.earliest <= _MONTH else None


def _label(linked: Linked | Dossier) -> str:
    """The headline of the article that shares most events with others; of two the first's."""
    shared: Counter[str] = Counter()
    for event in linked.events:
        for article in event.articles:
            shared[article] += len(event.articles) - 1
    best = max(linked.articles, key=lambda one: (shared[one.id], bool(one.title)))
    line = best.title or next((one for one in best.text.splitlines() if one.strip()), "")
    return visible_line(line).strip()[:_LONGEST_LABEL]
