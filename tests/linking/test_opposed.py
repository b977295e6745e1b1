"""Claims without figures: what one source says is so and another says is not."""

from __future__ import annotations

import pytest

from armreader.records import Disagreement
from wire import linked, report

RULES = ("disagreement-opposed", "disagreement-who", "disagreement-contested")


def found(*texts: tuple[str, str]) -> list[Disagreement]:
    """The disagreements on claims of reports, each with its day."""
    reports = [report(f"Ferry\n{text}", day, f"Paper {n}") for n, (text, day) in enumerate(texts)]
    return [one for one in linked(*reports).disagreements if one.reason.rule in RULES]


def says(one: Disagreement) -> list[str]:
    return [side.says for side in one.sides]


OPPOSED = [
    # of one day, by two papers
    ("The bow doors of the ferry were open.", "The bow doors of the ferry were closed."),
    ("The harbour council accepted the plan of the line.",
     "The harbour council rejected the plan of the line."),
    ("The crew warned the passengers of the fire.",
     "The crew did not warn the passengers of the fire."),
    ("The salvage tug reached the ferry.", "The salvage tug failed to reach the ferry."),
    ("Police said the captain of the ferry was guilty of neglect.",
     "Police said the captain of the ferry was innocent of neglect."),
]  # fmt: skip


@pytest.mark.parametrize(("yes", "no"), OPPOSED)
def test_opposed(yes: str, no: str) -> None:
    (one,) = found((yes, "2021-05-12"), (no, "2021-05-12"))
    assert one.kind == "denial"
    assert says(one) == ["yes", "no"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same of another thing
        ("The bow doors of the ferry were open.", "The shops of the ferry were closed."),
        ("The tug reached Ardal harbour.", "The tug did not reach Lumen harbour."),
        ("The line hired 12 divers.", "The line did not hire 40 divers."),
        # one of them leaves out of whom or of what it is so
        ("The crew won praise from the harbour council.", "The crew did not win."),
        ("A crew warned the passengers.", "The crew did not warn the passengers."),
        ("The crew warned the passengers.", "Nobody else warned the passengers."),
        # of another doer, of more than the other tells, and what nobody can say
        ("The council accepted the plan of the line.", "The crew rejected the plan of the line."),
        ("The line hired the divers.", "The line did not hire the divers for the search."),
        (
            "The line was responsible for the fire.",
            "There is no way to say the line was not responsible for the fire.",
        ),
        # of a plan, a wish or a part
        ("The council ordered the tug to sail.", "The tug was ordered not to sail."),
        ("The tug reached the ferry.", "The tug would not reach the ferry."),
        ("The crew warned the passengers.", "The crew did not warn all the passengers."),
    ],
)
def test_not_opposed(one: str, other: str) -> None:
    assert not found((one, "2021-05-12"), (other, "2021-05-12"))


def test_what_was_not_so_may_be_so_later() -> None:
    yes, no = OPPOSED[2]
    assert not found((no, "2021-05-12"), (yes, "2021-05-14"))


def test_assertions_of_different_days_are_not_opposed() -> None:
    yes, no = OPPOSED[2]
    assert not found((yes, "2021-05-02"), (no, "2021-05-12"))


def test_a_charge_and_its_rebuttal() -> None:
    charge = "Ann Roe, a lawyer, accused Norsk Line of hiding the report on the doors."
    denial = "Norsk Line denied hiding the report."
    (one,) = found((charge, "2021-05-12"), (denial, "2021-05-13"))
    assert says(one) == ["reported", "claimed", "denied"]


def test_a_charge_and_its_rebuttal_in_one_report() -> None:
    text = (
        "Ann Roe, a lawyer, accused Norsk Line of hiding the report on the doors. "
        "Norsk Line denied the accusation."
    )
    (one,) = found((text, "2021-05-12"))
    assert says(one) == ["yes", "no"]


def test_who_built_it() -> None:
    first = "Acme Corp, which built the Northern Star, declined to comment."
    second = "The Northern Star, built by Vessel Works, sank on Tuesday."
    (one,) = found((first, "2021-05-12"), (second, "2021-05-20"))
    assert one.kind == "who"
    assert says(one) == ["Acme Corp", "Vessel Works"]


def test_where_a_maker_is_based_is_not_its_name() -> None:
    first = "The Northern Star was built by Tolland, Norway-based Vessel Works."
    second = "Vessel Works, which built the Northern Star, declined to comment."
    assert not found((first, "2021-05-12"), (second, "2021-05-12"))


def test_contested_in_an_earlier_year() -> None:
    text = "The union in 2008 rejected claims that the ferry was safe."
    assert not found((text, "2021-05-12"))


def test_who_runs_what_a_third_report_names() -> None:
    texts = (
        "The Northern Star, operated by Acme Corp, sank on Tuesday.",
        "Blue Line operated the Northern Star ferry.",
        "Blue Line, the ferry operator, has said little.",
    )
    (one,) = found(*((text, "2021-05-12") for text in texts))
    assert says(one) == ["Acme Corp", "Blue Line", "Blue Line"]


def test_who_built_another() -> None:
    first = "Acme Corp, which built the Northern Star, declined to comment."
    second = "The Southern Cross, built by Vessel Works, sank on Tuesday."
    assert not found((first, "2021-05-12"), (second, "2021-05-12"))


def test_more_or_less_than_a_named_thing() -> None:
    first = "The fire is worse than the Lumen fire, experts said."
    second = "The fire is not as bad as the Lumen fire, the minister said."
    (one,) = found((first, "2021-05-12"), (second, "2021-05-14"))
    assert says(one) == ["more", "less"]


def test_more_of_one_quality_and_less_of_another() -> None:
    first = "The fire is more costly to put out than the Lumen fire, experts said."
    second = "The rain keeps it less visible than the Lumen fire, the minister said."
    assert not found((first, "2021-05-12"), (second, "2021-05-14"))


def test_despite_a_claim() -> None:
    text = "Despite claims by Norsk Line that the doors were shut, water came in for an hour."
    (one,) = found((text, "2021-05-12"))
    assert says(one) == ["claimed", "denied"]


def test_a_copy_contradicts_nobody() -> None:
    both = "The tug reached the ferry at noon. " * 3
    assert not found((both, "2021-05-12"), (both, "2021-05-12"))
