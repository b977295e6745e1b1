"""Labels: how a clause is clipped, where a noun phrase begins, and what is wrong with a label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.linking.events.clipped import LIMIT, clipped, faults, noun_phrase_start


def clip(clause: str, trigger: str) -> str:
    at = clause.index(trigger)
    return clipped(clause, at, at + len(trigger))


@pytest.mark.parametrize(
    ("clause", "trigger", "label"),
    [
        ("the ferry sank", "sank", "The ferry sank"),
        ("However, the ferry sank", "sank", "The ferry sank"),
        ("then the ferry sank", "sank", "The ferry sank"),
        ("at first, however, the ferry sank", "sank", "The ferry sank"),
        ("which sank", "sank", "Which sank"),
        ("the ferry sank, however, off Ardal", "sank", "The ferry sank off Ardal"),
        ("the ferry sank without its", "sank", "The ferry sank"),
        ("Ada Quill, told the press", "press", "Ada Quill told the press"),
        ("Ada Quill, sank", "sank", "Ada Quill sank"),
        ("Ada Quill, the mayor, told the press", "press", "Ada Quill, the mayor, told the press"),
        ("“the ferry sank”", "sank", "The ferry sank"),
        (
            "the ferry sank off the northern cape of the island in a storm that had been foretold",
            "sank",
            "The ferry sank off the northern cape of the island in a storm",
        ),
        (
            "rebels seized full control of the harbour during a sudden unexpected unforeseen raid",
            "seized",
            "Rebels seized full control of the harbour",
        ),
        (
            "the board elected new auditors to replace the old ones whose accounts had been false",
            "elected",
            "The board elected new auditors to replace the old ones",
        ),
        (
            "the council turned down the plan by unanimously endorsing Mayor Tom Birk’s idea",
            "turned",
            "The council turned down the plan",
        ),
        (
            "the harbour board bought the northern half of the Isle of Ardal and two old boats",
            "bought",
            "The harbour board bought the northern half",
        ),
        (
            "fishermen told the harbour board that unannounced visits frightened buyers away",
            "told",
            "Fishermen told the harbour board that unannounced visits frightened",
        ),
        (
            "the mayor praised ancient unseaworthy barges resembling Ada Quill’s yachts",
            "praised",
            "The mayor praised ancient unseaworthy barges resembling",
        ),
    ],
)
def test_clauses_are_clipped(clause: str, trigger: str, label: str) -> None:
    assert clip(clause, trigger) == label


def test_of_a_noun_a_label_may_end_with_it() -> None:
    clause = "the board of the harbour prompted a mass exodus of the unregistered fishermen there"
    at = clause.index("exodus")
    label = clipped(clause, at, at + len("exodus"), is_noun=True)
    assert label == "The board of the harbour prompted a mass exodus"


@pytest.mark.parametrize(
    ("stretch", "phrase"),
    [
        ("that saw foreign troops ", "foreign troops "),
        ("from moving the old boats of the king ", "the old boats of the king "),
        ("left two children ", "two children "),
        ("who came with Ada Quill, who ", "Ada Quill, who "),
        ("demanding that the mayor had already been ", "the mayor had already been "),
        ("imposed for a harbour that was ", "a harbour that was "),
        ("and has ", None),
        ("", None),
    ],
)
def test_noun_phrases_before_a_trigger(stretch: str, phrase: str | None) -> None:
    start = noun_phrase_start(stretch)
    assert (None if start is None else stretch[start:]) == phrase


@pytest.mark.parametrize(
    ("label", "count"),
    [
        ("The ferry sank off Ardal", 0),
        ("Rebels seized the port", 0),
        ("It sank off Ardal", 1),
        ("Was sunk off Ardal", 1),
        ("After sinking off Ardal", 1),
        ("Sinking off Ardal", 1),
        ("Sank", 2),
        ("…", 3),
    ],
)
def test_faults_of_a_label(label: str, count: int) -> None:
    assert faults(label) == count


@given(st.text(max_size=150), st.text(min_size=1, max_size=20), st.text(max_size=150))
def test_a_label_is_short_and_holds_its_trigger(before: str, trigger: str, after: str) -> None:
    before, after = " ".join(before.split()), " ".join(after.split())
    trigger = "".join(trigger.split()) or "x"
    label = clipped(before + trigger + after, len(before), len(before) + len(trigger))
    assert len(label) <= max(LIMIT, len(before) + len(trigger)) + 2  # a capital may be two letters
    assert label


def test_capitals_without_end_are_clipped_at_once() -> None:
    capitals = "A" * 5_000 + " B" * 5_000
    assert clipped(f"{capitals} sank", len(capitals) + 1, len(capitals) + 5).endswith("sank")
