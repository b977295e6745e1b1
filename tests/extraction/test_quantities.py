"""Figures in our own sentences: value, unit, bound, what they count and who gives them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.extraction.quantities.numbers import number
from armreader.extraction.quantities.units import UNITS
from armreader.linking.quantities.series import same_value
from armreader.records.quantity import Figure
from wire import report


def figures(sentence: str) -> Sequence[Figure]:
    return report(f"A title\n{sentence}").figures


_TABLE = Path(__file__).with_name("quantity_cases.txt")
CASES = [
    tuple(field.strip() for field in f"{line} ".split(" |"))
    for line in _TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[1]}")
def test_figures(case: tuple[str, ...]) -> None:
    sentence, words, low, high, bound, unit, role, noun, *who = case
    text = f"A title\n{sentence}"
    figure = next(one for one in figures(sentence) if text[slice(*one.span)] == words)
    assert (figure.low, figure.high) == (
        (low and float(low)) or None,
        (high and float(high)) or None,
    )
    assert (figure.bound, figure.unit, figure.role, figure.noun) == (bound, unit, role, noun)
    assert (text[slice(*figure.source)] if figure.source else "") == "".join(who)


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty was signed on 3 May 1992.",
        "It began in 2009.",
        "One of them waved.",
        "Joan Pell, 34, runs the shop.",
        "The boy, aged 11, was safe.",
        "A 60-year-old woman waved.",
        "Two days later the road opened.",
        "It rained in the past three weeks.",
        "Flight 370 landed late.",
        "See page 12 for more.",
        "Call 555-0143 for help.",
        "They won 3-1 at home.",
        "About one in five shops closed.",
        "Doors open at 10 a.m. on weekdays.",
        "She lives near Five Mile Creek.",
        "Ann Roe, the first mayor, dead at 95.",
        "Mr Roe is survived by two sisters, and nine grandchildren.",
    ],
)
def test_no_figures(sentence: str) -> None:
    assert not figures(sentence)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("The wall is 30 feet (9 metres) high.", 1),
        ("It moves 300 gallons (1,100 litres) a minute.", 1),
        ("The plot is 40 miles by 12 miles.", 2),
        ("The toll rose from 11 to 14 people.", 2),
        ("They lost $40m (£25m).", 1),
        ("They lost $US40m ($60m).", 1),
        ("It holds 2 to 4 barrels (84 and 168 gallons/318 and 636 litres) of wine.", 1),
        ("It holds 5,000 barrels, or 210,000 gallons, of wine.", 1),
    ],
)
def test_a_conversion_belongs_to_its_figure(sentence: str, count: int) -> None:
    assert len(figures(sentence)) == count


@pytest.mark.parametrize(
    ("sentence", "scopes"),
    [
        ("The floods killed 12 people in Ardal and 3 in Lumen.", ["ardal"]),
        ("Floods in Ardal, Norway, and Lumen killed 12 people.", ["ardal norway lumen"]),
        ("The floods killed 12 people, most of them in Ardal.", ["*"]),
        ("The floods killed 12 people, all but one in Ardal.", ["*"]),
        ("Almost all of the 12 dead were in Ardal.", ["*"]),
        ("They flew to Ardal, where 12 people were killed.", ["ardal"]),
        ("There are 12 people infected in Ardal.", ["ardal"]),
        ("So far 12 people have died there.", ["there"]),
        ("Norway has reported two cases, raising the number of infections to six.",
         ["norway", "norway"]),
        ("The floods killed 12 people.", [""]),
    ],
)  # fmt: skip
def test_the_places_in_which_it_is_counted(sentence: str, scopes: list[str]) -> None:
    assert [" ".join(one.scope) for one in figures(sentence)] == scopes


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Acme's losses reached $50m.", "Acme"),
        ("The losses of Acme reached $50m.", "Acme"),
        ("Acme reported spending $50m.", "Acme"),
        ("Acme says it lost $50m.", "Acme"),
        ("The floods killed 12 people.", ""),
    ],
)
def test_whose_money_it_is(sentence: str, holder: str) -> None:
    (figure,) = figures(sentence)
    text = f"A title\n{sentence}"
    assert (text[slice(*figure.holder)] if figure.holder else "") == holder


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The slick is at least 130 miles by 70 miles.", "130 miles by 70 miles"),
        ("The tower is the height of a four-storey mill.", "the height of a four-storey mill"),
        ("The dome catches 85% of the leaking oil.", "the leaking oil"),
        ("Sixty miners were rescued.", "miners were rescued"),
    ],
)
def test_a_name_begins_and_ends_with_a_word_of_its_own(sentence: str, label: str) -> None:
    text = f"A title\n{sentence}"
    spans = [one.label for one in figures(sentence) if one.label]
    assert label in [text[slice(*span)] for span in spans]


def test_two_lengths_are_length_and_width() -> None:
    assert [one.role for one in figures("The plot is 40 miles by 12 miles.")] == ["length", "width"]


def test_a_rate_after_an_escaped_slash() -> None:
    assert figures("The firm takes 300 barrels\\/day from the well.")[0].unit == "barrels/day"


def test_another_marks_a_part() -> None:
    assert figures("Another 60 miners are missing.")[0].relative


def test_other_after_the_number_marks_a_part() -> None:
    (found,) = figures("The fire killed 40 other miners.")
    assert found.relative


def test_more_after_the_number_marks_a_part() -> None:
    first, second = figures("The fire killed 12 people and 40 more are in hospital.")
    assert (first.relative, second.relative) == (False, True)
    assert not figures("The fire killed 12 people.")[0].relative


def test_a_participle_does_not_hide_what_is_counted() -> None:
    assert figures("She spoke of 51 reported cases.")[0].noun == "case"


def test_those_with_somebody_are_a_part() -> None:
    assert figures("His mother and 10 others died.")[0].relative
    assert not figures("The blast wounded 70 others.")[0].relative
    both = figures("Nine workers were killed, along with two others in the yard.")
    assert all(one.relative for one in both)


def test_a_year_after_a_figure_dates_it() -> None:
    (one,) = figures("The nearly 11 million gallons lost in the Norvik fire at Tolland in 1989.")
    assert "1989" in one.anchors


def test_a_year_earlier_is_not_compared() -> None:
    _, second = figures("Acme lost $3m, compared with a year-earlier loss of $9m.")
    assert second.supposed
    assert not figures("Acme earlier put the loss at $9m.")[0].supposed


def test_what_somebody_did_earlier_is_not_an_earlier_figure() -> None:
    first, second = figures("They raised $5m from Ann Roe, who had earlier left, and $2m from Lee.")
    assert not first.earlier
    assert not second.earlier


def test_the_peak_is_not_compared() -> None:
    assert figures("The well gushed 50 barrels a day at its peak.")[0].supposed


def test_what_may_be_so_is_supposed() -> None:
    assert figures("The fever may have killed 100 people in May.")[0].supposed
    assert figures("Nearly 100 tons of acid may have spilled.")[0].supposed
    assert not figures("The fever killed 100 people in May.")[0].supposed


@pytest.mark.parametrize(
    "sentence",
    [
        "The yard has the capacity to collect 90 tons of acid a day.",
        "The union plans to hire 300 nurses.",
        "The firm is set to spend $40m on the pit.",
        "First estimates put that spill at 90 tons of acid.",
        "That fire killed nine people in Tolland.",
    ],
)
def test_what_is_only_wanted_or_of_another_thing_is_not_compared(sentence: str) -> None:
    (found,) = figures(sentence)
    assert found.supposed


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm managed to collect 90 tons of acid a day.",
        "The firm tried to lower a 90-tonne dome over the leak.",
        "The fire forced the mayor to evacuate 300 patients.",
        "First estimates put the spill at 90 tons of acid.",
        "The mayor said that 90 tons of acid were spilled.",
    ],
)
def test_what_was_done_is_compared(sentence: str) -> None:
    (found,) = figures(sentence)
    assert not found.supposed


def test_a_part_between_dashes_is_relative() -> None:
    found = figures("The firm took only a fifth of the acid - around 90 tons - from the river.")
    assert [one.relative for one in found if one.unit == "tons"] == [True]


def test_a_figure_with_could_is_supposed() -> None:
    assert figures("The bill could reach £40 million.")[0].supposed


_SPELT = sorted(name for name in UNITS if len(name) > 3 and name[0].isalpha() and "/" not in name)


@given(value=st.integers(2, 999), name=st.sampled_from(_SPELT))
def test_every_unit_is_read(value: int, name: str) -> None:
    unit, dimension, size = UNITS[name]
    (figure,) = figures(f"They spoke of {value} {name}.")
    assert (figure.low, figure.unit, figure.dimension) == (value, unit, dimension)
    assert figure.size == size


_PAIRS = [
    (one, other)
    for one in _SPELT
    for other in _SPELT
    if UNITS[one][1] == UNITS[other][1] and 0.01 < UNITS[one][2] / UNITS[other][2] < 1e5
]


@pytest.mark.slow
@given(value=st.integers(2, 999), pair=st.sampled_from(_PAIRS))
def test_a_value_is_read_the_same_in_another_unit(value: int, pair: tuple[str, str]) -> None:
    one, other = pair
    there = value * UNITS[one][2] / UNITS[other][2]
    (first,) = figures(f"They spoke of {value} {one}.")
    (second,) = figures(f"They spoke of {there:,.4f} {other}.")
    assert first.low is not None
    assert second.low is not None
    assert second.low * second.size / UNITS[one][2] == pytest.approx(value, rel=0.01)
    assert same_value(first, second)


@given(st.integers(0, 999_999_999))
def test_digits_with_commas(value: int) -> None:
    assert number(f"{value:,}") == value


def test_a_table_without_its_lines_has_no_figures() -> None:
    goods = "sold {0} crates of pears, "
    few = figures(f"The market {goods * 10}and closed.".replace("{0}", "12"))
    many = figures(f"The market {goods * 50}and closed.".replace("{0}", "12"))
    assert few
    assert not many
