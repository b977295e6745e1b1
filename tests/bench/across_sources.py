"""How long the views across sources take: 1,000 articles, 5,000 events, on a screen of 120×36.

The articles and events are those of the bundled dossier, repeated under other ids; the screen has
no terminal. Milliseconds of processor time until all is drawn, so that other programs do not count.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import tempfile
import time
from dataclasses import replace

from armreader.home.folders import bundled
from armreader.opening.pipeline import open_dossier
from armreader.records import Event
from armreader.story.dossier import Dossier
from armreader.story.selection import Selection
from armreader.ui.application import Application
from armreader.ui.keys.commands import BY_ID

ARTICLES, EVENTS = 1_000, 5_000


def copy(ident: str, number: int) -> str:
    """The id of the nth copy of an article; the first is the article itself."""
    return f"{ident}-{number}" if number else ident


def swollen(dossier: Dossier) -> Dossier:
    """A thousand sources, of which every event has some, the first event half of them."""
    chance = random.Random(7)
    copies = range(ARTICLES // len(dossier.articles))
    articles = tuple(
        replace(one, id=copy(one.id, n), repeats="") for n in copies for one in dossier.articles
    )

    def spread(event: Event, number: int) -> Event:
        sources = 500 if number == 0 else chance.randint(1, 12)
        mentions = tuple(
            replace(event.mentions[0], article=copy(event.mentions[0].article, n))
            for n in (chance.randrange(len(copies)) for _ in range(sources))
        )
        return replace(event, id=f"{event.id}-{number}", mentions=mentions, prominent=True)

    events = tuple(spread(dossier.events[n % len(dossier.events)], n) for n in range(EVENTS))
    quotes = tuple(
        replace(one, id=f"{one.id}-{n}", article=copy(one.article, n), wording_group=None)
        for n in copies
        for one in dossier.quotes
    )
    sentences = {copy(key, n): found for n in copies for key, found in dossier.sentences.items()}
    return replace(
        dossier, articles=articles, events=events, quotes=quotes, sentences=sentences, times=(),
        wordings=(), disagreements=(),
        actors=tuple(replace(actor, spellings=()) for actor in dossier.actors),
    )  # fmt: skip


async def on_screen(dossier: Dossier) -> None:
    app = Application(["bench"], theme="dark", loader=lambda *_: (dossier, True))
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        gc.collect()
        gc.freeze()
        reader = app.reader
        reader.choose(Selection("event", dossier.events[0].id))

        async def run(*names: str) -> float:
            drawn = asyncio.Event()
            began = time.process_time()
            for name in names:
                reader.run_command(BY_ID[name])
            reader.call_after_refresh(drawn.set)
            await drawn.wait()
            taken = (time.process_time() - began) * 1000
            await pilot.pause()
            return taken

        for view in ("compare", "coverage", "people", "why"):
            first, closed, again = await run(view), await run("clear"), await run(view)
            print(
                f"{view:10} first {first:6.1f} ms   again {again:6.1f} ms   left {closed:6.1f} ms"
            )
            steps = [await run(step) for step in ("down", "right", "page-down", "bottom", "top")]
            if view == "coverage":
                print(f"{'':10} a step {max(steps[:2]):5.1f} ms   a page {max(steps):5.1f} ms")
                print(f"{'':10} in another order {await run('group-quotes'):5.1f} ms")
            await run("clear")


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["ARMREADER_HOME"] = home
        asyncio.run(on_screen(swollen(open_dossier([str(bundled("seeds"))]))))


if __name__ == "__main__":
    main()
