"""Disagreements: days, tolls and denials that exclude each other, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armreader.linking.disagreements import find_disagreements
from armreader.records import Disagreement
from wire import QUAKE, QUAKE_AGAIN, linked, report


def found(*texts: tuple[str, str]) -> list[Disagreement]:
    return list(linked(*(report(text, day) for text, day in texts)).disagreements)


def test_tolls_that_exclude_each_other() -> None:
    (one,) = linked(QUAKE, QUAKE_AGAIN).disagreements
    assert one.kind == "number"
    assert {side.says for side in one.sides} == {"12", "15"}


def test_a_vaguer_toll_contradicts_nothing() -> None:
    text = "Fire\nA fire in the Ardal mill killed {} people on Monday, police said."
    exact, vague = text.format(14), text.format("at least ten")
    assert not found((exact, "2020-06-02"), (vague, "2020-06-02"))


def test_the_dead_are_not_counted_with_the_hurt() -> None:
    dead = "Fire\nA fire in the Ardal mill killed 14 people on Monday, police said."
    hurt = "Fire\nA fire in the Ardal mill on Monday left 30 people injured, police said."
    assert not found((dead, "2020-06-02"), (hurt, "2020-06-02"))
    both = "Fire\nThe fire in the Ardal mill killed 14 people and injured 30 on Monday, it said."
    assert not found((both, "2020-06-02"), (hurt, "2020-06-02"))
    other = dead.replace("14", "11")
    assert found((other, "2020-06-02"), (both, "2020-06-02"))


def test_days_that_exclude_each_other() -> None:
    text = "Talk\nIn an interview with Radio Ardal published on {}, the minister left the league."
    (one,) = found((text.format("Thursday"), "2020-06-05"), (text.format("Friday"), "2020-06-05"))
    assert one.kind == "day"
    assert [side.says for side in one.sides] == ["2020-06-04", "2020-06-05"]


def test_a_month_contradicts_no_day_in_it() -> None:
    text = "Port\nRebels seized the port of Ardal {}."
    assert not found((text.format("in May 2020"), "2020-06-02"),
                     (text.format("on 12 May 2020"), "2020-06-02"))  # fmt: skip


def test_a_fact_against_its_denial() -> None:
    yes = (
        "Port\nThe navy shelled the fishing harbour of Ardal. "
        "Talks on a truce began in Lumen, and aid reached the islands."
    )
    no = (
        "Harbour\nThe navy did not shell the fishing harbour of Ardal. "
        "Its boats were at sea, and the quay was empty when the sirens rang."
    )
    (one,) = found((yes, "2020-06-02"), (no, "2020-06-02"))
    assert one.kind == "denial"
    assert [side.says for side in one.sides] == ["yes", "no"]


def test_what_recurs_on_another_day_contradicts_nothing() -> None:
    text = "Talk\nAnn Lee said in a press conference on {} that the bridge of Ardal was safe."
    assert not found((text.format("Monday"), "2020-06-05"), (text.format("Tuesday"), "2020-06-05"))
    text = "Flood\nAs of {}, nine people had fled Ardal, where the river burst its banks."
    assert not found((text.format("Monday"), "2020-06-05"), (text.format("Tuesday"), "2020-06-05"))


def test_a_question_denies_nothing() -> None:
    yes = "Port\nDid the navy shell the fishing harbour of Ardal?"
    no = "Port\nThe navy did not shell the fishing harbour of Ardal."
    assert not found((yes, "2020-06-02"), (no, "2020-06-02"))


def test_the_age_of_a_link_is_no_day() -> None:
    listed = "Links\nArdal Post cuts the rating of Lumen bonds - 34 mins ago The Star Lumen hit."
    reported = "Rating\nThe agency cut the rating of Lumen bonds on Thursday."
    assert not found((listed, "2020-06-05"), (reported, "2020-06-05"))


def days_of_one_event(
    first: str, second: str, days: tuple[str, ...] = ("2020-06-10", "2020-06-10")
) -> list[Disagreement]:
    """What the days give where all that the reports tell is taken for one event."""
    texts = (f"News\n{first}", f"Telegram\n{second}")
    dossier = linked(*(report(*one) for one in zip(texts, days, strict=True)))
    mentions = tuple(one for event in dossier.events for one in event.mentions)
    both = replace(dossier.events[0], mentions=mentions)
    return list(find_disagreements(dossier.articles, [both]))


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        # printed again a day later, with the words for its time
        ("this morning", "this morning", ("2020-06-05", "2020-06-06")),
        ("eight days ago", "eight days ago", ("2020-06-05", "2020-06-06")),
        ("last night", "on Wednesday", ("2020-06-05", "2020-06-05")),
        # each report has news of its own day
        ("on Wednesday", "on Friday", ("2020-06-03", "2020-06-05")),
        # said to have happened before
        ("on Tuesday", "again on Wednesday", ("2020-06-05", "2020-06-05")),
    ],
)
def test_days_that_may_be_of_two_occasions(first: str, second: str, days: tuple[str, str]) -> None:
    text = "Rebels seized Ardal {}."
    times = (text.format(first), text.format(second))
    assert not days_of_one_event(*times, days)
    assert days_of_one_event(text.format("on Monday"), text.format("on Tuesday"), days[1:] * 2)


def test_two_days_of_one_event() -> None:
    first, second = "Rebels seized Ardal on Monday.", "Rebels seized Ardal on Tuesday."
    (one,) = days_of_one_event(first, second)
    assert [side.says for side in one.sides] == ["2020-06-08", "2020-06-09"]


@pytest.mark.parametrize(
    "text",
    [
        # when it was printed, what is quoted, and up to when it was counted
        "Rebels seized Ardal on Monday; 5:21 PM.",
        'Roe said: "Rebels seized Ardal on Monday."',
        "As of Monday, rebels seized Ardal.",
        # another number, another verb, another thing, what is planned or says less
        "Rebels seized Ardal and 340 boats on Monday.",
        "Rebels left Ardal on Monday.",
        "Thieves seized a car on Monday.",
        "Rebels will seize Ardal on Monday.",
        "Rebels seized Ardal in June.",
        # both days, of which one is the other's
        "Rebels seized Ardal on Monday. The Star says rebels seized Ardal on Tuesday.",
    ],
)
def test_days_that_do_not_exclude_each_other(text: str) -> None:
    assert not days_of_one_event(text, "Rebels seized Ardal on Tuesday.")


def test_what_is_said_or_held_again_has_two_days() -> None:
    for does in ("met the mayor of Ardal", "said the bridge of Ardal was safe"):
        assert not days_of_one_event(f"Roe {does} on Monday.", f"Ann Roe {does} on Tuesday.")


def test_a_copied_clause_has_the_day_of_each_copy() -> None:
    text = "News\nRebels seized Ardal yesterday. {}"
    assert not found((text.format("The port burned."), "2020-06-10"),
                     (text.format("No boat was left in the harbour."), "2020-06-11"))  # fmt: skip
