"""The state after the dossier was linked again: the place, and the selections that still exist."""

from __future__ import annotations

from dataclasses import replace

from armreader.records.spans import Passage
from armreader.story.dossier import Dossier
from armreader.story.selection import Selection
from armreader.ui.session.state import State, Visit


def relinked(state: State, dossier: Dossier) -> State:
    """The state with another dossier of the same files, more files or fewer.

    An event that has another id now is found again by the mention that was gone to.
    """
    current = state.current if state.current and _fits(state.current, dossier) else None
    article = state.article
    if article not in dossier.article_by_id:
        article = dossier.articles[0].id if dossier.articles else ""
    selection = state.selection
    if selection and not has(dossier, selection):
        selection = _event_at(dossier, current) if selection.kind == "event" and current else None
    return replace(
        state,
        dossier=dossier,
        article=article,
        selection=selection,
        current=current,
        found=None,
        related_only=state.related_only and selection is not None,
        past=_still(state.past, dossier),
        future=_still(state.future, dossier),
    )


def has(dossier: Dossier, selection: Selection) -> bool:
    """Whether the dossier has the record that a selection names."""
    return (
        selection.id
        in {
            "article": dossier.article_by_id,
            "event": dossier.event_by_id,
            "quote": dossier.quote_by_id,
            "actor": dossier.actor_by_id,
        }[selection.kind]
    )


def _fits(at: Passage, dossier: Dossier) -> bool:
    article = dossier.article_by_id.get(at.article)
    return article is not None and at.end <= len(article.text)


def _event_at(dossier: Dossier, at: Passage) -> Selection | None:
    for event in dossier.events_by_article.get(at.article, ()):
        for mention in event.mentions:
            if (mention.article, *mention.trigger) == at:
                return Selection("event", event.id)
    return None


def _still(visits: tuple[Visit, ...], dossier: Dossier) -> tuple[Visit, ...]:
    return tuple(
        one
        for one in visits
        if one.article in dossier.article_by_id
        and (one.selection is None or has(dossier, one.selection))
    )
