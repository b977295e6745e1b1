"""Whatever stands in a file, a name or a query is shown as it is, and never obeyed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Event as Flag

from armreader.opening.loading import Tell
from armreader.story.dossier import Dossier
from armreader.story.selection import Selection
from dossiers import harbour_dossier
from hand import Start

BAD = "[/b] [sic] [@click=app.quit] [red \x1b[2J\x1b]52;c;aGk=\x07 \x9b6n \x00 $(touch x) {0} %s"
BAD += " \u202e\u2066\u200b\U000e0041"
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
