"""What a list without rows says, and what Esc closes."""

from __future__ import annotations

from dataclasses import replace

from armreader.story.listed_events import Listing
from armreader.story.selection import Selection
from armreader.ui.session.state import State, not_yet, select
from dossiers import harbour_dossier
from hand import Start

HARBOUR = harbour_dossier()


async def test_an_empty_list_says_why(start: Start) -> None:
    async with start() as hand:
        await hand.press("3")
        nobody_has_it = replace(hand.reader.state, listing=Listing("shared", 8))
        hand.reader.apply(nobody_has_it)
        assert hand.shows("Nothing in the reports belongs here.")
        hand.reader.apply(replace(nobody_has_it, found=not_yet("zeppelin")))
        assert hand.shows("Nothing here matches the search.")
        quiet = replace(HARBOUR, quotes=())
        chosen = select(State(quiet, "herald", pane="quotes"), Selection("article", "herald"))
        hand.reader.apply(replace(chosen, related_only=True))
        assert hand.shows("Nothing here goes with the selection.")


async def test_esc_closes_what_can_be_seen(start: Start) -> None:
    async with start() as hand:
        await hand.press("3", "j", "enter")
        opened = hand.reader.state.opened
        assert opened == "e-vote"
        await hand.press("/")
        await hand.type("radio")
        await hand.press("enter")
        assert not hand.reader.panes["timeline"].visible_keys().count(Selection("event", opened))
        await hand.press("escape")
        assert hand.reader.state.found is None, "the event that is open is not on the screen"
        await hand.press("escape")
        assert hand.reader.state.opened == ""
