"""Opening: what is read can be read, Esc stops, and what cannot be opened is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

from armreader.dossier import Dossier
from armreader.records import Problem
from armreader.ui.application import Application
from armreader.ui.loading import Tell, empty_dossier, load
from dossiers import harbour_dossier
from hand import Hand, Start


def articles_alone() -> Dossier:
    whole = harbour_dossier()
    return Dossier("harbour", whole.articles[:2], {}, (), (), (), (), (), ())


async def test_what_is_read_so_far_can_be_read_and_escape_stops() -> None:
    told, stopped = Event(), Event()

    def slow(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
        tell(articles_alone(), "reading, 2 so far · Esc stops")
        told.set()
        stop.wait(10)
        stopped.set()
        return harbour_dossier(), False

    app = Application(["harbour"], theme="dark", loader=slow)
    async with app.run_test(size=(120, 36)) as pilot:
        hand = Hand(app, pilot)
        while not told.is_set():
            await pilot.pause()
        await pilot.pause()
        assert hand.shows("harbour · reading, 2 so far · Esc stops")
        assert hand.shows("closed the old pier") or hand.shows("Harbour board votes")
        await hand.press("j")
        assert hand.reader.state.article == "courier"
        await hand.press("escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert stopped.is_set()
        assert hand.shows("Stopped: the rest was not read.")
        assert hand.reader.state.article == "courier"
        assert hand.shows("3 articles · 3 events")


async def test_files_that_cannot_be_read_are_told_and_the_rest_is_open(start: Start) -> None:
    problems = (Problem("torn.txt", "is empty"), Problem("pipe", "is no regular file"))

    def partly(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
        return replace(harbour_dossier(), problems=problems), True

    async with start(loader=partly) as hand:
        assert hand.shows("torn.txt: is empty (and 1 more)")
        assert hand.shows("3 articles")


async def test_nothing_to_open_ends_with_the_reasons() -> None:
    app = Application(["nowhere"], theme="dark", loader=lambda *_: (empty_dossier("nowhere"), True))
    async with app.run_test(size=(80, 24)) as pilot:
        while app.return_code is None:
            await pilot.pause()
    assert app.return_code == 2


def test_the_loader_reads_real_files_and_stops_when_told(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(
            f"The {name} bridge\n\nThe {name} bridge of Lumen opened on 3 May 2031.\n"
        )
    dossier, whole = load([str(tmp_path)], lambda *_: None, Event())
    assert whole
    assert len(dossier.articles) == 2
    (tmp_path / "three.txt").write_text("The third bridge\n\nIt opened on 4 May 2031.\n")
    stop = Event()
    stop.set()
    dossier, whole = load([str(tmp_path)], lambda *_: None, stop)
    assert not whole
    assert len(dossier.articles) == 1
