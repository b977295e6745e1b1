"""What is shown of a page that two readings differ on, and of an article's place in its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Event

from armreader.opening.loading import Tell
from armreader.story.dossier import Dossier
from dossiers import GAZETTE, harbour_dossier, span
from hand import Start


def load_export(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
    harbour = harbour_dossier()
    first, *others = harbour.articles
    assert first.id == "gazette"
    unsure = (span(GAZETTE, "Fishermen have mended it twice."),)
    changed = replace(first, file="export.docx#17", doubtful=unsure)
    last = replace(others[-1], file="export.docx#100")
    return replace(harbour, articles=(changed, *others[:-1], last)), True


async def test_doubtful_paragraphs_are_marked_and_the_place_is_given(start: Start) -> None:
    async with start(loader=load_export) as hand:
        await hand.press("2")
        line = next(line for line in hand.screen() if "Fishermen have mended it" in line)
        assert line.split("│")[-1].startswith("? Fishermen")
        other = next(line for line in hand.screen() if "Harbour board votes" in line)
        assert "? " not in other
        await hand.press("z")
        assert hand.shows("17 of 100 in export.docx")
