"""The reading screen by its keys: moving, selecting, following, finding, keeping."""

from __future__ import annotations

import re
from pathlib import Path

from armreader.records import Span
from armreader.story.selection import Selection
from armreader.ui.application import Application
from armreader.ui.keys.commands import BY_ID
from armreader.ui.session.hits import ListedHit
from armreader.ui.session.narrowing import Narrowing
from hand import Hand, Start, load_harbour, opened


async def test_opens_with_articles_events_and_quotes(start: Start) -> None:
    async with start() as hand:
        assert hand.shows("harbour  1 Articles 3  2 Text  3 Timeline 3  4 Quotes 3  5 People")
        assert hand.shows("closed the old pier")
        assert hand.shows("We cannot keep it st")
        assert hand.reader.state.article == "gazette"


async def test_moving_in_the_timeline_selects_and_lights(start: Start) -> None:
    async with start() as hand:
        await hand.press("3", "j")
        assert hand.reader.state.pane == "timeline"
        assert hand.reader.state.selection == Selection("event", "e-vote")
        assert hand.shows("3 of 3 sources · mention 1 of 3")
        assert hand.shows("sources differ on the day (Thu 7 / Fri 8 Mar)")
        assert sum("≠ ●●● 3/3" in line for line in hand.screen()) == 1
        marks = [line.split("│")[1][:1] for line in hand.screen() if "│" in line]
        assert "▶" in marks


async def test_n_walks_the_mentions_across_the_sources_and_round(start: Start) -> None:
    async with start() as hand:
        await hand.press("3", "j")
        seen = [hand.reader.state.article]
        for _ in range(3):
            await hand.press("n")
            seen.append(hand.reader.state.article)
        assert seen == ["gazette", "courier", "herald", "gazette"]
        await hand.press("N")
        assert hand.reader.state.article == "herald"
        assert hand.shows("Wrapped around.")
        await hand.press("N")
        assert hand.shows("mention 2 of 3")


async def test_brackets_go_to_the_sources_that_have_it(start: Start) -> None:
    async with start() as hand:
        await hand.press("4", "j", "]")
        assert hand.reader.state.selection
        assert hand.reader.state.selection.kind == "quote"
        hand.reader.choose(Selection("quote", "q-stand"))
        await hand.press("]")
        assert hand.reader.state.article == "courier"
        await hand.press("]")
        assert hand.reader.state.article == "gazette"


async def test_a_digit_goes_to_a_pane_and_counts_a_motion_that_follows_fast(start: Start) -> None:
    async with start() as hand:
        hand.reader.keying.press("2", at=10.0)
        pane: str = hand.reader.state.pane
        assert pane == "text"
        hand.reader.keying.press("j", at=10.1)
        await hand.press()
        assert hand.reader.state.pane == "articles"
        assert hand.reader.state.selection == Selection("article", "herald")
        for key, at in (("1", 20.0), ("0", 20.1), ("k", 20.2)):
            hand.reader.keying.press(key, at)
        await hand.press()
        assert hand.reader.state.selection == Selection("article", "gazette")
        hand.reader.keying.press("3", at=30.0)
        hand.reader.keying.press("j", at=30.4)
        await hand.press()
        assert hand.reader.state.beside == "timeline"
        assert hand.reader.state.selection
        assert hand.reader.state.selection.kind == "event"


async def test_going_back_and_forward_through_selections(start: Start) -> None:
    async with start() as hand:
        hand.reader.choose(Selection("event", "e-vote"))
        hand.reader.choose(Selection("quote", "q-upright"))
        await hand.press("P")
        assert hand.reader.state.selection == Selection("actor", "quill")
        await hand.press("H", "H")
        assert hand.reader.state.selection == Selection("event", "e-vote")
        await hand.press("L")
        assert hand.reader.state.selection == Selection("quote", "q-upright")
        assert hand.reader.state.article == "courier"


async def test_moves_of_one_cursor_are_one_step_back(start: Start) -> None:
    async with start() as hand:
        hand.reader.choose(Selection("quote", "q-upright"))
        await hand.press("3", "j", "j", "k")
        await hand.press("H")
        assert hand.reader.state.selection == Selection("quote", "q-upright")


async def test_quotes_by_speaker_have_the_speaker_as_a_row(start: Start) -> None:
    async with start() as hand:
        await hand.press("4", "s", "s", "g")
        assert hand.shows("Ada Quill (2)")
        await hand.press("j", "k")
        assert hand.reader.state.selection == Selection("actor", "quill")
        assert hand.shows("Ada Quill · 2 of 3 sources · 2 quotes · also Ms Quill")


async def test_quotes_by_speaker_are_counted_without_the_speakers(start: Start) -> None:
    async with start() as hand:
        await hand.press("4", "s", "s", "g", "j")
        assert hand.shows("─ 1/3")
        before = hand.reader.state.selection
        await hand.press(".")
        assert hand.shows("─ 3/3")
        assert hand.reader.state.selection != before


async def test_articles_are_sorted_read_and_turned(start: Start) -> None:
    async with start() as hand:
        await hand.press("1", "s", "s")
        assert hand.shows("Articles, the unread first")
        assert hand.shows("Unread (3)")
        await hand.press("1", "2", "1")
        assert hand.shows("Unread (2)")
        assert hand.shows("Read (1)")
        before = hand.reader.state.article
        await hand.press("2", ")")
        assert hand.reader.state.article != before or hand.shows("This is the last article.")
        await hand.press("(")
        assert hand.reader.state.pane == "text"


async def test_only_what_is_related(start: Start) -> None:
    async with start() as hand:
        hand.reader.choose(Selection("event", "e-spoke"))
        await hand.press("o")
        assert not hand.shows("The Courier")
        assert not hand.shows("We cannot keep")
        await hand.press("escape")
        assert hand.shows("The Courier")


async def test_search_filters_as_typed_and_escape_restores_exactly(start: Start) -> None:
    async with start(height=14) as hand:
        await hand.press("2", "j", "j")
        before = hand.screen()
        await hand.press("/")
        await hand.type("uprigh")
        assert hand.shows("/uprigh")
        assert hand.reader.state.found
        assert set(hand.reader.state.found.quotes or ()) == {"q-upright"}
        assert not hand.shows("The Gazette")
        await hand.press("escape")
        assert hand.screen() == before


async def test_enter_keeps_the_search_and_n_walks_its_hits(start: Start) -> None:
    async with start() as hand:
        await hand.press("/")
        await hand.type("radio")
        await hand.press("enter")
        assert hand.reader.state.found
        assert hand.reader.state.article == "herald"
        assert hand.reader.state.selection == Selection("event", "e-spoke")
        assert hand.shows("/radio  1/1")
        await hand.press("/", "ctrl+u")
        await hand.type("pier")
        await hand.press("enter", "n")
        assert hand.reader.state.current in hand.reader.state.stops
        await hand.press("/", "up", "ctrl+p")
        assert hand.shows("/radio")
        await hand.press("enter", "escape")
        assert hand.reader.state.found is None


async def test_hits_are_listed_by_kind_and_the_text_follows_them(start: Start) -> None:
    async with start() as hand:
        await hand.press("/")
        await hand.type("pier")
        counts = hand.reader.hits.head_line(100)
        assert [text.split()[0] for text, _ in counts if text.strip("─ ")][:3] == [
            "all", "titles", "events",
        ]  # fmt: skip
        seen = [hand.reader.hits.key]
        for _ in range(3):
            await hand.press("down")
            place = hand.reader.hits.place()
            assert place
            assert hand.reader.state.current == place
            assert hand.reader.state.article == place.article
            seen.append(hand.reader.hits.key)
        assert len(set(seen)) == 4
        await hand.press("tab", "tab")
        listed = [row.key for row in hand.reader.hits.rows if isinstance(row.key, ListedHit)]
        assert {one.facet for one in listed} == {"events"}
        hit = hand.reader.hits.key
        await hand.press("enter")
        assert hand.reader.state.pane == "timeline"
        assert isinstance(hit, ListedHit)
        assert hand.reader.state.selection == hit.selection
        assert hand.shows("/pier")


async def test_a_click_on_a_tab_or_a_key_at_the_foot_does_what_the_key_does(start: Start) -> None:
    async with start() as hand:
        tabs = hand.screen()[0]
        await hand.pilot.click("#header", offset=(tabs.index("Quotes"), 0))
        assert hand.reader.state.pane == "quotes"
        await hand.pilot.click("#header", offset=(tabs.index("5 People"), 0))
        assert hand.reader.pages.front
        foot = hand.screen()[-1]
        await hand.pilot.click("#status", offset=(foot.index("back"), 0))
        assert hand.reader.pages.front is None
        foot = hand.screen()[-1]
        await hand.pilot.click("#status", offset=(foot.index("?"), 0))
        assert hand.shows("Keys and commands")
        foot = hand.screen()[-1]
        await hand.pilot.click("#status", offset=(foot.index("goes back"), 0))
        assert not hand.shows("Keys and commands")


async def test_a_search_is_narrowed_by_a_source_and_widened_again(start: Start) -> None:
    async with start() as hand:
        await hand.press("/")
        await hand.type("pier")
        everything = hand.reader.hits.count
        await hand.press("shift+tab")
        offered = [row.key for row in hand.reader.hits.rows if isinstance(row.key, Narrowing)]
        assert {one.by for one in offered} == {"source", "person", "month"}
        first = hand.reader.hits.key
        assert isinstance(first, Narrowing)
        assert first.by == "source"
        await hand.press("enter")
        found = hand.reader.state.found
        assert found
        assert found.query == f"pier {first.filter}"
        articles = hand.reader.state.dossier.article_by_id
        assert {articles[one].source for one in found.articles or ()} == {first.shown}
        assert hand.reader.hits.count < everything
        place = hand.reader.hits.place()
        assert place
        assert articles[place.article].source == first.shown
        await hand.press("shift+tab", "enter")
        assert hand.reader.state.found
        assert hand.reader.state.found.query == "pier"
        assert hand.reader.hits.count == everything


async def test_b_adds_a_quote_to_the_notes_and_removes_it(start: Start, tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    async with start(notes=notes) as hand:
        hand.reader.choose(Selection("quote", "q-stand"))
        await hand.press("b")
        assert "We cannot keep it standing" in notes.read_text(encoding="utf-8")
        assert hand.shows("★")
        await hand.press("b")
        assert "We cannot keep it standing" not in notes.read_text(encoding="utf-8")
        assert not hand.shows("★")
        await hand.press("u")
        assert "We cannot keep it standing" in notes.read_text(encoding="utf-8")
    async with start(notes=notes) as hand:
        assert hand.reader.state.bookmarked == {"q-stand"}


async def test_b_keeps_the_sentence_of_an_event(start: Start, tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    async with start(notes=notes) as hand:
        await hand.press("b")
        assert hand.shows("Select a quote, an event or a passage of the text (v) to bookmark it.")
        hand.reader.choose(Selection("event", "e-spoke"))
        await hand.press("b")
        assert "He spoke on the radio" in notes.read_text(encoding="utf-8")
        await hand.press("b")
        assert "He spoke on the radio" not in notes.read_text(encoding="utf-8")


async def test_y_copies_the_quote_with_its_citation(start: Start, own_home: Path) -> None:
    async with start() as hand:
        await hand.press("y")
        assert hand.shows("Select a quote, an event or a passage of the text (v) to copy it.")
        hand.reader.choose(Selection("quote", "q-stand"))
        await hand.press("y")
        assert hand.shows("sent to the terminal's clipboard")
    copied = (own_home / "state" / "copied.txt").read_text(encoding="utf-8")
    assert "We cannot keep it standing" in copied
    assert "Lumen Gazette" in copied


async def test_notes_that_cannot_be_written_leave_the_reader_working(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "folder.md").mkdir()
    async with start(notes=tmp_path / "folder.md") as hand:
        hand.reader.choose(Selection("quote", "q-stand"))
        await hand.press("b")
        assert hand.shows("folder.md")
        assert not hand.reader.state.bookmarked
        await hand.press("3", "j")
        assert hand.reader.state.selection == Selection("event", "e-spoke")


async def test_keys_scroll_the_text_from_a_list(start: Start) -> None:
    async with start(height=10) as hand:
        await hand.press("J")
        assert hand.reader.state.pane == "articles"
        assert hand.reader.text.top == 1
        await hand.press("space")
        assert hand.reader.text.top > 1
        await hand.press("}", "{", "K", "backspace")
        assert hand.reader.text.top == 0


async def test_enter_opens_an_event_in_its_place_and_then_goes_to_the_text(start: Start) -> None:
    async with start() as hand:
        await hand.press("3", "j", "enter")
        assert hand.reader.state.pane == "timeline"
        for words in (
            "on the day: Thu 7 Mar (Lumen Gazette)",
            "The Courier     ~9 Mar",
            "2 quotes",
        ):
            assert hand.shows(words)
        await hand.press("escape")
        assert not hand.shows("The Courier     ~9 Mar")
        await hand.press("enter", "enter")
        assert hand.reader.list_in_focus is None
        assert hand.reader.state.selection == Selection("event", "e-vote")


async def test_z_reads_alone_and_back(start: Start) -> None:
    async with start() as hand:
        await hand.press("2", "z")
        assert not hand.shows("─ 1 Articles")
        await hand.press("z")
        assert hand.shows("─ 1 Articles")


async def test_a_click_selects_and_the_wheel_scrolls(start: Start) -> None:
    async with start() as hand:
        await hand.pilot.click("#timeline", offset=(6, 2))
        await hand.pilot.pause()
        assert hand.reader.state.pane == "timeline"
        assert hand.reader.state.selection


async def test_every_theme_draws_and_is_kept(start: Start) -> None:
    async with start() as hand:
        plain = hand.screen()[:-1]
        for _ in range(5):
            await hand.press("t")
            assert hand.screen()[:-1] == plain
        assert hand.app.theme == "dark"


async def test_visible_span_and_marks_follow_the_place(start: Start) -> None:
    async with start(height=12) as hand:
        await hand.press("2", "G")
        shown = hand.reader.text.visible_span()
        assert shown.end == len(hand.reader.text.text)
        assert isinstance(shown, Span)


async def test_percent_and_numbers_go_to_a_place(start: Start) -> None:
    async with start(height=10) as hand:
        hand.reader.go_to("text")
        text = hand.reader.text
        hand.reader.run_command(BY_ID["percent"], 100)
        assert text.percent == 100
        hand.reader.run_command(BY_ID["bottom"], 3)
        assert text.place == text.text.index("The harbour board")
        hand.reader.run_command(BY_ID["top"], 999)
        assert text.percent == 100
        hand.reader.go_to("articles")
        hand.reader.run_command(BY_ID["bottom"], 2)
        assert hand.reader.list_in_focus is not None
        assert hand.reader.list_in_focus.cursor == 1
        hand.reader.run_command(BY_ID["percent"], 100)
        assert hand.reader.list_in_focus.cursor == 2


async def test_points_and_commas_go_by_headings(start: Start) -> None:
    async with start() as hand:
        await hand.press("3", "g")
        rows = hand.reader.list_in_focus
        assert rows is not None
        begun = rows.cursor
        await hand.press(".")
        assert rows.cursor > begun + 1
        await hand.press(",")
        assert rows.cursor == begun
        await hand.press(",")
        assert hand.shows("There is no other heading")


async def test_it_opens_on_the_event_with_the_most_sources(tmp_path: Path) -> None:
    app = Application([str(tmp_path)], theme="dark", loader=load_harbour)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        hand = Hand(app, pilot)
        assert hand.reader.state.selection == Selection("event", "e-vote")
        assert hand.shows("▶ board of Lumen voted") or hand.shows("● 3")
        await hand.press("enter")
        assert hand.shows("≠ on the day")


async def test_the_cursor_covers_a_found_row_up_to_its_end(start: Start) -> None:
    async with start(80, 24) as hand:
        await hand.press("/")
        await hand.type("pier")
        line = next(one for one in hand.reader.hits._lines if "▸" in one.text)
        end = line.text.rindex("pier") + 4
        paper = [part.style.bgcolor for part in line.crop(0, end) if part.style]
        assert len(set(paper)) == 1


async def test_every_kind_of_hit_is_named_where_there_is_no_room_for_all_counts(
    start: Start,
) -> None:
    async with start(60, 20) as hand:
        await hand.press("/")
        await hand.type("pier")
        kinds = hand.screen()[1]
        assert re.search(r" all \d+ ", kinds)
        await hand.pilot.resize_terminal(40, 20)
        await hand.press("tab")
        kinds = hand.screen()[1]
        assert re.search(r" all  titles \d+  events  ", kinds)
