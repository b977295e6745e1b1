"""What is selected, in words: the line at the foot and the one at the head of the screen."""

from __future__ import annotations

from armreader.dates import DateRange
from armreader.dossier import Dossier, Selection
from armreader.records import Disagreement
from armreader.ui.shown_dates import full_date, publication_date, weekday_date
from armreader.ui.state import State


def dossier_words(state: State) -> str:
    """The dossier and what was found in it, with counts."""
    dossier = state.dossier
    if state.loading:
        return f"{dossier.name} · {state.loading}"
    counts = (
        _count(len(dossier.articles), "article"),
        _count(len(dossier.events), "event"),
        _count(len(dossier.quotes), "quote"),
    )
    return " · ".join((dossier.name, *counts))


def hits_words(state: State) -> str:
    """Where the reader is among the hits of the query: ``3/12``."""
    if state.found is None:
        return ""
    total = state.found.total
    if state.current in state.found.stops:
        return f"{state.found.stops.index(state.current) + 1}/{total}"
    return _count(total, "hit")


def selection_words(state: State) -> str:
    """The selection, which sources have it, and where they differ."""
    selection = state.selection
    if selection is None:
        return "Nothing selected"
    match selection.kind:
        case "event":
            parts = _event_words(state, selection)
        case "quote":
            parts = _quote_words(state, selection)
        case "actor":
            parts = _actor_words(state, selection)
        case "article":
            parts = _article_words(state.dossier, selection)
    stops = state.related.stops
    if selection.kind != "article" and state.current in stops and len(stops) > 1:
        parts.append(f"mention {stops.index(state.current) + 1} of {len(stops)}")
    parts += [_difference_words(one) for one in state.related.disagreements]
    return " · ".join(dict.fromkeys(parts))


def _event_words(state: State, selection: Selection) -> list[str]:
    dossier = state.dossier
    number = next(n for n, e in enumerate(dossier.events, 1) if e.id == selection.id)
    event = dossier.event_by_id[selection.id]
    return [
        f"event {number} of {len(dossier.events)}",
        full_date(event.range),
        _sources(state),
    ]


def _quote_words(state: State, selection: Selection) -> list[str]:
    dossier = state.dossier
    number = next(n for n, q in enumerate(dossier.quotes, 1) if q.id == selection.id)
    quote = dossier.quote_by_id[selection.id]
    actor = dossier.actor_by_id.get(quote.speaker.actor or "") if quote.speaker else None
    others = len(state.related.stops) - 1
    return [
        f"quote {number} of {len(dossier.quotes)}",
        *([actor.name] if actor else []),
        quote.kind,
        *([_count(others, "other wording")] if others else []),
    ]


def _actor_words(state: State, selection: Selection) -> list[str]:
    actor = state.dossier.actor_by_id[selection.id]
    spelled = sorted({spelling.text for spelling in actor.spellings} - {actor.name})
    said = sum(
        1 for quote in state.dossier.quotes if quote.speaker and quote.speaker.actor == actor.id
    )
    return [
        actor.name,
        *actor.roles[:1],
        _sources(state),
        f"{_count(said, 'quote')}",
        *([f"also {', '.join(spelled[:3])}"] if spelled else []),
    ]


def _article_words(dossier: Dossier, selection: Selection) -> list[str]:
    number = next(n for n, a in enumerate(dossier.articles, 1) if a.id == selection.id)
    article = dossier.article_by_id[selection.id]
    return [
        f"article {number} of {len(dossier.articles)}",
        f"{publication_date(article.publication)} ({article.publication.basis})",
        _count(len(dossier.events_by_article.get(article.id, ())), "event"),
        _count(len(dossier.quotes_by_article.get(article.id, ())), "quote"),
    ]


def _difference_words(difference: Disagreement) -> str:
    sides = " / ".join(dict.fromkeys(_side_words(side.says) for side in difference.sides))
    return f"sources differ on the {difference.kind} ({sides})"


def _side_words(says: str) -> str:
    range_ = DateRange.from_edtf(says)
    return weekday_date(range_) if range_ else says


def _sources(state: State) -> str:
    having, total = len(state.related.articles), len(state.dossier.articles)
    return f"{having} of {_count(total, 'source')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
