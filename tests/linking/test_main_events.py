"""The chronology: the rows that small dossiers must have, and those that they must not."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import combinations
from typing import Any

import pytest

from armreader.linking import events
from armreader.linking.events.grouping import Grouped
from armreader.linking.events.telling import Telling
from armreader.linking.main_events import candidate
from armreader.linking.main_events.candidate import Candidates
from armreader.linking.main_events.joining import JOIN
from armreader.linking.main_events.likeness import Likeness
from wire import linked, report

FERRY = (
    "Ferry sinks off Ardal\nThe ferry Astrid sank off Ardal on Tuesday, killing nine people.\n"
    "The harbour master had warned of the storm.\n",
    "2021-05-12",
)
FERRY_AGAIN = (
    "Nine dead in Ardal\nNine passengers died on Tuesday when the ferry Astrid sank off Ardal.\n"
    "Mayor Ines Talbot said that the town would build a new pier.\n",
    "2021-05-12",
)
VOTE = (
    "Council sells harbour\nThe council of Ardal sold the harbour to Norsk Havn in March 2019.\n",
    "2019-03-20",
)
DENIED = (
    "Minister silent\nThe foreign minister of Ostrava said on Monday that the premier did not say"
    " that Ostrava was leaving the union.\n",
    "2020-06-16",
)
PLANNED = (
    "Ostrava to leave union, premier says\nOstrava will leave the customs union, Premier Jan Kovar"
    " said on Sunday.\n",
    "2020-06-15",
)
PRIMARY = (
    "Two states vote\nAda Quill won the primary in Norland on Tuesday.\nPaul Renner won the"
    " primary in Sudland on Tuesday.\n",
    "2018-04-11",
)

BARGE = (
    "Fire on the river\nA barge owned by Norsk Havn exploded on the river Lune last week.\n",
    "2020-06-15",
)
BARGE_AGAIN = (
    "River burns\nThe barge was destroyed in an explosion on the Lune last Tuesday.\n",
    "2020-06-15",
)
ENDORSED = (
    "Ardal mayor endorses Quill\nAda Quill received the endorsement of Mayor Ines Talbot in Ardal"
    " on Friday.\n",
    "2020-06-15",
)

ATTACK = (
    "Three die in bank in Ardal\nThe strike left three clerks dead in Ardal on Monday.\n",
    "2020-06-16",
)
ATTACK_AGAIN = (
    "Strike turns deadly\nA petrol bomb thrown into the Lune bank in Ardal killed at least 3 people"
    " on Monday.\n",
    "2020-06-16",
)

DOSSIERS = [
    ((ENDORSED,), {"2020-06-12 Ardal mayor endorses Ada Quill"}),
    ((FERRY,), {"2021-05-11 The ferry Astrid sank off Ardal, killing nine people"}),
    ((VOTE,), {"2019-03 The council of Ardal sold the harbour to Norsk Havn"}),
    (
        (PRIMARY,),
        {
            "2018-04-10 Ada Quill won the primary in Norland",
            "2018-04-10 Paul Renner won the primary in Sudland",
        },
    ),
    (
        (FERRY, VOTE),
        {
            "2019-03 The council of Ardal sold the harbour to Norsk Havn",
            "2021-05-11 The ferry Astrid sank off Ardal, killing nine people",
        },
    ),
]


def rows(*texts: tuple[str, str]) -> list[str]:
    """The rows of the chronology: day and label."""
    events = linked(*(report(text, day) for text, day in texts)).events
    return [
        f"{event.range.edtf if event.range else 'undated'} {event.label}"
        for event in events
        if event.prominent
    ]


@pytest.mark.parametrize(("texts", "wanted"), DOSSIERS)
def test_small_dossiers_give_their_rows(
    texts: tuple[tuple[str, str], ...], wanted: set[str]
) -> None:
    assert wanted <= set(rows(*texts))


def test_a_noun_and_a_verb_can_name_one_event() -> None:
    assert len(rows(ENDORSED)) == 1
    assert len(rows(BARGE, BARGE_AGAIN)) == 1


def test_the_same_death_toll_on_one_day_is_one_event() -> None:
    dead = [row for row in rows(ATTACK, ATTACK_AGAIN) if "Ardal" in row]
    assert dead == ["2020-06-15 The strike left three clerks dead in Ardal"]


def test_no_row_asserts_what_was_not_said() -> None:
    found = [row.partition(" ")[2] for row in rows(DENIED, PLANNED)]
    assert "Ostrava was leaving the union" not in found
    assert any("Ostrava will leave the customs union" in row for row in found)
    assert all("did not say" in row for row in found if "was leaving" in row)


def test_a_statement_is_not_the_event_that_it_only_foresees() -> None:
    ready = (
        "Premier speaks\nPremier Jan Kovar said in 2019 he was ready to recognise the island.\n",
        "2020-06-15",
    )
    done = (
        "Looking back\nPremier Jan Kovar recognised the island in 2019.\n",
        "2020-06-16",
    )
    found = [row for row in rows(ready, done) if "recognise" in row]
    assert len(found) == 2


def test_a_row_appears_only_once() -> None:
    found = rows(FERRY, (f"{FERRY[0]}The sea was rough.\n", FERRY[1]))
    assert len([row for row in found if "sank off Ardal" in row]) == 1


def test_rows_are_bounded() -> None:
    towns = ("Ardal", "Brevik", "Corvo", "Dunmore", "Elsby", "Fjordal", "Gamle", "Hamre", "Ilby",
             "Jarlo", "Kvam", "Lund", "Molde", "Nesby", "Orsta", "Porsgrunn")  # fmt: skip
    text = "Storm\n" + "".join(
        f"The storm destroyed {number} houses in {town} in March 20{number}.\n"
        for number, town in enumerate(towns, 10)
    )
    assert 0 < len(rows((text, "2030-01-01"))) <= 9


def test_no_label_is_longer_than_two_lines() -> None:
    assert all(len(row.partition(" ")[2]) <= 120 for row in rows(FERRY, VOTE, DENIED, PLANNED))


def test_a_bare_noun_for_the_event_of_a_row_counts_as_its_source() -> None:
    later = (
        "Divers search the Lune\nDivers went down again, two days after the explosion.\n"
        "The explosion on the Lune last Tuesday had closed the river.\n",
        "2020-06-16",
    )
    dossier = linked(report(*BARGE_AGAIN), report(*later))
    row = next(each for each in dossier.events if each.prominent and "explosion" in each.label)
    assert len({mention.article for mention in row.mentions}) == 2


def test_a_noun_that_one_row_names_is_of_that_row() -> None:
    mill = ("Mill\nThe old mill of Ardal was lost in an explosion in May 2020.\n", "2020-06-15")
    later = ("Baker\nIda Dahl, a baker, was asleep during the explosion.\n", "2021-02-15")
    dossier = linked(report(*mill), report(*later))
    row = next(each for each in dossier.events if each.prominent and "mill" in each.label)
    assert len({mention.article for mention in row.mentions}) == 2


def test_a_full_name_drops_mister() -> None:
    text = (
        "Council sells harbour\nThe mayor, Ann Lee, left the council of Ardal in March.\n"
        "Mr. Lee sold the old harbour of Ardal on Friday.\n"
    )
    labels = [each.label for each in linked(report(text, "2021-05-12")).events if each.prominent]
    assert "Ann Lee sold the old harbour of Ardal" in labels


def test_a_pronoun_that_opens_a_joined_subject_is_named() -> None:
    couple = (
        "Mayor resigns\nMayor Olaf Berg of Ardal resigned on 2 May 2020.\n"
        "He and his wife left the town on 4 May 2020.\n",
        "2020-05-05",
    )
    assert "2020-05-04 Olaf Berg and his wife left the town" in rows(couple)


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("His party sued the port in May.", "Olaf Berg’s party sued the port"),
        ("Guards arrested him and his wife in Ardal.", "Guards arrested Olaf Berg and his wife"),
        ("His party has put him on a list in Ardal.", "Olaf Berg’s party has put him on a list"),
    ],
)
def test_a_pronoun_of_a_row_is_the_name_of_its_person(sentence: str, label: str) -> None:
    text = f"Notes\nOlaf Berg left the council of Ardal in May. {sentence}\n"
    assert any(label in row for row in rows((text, "2020-06-15")))


def test_who_was_judged_is_not_the_judge() -> None:
    text = (
        "Report asked for\nJudge Karl Lund asked on Monday for a report on Olaf Berg."
        " He was jailed in Ardal on Tuesday.\n"
    )
    assert not any("Karl Lund was jailed" in row for row in rows((text, "2020-06-17")))


def test_a_day_in_a_phrase_does_not_date_its_verb() -> None:
    text = (
        "Lund speaks\nMayor Ann Lund invoked the March 3, 2011, flood in a speech to the council"
        " of Ardal.\n"
    )
    assert not any(row.startswith("2011") for row in rows((text, "2020-06-17")))


def test_the_elder_of_two_is_not_the_other() -> None:
    text = (
        "Lund keeps his belt\nKarl Lund beat Olaf Berg in Ardal on Saturday.\n"
        "The elder Lund will box against Jan Kovar in Elsby on 8 May.\n"
    )
    assert not any("Karl Lund will box" in row for row in rows((text, "2021-04-05")))


@pytest.mark.parametrize(
    "sentence",
    [
        "The answer of the port was not used as the “1960s” comment was.",
        "In Ardal 603,000 sailors voted, a 20% increase from the last vote, in 1968.",
        "The port of Ardal closed its yard last year, in 1968, and has sold ten boats this spring,"
        " just as Norsk Havn bought the mill of Elsby.",
    ],
)
def test_a_time_beside_a_clause_is_not_its_own(sentence: str) -> None:
    found = rows((f"News\n{sentence}\n", "2021-04-05"))
    assert not any(row.startswith("19") for row in found if "closed" not in row)


def test_a_time_of_what_always_holds_is_not_carried_on() -> None:
    text = (
        "Lund waits\nThe port of Ardal closed on Tuesday.\nAll roads lead to Elsby and November."
        " Olaf Lund watched the count from the port of Ardal.\n"
    )
    assert not any("watched" in row and "-11" in row for row in rows((text, "2021-04-05")))


def test_a_record_that_was_set_is_not_planned() -> None:
    text = "Turnout\nA record turnout of 37% was set in Ardal in May.\n"
    events = linked(report(text, "2021-06-05")).events
    (record,) = [one for one in events if "record" in one.label and one.prominent]
    assert {mention.status for mention in record.mentions} == {"asserted"}


def test_a_verdict_has_the_sources_that_call_it_a_conviction() -> None:
    first = (
        "Trial\nIn 1997 a jury found Ivo Lund guilty of theft from the port of Ardal.\n",
        "2005-12-19",
    )
    second = (
        "Lund dies\nThe clerk of Elsby spoke.\nIvo Lund was convicted in 1997 of theft from the "
        "port of Ardal.\n",
        "2005-12-20",
    )
    dossier = linked(report(*first), report(*second))
    judged = [
        each
        for each in dossier.events
        if each.prominent and ("guilty" in each.label or "convicted" in each.label)
    ]
    assert [len({mention.article for mention in row.mentions}) for row in judged] == [2]


def test_a_quake_that_hit_a_town_has_the_sources_that_only_name_it() -> None:
    dossier = linked(
        report(
            "Quake\nA strong earthquake hit the island of Ardal on Sunday. It was felt in Elsby.\n",
            "2021-04-05",
        ),
        report(
            "Aid for Ardal\nTents reached the island of Ardal on Monday after the earthquake on "
            "Sunday.\nThe office of tides put the quake's size at 6.\n",
            "2021-04-05",
        ),
    )
    (row,) = [one for one in dossier.events if one.prominent and "hit the island" in one.label]
    assert {one.article for one in row.mentions} == {one.id for one in dossier.articles}


@pytest.mark.parametrize(
    ("place", "published", "sources"),
    [
        ("Norland Harbour Foundation pier", "2021-04-06", 2),
        ("Norland school", "2021-04-06", 1),
        ("Norland Harbour Foundation pier", "2020-04-06", 1),  # before the news
    ],
)
def test_outside_its_groups_a_row_has_sources_that_share_much(
    place: str, published: str, sources: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def apart(tellings: Sequence[Telling]) -> Grouped:
        each = array("I", range(len(tellings)))
        return Grouped(each, bytearray(len(tellings)), each)

    monkeypatch.setattr("armreader.linking.events.group_tellings", apart)
    dossier = linked(
        report(
            "Raid\nGunmen attacked the Norland Harbour Foundation pier.\n",
            "2021-04-05",
        ),
        report(
            f"Talk\nThe town showed ten charts.\nTalk of an attack on the {place} filled halls.\n",
            published,
        ),
    )
    (row,) = [one for one in dossier.events if one.prominent and "attacked the" in one.label]
    assert len({one.article for one in row.mentions}) == sources


def test_what_was_days_before_the_news_is_not_dated_as_news() -> None:
    text = (
        "Weeks after the choir of Ardal lost its organ, two bakers of Elsby offered to lend it a "
        "piano."
    )
    found = rows((f"{text}\n", "2020-06-15"))
    assert not [row for row in found if "organ" in row and row.startswith("2020-06-1")]


def test_what_somebody_did_once_and_comments_is_not_the_news() -> None:
    text = "The baker of Ardal crossed the Sund on skis as a girl and says the ice was thin."
    found = rows((f"Notes on the baker\n{text}\n", "2020-06-15"))
    assert not [row for row in found if "crossed" in row and row.startswith("2020-06-1")]


def test_he_who_says_so_is_named() -> None:
    text = (
        "Thief held\nOlaf Berg fled from the bank of Ardal on Monday.\n"
        "Olaf Berg gave up without a fight, Sheriff Karl Lund said.\n"
        "Police seized a gun and several shells, he said.\n"
    )
    found = rows((text, "2021-04-05"))
    assert any(
        row.endswith("Police seized a gun and several shells, Karl Lund said") for row in found
    )


@pytest.mark.parametrize("when", ["Tuesday night", "Tuesday"])
def test_a_day_after_a_name_dates_its_clause(when: str) -> None:
    text = f"Vote\nAnn Lee won the vote in Ardal {when} by ten seats, the port of Elsby said.\n"
    assert any(row.startswith("2021-04-06") for row in rows((text, "2021-04-09")))


def test_the_year_of_a_car_is_not_that_of_the_crash() -> None:
    text = "Crash\nAnn Lee of Ardal was hit by a 2013 Toyota on the road to Elsby.\n"
    assert not any(row.startswith("2013") for row in rows((text, "2021-04-05")))


def test_last_year_in_a_comparison_dates_nothing() -> None:
    text = (
        "Sales rise\nThe sales of Berg Marine rose to $5 million from $4 million last year,"
        " helped by new boats.\n"
    )
    assert not any(row.startswith("2020") for row in rows((text, "2021-04-05")))


def test_a_clause_without_a_word_that_joins_it_lends_no_day() -> None:
    text = (
        "Berg wins\nOlaf Berg scored a victory in Ardal, embarrassing Ann Lund in a state she won"
        " eight years ago.\n"
    )
    assert any("scored" in row and row.startswith("2021") for row in rows((text, "2021-04-05")))


def test_what_happened_on_an_old_trip_is_not_the_news_of_the_day() -> None:
    trip = (
        "Premier speaks\nPremier Jan Kovar blamed the captain of the Astrid on Monday.\n"
        "He spoke of the man who led the trip on which the cook and ten sailors died.\n",
        "2020-06-16",
    )
    assert not any("died" in row and "2020" in row for row in rows(trip))


def test_the_same_words_a_day_apart_are_one_row() -> None:
    first = "Hooded youths attacked a police post, two shops and a bank in Ardal on Saturday."
    second = "Hooded youths attacked a police post, two shops and a bank in Ardal on Sunday."
    found = rows(
        (f"Night in Ardal\n{first}\n", "2021-05-17"), (f"Unrest\n{second}\n", "2021-05-17")
    )
    assert sum("attacked" in row for row in found) == 1
    other = "Hooded youths left a football ground by the river on Sunday."
    assert len(rows((f"Night\n{first}\n", "2021-05-17"), (f"Unrest\n{other}\n", "2021-05-17"))) > 1


def test_a_month_says_when_in_its_year_it_was() -> None:
    one = (
        "Notes\nNorland seized the port of Ardal and its quay in 2019.\n",
        "2021-02-01",
    )
    other = (
        "More\nNorland seized the port of Ardal with its quay in March 2019.\n",
        "2021-02-01",
    )
    assert [row for row in rows(one, other) if row.startswith("2019")] == [
        row for row in rows(one, other) if row.startswith("2019-03")
    ]


def test_a_remark_further_down_weighs_less_unless_it_corrects_somebody() -> None:
    news = (
        "Ostrava leaves union\nOstrava left the customs union on Monday. The bank of Ostrava was"
        " shut. The port of Elsby was open. The army of Ostrava moved to the border.\n"
        "The navy of Corvo left its base.\n"
        "It was loud. It went on and was loud. It was loud again. All were loud.\n"
    )
    remark = "Lena Dahl said the crowd had {} the treaty of Corvo in full.\n"
    plain, denied = ((news + remark.format(verb), "2020-06-16") for verb in ("kept", "never kept"))
    assert not any("the treaty of Corvo" in row for row in rows(plain))
    assert any("the treaty of Corvo" in row for row in rows(denied))


def test_weights_add_up_to_the_same_in_any_order() -> None:
    words = "quay mast tide hull rope sail keel deck bell helm boom cove pier reef buoy"
    names = words.split()
    texts = [f"Notes\nNorland sold the {' and the '.join(names[at:])}." for at in range(12)]
    found = [report(text) for text in texts]
    numbers = {one.article.id: number for number, one in enumerate(found)}
    made = Candidates(found, {one: {} for one in numbers}, numbers, lambda *_: None)
    likeness = Likeness(made.spread, made.count)
    squares = list(likeness.squares.values())
    orders = (squares, squares[::-1], sorted(squares), squares[1::2] + squares[::2])
    assert len(squares) > 12
    assert len({sum(order) for order in orders}) == 1


def test_no_evidence_is_above_what_it_is_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Candidates] = []

    class Watched(Candidates):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            made.append(self)

    monkeypatch.setattr(events, "Candidates", Watched)
    sold = [
        (f"Deals\nNorsk Havn sold {what} on 3 May 2021.\n", "2021-05-05")
        for what in ("the old quay", "nine grey barges")
    ]
    rows(*dict.fromkeys(text for texts, _ in DOSSIERS for text in texts), *sold)
    likeness = Likeness(made[0].spread, made[0].count)
    found = [one for story in made[0].by_story() for one in story]
    evidence = [
        (
            likeness.of_agreeing(one, other),
            likeness.at_most(one, other, likeness.cosine(one, other)),
        )
        for one, other in combinations(found, 2)
    ]
    assert any(score >= JOIN for score, _ in evidence)
    assert all(score <= most + 1e-9 for score, most in evidence)


def test_a_dossier_too_large_to_hold_has_the_same_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = tuple(dict.fromkeys(text for texts, _ in DOSSIERS for text in texts))
    held = rows(*texts)
    monkeypatch.setattr(candidate, "_HELD", 0)
    assert rows(*texts) == held


def test_one_person_dies_once() -> None:
    first = "Karel Drobny, a guard of the bank, was shot to death on Monday outside the old mill."
    later = "A jury met on Friday. Gunmen killed Karel Drobny, its foreman said."
    trial = "Karel Drobny was killed in May, when the bank was robbed."
    found = rows(
        (f"Guard dead\n{first}\n", "2021-05-18"),
        (f"Jury meets\n{later}\n", "2021-06-05"),
        (f"Looking back\n{trial}\n", "2021-06-16"),
    )
    assert sum("Drobny" in row for row in found) == 1
    two = "Karel Drobny was killed on Monday. Anna Falk was killed on Monday."
    assert sum("killed" in row for row in rows((f"Two dead\n{two}\n", "2021-05-18"))) == 2


def test_a_toll_says_more_than_its_quake() -> None:
    texts = (
        "Quake hits Norland\nA strong quake hit the north of Norland on Sunday.\n",
        "Quake in Norland kills 10\nA strong quake in Norland killed 10 people on Sunday.\n",
        "Quakes\nMore than a dozen people were killed by a quake in eastern Sudland on Monday.\n",
    )
    found = rows(*((text, "2021-05-18") for text in texts))
    assert sum("10" in row for row in found) == 1
    assert sum("dozen" in row and "2021-05-17" in row for row in found) == 1


def test_another_toll_is_another_event() -> None:
    first = (
        "Fever spreads in Norland\nNorland shut its ports as a fever spread, killing at least 20"
        " people in Ardal.\n",
        "2021-05-14",
    )
    later = ("Fever kills\nA new fever has killed up to 149 people in Ardal.\n", "2021-05-17")
    events = linked(*(report(text, day) for text, day in (first, later))).events
    [toll] = [one for one in events if one.prominent and "149" in one.label]
    assert len({mention.article for mention in toll.mentions}) == 1


@pytest.mark.parametrize("other", ["Puerto Rico", "N.M.", "W.Va."])
def test_a_vote_in_one_state_is_not_the_one_in_another(other: str) -> None:
    first = (
        "Quill wins in Ohio\nAda Quill won the Labour primary in Ohio on Tuesday.\n",
        "2018-05-09",
    )
    second = (
        f"Quill Wins {other} Primary\nAda Quill won the Labour primary in {other} by far.\n",
        "2018-05-10",
    )
    events = linked(report(*first), report(*second)).events
    [won] = [one for one in events if one.prominent and "Ohio" in one.label]
    assert len({mention.article for mention in won.mentions}) == 1


def test_a_mention_in_one_state_is_no_source_for_another() -> None:
    won = (
        "Moen wins Ohio\nAda Moen won the primary in Ohio on Tuesday, defeating Olaf Berg.\n"
        "She was declared the winner in Ohio within the hour.",
        "2021-02-03",
    )
    beat = (
        "Moen beats Berg\nAda Moen defeated Olaf Berg in the Utah primary on Tuesday, in another"
        " sign of how hard it is for Berg to win."
    )
    again = (
        "Moen takes Ohio\nAda Moen was the winner of the primary in Ohio on Tuesday against Olaf"
        " Berg."
    )
    reports = [report(*won), *(report(each, "2021-02-03") for each in (beat, again))]
    [utah] = [one for one in linked(*reports).events if one.prominent and "Utah" in one.label]
    assert reports[2].article.id not in {mention.article for mention in utah.mentions}


def test_who_is_known_to_be_dead_was_shot_once() -> None:
    first = "Deputy Karel Drobny was shot outside the old mill in Ardal on Monday."
    later = "A jury met on Friday. Karel Drobny was shot to death at the mill, its foreman said."
    found = rows((f"Guard shot\n{first}\n", "2021-05-18"), (f"Jury\n{later}\n", "2021-06-05"))
    assert sum("shot" in row for row in found) == 1


def test_what_has_happened_has_no_day_to_come() -> None:
    text = (
        "Jury in Ardal\nThe clerk Karel Drobny was robbed on June 24, the jury heard on Monday.\n"
    )
    found = [row for row in rows((text, "2021-05-18")) if "robbed" in row]
    assert not any(row.startswith("2021-06-24") for row in found)


def test_a_clause_within_another_is_no_row_of_its_own() -> None:
    text = (
        "Boos for mayor\nBoos were heard in Ardal as Mayor Ines Talbot left the Elsby hall on"
        " Friday.\n"
    )
    assert len([row for row in rows((text, "2020-06-15")) if "left the Elsby hall" in row]) == 1


def test_what_says_a_row_again_is_no_row() -> None:
    first = "Fire in Ardal\nThe oil barge Astrid burned for 36 hours before it sank on Friday.\n"
    again = "Barge lost\nThe barge burned for nearly two days until it sank on Friday.\n"
    found = rows((first, "2021-05-15"), (again, "2021-05-16"))
    assert sum("burned" in row for row in found) == 1


def test_what_only_has_the_names_of_a_row_is_a_row() -> None:
    names = "Premier Jan Kovar of Ostrava"
    texts = [
        (f"Day one\n{names} sold the airport to Norsk Havn on Monday.\n", "2021-05-18"),
        (f"Day two\n{names} dismissed the head of the army on Monday.\n", "2021-05-18"),
        (f"Day three\n{names} opened a hospital in Elsby on Monday.\n", "2021-05-18"),
    ]
    assert len([row for row in rows(*texts) if "Kovar" in row]) == 3


def test_a_narrower_day_of_a_row_is_the_day_of_the_row() -> None:
    texts = [
        ("Fire\nA barge leased by the firm Norsk Havn exploded off Ardal last week.\n",
         "2021-05-17"),
        ("Smoke\nThe barge that exploded last week off Ardal was leased by Norsk Havn.\n",
         "2021-05-17"),
        ("Loss\nThe barge was destroyed in an explosion on Tuesday.\n", "2021-05-14"),
    ]  # fmt: skip
    [row] = [row for row in rows(*texts) if "explo" in row]
    assert row.startswith("2021-05-11")


def test_other_words_of_the_same_people_are_another_row() -> None:
    texts = [
        ("Day one\nNorland has suspended its part in the Ostrava bloc and its courts, Premier Jan"
         " Kovar said on Monday.\n", "2021-05-18"),
        ("Day two\nPremier Jan Kovar urged the bloc and its courts in Ostrava on Monday to back"
         " Norland.\n", "2021-05-18"),
    ]  # fmt: skip
    found = rows(*texts)
    assert len([row for row in found if "suspended" in row]) == 1
    assert len([row for row in found if "urged" in row]) == 1


def test_a_row_of_a_year_takes_no_row_of_a_day() -> None:
    year = "Looking back\nNorland seized the port of Ardal in 2021.\n"
    day = "War\nNorland's navy retook control of the port on 17 May 2021.\n"
    assert any(
        row.startswith("2021-05-17") for row in rows((year, "2022-05-18"), (day, "2021-05-18"))
    )


def test_what_has_no_day_goes_to_the_later_of_two_wars() -> None:
    first = "Two wars\nNorland recaptured much of the Elsby valley in 2012.\n"
    second = "Valley falls\nNorland's army retook the Elsby valley in September 2021.\n"
    later = "Talks\nTalks began after Norland took control of the Elsby valley.\n"
    dossier = linked(
        report(first, "2021-10-01"), report(second, "2021-10-02"), report(later, "2022-02-03")
    )
    old = next(one for one in dossier.events if one.prominent and "2012" in str(one.range))
    assert len({mention.article for mention in old.mentions}) == 1


def test_what_one_speaker_says_twice_is_two_rows_where_it_differs() -> None:
    said = "The Health Board of Norvania said on Monday"
    found = rows(
        (f"Fever\n{said} it was concerned about 800 cases of fever in Ardal.\n", "2021-05-04"),
        (f"Deaths\n{said} at least 81 sailors had died of fever in Ardal.\n", "2021-05-04"),
    )
    assert [row.partition(" said ")[2] for row in found] == [
        "it was concerned about 800 cases of fever in Ardal",
        "at least 81 sailors had died of fever in Ardal",
    ]
