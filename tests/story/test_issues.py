"""What is at issue, in a line of plain English."""

from __future__ import annotations

import pytest

from armreader.opening.pipeline import assembled
from armreader.story.issues import issue_of, revision_of
from wire import linked, report


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        ("The fire at Tolland killed 14 workers.", "The fire at Tolland killed 17 workers.",
         "Figures differ, workers dead: 14 or 17 (“"),
        ("Some 40 teachers in Tolland are on strike.", "In Tolland, 90 teachers are on strike.",
         "Figures differ, teachers on strike: about 40 or 90 (“"),
        ("The Tolland tower is 40 metres high.", "The Tolland tower is 59 metres high.",
         "Figures differ, height: 40 or 59 metres (“"),
        ("The army said the Tolland well leaks 50 barrels a day.",
         "The mayor said the Tolland well leaks between 60 and 90 barrels a day.",
         "Figures differ, leak: 50 or 60 to 90 barrels/day (“"),
    ],
)  # fmt: skip
def test_figures_that_differ(first: str, second: str, says: str) -> None:
    reports = (
        report(f"Report {n}\n{text}", "2021-05-03") for n, text in enumerate((first, second))
    )
    dossier = assembled("d", linked(*reports), [])
    (found,) = dossier.disagreements
    assert issue_of(dossier, found).startswith(says)


def test_many_values_are_given_by_their_ends() -> None:
    text = "The fire at Tolland killed {} workers."
    reports = (
        report(f"Report {n}\n{text.format(n)}", "2021-05-03", f"Paper {n}")
        for n in (14, 17, 19, 23)
    )
    dossier = assembled("d", linked(*reports), [])
    (found,) = dossier.disagreements
    assert issue_of(dossier, found).startswith("Figures differ, workers dead: 14 … 23 (“")


def test_figures_that_were_revised() -> None:
    text = "The fire at Tolland has killed {} workers."
    given = ((14, "2021-05-03"), ("at least 17", "2021-05-09"))
    (found,) = linked(*(report(f"Report\n{text.format(n)}", day) for n, day in given)).quantities
    assert revision_of(found).startswith("Revised, workers dead: 14, then at least 17 (“")
