"""Names that look like words."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar import analyse
from armreader.extraction.grammar.surnames import surnames
from armreader.records import Sentence, Span


def _tags_of_last(*sentences: str) -> list[str]:
    """The tags of the last of the sentences of a text."""
    text = " ".join(sentences)
    found: list[Sentence] = []
    for each in sentences:
        start = text.index(each, found[-1].span.end if found else 0)
        found.append(Sentence(Span(start, start + len(each)), "body", 0))
    return analyse(text, found)[-1].tags


def test_a_surname_follows_a_title_or_a_given_name() -> None:
    text = "Ann Banks, Mr. Rice and Mary J. Fields met Old Town Council. Norland Waters left."
    assert surnames(text) == {"Banks", "Rice", "Fields"}


@pytest.mark.parametrize("name", ["Banks", "Rice", "Sanders", "Fields", "Powers"])
def test_a_surname_that_opens_a_sentence_is_a_name(name: str) -> None:
    assert _tags_of_last(f"Ann {name} met the mayor.", f"{name} said she was ill.")[0] == "NNP"


def test_a_word_that_opens_a_sentence_stays_a_word() -> None:
    assert _tags_of_last("Ann Lee met the mayor.", "Banks said they were shut.")[0] == "NNS"


@pytest.mark.parametrize("title", ["Deputy", "Mayor", "Guard", "Spokesman"])
def test_a_title_with_a_capital_before_a_name_is_part_of_it(title: str) -> None:
    assert _tags_of_last(f"{title} Lund was hurt in Ardal.")[:2] == ["NNP", "NNP"]
    assert _tags_of_last(f"The {title.lower()} Lund was hurt in Ardal.")[1] == "NN"
