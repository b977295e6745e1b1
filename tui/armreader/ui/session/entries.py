"""Entries: the bookmarks of a notebook, each with what became of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from armreader.notes.bookmark import Bookmark
from armreader.notes.facts import Change, changes
from armreader.notes.kept import event_of, quote_of
from armreader.notes.verify import Status, Verdict, verify
from armreader.records import Correction
from armreader.records.spans import Passage, Span
from armreader.story.dossier import Dossier

Fate = Literal[Status, "missing"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark and what became of it."""

    bookmark: Bookmark
    fate: Fate
    """The verdict on its words; ``missing``: kept here, but no longer in the file."""
    at: Passage | None
    """Where the words are now."""
    keeps: str = ""
    """The id of the event or quote of the dossier that it keeps."""
    changes: tuple[Change, ...] = ()
    """What has changed since it was kept."""
    close_to: Passage | None = None
    """If its words are lost, where another source has the same or similar ones."""


class Judge:
    """Finds what became of bookmarks in a dossier; once for each, while it is unchanged."""

    def __init__(self, dossier: Dossier, corrections: Sequence[Correction]) -> None:
        self._dossier = dossier
        self._corrections = corrections
        self._verdicts: dict[str, Verdict] = {}

    def entries(self, bookmarks: Sequence[Bookmark], *, missing: bool = False) -> list[Entry]:
        """The entries of bookmarks; ``missing``: of those that the file has no longer.

        While no article has been read, nothing is known against any of them.
        """
        if not self._dossier.articles:
            return [Entry(one, "missing" if missing else "holds", None) for one in bookmarks]
        new = [one for one in bookmarks if not self._is_judged(one)]
        self._verdicts.update(
            (verdict.bookmark.id, verdict) for verdict in verify(new, self._dossier)
        )
        return [self._entry(one, missing=missing) for one in bookmarks]

    def keeps(self, bookmark: Bookmark) -> str:
        """The id of the event that a bookmark just made is of; empty for none."""
        place = place_of(bookmark)
        verdict = Verdict(bookmark, "holds", place.article, Span(place.start, place.end))
        event = event_of(verdict, self._dossier)
        return event.id if event else ""

    def _entry(self, bookmark: Bookmark, *, missing: bool) -> Entry:
        verdict = replace(self._verdicts[bookmark.id], bookmark=bookmark)
        at = Passage(verdict.article, *verdict.span) if verdict.article and verdict.span else None
        kept = event_of(verdict, self._dossier) or quote_of(verdict, self._dossier)
        return Entry(
            bookmark,
            "missing" if missing else verdict.status,
            at,
            kept.id if kept else "",
            changes(verdict, self._dossier, self._corrections),
            verdict.close_to,
        )

    def _is_judged(self, bookmark: Bookmark) -> bool:
        known = self._verdicts.get(bookmark.id)
        return known is not None and (known.bookmark.selector, known.bookmark.origin) == (
            bookmark.selector,
            bookmark.origin,
        )


def place_of(bookmark: Bookmark) -> Passage:
    """Where its words stood when they were kept."""
    selector = bookmark.selector
    return Passage(bookmark.origin.article, selector.start, selector.end)
