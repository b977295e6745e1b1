"""Words in a row, as they are written."""

from __future__ import annotations

import pytest

from armreader.search.phrases import Phrase

FERRY = frozenset({"ferry", "Ferry", "ferry's"})
DOCKS = frozenset({"docks", "Docks", "docks'"})
MARKS = frozenset({"'", "’"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry docks.", True),
        ("Ferry—docks", True),
        ("the ferry ’ ' docks", True),
        ("the ferry's docks' end", True),
        ("a ferry, a ferry docks", True),
        ("the ferry then docks", False),
        ("docks ferry", False),
        ("the carferry docks", False),
        ("the ferryman docks", False),
        ("the ferry docksides", False),
        ("the ferry", False),
        ("the ferry '", False),
        ("", False),
    ],
)
def test_words_in_a_row(text: str, found: bool) -> None:
    line = f"docks {text} ferry"
    # What is around the line does not count, nor into how many ways of writing it falls.
    for first in (FERRY, FERRY | {f"other{number}" for number in range(30)}):
        phrase = Phrase([first, DOCKS], MARKS)
        assert phrase.is_in(line, 6, 6 + len(text)) == found


def test_three_words_and_none_after_the_first() -> None:
    assert Phrase([FERRY, DOCKS, FERRY], MARKS).is_in("ferry docks ferry", 0, 17)
    assert not Phrase([FERRY, DOCKS, FERRY], MARKS).is_in("ferry docks", 0, 11)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("’ ferry docks now", True, False),
        ("now ferry docks ’", False, True),
        ("ferry", False, False),
    ],
)
def test_at_the_beginning_or_end(text: str, starts: bool, ends: bool) -> None:
    words = [FERRY, DOCKS]
    assert Phrase(words, MARKS, starts=True).is_in(text, 0, len(text)) == starts
    assert Phrase(words, MARKS, ends=True).is_in(text, 0, len(text)) == ends
