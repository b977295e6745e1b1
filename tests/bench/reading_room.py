"""How long the reading room takes: wrapping, relating, drawing, and lists that are long.

The text is the bundled dossier, repeated; everything runs on a screen without a terminal.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace

from armreader.home.folders import bundled
from armreader.opening.pipeline import open_dossier
from armreader.story.dossier import Dossier
from armreader.story.selection import Selection
from armreader.ui.application import Application
from armreader.ui.lines.wrap import wrap

ROWS = 100_000
LONG = 2_000_000


def median_ms(action: Callable[[], object], rounds: int = 15) -> float:
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        action()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken) * 1000


def tell(name: str, milliseconds: float) -> None:
    print(f"{name:52} {milliseconds:9.2f} ms")


def swollen(dossier: Dossier) -> Dossier:
    """The dossier with an article of two million letters and a hundred thousand events."""
    first = dossier.articles[0]
    long = replace(first, id="a-long", text=(first.text * (LONG // len(first.text) + 1))[:LONG])
    events = tuple(
        replace(event, id=f"{event.id}-{n}")
        for n in range(ROWS // len(dossier.events) + 1)
        for event in dossier.events
    )[:ROWS]
    return replace(dossier, articles=(*dossier.articles, long), events=events)


async def on_screen(name: str, dossier: Dossier) -> None:
    app = Application(["bench"], theme="dark", loader=lambda *_: (dossier, True))
    async with app.run_test(size=(120, 36)) as pilot:
        while app.reader.state.loading:
            await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        reader = app.reader
        reader.go_to("timeline")
        rows = reader.list_in_focus
        assert rows
        steps = iter([1, -1] * 100)
        tell(f"{name}: cursor step, list drawn", median_ms(lambda: rows.move(next(steps))))
        events = iter(dossier.events * 2)
        tell(
            f"{name}: selection, all panes drawn",
            median_ms(lambda: reader.choose(Selection("event", next(events).id))),
        )
        pages = iter([1, 1, -1] * 100)
        for article in dossier.articles[:1] + dossier.articles[-1:]:
            started = time.perf_counter()
            reader.choose(Selection("article", article.id))
            opened = (time.perf_counter() - started) * 1000
            tell(f"{name}: article of {len(article.text):,} letters opened", opened)
            tell(f"{name}: a page of it", median_ms(lambda: reader.text.scroll_pages(next(pages))))


def main() -> None:
    dossier = open_dossier([str(bundled("seeds"))])
    text = (dossier.articles[0].text * 1000)[:LONG]
    tell(f"wrap {LONG:,} letters at 78 cells", median_ms(lambda: wrap(text, 78), rounds=5))
    everything = [Selection("event", event.id) for event in dossier.events]
    chosen = iter(everything)
    tell("what goes with an event", median_ms(lambda: dossier.related(next(chosen))))
    with tempfile.TemporaryDirectory() as home:
        os.environ["ARMREADER_HOME"] = home
        asyncio.run(on_screen("bundled dossier", dossier))
        asyncio.run(on_screen("100,000 events", swollen(dossier)))


if __name__ == "__main__":
    main()
