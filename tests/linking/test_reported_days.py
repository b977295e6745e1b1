"""The day of what has no time: news of the article's days, or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from armreader.linking.main_events.reported_days import news_range
from armreader.records.dates import DateRange
from wire import linked, report

_LEAD = (
    "Storm in Ardal\nA storm hit the port of Ardal on Tuesday. The mayor closed the harbour."
    " The ferries went back to Elsby. The council of Ardal opened a school as a shelter.\n"
)
_STORM = "Norsk Havn and Berg Marine lost three boats off the coast of Elsby.\n"


def filler(tone: str) -> str:
    """Four sentences without a time, in other words for each tone."""
    return f"It was {tone}. It went on and was {tone}. It was {tone} again. All were {tone}.\n"


def day(text: str, words: str, published: str = "2021-05-12") -> str:
    """The days of the row that has these words; "no row" where there is none."""
    found = [each for each in linked(report(text, published)).events if each.prominent]
    row = next((each for each in found if words in each.label), None)
    if row is None:
        return "no row"
    return row.range.edtf if row.range else "undated"


def test_news_on_the_first_possible_day_has_no_day_before_it() -> None:
    found = news_range(DateRange.day(date.min))
    assert found is not None
    assert (found.earliest, found.latest) == (date.min, date.min)


def test_news_is_of_the_day_of_publication_and_the_two_before() -> None:
    found = news_range(DateRange.day(date(2021, 5, 12)))
    assert found is not None
    assert found.edtf == "2021-05-10~/2021-05-12~"


@pytest.mark.parametrize(
    ("dated", "likeliest"),
    [
        ("A storm hit the port of Ardal on Tuesday. The ferries left on Tuesday.", "2021-05-11"),
        (
            "A storm hit the port of Ardal on Monday. A fire closed the port of Elsby on Monday."
            " The ferries left on Tuesday.",
            "2021-05-10",
        ),
        ("A storm hit the port of Ardal on Monday. The ferries left on Tuesday.", "2021-05-11"),
        ("A storm will hit Ardal on Tuesday.", "2021-05-12"),
        ("A storm hit Ardal in 2014.", "2021-05-12"),
        ("A storm hit Ardal.", "2021-05-12"),
    ],
)
def test_the_likeliest_day_of_undated_news_is_the_one_that_most_of_its_events_name(
    dated: str, likeliest: str
) -> None:
    text = f"Mayor of Ardal resigns\nThe mayor of Ardal resigned.\n{dated}\n"
    found = [e for e in linked(report(text, "2021-05-12")).events if "resigned" in e.label]
    assert [one.range.edtf for one in found if one.range] == [f"{likeliest}~"]
    assert [one.range.days for one in found if one.range] == [3]


def test_what_is_further_down_is_news_among_times_of_the_news() -> None:
    below = "On Tuesday the tide rose.\n" + filler("long")
    assert (
        day(_LEAD + filler("loud") + filler("low") + below + _STORM, "lost three boats")
        == "2021-05-11~"
    )


def test_what_is_further_down_has_no_day_among_times_of_another_year() -> None:
    below = "In 2014 the tide rose.\n" + filler("long")
    assert day(_LEAD + filler("loud") + filler("low") + below + _STORM, "lost three boats") in (
        "undated",
        "no row",
    )


def test_an_article_that_looks_back_dates_only_its_lead_by_the_news() -> None:
    life = (
        "Olaf Berg dies\nOlaf Berg, the builder of the Ardal bridge, died on Monday."
        " The king of Norland praised him. The council of Ardal lowered its flag."
        " The bridge of Ardal was closed for an hour.\n"
        "Berg was born in Elsby in 1931.\nIn 1950 he joined the navy.\n"
        "Berg built a bridge over the Lune for the railway company.\n"
        "In 1964 he came back to Ardal.\n"
        + filler("long")
        + "The king gave Berg the order of the lion.\n"
        "He left the company in 1990.\nHe wrote a book in 1994.\n"
    )
    assert day(life, "built a bridge over") in ("undated", "no row")
    assert day(life, "gave Olaf Berg") in ("undated", "no row")
    assert day(life, "lowered its flag").startswith("2021-05-10")


def test_what_is_said_in_an_article_that_looks_back_is_said_now() -> None:
    life = (
        "Life of a builder\nOlaf Berg joined the navy in 1950.\nIn 1964 he came back to Ardal.\n"
        "He left the port in 1990.\nBerg built a bridge over the Lune.\nIt was old.\n"
        "Mayor Ines Talbot said Norsk Havn owes 300 jobs to Olaf Berg.\n"
    )
    assert day(life, "300 jobs") == "2021-05-12~"
    assert day(life, "built a bridge") in ("undated", "no row")


def test_what_is_said_after_another_event_is_not_of_the_day_of_the_news() -> None:
    said = "Ines Talbot said that Norland was buying 40 guns."
    news = (
        "Fire in Ardal\nA fire closed the port of Ardal on Monday. The mayor left the harbour."
        " The ferries went to Elsby. The council opened a school.\n"
    )
    assert day(f"{news}{said}\n", "40 guns").startswith("2021-05-1")
    after = day(f"{news}After the clash, {said}\n", "40 guns")
    assert after in ("undated", "no row")


@pytest.mark.parametrize("youth", ["grew up near the mill", "was raised in a mill"])
def test_where_somebody_comes_from_has_no_day(youth: str) -> None:
    text = (
        f"Mayor of Ardal\nLena Dahl took office in Ardal on Monday. Lena Dahl {youth} of Elsby.\n"
    )
    assert day(text, "the mill" if "near" in youth else "a mill") in ("undated", "no row")


def test_doubts_that_were_raised_are_news() -> None:
    text = "Pier of Ardal\nThe pier shut on Monday. Doubts about 40 beams were raised by pilots.\n"
    assert day(text, "40 beams").startswith("2021-05-1")


def test_what_happened_in_a_known_event_is_not_news() -> None:
    text = (
        "Envoy speaks in Ardal\nLena Dahl opened the new hall of Ardal on Monday. The mayor Olaf"
        " Berg gave her the key. The town lit a fire. The band played.\n"
        "Lena Dahl was hurt at the head in the explosion. The explosion closed the port of Elsby."
        " Norsk Havn bought 300 roses for a choir.\n" + filler("loud") + filler("low")
    )
    assert day(text, "was hurt") in ("undated", "no row")
    assert day(text, "closed the port") in ("undated", "no row")
    assert day(text, "bought 300 roses").startswith("2021-05-1")


def test_what_goes_on_from_years_ago_is_not_news() -> None:
    past = (
        "Eight years ago, the port of Ardal was small. Berg Marine had ten boats there.\n"
        "Then Berg Marine built a yard in Elsby. Norsk Havn lost three boats to it.\n"
    )
    text = _LEAD + filler("loud") + past
    assert day(text, "built a yard") in ("undated", "no row")
    assert day(text, "lost three boats") in ("undated", "no row")
    back = "On Tuesday the tide rose.\n"
    hotel = "Lune Hotels bought 40 rooms from the bank of Norland.\n"
    assert day(text + back + hotel, "bought 40 rooms").startswith("2021-05-1")


def test_a_day_long_ago_dates_nothing_in_a_later_paragraph() -> None:
    text = (
        "Mayor sentenced\nThe court of Ardal jailed Mayor Ines Talbot.\n"
        "A jury found Ines Talbot guilty on 3 April.\nInes Talbot waved to the crowd in Ardal.\n"
    )
    assert day(text, "waved to the crowd") == "2021-05-12~"
    near = text.replace("3 April", "10 May")
    assert day(near, "waved to the crowd") == "2021-05-10"


def test_what_an_earlier_report_has_is_not_of_the_news_of_a_later_one() -> None:
    hurt = "The clerk Olaf Berg was wounded near the old port of Ardal.\n"
    first = "Storm in Elsby\nA storm hit Elsby.\n" + filler("loud") + filler("low") + hurt
    later = f"Trial begins\nThe trial began in Elsby.\n{hurt}"
    events = linked(report(first, "2021-05-12"), report(later, "2022-03-02")).events
    found = [one.range for one in events if one.prominent and "wounded" in one.label]
    assert found == [None]


@pytest.mark.parametrize(
    "clause",
    [
        "Olaf Berg has recently sold the port of Elsby.",
        "Olaf Berg has worked at the port of Elsby for 15 years.",
        "Olaf Berg previously ran the port of Elsby.",
        "Olaf Berg spent two weeks in a clinic in Elsby.",
        "Olaf Berg has been in charge of Elsby for the past 12 days.",
        "On the night of the storm, Olaf Berg sold the port of Elsby.",
    ],
)
def test_news_of_other_days_is_not_of_the_days_of_the_article(clause: str) -> None:
    found = linked(report(f"{_LEAD}{clause}\n", "2021-05-12")).events
    days = [one.range for one in found if one.prominent and "Berg" in one.label]
    assert days in ([], [None])


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        # Wednesday's paper: a week that goes on, one that is over, one in which something is due.
        ("This week Olaf Berg sold the port of Elsby.", "2021-05-10/2021-05-12"),
        ("Last week Olaf Berg sold the port of Elsby.", "2021-05-03/2021-05-09"),
        ("This week Olaf Berg will sell the port of Elsby.", "2021-05-10/2021-05-16"),
        ("This month Olaf Berg sold the port of Elsby.", "2021-05"),
    ],
)
def test_what_happened_this_week_had_happened_when_it_was_reported(
    sentence: str, days: str
) -> None:
    assert day(f"Port sale\n{sentence}\n", "Berg") == days
