"""Anything in a file, a name or a query is shown as it is and never obeyed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from threading import Event as Flag

import pytest
from textual.events import Paste

from armreader.opening.loading import Tell
from armreader.story.dossier import Dossier
from armreader.story.selection import Selection
from armreader.ui.keys.commands import COMMANDS
from dossiers import harbour_dossier
from hand import Start

BAD = "[/b] [sic] [@click=app.quit] [red \x1b[2J\x1b]52;c;aGk=\x07 \x9b6n \x00 $(touch x) {0} %s"
BAD += " \u202e\u2066\u200b\U000e0041"
LEFT_OUT = ("quit", "edit", "reload", "redraw")
"""What leaves the program or the screen."""
CONTROLS = "".join(map(chr, (*range(9), *range(11, 32), *range(127, 160))))
EVERY = f"{CONTROLS}\u202e\u2066\u200b\U000e0041\u2028\u00ad"
"""Every control, and what turns or hides a text."""
SHOWN = "[/b] [sic] [@click=app.quit] [red ␛[2J␛]52;c;aGk=␇ �6n ␀ $(touch x) {0} %s ⇄⇄␣␣"


def load_hostile(paths: Sequence[str], tell: Tell, stop: Flag) -> tuple[Dossier, bool]:
    """The dossier made by hand, with harm in every field that the screen shows."""
    dossier = harbour_dossier()
    first, *others = dossier.articles
    bad = replace(
        first, source=BAD, title=BAD, byline=BAD, url=BAD, notices=(BAD,), file=BAD,
        text=first.text + "\n\n" + BAD + "\n",
    )  # fmt: skip
    return (
        replace(
            dossier,
            name=BAD,
            articles=(bad, *others),
            events=tuple(replace(event, label=BAD) for event in dossier.events),
            actors=tuple(replace(actor, name=BAD) for actor in dossier.actors),
        ),
        True,
    )


async def test_nothing_is_obeyed_and_nothing_is_lost(start: Start) -> None:
    async with start(200, 50, loader=load_hostile) as hand:
        keys = ("3", "j", "w", "escape", "4", "j", "s", "p", "?", "escape", "c", "escape")
        for key in keys:
            await hand.press(key)
            for line in hand.screen():
                assert line.isprintable(), line
        hand.reader.choose(Selection("article", "gazette"))
        await hand.press("z", "G")
        assert hand.shows(SHOWN[:60])


def load_every(paths: Sequence[str], tell: Tell, stop: Flag) -> tuple[Dossier, bool]:
    """The dossier made by hand, with all that cannot be seen in every name and title."""
    dossier = harbour_dossier()
    articles = tuple(
        replace(
            one, source=f"S{EVERY}{one.source}", title=f"T{EVERY}{one.title}", byline=EVERY,
            url=f"https://a.example/{EVERY}", notices=(EVERY,), file=f"f{EVERY}.txt",
        )
        for one in dossier.articles
    )  # fmt: skip
    actors = tuple(replace(one, name=f"{one.name}{EVERY}") for one in dossier.actors)
    events = tuple(replace(one, label=f"{one.label}{EVERY}") for one in dossier.events)
    return (
        replace(dossier, name=EVERY, articles=articles, events=events, actors=actors),
        True,
    )


@pytest.mark.parametrize("part", range(4))
async def test_no_command_shows_what_cannot_be_seen(start: Start, notes: Path, part: int) -> None:
    own = "\n".join(f"Own {letter} words" for letter in EVERY)
    notes.write_text(f"{notes.read_text()}\n## Heading {EVERY}\n\n{own}\n", encoding="utf-8")
    async with start(160, 40, loader=load_every, notes=notes) as hand:

        def check() -> None:
            for line in hand.screen():
                assert line.isprintable(), line

        asked = [command for command in COMMANDS if command.id not in LEFT_OUT][part::4]
        for command, pane in zip(asked, cycle("1234"), strict=False):
            await hand.rattle("escape", "escape", pane, "j")
            await hand.press(command.keys[0])
            check()
            if hand.reader._typing:
                hand.reader.on_paste(Paste(f"said {EVERY} Quill"))
                await hand.press()
                check()
                await hand.press("enter")
                check()
            await hand.press("escape")
        hand.reader.tell(f"Saved in {EVERY}")
        await hand.press()
        check()


async def test_a_query_is_text(start: Start) -> None:
    async with start() as hand:
        await hand.press("/")
        for query in ("[", "[/", "[@click=x]", '"', "-", "date:", "a" * 60, "%s {0}", "\\"):
            await hand.press("ctrl+u")
            for letter in query:
                hand.reader._typing.key(letter, letter)  # type: ignore[union-attr]
            await hand.press()
            assert hand.shows(query[:30])
        await hand.press("enter", "escape")
