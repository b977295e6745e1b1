"""Captions without a credit, on a line of their own or glued to the paragraph before."""

from __future__ import annotations

import pytest

from armreader.reading.layout import lay_out
from armreader.reading.pictured import glued_caption, is_pictured


@pytest.mark.parametrize(
    "text",
    [
        "The mayor waves to islanders from the first boat, May 3, 2021.",
        "Ana Silva, left, and her son hug a fisherman in Lumen, Thursday, Sept. 22, 2022.",
        "Divers search the wreck off Lumen on Tuesday, June 1, 2021",
        "In this aerial photo, the ferry lies on its side off the pier.",
        "June 1: In this image made from video the ferry burns.",
    ],
)
def test_a_description_of_a_picture_is_a_caption(text: str) -> None:
    assert is_pictured(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor waved to islanders from the first boat on May 3, 2021.",
        "The mayor, who works in Lumen, was born on May 3, 1961. She moved to the island later.",
        "“We stand by the contract of May 3, 2021,” the mayor said.",
        "The council said that the boats run until May 3, 2021.",
        "The boats run until the end of May.",
        "In this town a photo costs nothing.",
        "",
    ],
)
def test_prose_of_a_report_is_not_a_caption(text: str) -> None:
    assert not is_pictured(text)


REPORT = "Some 126 people were aboard the ferry at the time of the accident"
SHOWN = "A Lumen tug and its crew search the water around the ferry May 3, 2021. More boats came."


def test_a_caption_glued_to_a_paragraph_is_split_off() -> None:
    first = "The ferry sank off the island on Monday, and most of the people on it were saved.\n\n"
    text = f"{first}{REPORT}{SHOWN}\n\n{first}"
    assert glued_caption(REPORT + SHOWN) == len(REPORT)
    kinds = [(s.kind, text[s.span.start : s.span.end]) for s in lay_out(text).sections]
    assert ("caption", SHOWN) in kinds
    assert ("body", first + REPORT) in kinds


@pytest.mark.parametrize("text", [REPORT, "the iPhoneA The Lumen", "He runs eBay in LumenThe end."])
def test_nothing_is_split_without_a_caption(text: str) -> None:
    assert glued_caption(text) == 0
