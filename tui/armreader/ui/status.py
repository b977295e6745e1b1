"""What is selected, in words: the line at the foot and the one at the head of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armreader.story.dossier import Dossier
from armreader.story.listed_events import shared_status
from armreader.story.selection import Selection
from armreader.story.shown_dates import full_date, publication_date, shown_value, weekday_date
from armreader.story.sources import difference_words, independent_words, source_name
from armreader.ui.lines.wrap import counted, cut
from armreader.ui.session.state import State

if TYPE_CHECKING:
    from armreader.records import Disagreement

_LEAST_CALLED = 24
"""The fewest letters of a label that say which event it is."""


def new_words(state: State) -> str:
    """What has come since the last visit, counted: the articles, and the main events that only
    they report."""
    new = state.new
    events = sum(new.issuperset(event.articles) for event in state.dossier.main_events)
    counts = (counted(len(new), "new article"), *([counted(events, "new event")] if events else []))
    return ", ".join(counts)


def hits_words(state: State) -> str:
    """Where the reader is among the hits of the query: ``3/12``."""
    if state.found is None:
        return ""
    total = state.found.total
    if state.current in state.found.stops:
        return f"{state.found.stops.index(state.current) + 1}/{total}"
    return counted(total, "hit")


def selection_words(state: State, width: int) -> str:
    """The selection, which sources have it, and where they differ, in at most ``width`` letters.

    What an event is called is said where its row does not have the keys. Where there is no room
    for all, what can be seen elsewhere on the screen is left out.
    """
    selection = state.selection
    if selection is None:
        return "Nothing selected: j and k move, Tab goes to the next pane"
    called = when = ""
    match selection.kind:
        case "event":
            event = state.dossier.event_by_id[selection.id]
            if state.pane != "timeline":  # whose row says it, right above
                called, when = event.label, full_date(event.range)
            parts = _event_words(state, selection)
        case "quote":
            parts = _quote_words(state, selection)
        case "actor":
            parts = _actor_words(state, selection)
        case "article":
            # The whole title is in its row, or at the head of the text.
            called = cut(source_name(state.dossier.article_by_id[selection.id]), _LEAST_CALLED)
            parts = _article_words(state.dossier, selection)
    stops = state.related.stops
    if selection.kind != "article" and state.current in stops:
        which = f"mention {stops.index(state.current) + 1} of {len(stops)}"
        if len(stops) > 1:
            parts.append((2, which))
        elif selection.kind == "event":
            parts.append((_SAME_WORDS, which))
    about = _about(state.dossier, selection)
    differ = dict.fromkeys(
        _difference_words(found, about or found.about) for found in state.related.disagreements
    )
    parts += [(3 if selection.kind == "article" else 1, words) for words in differ]
    return _fitting(parts, called, when, width)


def _fitting(parts: Weighed, called: str, when: str, width: int) -> str:
    """As many of the parts as there is room for, behind what it is called and when, if anything."""
    name = ", ".join(filter(None, (called, when)))
    for most in (_SAME_WORDS, 3, 2, 1):
        line = " · ".join(words for weight, words in parts if weight <= most)
        if most == _SAME_WORDS and len(line) > width * 3 // 5:
            continue
        room = width - len(line) - len(" · ")
        if called and len(name) <= room:
            return f"{name} · {line}"
        if called and most < 3 and room >= min(len(called), _LEAST_CALLED):
            return f"{cut(called, room)} · {line}"
        if not called and len(line) <= width:
            break
    return line


Weighed = list[tuple[int, str]]
"""What to say, each with 1 where it must be said, up to 3 where it need not."""
_SAME_WORDS = 4
"""What is said only so that the words stay the same from row to row and numbers change, where that
takes no room from the keys."""


def _event_words(state: State, selection: Selection) -> Weighed:
    dossier = state.dossier
    event = dossier.event_by_id[selection.id]
    return [
        *([(1, words)] if (words := shared_status(event)) else []),
        (1, _sources(state)),
        *([(1, words)] if (words := independent_words(dossier, event)) else []),
    ]


def _quote_words(state: State, selection: Selection) -> Weighed:
    dossier = state.dossier
    quote = dossier.quote_by_id[selection.id]
    actor = dossier.actor_by_id.get(quote.speaker.actor or "") if quote.speaker else None
    others = len(state.related.stops) - 1
    said = dossier.said(quote)
    publication = dossier.article_by_id[quote.article].publication
    # At the head of the group, and of the text.
    in_sight = state.pane == "quotes" and state.grouping == "published" and not state.full
    return [
        (1, actor.name if actor else "unattributed"),
        *([(2, f"said {full_date(said.range)}")] if said else []),
        *([] if in_sight else [(2, f"published {publication_date(publication)}")]),
        (3, quote.kind),
        *([(1, counted(others, "other wording"))] if others else []),
    ]


def _actor_words(state: State, selection: Selection) -> Weighed:
    actor = state.dossier.actor_by_id[selection.id]
    spelled = sorted({spelling.text for spelling in actor.spellings} - {actor.name})
    said = sum(
        1 for quote in state.dossier.quotes if quote.speaker and quote.speaker.actor == actor.id
    )
    return [
        (1, actor.name),
        *((3, role) for role in actor.roles[:1]),
        (1, _sources(state)),
        (2, counted(said, "quote")),
        *([(3, f"also {', '.join(spelled[:3])}")] if spelled else []),
    ]


def _article_words(dossier: Dossier, selection: Selection) -> Weighed:
    article = dossier.article_by_id[selection.id]
    return [
        (1, f"{full_date(article.publication.range)} ({article.publication.basis})"),
        (3, counted(len(dossier.events_by_article.get(article.id, ())), "event")),
        (3, counted(len(dossier.quotes_by_article.get(article.id, ())), "quote")),
    ]


def _about(dossier: Dossier, selection: Selection) -> str:
    """The id of the event or utterance that is selected; empty for none."""
    if selection.kind == "event":
        return selection.id
    quote = dossier.quote_by_id.get(selection.id)
    return (quote.wording_group or "") if quote else ""


def _difference_words(difference: Disagreement, about: str) -> str:
    values = tuple(dict.fromkeys(side.value for side in difference.sides))
    ranges = [value for value in values if not isinstance(value, str)]
    if len(ranges) == len(values):
        shown = [weekday_date(range_) for range_ in sorted(ranges, key=lambda one: one.sort_key)]
        month = shown[-1].rsplit(" ", 1)[-1]
        shown = [one.removesuffix(f" {month}") for one in shown[:-1]] + shown[-1:]
    else:
        shown = list(map(shown_value, values))
    return f"sources differ {difference_words(difference, about)} ({' / '.join(shown)})"


def _sources(state: State) -> str:
    having, total = len(state.related.articles), len(state.dossier.articles)
    return f"{having} of {counted(total, 'source')}"
