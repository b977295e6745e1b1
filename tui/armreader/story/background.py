"""What a dossier says about the years before its reports: background, which is read last."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armreader.story.dossier import Dossier

_NEWS_DAYS = 90
"""Days before the first report that are not background, even if they are in the year before."""
_FEWEST = 3
"""The fewest events that are worth a row of their own."""


def background(dossier: Dossier) -> frozenset[str]:
    """The ids of the main events that ended in a year before that of the first report.

    Empty where they are most of the story, or what most sources report: then they are the story.
    """
    before = _story_begins(dossier)
    main = dossier.main_events
    if before is None or not main:
        return frozenset()
    earlier = [
        event for event in main
        if event.range and event.range.latest and event.range.latest < before
    ]  # fmt: skip
    most_sources = max(len(event.articles) for event in main)
    core = any(len(event.articles) == most_sources > 1 for event in earlier)
    if core or not _FEWEST <= len(earlier) <= len(main) // 2:
        return frozenset()
    return frozenset(event.id for event in earlier)


def _story_begins(dossier: Dossier) -> date | None:
    """The first day of the story: the year of the first report, or some months before it."""
    appeared = (article.publication.range for article in dossier.articles)
    days = [day for range_ in appeared if range_ and (day := range_.latest or range_.earliest)]
    if not days:
        return None
    first = min(days)
    return min(date(first.year, 1, 1), first - timedelta(days=_NEWS_DAYS))
