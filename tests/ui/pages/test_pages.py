"""Views over the panes: they open for the selection, lead to the text, and leave no trace."""

from __future__ import annotations

import pytest

from armreader.opening.pipeline import assembled
from armreader.records import Correction
from armreader.records.spans import Passage
from armreader.story.selection import Selection, SelectionKind
from dossiers import COURIER, GAZETTE, HERALD, span
from hand import Hand, Start
from wire import QUAKE, QUAKE_AGAIN, linked

VOTE: tuple[SelectionKind, str] = ("event", "e-vote")
STAND: tuple[SelectionKind, str] = ("quote", "q-stand")


async def opened(hand: Hand, of: tuple[SelectionKind, str], *keys: str) -> None:
    """Select something, and press the key of a view."""
    hand.reader.choose(Selection(*of))
    await hand.press(*keys)


def seen(hand: Hand, lines: int) -> list[str]:
    """The first lines of the screen, without the blanks at their ends."""
    return [line.rstrip() for line in hand.screen()][:lines]


COMPARED = """\
 armreader  harbour  1 Articles 3  2 Text  3 Timeline 3  4 Quotes 3  5 People 2  6 Differ 1  7 Kept 0
─ Compare  closed the old pier, 7–8 Mar 2030 ─────────────────────────────────────────────────────────── 3 of 3 sources
 ≠ The sources differ on the day
   Thu 7 Mar  Lumen Gazette
   Fri 8 Mar  The Courier

▸ Lumen Gazette           8 Mar 2030   The harbour board of Lumen voted on Thursday to close the old pier. “We cannot
                                       keep it standing,”
                                       ≈ The Courier: It can no longer be kept upright.

  The Courier             ~9 Mar 2030  Lumen’s board closed the old pier on Friday, after years of dispute. Ms Quill
                                       told the council:

"""  # noqa: E501  the picture is as wide as the screen

MATRIX = """\
  1 Art 3  2 Text  3 Time 3  4 Quotes 3  5 People 2  6 Differ 1  7 Kept 0
─ Coverage: main events by time  ────────────────────────────────────────── 2/3
                                         Lumen Gaze… The Courier No vote on…
  1931         built the pier                1           ·           ·       1/3
▸ 7–8 Mar 2030 closed the old pier    ≠      1           1           1       3/3
  undated      spoke on the radio            ·           ·           1       1/3
"""


async def test_compare_lists_the_sources_headed_by_what_differs(start: Start) -> None:
    async with start(120, 24) as hand:
        await opened(hand, VOTE, "c")
        assert seen(hand, 13) == COMPARED.splitlines()


async def test_on_a_narrow_screen_the_sentences_are_below_the_sources(start: Start) -> None:
    async with start(60, 40) as hand:
        await opened(hand, VOTE, "c")
        names = ("Lumen Gazette  8 Mar 2030", "The Courier  ~9 Mar 2030")
        heads = [line.strip() for line in hand.screen() if line.strip() in names]
        assert heads == [*names]
        assert hand.shows("▸     The harbour board of Lumen voted on Thursday")


@pytest.mark.parametrize(
    ("keys", "article", "words"),
    [
        ((), "gazette", "voted on Thursday to close the old pier"),
        (("l",), "courier", "closed the old pier on Friday"),
        (("tab", "]"), "herald", "the pier had been closed"),
        (("h",), "herald", "the pier had been closed"),
        (("j",), "courier", "closed the old pier on Friday"),
        (("j", "j", "j", "k"), "courier", "closed the old pier on Friday"),
    ],
)
@pytest.mark.parametrize("width", [120, 60])
async def test_keys_go_from_source_to_source_and_enter_reads_on(
    start: Start, width: int, keys: tuple[str, ...], article: str, words: str
) -> None:
    texts = {"gazette": GAZETTE, "courier": COURIER, "herald": HERALD}
    async with start(width, 24) as hand:
        await opened(hand, VOTE, "c", *keys, "enter")
        state = hand.reader.state
        assert (state.article, state.pane) == (article, "text")
        assert state.current == Passage(article, *span(texts[article], words))
        assert not hand.shows("Compare")


async def test_a_quote_is_compared_in_its_wordings_else_as_an_event(start: Start) -> None:
    async with start() as hand:
        await opened(hand, STAND, "c")
        assert hand.shows("Ada Quill in 2 wordings")
        await hand.press("escape")
        await opened(hand, ("quote", "q-move"), "c")
        assert not hand.shows("Compare")
        assert hand.shows("Select an event or a quote")


async def test_the_matrix_of_events_and_sources(start: Start) -> None:
    async with start(80, 12) as hand:
        await opened(hand, VOTE, "m")
        assert seen(hand, 6) == MATRIX.splitlines()
        assert hand.shows("1 mention in Lumen Gazette, 8 Mar 2030")
        await hand.press("l", "j")
        assert hand.shows("not in The Courier, 9 Mar 2030")
        await hand.press("enter")
        assert hand.shows("There is nothing to go to here.")
        await hand.press("l", "enter")
        state = hand.reader.state
        assert (state.article, state.selection) == ("herald", Selection("event", "e-spoke"))


async def test_the_matrix_is_sorted_by_sources_and_by_gap(start: Start) -> None:
    async with start(80, 12) as hand:
        await hand.press("m", "s")
        assert hand.shows("by number of sources")
        assert "closed the old pier" in hand.screen()[3]
        await hand.press("s")
        assert hand.shows("by gap")
        await hand.press("s")
        assert "built the pier" in hand.screen()[3]


async def test_people_lead_to_what_they_say(start: Start) -> None:
    async with start() as hand:
        await hand.press("p")
        assert hand.shows("2 quotes  ●●·")
        assert hand.shows("named 2 times: Ada Quill 1, Ms Quill 1")
        assert hand.shows("8 Mar 2030 – 9 Mar 2030")
        await hand.press("enter")
        state = hand.reader.state
        assert (state.selection, state.pane) == (Selection("actor", "quill"), "quotes")
        listed = hand.reader.panes["quotes"].visible_keys()
        assert [key.id for key in listed] == ["q-stand", "q-upright"]


async def test_the_foot_says_in_how_many_sources_somebody_speaks(start: Start) -> None:
    async with start() as hand:
        await hand.press("p")
        assert hand.shows("In 2 of 3 sources: Lumen Gazette, The Courier ")
        await hand.pilot.resize_terminal(80, 24)
        await hand.press("j", "k")
        assert hand.shows("In 2 of 3 sources  ")
        assert hand.shows("s sort  S kind  Enter what they say  Esc back"), "the keys come first"
        await hand.pilot.resize_terminal(60, 20)
        await hand.press("j", "k")
        assert hand.shows("In 2 of 3 sources  ")


async def test_people_are_sorted_and_listed_by_kind(start: Start) -> None:
    async with start() as hand:
        await hand.press("p")
        assert hand.shows("People: by number of quotes")
        await hand.press("s")
        assert hand.shows("by number of sources")
        await hand.press("s")
        assert hand.shows("by name")
        names = [line for line in hand.screen() if "Tom Birk " in line or "Ada Quill " in line]
        assert "Tom Birk" in names[0]
        await hand.press("S")
        assert hand.shows("People: persons by name")
        await hand.press("S")
        assert hand.shows("People: by name")


async def test_people_open_at_who_says_the_selected_quote(start: Start) -> None:
    async with start() as hand:
        await hand.press("p", "j", "escape")
        await opened(hand, STAND, "p")
        assert any(line.startswith("▸ Ada Quill") for line in hand.screen())


async def test_why_explains_the_selection_and_the_date_of_the_article(start: Start) -> None:
    async with start() as hand:
        await opened(hand, VOTE, "w")
        for claim in (
            "7–8 Mar 2030: closed the old pier",
            "sources differ on the day: Thu 7 Mar / Fri 8 Mar",
            "published 8 Mar 2030 (stated)",
        ):
            assert hand.shows(claim)


@pytest.mark.parametrize("key", ["c", "m", "p", "w"])
@pytest.mark.parametrize(("width", "height"), [(120, 14), (80, 12), (60, 12)])
async def test_escape_leaves_everything_as_it_was(
    start: Start, key: str, width: int, height: int
) -> None:
    async with start(width, height) as hand:
        await opened(hand, VOTE, "2", "j", "j", "k")
        before = hand.screen()
        await hand.press(key)
        assert hand.screen() != before
        assert all(len(line) == width for line in hand.screen())
        await hand.press("j", "?", "escape", "escape")
        assert hand.screen() == before


async def test_views_lie_over_one_another_and_the_same_key_closes(start: Start) -> None:
    async with start() as hand:
        await opened(hand, VOTE, "m", "w")
        assert hand.shows("Why")
        await hand.press("escape")
        assert hand.shows("Coverage")
        await hand.press("w", "m", "m")
        assert hand.shows("Why")
        await hand.press("3")
        assert hand.reader.state.pane == "timeline"
        assert hand.shows("3 Timeline")


async def test_views_follow_the_size_of_the_screen(start: Start) -> None:
    async with start(120, 24) as hand:
        await opened(hand, VOTE, "c")
        for width, height in ((60, 20), (20, 6), (120, 24)):
            await hand.pilot.resize_terminal(width, height)
            await hand.pilot.pause()
        assert seen(hand, 13) == COMPARED.splitlines()


async def test_the_timeline_lists_what_is_asked_for(start: Start) -> None:
    async with start() as hand:
        assert hand.shows("3 Timeline: main events")
        listed = []
        for _ in range(4):
            await hand.press("e")
            listed.append([key.id for key in hand.reader.panes["timeline"].visible_keys()])
        everything = ["e-built", "e-vote", "e-spoke"]
        assert listed == [everything, ["e-vote"], ["e-vote"], everything]
        hand.reader.keying.press("3", at=10.0)
        hand.reader.keying.press("e", at=10.1)
        await hand.press()
        assert hand.shows("3 Timeline: 3+ sources")
        assert [key.id for key in hand.reader.panes["timeline"].visible_keys()] == ["e-vote"]
        assert hand.reader.state.pane == "articles"


async def test_the_timeline_is_grouped_by_month_by_year_and_by_day(start: Start) -> None:
    async with start() as hand:
        await hand.press("3")
        assert hand.shows(" 7–8 Mar     closed the old pier")
        await hand.press("S")
        assert hand.shows("Timeline by day")
        await hand.press("S")
        assert hand.shows(" 2030 Mar ")
        assert hand.shows(" 7–8         closed the old pier")
        await hand.press("S")
        assert hand.shows(" 7–8 Mar     closed the old pier")


async def test_who_said_what_when(start: Start) -> None:
    async with start() as hand:
        await hand.press("4")
        await hand.press("s")
        assert hand.shows("Quotes by the day on which they were said")
        assert hand.shows("Ada Quill")
        await hand.press("j")
        assert hand.shows("published 8 Mar 2030")


async def test_differ_shows_the_rule_and_takes_the_users_correction(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start(120, 30) as hand:
        made: list[Correction | None] = []
        monkeypatch.setattr(hand.app, "correct", made.append)
        await hand.press("D", "w")
        assert hand.shows("made-by-hand")
        await hand.press("w")
        assert not hand.shows("made-by-hand")
        await hand.press("=")
        assert hand.shows("this is not a disagreement")
        await hand.press("n")
        (one,) = made
        assert one is not None
        assert one.kind == "agree"


async def test_differ_names_what_a_figure_is_about(start: Start) -> None:
    dossier = assembled("quake", linked(QUAKE, QUAKE_AGAIN), [])
    async with start(120, 30, loader=lambda *_: (dossier, True)) as hand:
        await hand.press("D")
        assert hand.shows("Figures differ, people dead: 12 or 15 (")


async def test_enter_in_differ_selects_what_is_at_issue(start: Start) -> None:
    dossier = assembled("quake", linked(QUAKE, QUAKE_AGAIN), [])
    async with start(120, 30, loader=lambda *_: (dossier, True)) as hand:
        await hand.press("4", "j", "D", "enter")
        state = hand.reader.state
        assert state.selection is not None
        assert state.selection.kind == "event"
        assert state.current in [
            Passage(side.article, *side.span) for one in dossier.disagreements for side in one.sides
        ]


async def test_a_long_heading_of_differ_ends_in_an_ellipsis(start: Start) -> None:
    dossier = assembled("quake", linked(QUAKE, QUAKE_AGAIN), [])
    async with start(60, 30, loader=lambda *_: (dossier, True)) as hand:
        await hand.press("D")
        (line,) = (one for one in hand.screen() if "Figures differ" in one)
        assert "people dead: 12 or 15 (“" in line
        assert line.rstrip().endswith(("…", "”)"))
