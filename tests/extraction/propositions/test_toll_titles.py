"""Headlines that report a toll without a finite verb."""

from __future__ import annotations

import pytest

from wire import report

TOLLS = [
    ("2 Dead, 1 Wounded in Shooting at Norden Plant", "die"),
    ("Two Dead in Ardal Blast", "die"),
    ("15 killed as bus crashes", "kill"),
    ("At Least 10 Hurt in Quake", "hurt"),
    ("Three Missing After Ferry Sinks", "go missing"),
    ("Five shot dead in Ardal bar", "shoot"),
    ("Dozens arrested at Ardal protest", "arrest"),
    ("10 killed in Norden blast: police", "kill"),
]


@pytest.mark.parametrize(("title", "verb"), TOLLS)
def test_a_toll_in_a_headline_is_a_row(title: str, verb: str) -> None:
    one = report(f"{title}\nThe sea was calm.\n")
    [found] = [each for each in one.propositions if each.label and each.span.start == 0]
    assert one.article.text[slice(*found.label[0])] == title
    assert found.lemmas == (verb,)


@pytest.mark.parametrize(
    "title",
    [
        "12 angry men",
        "100 days to go",
        "10 dead ships",
        "2 dead: what went wrong in the harbour of Ardal",
        "Is 1 missing?",
    ],
)
def test_another_number_is_no_toll(title: str) -> None:
    one = report(f"{title}\nThe sea was calm.\n")
    assert not any(each.label and each.span.start == 0 for each in one.propositions)


def test_a_number_further_down_is_no_headline() -> None:
    one = report("Storm\n15 killed as bus crashes.\n")
    assert not any(each.lemmas == ("kill",) and each.label for each in one.propositions)
