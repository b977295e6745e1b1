"""What a search found as a list, each hit in its own words; Tab shows one kind only.

The last tab lists by which source, person or month the hits can be narrowed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rich.cells import cell_len

from armreader.records.spans import Passage, Span
from armreader.story.dossier import Dossier
from armreader.story.phrases import quote_words, speaker_name
from armreader.story.shown_dates import full_date, publication_date
from armreader.story.sources import source_name
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut, wrapped
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.session.hits import FACETS, MOST, Facet, ListedHit, counts, place_of
from armreader.ui.session.narrowing import NARROWED_BY, By, Narrowing, narrowings
from armreader.ui.session.state import Found, State

_FIRST = 3
"""How many hits of a facet are listed while all facets are shown."""
_MOST_LINES = 2
"""Lines of a hit's words."""
_MOST_SOURCE_CELLS = 32
_NAMED, _PLAIN = frozenset({"titles", "events", "people"}), tuple[str, ...]()
"""The roles for facets whose words are a name or a title, and for other words."""
_HEADINGS: dict[By, str] = {
    "source": "Source",
    "person": "Who or what is named",
    "month": "Month",
}
_EXACT = "exact"
"""The match that needs no explanation."""


Key = ListedHit | Narrowing
Tab = Facet | Literal["narrow"] | None
"""One facet, what narrows the hits, or all facets."""


class HitsPane(RowList[Key]):
    """Under each facet its hits: the words around what matched, then the source and the day."""

    ROW_HEIGHT = 0

    def __init__(self) -> None:
        super().__init__("Hits", 0)
        self.active = True
        self.facet: Tab = None
        self._found: Found | None = None
        self._dossier: Dossier | None = None
        self._counts: dict[Facet, int] = {}

    def show(self, state: State) -> None:
        """List what the query of a state found; the cursor goes to the first of a new query."""
        if state.found is not self._found or state.dossier is not self._dossier:
            self._found, self._dossier = state.found, state.dossier
            found = state.found
            self.lit_letters = found.lit if found else None
            listed = found.hits if found else ()
            texts = sum(hit.at is not None for hit in listed)
            beyond = max(0, found.total - texts) if found else 0
            self._counts = dict(counts(listed, beyond))
            if self.facet not in self._tabs:
                self.facet = None
            self._list()
        self.redraw()

    @property
    def _tabs(self) -> tuple[Tab, ...]:
        facets = (facet for facet in FACETS if facet in self._counts)
        asked = self._found is not None and self._found.articles is not None
        return (None, *facets, *(("narrow",) if asked else ()))

    def next_facet(self, step: int) -> None:
        """List one facet, the next, or all again."""
        choices = self._tabs
        self.facet = choices[(choices.index(self.facet) + step) % len(choices)]
        self._list()
        self.redraw()

    def place(self) -> Passage | None:
        """Where the hit under the cursor is."""
        if self._found is None or self._dossier is None or not isinstance(self.key, ListedHit):
            return None
        return place_of(self._dossier, self._found, self.key)

    def head_line(self, width: int) -> list[Part]:
        shown: dict[Tab, str] = {None: f" {sum(self._counts.values())}"}
        shown |= {facet: f" {_more(count)}" for facet, count in self._counts.items()}
        words = {tab: f"{tab or 'all'}{shown.get(tab, '')}" for tab in self._tabs}
        if sum(cell_len(one) + 2 for one in words.values()) + 2 > width:
            words = {tab: words[tab] if tab == self.facet else tab or "all" for tab in words}
        parts: list[Part] = [(glyphs().rule, ("dim",))]
        for tab, called in words.items():
            parts.append((f" {called} ", ("head-active" if tab == self.facet else "head",)))
        return both_ends([*parts, (" ", ("dim",))], [], width, glyphs().rule)

    def draw_row(self, row: Row[Key], width: int) -> list[list[Part]]:
        dossier, found, hit = self._dossier, self._found, row.key
        if isinstance(hit, Narrowing):
            return [_narrowing(hit, width)]
        place = place_of(dossier, found, hit) if dossier and found and hit else None
        if dossier is None or found is None or hit is None or place is None:
            return [[]]
        width -= 1  # a margin
        words, where = _described(dossier, found, hit, place)
        why = "" if hit.why == _EXACT else hit.why
        roles = ("strong",) if hit.facet in _NAMED else _PLAIN
        lines = wrapped(_from_the_match(words, found, width), width, _MOST_LINES)
        about = "  " + cut(" · ".join(filter(None, (*where, why))), width - 2)
        return [*([(line, roles)] for line in lines), [(about, ("dim",))]]

    def _list(self) -> None:
        hits: Sequence[ListedHit] = self._found.hits if self._found else ()
        rows: list[Row[Key]] = []
        for facet, count in self._counts.items():
            if self.facet not in (None, facet):
                continue
            of_facet = [hit for hit in hits if hit.facet == facet]
            shown = of_facet[:_FIRST] if self.facet is None else of_facet
            more = f", {len(shown)} of {_more(count)}" if len(shown) < count else f" {count}"
            rows += [Row(None, facet.capitalize() + more), *(Row[Key](hit) for hit in shown)]
        if self.facet == "narrow" and self._found and self._dossier:
            offered = list(narrowings(self._dossier, hits, self._found.query))
            for by in NARROWED_BY:
                of_kind = [Row[Key](one) for one in offered if one.by == by]
                rows += [Row(None, _HEADINGS[by]), *of_kind] if of_kind else []
        self.set_rows(rows)
        self.top = 0
        self.go_to_first()


def _narrowing(one: Narrowing, width: int) -> list[Part]:
    """A name or month with how many hits it leaves, or that it is in the query."""
    right = f" {one.leaves} " if one.leaves else " in the query; Enter removes it "
    return both_ends([(one.shown, _PLAIN)], [(right, ("dim",))], width)


def _described(
    dossier: Dossier, found: Found, hit: ListedHit, place: Passage
) -> tuple[str, Sequence[str]]:
    """The words of a hit, and who, where and when."""
    article = dossier.article_by_id[place.article]
    named = cut(source_name(article), _MOST_SOURCE_CELLS)
    where = (named, publication_date(article.publication))
    sentence, key = _sentence(dossier, place), hit.selection.id if hit.selection else ""
    match hit.facet:
        case "events":
            event = dossier.event_by_id[key]
            articles = (dossier.article_by_id[one] for one in event.articles)
            names = ", ".join(cut(source_name(one), _MOST_SOURCE_CELLS) for one in articles)
            share = f"{len(event.articles)} of {len(dossier.articles)}"
            return event.label, (full_date(event.range), share, names)
        case "quotes":
            quote = dossier.quote_by_id[key]
            words = " ".join(quote_words(dossier, quote).split())
            who = speaker_name(dossier, quote) if quote.speaker else "unattributed"
            said = f"“{words}”" if quote.kind == "direct" else words
            return said, (who, *where)
        case "people":
            actor = dossier.actor_by_id[key]
            times = len(actor.spellings)
            named = f"named {times} times" if times > 1 else "named once"
            return actor.name, (*actor.roles[:1], named)
        case "titles" | "text":
            return sentence, where


def _more(count: int) -> str:
    """A count, with a plus where no more were listed."""
    return f"{count}+" if count == MOST else str(count)


def _sentence(dossier: Dossier, place: Passage) -> str:
    start, end = dossier.sentences_around(place.article, Span(place.start, place.end))
    return " ".join(dossier.article_by_id[place.article].text[start:end].split())


def _from_the_match(words: str, found: Found, width: int) -> str:
    """The words, starting a little before the match if it would not be visible otherwise."""
    first = next(iter(found.lit(words)), None)
    if first is None or first.end < width * (_MOST_LINES - 1):
        return words
    start = words.rfind(" ", 0, max(0, first.start - width // 2)) + 1
    return f"… {words[start:]}" if start else words
