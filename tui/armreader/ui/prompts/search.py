"""The query typed at the foot, over the list of what it finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from armreader.ui.lines.line_view import Part
from armreader.ui.prompts.line import Prompt
from armreader.ui.prompts.typing import Typing
from armreader.ui.session import state as steps
from armreader.ui.session.hits import selected_by
from armreader.ui.session.narrowing import Narrowing, narrowed
from armreader.ui.session.state import Pane

if TYPE_CHECKING:
    from armreader.ui.session.desk import Desk

_STEPS = {"up": -1, "down": 1}
_PAGES = {"pageup": -1, "pagedown": 1}
_FACETS = {"tab": 1, "shift+tab": -1}
_HISTORY = {"ctrl+p": -1, "ctrl+n": 1}
_KEYS = (("↑↓", "hit"), ("Tab", "kind, narrow"), ("Enter", "go to it"))
_KEYS_NARROW = (("↑↓", "name"), ("Tab", "all hits"), ("Enter", "narrow the search"))
_KEYS_BEFORE = (("↑", "last search"),)
"""What the keys do over hits, over what narrows them, and before anything is typed."""
_MOST_QUERIES = 200
_PANE_OF: dict[str, Pane] = {"events": "timeline", "quotes": "quotes", "people": "quotes"}
"""The pane that has the hits of a facet; those of others are read in the text."""


class SearchTyping(Typing):
    """A query: what it finds is listed while it is typed, and the text follows the list."""

    sign = "/"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._before = desk.state
        self._return = desk.way_back()
        self._asked_before = len(desk.queries)
        desk.hits.facet = None

    def changed(self) -> None:
        text = self.prompt.text
        found = self.desk.program.find(text) if text.strip() else None
        self.desk.hits.show(replace(self._before, found=found))
        self.follow(replace(self._before, found=found, current=None))

    def follow(self, state: steps.State | None = None) -> None:
        """Show in the text where the hit under the cursor is."""
        state, place = state or self.desk.state, self.desk.hits.place()
        if place:
            state = replace(state, article=place.article, current=place)
        self.desk.apply(state)

    def enter(self) -> None:
        """Keep the query, and go to the hit under the cursor."""
        desk, state = self.desk, self.desk.state
        hit, place = desk.hits.key, desk.hits.place()
        if isinstance(hit, Narrowing):
            desk.hits.facet = None
            self._take(Prompt.of(narrowed(self.prompt.text, hit)), "")
            return
        if state.found:
            others = (one for one in desk.queries if one != state.found.query)
            desk.queries[:] = [*others, state.found.query][-_MOST_QUERIES:]
        desk.end_typing()
        if state.found and hit and place:
            here = replace(self._before, found=state.found, pane=_PANE_OF.get(hit.facet, "text"))
            chosen = steps.select(here, selected_by(hit, place))
            desk.apply(replace(chosen, article=place.article, current=place))

    def escape(self) -> None:
        self.desk.apply(self._before)
        self.desk.end_typing()
        self._return()

    def other_key(self, key: str) -> None:
        """Move in the hits; where nothing is typed, up and down bring the queries of before."""
        hits = self.desk.hits
        asked = _HISTORY.get(key, 0) or (0 if self.prompt.text else _STEPS.get(key, 0))
        if asked:
            self._ask_again(asked, key)
        elif key in _FACETS:
            hits.next_facet(_FACETS[key])
            self.follow()
        elif key in _STEPS or key in _PAGES:
            hits.move(_STEPS[key]) if key in _STEPS else hits.page(_PAGES[key])

    def _ask_again(self, step: int, key: str) -> None:
        queries = self.desk.queries
        self._asked_before = max(0, min(self._asked_before + step, len(queries)))
        asked = queries[self._asked_before] if self._asked_before < len(queries) else ""
        self._take(Prompt.of(asked), key)

    def hint(self) -> list[Part]:
        found = self.desk.state.found
        message = (found.hint or ("" if found.hits else "nothing found")) if found else ""
        parts: list[Part] = [(f"{message}  ", ("dim",))] if message else []
        narrow = self.desk.hits.facet == "narrow"
        keys = (_KEYS_NARROW if narrow else _KEYS) if found else _KEYS_BEFORE
        for key, word in (*keys, ("Esc", "back")):
            parts += [(key, ("key",)), (f" {word}  ", ())]
        return parts
