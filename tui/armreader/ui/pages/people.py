"""People: who speaks, how often, in which sources, when first and last, in which spellings."""

from __future__ import annotations

from dataclasses import replace

from armreader.records import ActorKind
from armreader.story.dossier import Dossier
from armreader.story.people import (
    PEOPLE_KINDS,
    PEOPLE_ORDERS,
    PeopleOrder,
    Speaking,
    listed_people,
    named_words,
    people,
)
from armreader.story.selection import Selection
from armreader.story.shown_dates import full_date
from armreader.story.sources import source_name
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import as_many, cut
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.pages.page import Page, move_cursor
from armreader.ui.session.state import State, quote_here, select

_MOST_DOTS, _FEW_DOTS, _ROOM_FOR_DOTS = 20, 8, 100
"""If there are more sources, they are counted instead; fewer where a row has fewer cells."""
_WHEN_CELLS, _ROOM_FOR_DAYS = 30, 76
"""Cells of the days of the first and the last words, and of a row from which they are shown."""

_KIND_WORDS: dict[ActorKind | None, str] = {
    None: "", "person": "persons ", "organisation": "organisations ", "place": "places ",
}  # fmt: skip
_ORDER_WORDS: dict[PeopleOrder, str] = {
    "quotes": "by number of quotes", "sources": "by number of sources", "name": "by name",
}  # fmt: skip


class PeoplePage(Page, RowList[str]):
    """Two lines for each person, those who say most first; what they said is one key away."""

    NAME = "people"
    HINTS = (("group-quotes", "sort"), ("group-events", "kind"), ("open", "what they say"))
    ROW_HEIGHT = 2

    def __init__(self) -> None:
        super().__init__("People", 0)
        self.active = True
        self.order: PeopleOrder = "quotes"
        self.kind: ActorKind | None = None
        self._dossier: Dossier | None = None
        self._speaking: dict[str, Speaking] = {}

    def open(self, state: State) -> str:
        if state.dossier is not self._dossier:
            self._dossier = state.dossier
            self._speaking = {one.actor: one for one in people(state.dossier)}
            self._take_rows()
        if not self._speaking:
            return "Nobody speaks or is named here."
        chosen = state.selection
        quote = state.dossier.quote_by_id.get(quote_here(state))
        if chosen and chosen.kind == "actor":
            self.point_to(chosen.id)
        elif quote and quote.speaker and quote.speaker.actor:
            self.point_to(quote.speaker.actor)
        self.redraw()
        return ""

    def do(self, command: str, count: int) -> bool:
        match command:
            case "group-quotes":
                self.order = PEOPLE_ORDERS[
                    (PEOPLE_ORDERS.index(self.order) + 1) % len(PEOPLE_ORDERS)
                ]
            case "group-events":
                self._next_kind()
            case _:
                return move_cursor(self, command, count)
        self._take_rows()
        self.redraw()
        return True

    def _next_kind(self) -> None:
        """List the next kind that has anybody."""
        at = PEOPLE_KINDS.index(self.kind)
        for kind in (*PEOPLE_KINDS[at + 1 :], *PEOPLE_KINDS[: at + 1]):
            if self._listed(kind):
                self.kind = kind
                return

    def _listed(self, kind: ActorKind | None) -> tuple[Speaking, ...]:
        if self._dossier is None:
            return ()
        return listed_people(self._dossier, tuple(self._speaking.values()), kind, self.order)

    def _take_rows(self) -> None:
        """Take the rows of the kind and order chosen, the cursor where it was if it can be."""
        here = self.key
        if not self._listed(self.kind):
            self.kind = None
        rows = self._listed(self.kind)
        self.label = f"People: {_KIND_WORDS[self.kind]}{_ORDER_WORDS[self.order]}"
        self.set_rows([Row(one.actor) for one in rows])
        if here is not None and any(one.actor == here for one in rows):
            self.point_to(here)

    def enter(self, state: State) -> State | None:
        """Go to what the person says, by day; if they say nothing, to where they are named."""
        speaking = self._speaking.get(self.key or "")
        if speaking is None:
            return None
        chosen = select(state, Selection("actor", speaking.actor))
        if not speaking.quotes:
            return replace(chosen, pane="text")
        return replace(chosen, pane="quotes", grouping="said", related_only=True, found=None)

    def foot_words(self, width: int) -> str:
        speaking = self._speaking.get(self.key or "")
        if speaking is None or self._dossier is None:
            return ""
        articles = self._dossier.article_by_id
        if not speaking.sources:
            return ""
        count = f"In {len(speaking.sources)} of {len(articles)} sources"
        names = tuple(dict.fromkeys(source_name(articles[one]) for one in speaking.sources))
        named = as_many(names, width - len(count) - 2)
        return f"{count}: {named}" if named else count

    def draw_row(self, row: Row[str], width: int) -> list[list[Part]]:
        speaking, dossier = self._speaking.get(row.key or ""), self._dossier
        if speaking is None or dossier is None:
            return [[], []]
        actor = dossier.actor_by_id[speaking.actor]
        said = len(speaking.quotes)
        counted = f"{said} quote{'s' * (said != 1)}" if said else "named only"
        when = _first_and_last(speaking)
        right: list[Part] = [
            (f"{counted}  ", ()),
            (self._sources(dossier, speaking, width), ("lit",)),
            *([(f"  {when:>{_WHEN_CELLS}} ", ("dim",))] if width >= _ROOM_FOR_DAYS else []),
        ]
        about = " · ".join(filter(None, ("; ".join(actor.roles), named_words(actor))))
        return [
            both_ends([(actor.name, ("bold",))], right, width),
            [("  " + cut(about, width - 3), ("dim",))],
        ]

    def _sources(self, dossier: Dossier, speaking: Speaking, width: int) -> str:
        having, marks = set(speaking.sources), glyphs()
        if len(dossier.articles) > (_MOST_DOTS if width >= _ROOM_FOR_DOTS else _FEW_DOTS):
            return f"{len(having):>{len(str(len(dossier.articles)))}}/{len(dossier.articles)}"
        return "".join(marks.lit if one.id in having else marks.unlit for one in dossier.by_day)


def _first_and_last(speaking: Speaking) -> str:
    """When the first and the last article with their words were published."""
    if not speaking.quotes:
        return ""
    first, last = full_date(speaking.first), full_date(speaking.last)
    dates = first if first == last else f"{first} – {last}"
    return cut(dates, _WHEN_CELLS)
