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
        # in one country and in two, in a named country and in what is not, capital and country
        ("The fever has infected six people in Norway.",
         "The fever has infected eight people in Norway and Sweden.",
         ("2021-05-03", "2021-05-04"), []),
        ("The Ida fever has infected 226 people, the Ida clinic said.",
         "The Ida fever is spreading, with 590 people infected in Norway.",
         ("2021-05-03", "2021-05-04"), []),
        ("The fever has killed 14 people in Oslo.", "The fever has killed 22 people in Norway.",
         ("2021-05-03", "2021-05-04"), []),
        ("The fever has killed 14 people in the U.K.",
         "The fever has killed 22 people in the United Kingdom.",
         ("2021-05-03", "2021-05-04"), ["revised"]),
        # those who are known, and those who are thought to be; a part of all; more on top of them
        ("The fever is known to have killed 20 people in Norway.",
         "The fever has killed 61 people in Norway.", ("2021-05-03", "2021-05-03"), []),
        ("The fever has killed 20 people in Norway.", "Almost all of the 34 dead were in Norway.",
         ("2021-05-03", "2021-05-04"), []),
        ("The fever has killed 20 people in Norway and 30 more are ill.",
         "In Norway, the fever has killed 20 people out of a total of 51 reported cases.",
         ("2021-05-03", "2021-05-03"), []),
        # what is long over does not grow
        ("The Ida fever of 2003 killed 299 people.", "The Ida fever killed 800 people in 2003.",
         ("2021-05-03", "2021-05-09"), []),
        ("The Ida fever of 2003 killed 299 people.", "The Ida fever killed 340 people in 2003.",
         ("2021-05-03", "2021-05-09"), ["differs"]),
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
        # each day brings another amount
        ("Crews collected 300 barrels of oil at Tolland on Monday.",
         "Crews collected 420 barrels of oil at Tolland on Tuesday.",
         ("2021-05-04", "2021-05-05"), []),
        # something else with which it is compared, and what was not so
        ("The Tolland mill spilled 900 tons of acid, exceeding the 300 tons that the Ida mill "
         "lost.", "The Tolland mill has spilled 900 tons.", ("2021-05-03", "2021-05-03"), []),
        ("The Tolland mill spilled 900 tons of acid, not 900 pounds.", "All is calm in Tolland.",
         ("2021-05-03", "2021-05-03"), []),
        # the worst case, a condition, a part
        ("The worst-case estimate is that the Tolland well leaks 90 barrels a day.",
         "The Tolland well leaks 30 barrels a day.", ("2021-05-03", "2021-05-03"), []),
        ("The Tolland well leaks 30 barrels a day.",
         "The plan foresees that it leaks 90 barrels a day in the event of a quake.",
         ("2021-05-03", "2021-05-03"), []),
        ("Half of the acid spilled in Tolland - about 450 tons - reached the river.",
         "The Tolland mill spilled 900 tons.", ("2021-05-03", "2021-05-03"), []),
        # what moves, and rooms of two kinds
        ("The storm was 55 miles south of Tolland.", "The storm was 90 miles south of Tolland.",
         ("2021-05-03", "2021-05-04"), []),
        ("The room measured about 30 feet by 30 feet.", "The 40-foot-long boxes came from Ardal.",
         ("2021-05-03", "2021-05-03"), []),
        # two ranges with conversions overlap, and one has two ends
        ("The Tolland well leaks around 600 gallons (2,271 liters) to 1,200 gallons a day.",
         "The Tolland well leaks between 800 gallons (3,028 liters) and 1,800 gallons a day.",
         ("2021-05-03", "2021-05-03"), []),
        # said of an earlier day
        ("3 May - The coastguard says the Tolland well leaks 30 barrels a day.",
         "The Tolland well leaks 90 barrels a day.", ("2021-05-24", "2021-05-24"), []),
        ("Last month, the firm said the Tolland well leaks 30 barrels a day.",
         "The Tolland well leaks 90 barrels a day.", ("2021-05-24", "2021-05-24"), []),
        # a quake in another place and in another month, two places in one direction
        ("A quake of magnitude 6.4 hit Tolland.", "A quake of magnitude 5.9 hit Ardal.",
         ("2021-05-03", "2021-05-03"), []),
        ("A quake of magnitude 6.4 hit Tolland.", "In April, a quake of magnitude 5.9 hit Tolland.",
         ("2021-05-03", "2021-05-03"), []),
        ("The quake hit Lumen, 602 miles south of the capital.",
         "The quake hit an island 930 miles south of the capital.",
         ("2021-05-03", "2021-05-03"), []),
        # a part of the victims, and boats of which nothing else is the same
        ("Two of the three workers died in the fire at Tolland.",
         "The fire at Tolland killed one worker.", ("2021-05-03", "2021-05-03"), []),
        ("The navy seized two boats with arms.", "The navy chased nine boats off.",
         ("2021-05-03", "2021-05-05"), []),
        # another quake, the attack of another day, a count that is of another day
        ("A quake of magnitude 6.4 hit Tolland.", "An aftershock of magnitude 5.9 hit Tolland.",
         ("2021-05-03", "2021-05-03"), []),
        ("A quake of magnitude 6.4 hit Tolland on Monday.",
         "A quake of magnitude 5.9 hit Tolland on Thursday.", ("2021-05-07", "2021-05-07"), []),
        ("A quake of magnitude 6.4 hit Tolland.", "A quake of magnitude 5.9 hit Tolland.",
         ("2021-05-03", "2021-06-07"), []),
        ("A quake of magnitude 6.4 hit Tolland. It shook again hours later, and a quake of "
         "magnitude 5.9 hit Tolland.", "The quake in Tolland had a magnitude of 5.9.",
         ("2021-05-03", "2021-05-03"), []),
        ("A bomb killed 14 people in Tolland on Monday.",
         "A bomb killed 17 people in Tolland on Thursday.", ("2021-05-03", "2021-05-06"), []),
        ("A bomb killed 14 people in Tolland on Monday.",
         "A bomb killed 17 people in Tolland on Monday.", ("2021-05-03", "2021-05-10"), []),
        ("A bomb killed 14 people in Tolland on Monday.",
         "The death toll of the bomb in Tolland rose to 17 on Thursday.",
         ("2021-05-03", "2021-05-06"), ["revised"]),
        # much less, days later
        ("Experts put the acid that the Tolland mill has spilled at about 460 tons.",
         "The Tolland mill has spilled between 89 and 176 tons of acid, the agency said.",
         ("2021-05-03", "2021-05-13"), []),
        # limits that are raised, by a later report
        ("The fire at Tolland killed at least 14 workers.",
         "The fire at Tolland has killed at least 17 workers.",
         ("2021-05-03", "2021-05-04"), ["revised"]),
        ("The fire at Tolland killed at least 14 workers.",
         "The fire at Tolland has killed 17 workers.", ("2021-05-03", "2021-05-04"), ["revised"]),
        ("The fire at Tolland killed at least 17 workers.",
         "The fire at Tolland has killed at least 14 workers.", ("2021-05-03", "2021-05-04"), []),
        ("The fever has killed up to 60 people in Norway.",
         "The fever has killed up to 149 people in Norway.",
         ("2021-05-03", "2021-05-04"), ["revised"]),
        ("The Tolland mill has spilled at least 600 tons of acid.",
         "The Tolland mill has spilled about 900 tons of acid, one expert estimates.",
         ("2021-05-03", "2021-05-04"), []),
        # a fire near a thing that stays where it is; a modal of something else
        ("The Acme platform sank after a fire, about 42 miles off the Ardal coast.",
         "The Acme platform sank about 50 miles off the Ardal coast.",
         ("2021-05-03", "2021-05-04"), ["differs"]),
        ("Acme has sent four planes that can scatter salt to Tolland.",
         "Acme has sent nine planes to Tolland.", ("2021-05-03", "2021-05-06"), ["revised"]),
        # a reader, who is no source
        ("I wrote to Acme last week. Its Tolland tower is 40 metres high, which I find low.",
         "The Tolland tower is 59 metres high.", ("2021-05-03", "2021-05-03"), []),
        ("Bo Dahl said: “I know it well.” The Tolland tower is 40 metres high.",
         "The Tolland tower is 59 metres high.", ("2021-05-03", "2021-05-03"), ["differs"]),
        # a sum that another report gave as greater before did not grow
        ("The Tolland mill spilled 600 tons of acid.", "The Tolland mill spilled 900 tons of acid.",
         ("2021-05-03", "2021-05-04"), ["revised"]),
    ],
)  # fmt: skip
def test_relations(first: str, second: str, days: tuple[str, str], kinds: list[str]) -> None:
    assert relations((first, days[0]), (second, days[1])) == kinds


def test_one_report_with_two_voices() -> None:
    text = "The army said 20 villagers were killed, but the mayor said 45 villagers were killed."
    assert relations((text, "2021-05-03"), ("All is calm in Tolland.", "2021-05-03")) == ["differs"]


def test_an_upper_and_a_lower_bound_go_together() -> None:
    text = (
        "Officials said the fever killed up to 60 people in Norway. "
        "The union said at least 20 people in Norway have died of the fever."
    )
    assert not relations((text, "2021-05-03"), ("All is calm in Tolland.", "2021-05-03"))


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


def test_a_name_has_no_figure_of_one_source() -> None:
    first = "The Tolland well has spewed at least 4 million gallons of oil."
    second = "More than 6 million gallons of oil have spilled at Tolland."
    (found,) = series((first, "2021-05-03"), (second, "2021-05-09"))
    assert found.what == "gallons of oil have spilled at Tolland"


def test_differences_give_each_value_once() -> None:
    reports = [
        report(f"Report {n}\nThe fire at Tolland killed {count} workers.", "2021-05-03")
        for n, count in enumerate((14, 17, 14))
    ]
    found = linked(*reports)
    (one,) = differences(found.quantities, found.articles)
    assert [side.says for side in one.sides] == ["14", "17"]


def test_a_sum_that_shrank_did_not_grow() -> None:
    tons = [("600", "2021-05-03"), ("900", "2021-05-04"), ("700", "2021-05-05")]
    (found,) = series(*((f"The Tolland mill spilled {n} tons of acid.", day) for n, day in tons))
    pairs = {(found.claims[one.a].low, found.claims[one.b].low) for one in found.relations}
    assert {one.kind for one in found.relations} == {"differs"}
    assert pairs == {(900, 700)}


def test_a_smaller_count_elsewhere_does_not_show_that_a_toll_shrank() -> None:
    found = relations(
        ("The Ida fever has killed 86 people, 80 of them in Norway.", "2021-05-03"),
        ("The Ida fever has killed 95 people.", "2021-05-04"),
        ("The Ida fever has killed 72 people in Sweden.", "2021-05-05"),
    )
    assert found == ["revised"]


def test_the_earlier_figure_comes_first() -> None:
    (found,) = series(
        ("The Tolland well leaks 90 barrels a day.", "2021-05-03"),
        ("The Tolland well was previously said to leak 30 barrels a day.", "2021-05-04"),
    )
    (relation,) = found.relations
    assert relation.kind == "revised"
    assert [found.claims[at].low for at in (relation.a, relation.b)] == [30, 90]


def test_a_limit_is_raised_step_by_step() -> None:
    (found,) = series(
        *(
            (f"The fire at Tolland has killed at least {count} workers.", day)
            for count, day in ((14, "2021-05-03"), (17, "2021-05-04"), (20, "2021-05-05"))
        )
    )
    pairs = [(found.claims[one.a].low, found.claims[one.b].low) for one in found.relations]
    assert pairs == [(14, 17), (17, 20)]


def test_what_is_recalled_may_be_newer_than_an_older_report() -> None:
    (found,) = series(
        ("Acme's tube at Tolland captures 10 barrels a day, Acme said.", "2021-05-03"),
        (
            "Acme said its tube at Tolland captures 50 barrels a day, from 30 barrels a day "
            "previously.",
            "2021-05-06",
        ),
    )
    pairs = {(found.claims[one.a].low, found.claims[one.b].low) for one in found.relations}
    assert pairs == {(10, 30), (30, 50), (10, 50)}


def test_a_figure_that_moved_is_earlier() -> None:
    text = "The estimated leak of 30 barrels a day, given by the firm, rose to 90 barrels a day."
    (found,) = series((text, "2021-06-03"))
    assert [one.kind for one in found.relations] == ["revised"]


def test_an_updated_estimate_is_revised() -> None:
    text = "The coastguard updates its estimate of the Tolland leak from 10 to 50 barrels a day."
    (found,) = series((text, "2021-05-03"))
    assert [one.kind for one in found.relations] == ["revised"]


def test_names_of_another_event_separate_figures() -> None:
    reported = [
        ("In 1987 the Ida lost 400 tons of oil off Tolland.", "2021-05-03"),
        ("The Ida lost 400 tons of oil, a ton an hour.", "2021-05-03"),
        ("The Northern Star has lost 900 tons of oil off Tolland.", "2021-05-03"),
        ("So far the ship has lost 900 tons of oil.", "2021-05-04"),
    ]
    assert not relations(*reported)
