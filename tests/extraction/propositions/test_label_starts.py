"""With which words a label starts: all of its subject, none before it, and whose it is."""

from __future__ import annotations

import pytest

from wire import labels, report

STARTS = [
    # The day before a subject is no part of it.
    ("Yesterday Norden keeper Ada Moen blessed the trawlers.",
     "Norden keeper Ada Moen blessed the trawlers"),
    ("Tonight the choir of Ardal will sing at the weir.",
     "the choir of Ardal will sing at the weir"),
    # What makes fewer of "all" stays.
    ("Not every baker has closed his shop in Ardal.", "Not every baker has closed"),
    ("Not all pilots of the strait have joined the strike.",
     "Not all pilots of the strait have joined the strike"),
    # An adjective before a comma.
    ("The very old, 300-page diary blames Olaf Berg for the wreck.",
     "The very old, 300-page diary blames Olaf Berg for the wreck"),
    # A number alone, with its bound.
    ("At least 19 drowned near Ardal.", "At least 19 drowned near Ardal"),
    ("At least 19 were rescued off Ardal on Sunday.", "At least 19 were rescued off Ardal"),
    # All of a list, for each of its verbs.
    ("Dockers, cooks and keepers of the lights met on Sunday and closed the harbour.",
     "Dockers, cooks and keepers of the lights closed the harbour"),
    # A relative clause without which a thing is any thing.
    ("A lamp that helps the pilots to dock has been built by a school in Ardal.",
     "A lamp that helps the pilots to dock has been built by a school in Ardal"),
    ("In mocking the rich, a Norden choir sang of lamps.", "a Norden choir sang of lamps"),
    # What somebody says after another deed.
    ("Bishop Ada Moen blessed the trawlers and said the port must pay for two new lamps.",
     "Bishop Ada Moen said the port must pay for two new lamps"),
    # A time that parts a name from its verb.
    ("Captain Ada B. Moen late Friday night ordered a search of the strait.",
     "Captain Ada B. Moen ordered a search of the strait"),
    # A subject after an opening phrase, with what else is said of it.
    ("In Ardal, the harbour secretary, Ann Lee, said the weir was safe.",
     "the harbour secretary, Ann Lee, said the weir was safe"),
    ("In Norden, Olaf Berg, a baker who is retired, walked off the pier.",
     "Olaf Berg walked off the pier"),
    ("Reuters: Moen aide sold the fleet.", "Moen aide sold the fleet"),
]  # fmt: skip


def test_a_first_name_alone_opens_no_label() -> None:
    found = labels("Olaf Berg left the pier. On Tuesday, his wife, Ada, called for a vote.")
    assert found[1:] == ["his wife, Ada, called for a vote"]
    found = labels("Olaf Berg left the pier. On Tuesday, his wife, Ada Moen, called for a vote.")
    assert found[1:] == ["Ada Moen called for a vote"]


@pytest.mark.parametrize(("sentence", "label"), STARTS)
def test_a_label_starts_with_the_whole_of_its_subject(sentence: str, label: str) -> None:
    assert any(found.startswith(label) for found in labels(sentence))


WRONG = [
    # What a past form describes, a verb's object, what only explains: none of them did anything.
    (
        "Ada Moen showed plans for new locks, high weirs and the town's torn green nets.",
        "the town's torn",
    ),
    (
        "Lund criticised choices made by Moen and raised clear doubts about the masts.",
        "choices raised",
    ),
    ("Some 60 percent of those who chose a deputy said they might leave.", "a deputy said"),
    ("Moen met the pilots for talks at noon, hours devoted mainly to the weir.", "hours devoted"),
    ("Elsby shut its port in May, the Courier wrote on Friday, a day after the Ardal Pilots Union"
     " began a strike and told crews to stay at home.", "a day told"),
    # Who says what after a relative clause is not known.
    ("Ardal mourned the fire which killed ten and said little of the crew that had left.",
     "Ardal said"),
    ("Moen called Lund a fool and said his speech was a string of lies.", "Moen said"),
    ("Ada Moen, whose letters against the port, the weir and the lights moved sailors for almost"
     " two decades and helped reshape Norden, died on Monday.", "Ada Moen helped"),
    ("The worst flood in Elsby began when a wall cracked and fell last week, wounding nine cooks.",
     "The worst flood in Elsby fell"),
    # Everyone is not everyone who did something.
    ("Everything that happens at the weir gets the keeper's blessing.", "Everything gets"),
    # Of whom a share is, or in which case.
    ("Among pilots, 61 percent chose Ada Moen.", "61 percent"),
    ("In a first count, 61 percent chose Ada Moen while 30 percent chose Lund.", "30 percent"),
    ("Of fewer than 90 pilots in Ardal, the old port, 12 were sent home.", "12 were"),
    ("Not many of the pilots have joined the strike.", "many of"),
    # An auxiliary before its subject.
    ("Herring are always cheap, but rarely have the prices of two kinds been as low as now.",
     "Herring have"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wrong"), WRONG)
def test_a_part_of_a_subject_is_none(sentence: str, wrong: str) -> None:
    assert not any(found.startswith(wrong) for found in labels(sentence))


OWNERS = [
    ("The council of Ardal county, Norden, voted to sell the weir.", None),
    ("The court of Elsby, Ohio, jailed two pilots.", None),
    ("The keeper of the lights, Ada Moen, jailed two pilots.", "Ada Moen"),
]


@pytest.mark.parametrize(("sentence", "name"), OWNERS)
def test_the_place_of_a_body_is_not_who_acts(sentence: str, name: str | None) -> None:
    one = report(f"Notes\n{sentence}", "2021-07-01")
    names = {actor.id: actor.name for actor in one.actors}
    [found] = [each for each in one.propositions if each.label and each.form == "event"]
    assert (names[found.actor] if found.actor else None) == name


def test_what_a_sentence_doubts_is_no_fact() -> None:
    for opens in ("Apparently", "Perhaps", "Maybe"):
        for verb in ("leaks", "has not leaked"):
            one = report(f"Notes\n{opens} the weir {verb} at the ends of Ardal.", "2021-07-01")
            assert {each.status for each in one.propositions if each.label} <= {"hypothetical"}
