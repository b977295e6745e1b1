"""The state of the reader in one value, and the steps from one to the next; imports no textual."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, get_args

from armreader.records.spans import Passage, Span
from armreader.story.dossier import Dossier
from armreader.story.listed_events import MAIN_EVENTS, Listing
from armreader.story.selection import Related, Selection, SelectionKind
from armreader.story.shown_dates import Unit
from armreader.ui.session.articles import ArticleOrder
from armreader.ui.session.hits import ListedHit
from armreader.ui.session.room import Layout, Room

Pane = Literal["articles", "text", "timeline", "quotes"]
Grouping = Literal["published", "said", "speaker"]
"""How the quotes are listed: as they appeared, by the day they were said, or by speaker."""

GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)
PANES: tuple[Pane, ...] = ("articles", "text", "timeline", "quotes")
"""In the order of the screen and of their digits."""

Lit = Callable[..., tuple[Span, ...]]
"""From a text, and perhaps the start and end of a stretch of it, to the spans to light."""

_HISTORY = 200


class Visit(NamedTuple):
    """A step of back and forward: what was selected, and which article was open."""

    selection: Selection | None
    article: str


def _unlit(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    return ()


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a query found: the rows that stay in the lists, and its places in the texts."""

    query: str
    articles: frozenset[str] | None = None
    """The ids of the articles that match; None where the query asks for nothing yet."""
    events: frozenset[str] | None = None
    quotes: frozenset[str] | None = None
    firsts: tuple[tuple[str, str], ...] = ()
    """The id of the best record of each kind."""
    stops: tuple[Passage, ...] = ()
    """Every place in a text, article by article by the day."""
    hits: tuple[ListedHit, ...] = ()
    """What was found as a list, by facets."""
    best: Passage | None = None
    lit: Lit = _unlit
    """The letters to light in any text, or in a stretch of it."""
    hint: str = ""
    """What was wrong with the query, for the reader."""
    waiting: str = ""
    """The query where there was no index for it yet."""

    @property
    def total(self) -> int:
        """How many places were found in the texts."""
        return len(self.stops)

    def first(self, kind: SelectionKind) -> Selection | None:
        """The best record of a kind."""
        return next((Selection(kind, id_) for one, id_ in self.firsts if one == kind), None)


def not_yet(query: str) -> Found:
    """The result while nothing can be found yet."""
    return Found(query, hint="the index is still being built", waiting=query)


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the screen shows is drawn from this."""

    dossier: Dossier
    article: str = ""
    """The id of the article that is open; empty before there is one."""
    selection: Selection | None = None
    pane: Pane = "timeline"
    beside: Pane = "timeline"
    """The list that has the room: the one last moved in."""
    opened: str = ""
    """The id of the event or quote whose row shows every source's own words."""
    found: Found | None = None
    current: Passage | None = None
    """The mention or hit that was last gone to."""
    grouping: Grouping = "published"
    order: ArticleOrder = "day"
    read: frozenset[str] = frozenset()
    """The ids of the articles that have been read in."""
    known: frozenset[str] | None = None
    """The ids of the articles that were there at the last visit; None while that is not known."""
    unit: Unit = "year"
    """What the timeline groups its events by."""
    listing: Listing = MAIN_EVENTS
    """Which events are listed while no query asks for others."""
    unfolded: bool = False
    """Whether the timeline lists the years before the reports one by one."""
    layout: Layout = "beside"
    rooms: Mapping[Layout, Room] = field(default_factory=dict)
    """How much room the user gave the panes, by layout."""
    related_only: bool = False
    bookmarked: frozenset[str] = frozenset()
    """The ids of the quotes in the notes."""
    kept: frozenset[Passage] = frozenset()
    """Where bookmarked words are, of quotes and others."""
    kept_rows: int = 0
    """How many rows the user's own chronology has."""
    stretch: Passage | None = None
    """What is being selected in the text by words and sentences."""
    notice: str = ""
    """A message shown once, at the foot, until the next key."""
    loading: str = ""
    """What is being read, with counts; empty when everything is there."""
    relinking: str = ""
    """How far reading and linking again are, while the last version is shown; else empty."""
    past: tuple[Visit, ...] = ()
    future: tuple[Visit, ...] = ()
    moved_in: Pane | None = None
    """The list whose cursor made the selection, while it keeps moving."""

    @property
    def room(self) -> Room:
        """What has how much room in the present layout."""
        return self.rooms.get(self.layout, Room())

    @property
    def full(self) -> bool:
        """Whether the list in focus has the room of the text as well."""
        return self.room.alone or self.room.widened

    @property
    def new(self) -> frozenset[str]:
        """The ids of the articles that have come since the last visit."""
        there = self.dossier.article_by_id.keys()
        return frozenset() if self.known is None else frozenset(there - self.known)

    @property
    def related(self) -> Related:
        return self.dossier.related(self.selection)

    @property
    def stops(self) -> tuple[Passage, ...]:
        """Where n and N go: the hits of a query, else the mentions of the selection."""
        return self.found.stops if self.found and self.found.stops else self.related.stops

    @property
    def context(self) -> frozenset[str]:
        """What commands may need (see ``commands.Need``)."""
        return frozenset(
            word
            for word, holds in (
                ("list", self.pane != "text"),
                ("quotes", self.pane == "quotes"),
                ("selection", self.selection is not None),
                ("query", self.found is not None),
            )
            if holds
        )


def select(state: State, selection: Selection | None, moved_in: Pane | None = None) -> State:
    """Select something; successive moves of one list's cursor are one step of the history."""
    if selection == state.selection:
        return replace(state, moved_in=moved_in)
    past = state.past
    if state.selection is not None and not (moved_in and moved_in == state.moved_in):
        past = (*past, Visit(state.selection, state.article))[-_HISTORY:]
    after = replace(
        state, selection=selection, past=past, future=(), moved_in=moved_in, current=None,
        related_only=state.related_only and selection is not None,
        unfolded=state.unfolded or _is_folded(state, selection),
    )  # fmt: skip
    return open_where_mentioned(after, near=state.current)


def _is_folded(state: State, selection: Selection | None) -> bool:
    """Whether it is an event of the years that the timeline folds into one row."""
    if selection is None or selection.kind != "event":
        return False
    return selection.id in state.dossier.background


def open_where_mentioned(state: State, near: Passage | None = None) -> State:
    """Open an article that has the selection; the open one, if it has.

    ``near``: where the reader was; of several mentions in the open article the nearest is gone to,
    so that the text keeps still where it can.
    """
    selection = state.selection
    if selection is None:
        return state
    if selection.kind == "article":
        return replace(state, article=selection.id)
    stops = state.related.stops
    if selection.kind == "quote":
        quote = state.dossier.quote_by_id.get(selection.id)
        if quote is None:
            return state
        return replace(state, article=quote.article, current=Passage(quote.article, *quote.span))
    here = [stop for stop in stops if stop.article == state.article]
    if near and near.article == state.article:
        here.sort(key=lambda stop: abs(stop.start - near.start))
    stop = next(iter(here or stops), None)
    return replace(state, article=stop.article, current=stop) if stop else state


def can_open(dossier: Dossier, selection: Selection) -> bool:
    """Whether there is more to show of something in its row: every source's own words."""
    if selection.kind == "quote":
        quote = dossier.quote_by_id.get(selection.id)
        return bool(quote and quote.wording_group)
    return selection.kind == "event"


def compared_here(state: State) -> str:
    """The id of what other sources may have too: what is selected, else reported at the place read.

    It is an event, or a quote with other wordings; for a quote without any it is the event around
    it that most sources have. Empty for none.
    """
    dossier, chosen, at = state.dossier, state.selection, state.current
    if chosen and chosen.kind == "event":
        return chosen.id
    quote = dossier.quote_by_id.get(quote_here(state))
    if quote and quote.wording_group:
        return quote.id
    if quote:
        around = dossier.related(Selection("quote", quote.id)).events
        events = [event for event in dossier.events if event.id in around]
    else:
        events = [
            event
            for event in (dossier.events_by_article.get(at.article, ()) if at else ())
            for mention in event.mentions
            if at and mention.article == at.article and _overlap(mention.span, at)
        ]
    return max(events, key=lambda event: len(event.articles)).id if events else ""


def _overlap(span: Span, at: Passage) -> bool:
    return span.start < at.end and at.start < span.end


def quote_here(state: State) -> str:
    """The id of the selected quote, else of one at the current mention; empty for none."""
    if state.selection and state.selection.kind == "quote":
        return state.selection.id
    at = state.current
    for quote in state.dossier.quotes_by_article.get(at.article, ()) if at else ():
        if at and _overlap(quote.span, at):
            return quote.id
    return ""
