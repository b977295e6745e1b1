"""The ledger: which figures in our own reports are one series, and how they are related."""

from __future__ import annotations

import pytest

from armreader.linking.quantities.differences import differences
from armreader.records.quantity import Quantity
from wire import linked, report


def series(*reported: tuple[str, str]) -> tuple[Quantity, ...]:
    reports = [
        report(f"Report {n}\n{text}", day, f"Paper {n}") for n, (text, day) in enumerate(reported)
    ]
    return linked(*reports).quantities


def relations(*reported: tuple[str, str]) -> list[str]:
    return [one.kind for quantity in series(*reported) for one in quantity.relations]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Tolland bridge is 30 feet high.", "The bridge at Tolland is 9.1 metres high."),
        ("The fire killed 14 workers.", "Fourteen people died in the fire."),
        ("The well is leaking 42 gallons an hour.", "The well leaks 1,008 gallons a day."),
    ],
)
def test_one_value_is_one_series(first: str, second: str) -> None:
    (found,) = series((first, "2021-05-03"), (second, "2021-05-04"))
    assert len(found.claims) == 2
    assert not found.relations


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The fire left 11 workers dead.", "The fire left 11 workers missing."),
        ("The well leaks 50 barrels a day.", "The tank captures 50 barrels a day."),
        ("The mine is 300 metres deep.", "The tower is 300 metres high."),
    ],
)
def test_roles_separate_equal_values(first: str, second: str) -> None:
    assert len(series((first, "2021-05-03"), (second, "2021-05-03"))) == 2


@pytest.mark.parametrize(
    ("first", "second", "days", "kinds"),
    [
        ("The fire at Tolland killed 14 workers.", "The fire at Tolland killed 17 workers.",
         ("2021-05-03", "2021-05-03"), ["differs"]),
        ("The fire at Tolland has killed 14 workers.", "The fire at Tolland has killed 17 workers.",
         ("2021-05-03", "2021-05-09"), ["revised"]),
        ("The Tolland tower is 40 metres high.", "The Tolland tower is 59 metres high.",
         ("2021-05-03", "2021-07-09"), ["differs"]),
        ("A quake of magnitude 6.4 hit Tolland.", "The quake in Tolland had a magnitude of 6.8.",
         ("2021-05-03", "2021-05-09"), ["differs"]),
        ("The fire killed at least 14 workers.", "The fire killed 17 workers.",
         ("2021-05-03", "2021-05-03"), []),
        ("The fire killed about 100 workers.", "The fire killed 104 workers.",
         ("2021-05-03", "2021-05-03"), []),
        ("Shop staff sold 14 hats.", "Shop staff sold 17 hats.",
         ("2021-05-03", "2021-05-03"), []),
        # another quake, another scope, a part, another buyer, another place
        ("A quake of magnitude 6.4 hit Tolland.", "The quake in Tolland in January was of 6.8.",
         ("2021-05-03", "2021-05-03"), []),
        ("The fever has killed 61 people worldwide.", "The fever has killed 14 people.",
         ("2021-05-03", "2021-05-03"), []),
        ("The fire at Tolland killed five people.", "The fire at Tolland killed two women.",
         ("2021-05-03", "2021-05-03"), []),
        ("Ardal paid $20m for the Tolland quarry.", "Lumen paid $30m for the Tolland quarry.",
         ("2021-05-03", "2021-05-03"), []),
        ("Ardal is 50 miles north of the capital.", "Lumen is 70 miles north of the capital.",
         ("2021-05-03", "2021-05-03"), []),
        # in one country and in all, in another, most of them there, and of two groups
        ("The floods killed 47 people in Norway and 10 in Sweden.",
         "The floods in Norway and Sweden have killed 59 people.",
         ("2021-05-03", "2021-05-09"), []),
        ("Norway has reported two cases, raising the number of infections to six.",
         "Sweden has reported nine cases, raising the number of infections to 32.",
         ("2021-05-03", "2021-05-09"), []),
        ("The fever has killed 48 people in Norway.",
         "The fever has killed 53 people, most of them in Norway.",
         ("2021-05-03", "2021-05-09"), []),
        ("The floods killed five clerks in Tolland.", "The floods killed 11 people in Tolland.",
         ("2021-05-03", "2021-05-09"), []),
        # the losses of two firms, and the spending of two groups
        ("Acme reported a loss of $50m at the Tolland mill.",
         "Lumen reported a loss of $75m at the Tolland mill.",
         ("2021-05-03", "2021-05-09"), []),
        ("Ann Roe's campaign says it raised $15m in Tolland. "
         "Bo Dahl's campaign says it raised $21m in Tolland.", "All is calm in Tolland.",
         ("2021-05-03", "2021-05-03"), []),
        # more victims than were known, and those who are only suspected
        ("The fire at Tolland killed 14 workers and 20 other workers.", "All is calm.",
         ("2021-05-03", "2021-05-03"), []),
        ("The fever killed 14 people in Tolland.", "The fever killed 40 suspected victims there.",
         ("2021-05-03", "2021-05-03"), []),
    ],
)  # fmt: skip
def test_relations(first: str, second: str, days: tuple[str, str], kinds: list[str]) -> None:
    assert relations((first, days[0]), (second, days[1])) == kinds


def test_one_report_with_two_voices() -> None:
    text = "The army said 20 villagers were killed, but the mayor said 45 villagers were killed."
    assert relations((text, "2021-05-03"), ("All is calm in Tolland.", "2021-05-03")) == ["differs"]


def test_one_report_with_an_estimate_and_a_range() -> None:
    text = (
        "Mayor Ann Roe said the well leaks 50 barrels a day. "
        "Owner Bo Dahl said it leaks 10 to 50 barrels a day."
    )
    assert relations((text, "2021-05-03"), ("All is calm in Tolland.", "2021-05-03")) == ["differs"]


def test_a_previous_estimate_is_revised() -> None:
    text = (
        "The well leaks 50 barrels a day, far more than the previous estimate of 10 barrels a day."
    )
    assert relations((text, "2021-05-03"), ("All is calm in Tolland.", "2021-05-03")) == ["revised"]


def test_who_says_so_and_as_of() -> None:
    text = "Mayor Ines Talbot said the flood had displaced 5,400 residents by 2 May 2021."
    found = linked(report(f"Flood\n{text}", "2021-05-05"))
    (claim,) = next(one for one in found.quantities if one.role == "displaced").claims
    assert next(one.name for one in found.actors if one.id == claim.by) == "Ines Talbot"
    assert claim.as_of == "2021-05-02"


def test_a_name_is_a_stretch_of_a_source() -> None:
    first, second = "The fire killed 14 mill workers.", "Fourteen mill workers died in the fire."
    (found,) = series((first, "2021-05-03"), (second, "2021-05-04"))
    assert found.what in first or found.what in second


def test_differences_give_each_value_once() -> None:
    reports = [
        report(f"Report {n}\nThe fire at Tolland killed {count} workers.", "2021-05-03")
        for n, count in enumerate((14, 17, 14))
    ]
    found = linked(*reports)
    (one,) = differences(found.quantities, found.articles)
    assert [side.says for side in one.sides] == ["14", "17"]
