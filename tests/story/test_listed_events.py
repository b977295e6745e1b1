"""Events that tell the same, in the same words at the same place, have one row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armreader.records import Event, Span
from armreader.story.listed_events import each_once
from dossiers import harbour_dossier


def reported(
    label: str, span: tuple[int, int], *, article: str = "", prominent: bool = False
) -> Event:
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
        (reported("The pier closed", (10, 40)), reported("The pier closed", (12, 38)), 1),
        (reported("The pier closed", (10, 40)), reported("the pier closed …", (10, 40)), 1),
        (reported("Quill said the pier closed", (5, 40)), reported("The pier closed", (16, 40)), 1),
        (reported("The pier closed", (10, 40)), reported("The pier closed", (410, 440)), 2),
        (
            reported("The pier closed", (10, 40)),
            reported("The pier closed", (10, 40), article="a-b"),
            2,
        ),
        (reported("The pier closed", (10, 40)), reported("The ferry sank", (10, 40)), 2),
    ],
)
def test_the_same_words_at_one_place_have_one_row(first: Event, second: Event, rows: int) -> None:
    assert len(each_once([first, second])) == rows
    assert len(each_once([second, first])) == rows


def test_main_events_are_all_left_and_a_detail_gives_way_to_them() -> None:
    main = [
        reported("Pier closed", (10, 40), prominent=True),
        reported("Pier closed on Friday", (10, 50), prominent=True),
    ]
    detail = reported("The old pier closed on Friday at last", (0, 60))
    assert each_once([main[0], detail, main[1]]) == (main[0], detail, main[1])
    assert each_once([reported("Pier closed", (11, 39)), *main]) == tuple(main)
