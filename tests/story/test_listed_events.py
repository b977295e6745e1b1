"""Events that tell the same, in the same words at the same place, have one row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armreader.records import Event, Span
from armreader.story.listed_events import told_once
from dossiers import harbour_dossier


def told(label: str, span: tuple[int, int], *, article: str = "", prominent: bool = False) -> Event:
    pattern = harbour_dossier().events[0]
    mention = replace(
        pattern.mentions[0], span=Span(*span), article=article or pattern.mentions[0].article
    )
    return replace(
        pattern,
        id=f"e-{label}-{span}-{article}",
        label=label,
        mentions=(mention,),
        prominent=prominent,
    )


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        (told("The pier closed", (10, 40)), told("The pier closed", (12, 38)), 1),
        (told("The pier closed", (10, 40)), told("the pier closed …", (10, 40)), 1),
        (told("Quill said the pier closed", (5, 40)), told("The pier closed", (16, 40)), 1),
        (told("The pier closed", (10, 40)), told("The pier closed", (410, 440)), 2),
        (told("The pier closed", (10, 40)), told("The pier closed", (10, 40), article="a-b"), 2),
        (told("The pier closed", (10, 40)), told("The ferry sank", (10, 40)), 2),
    ],
)
def test_the_same_words_at_one_place_have_one_row(first: Event, second: Event, rows: int) -> None:
    assert len(told_once([first, second])) == rows
    assert len(told_once([second, first])) == rows


def test_main_events_are_all_left_and_a_detail_gives_way_to_them() -> None:
    main = [
        told("Pier closed", (10, 40), prominent=True),
        told("Pier closed on Friday", (10, 50), prominent=True),
    ]
    detail = told("The old pier closed on Friday at last", (0, 60))
    assert told_once([main[0], detail, main[1]]) == (main[0], detail, main[1])
    assert told_once([told("Pier closed", (11, 39)), *main]) == tuple(main)
