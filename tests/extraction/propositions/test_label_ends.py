"""Where a label ends: after an office, before a second thing said, not inside a compound."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar import analyse
from armreader.extraction.propositions.checks import reads_alone
from armreader.extraction.propositions.placed_times import PlacedTimes
from wire import labels, report

WHOLE = [
    # The verb of what is said, after all that is between.
    ("New maps have suggested the old wall built by the 9m bricks of clay that entered the town has"
     " been lost, or that the town was now rich.",
     "New maps have suggested the old wall built by the 9m bricks of clay that entered the town has"
     " been lost"),
    ("Moen rejected a charge that reports about the weir, drawn up by pilots of the town, were"
     " false.",
     "Moen rejected a charge that reports about the weir were false"),
    # What somebody is or was is part of what they did.
    ("Dr. Ann Berg left her post as keeper of the Ardal Museum of Ships and Coastal Lights in May.",
     "Dr. Ann Berg left her post as keeper of the Ardal Museum of Ships and Coastal Lights"),
    # A fact that comes up on nobody's word.
    ("It was announced that Duke Lund had asked the pilot Olaf Berg to be head of the museum.",
     "Duke Lund had asked the pilot Olaf Berg to be head of the museum"),
    ("It turned out that three clerks had copied the keys of the vault.",
     "three clerks had copied the keys of the vault"),
    ("It emerged on Monday that Ann Moen had sold the museum.", "Ann Moen had sold the museum"),
    # Phrases and figures that go on.
    ("Northern farms were not selling any eggs of the old breed for the time being.",
     "Northern farms were not selling any eggs of the old breed for the time being"),
    ("The port asked visitors to the yard to stop at least six yards (5.5 m) from the sluice.",
     "The port asked visitors to the yard to stop at least six yards (5.5 m) from the sluice"),
    ("Ada Quill ordered the repair of the press and of the parts that belong to the 1950 model.",
     "Ada Quill ordered the repair of the press and of the parts that belong to the 1950 model"),
    ("Ada Quill built a second ferry that was held to be far slower than the 1950 model of it.",
     "Ada Quill built a second ferry"),
    # Whom somebody tells to do something; what happened, without a second result.
    ("In Ardal, the coldest town of the coast, Mayor Olaf Lund told the bakers to close their"
     " stalls on Friday.",
     "Mayor Olaf Lund told the bakers to close their stalls"),
    ("The old barge Norden rammed the pier on April 20, wounding six cooks and spilling a cargo of"
     " plums that the owner priced at 850 to 920 crowns (970 to 1,050 marks) a crate.",
     "The old barge Norden rammed the pier, wounding six cooks"),
    ("A Norden lamp cracked and fell last week, wounding nine cooks.",
     "A Norden lamp fell, wounding nine cooks"),
    # No word that led to a date; but a year that describes a thing is no date.
    ("Ada Moen guarded the lights throughout the 1960s.", "Ada Moen guarded the lights"),
    ("The keepers changed the lights in answer to a 1962 plea by the pilots of Ardal.",
     "The keepers changed the lights in answer to a 1962 plea by the pilots of Ardal"),
    # What somebody did with a day; no day inside; no sum that is a verb.
    ("While packing nets, Captain Moen spent Sunday discussing plans in Elsby that span Ardal's"
     " lights to Norden's own yards and long piers.",
     "Captain Moen spent Sunday discussing plans"),
    ("The bishop told the pilots late Friday that the lights would stay on.",
     "The bishop told the pilots that the lights would stay on"),
    ("Norden has taken a $9.5 million losses charge to pay the crew.",
     "Norden has taken a $9.5 million losses charge to pay the crew"),
    # More of what would be very short: what a thing does, what is done with it, what it is for.
    ("Olaf Berg issued an order that bans the sale of herring at the gates of the old port.",
     "Olaf Berg issued an order that bans the sale of herring at the gates of the old port"),
    ("The Norden yard went to court, calling three of its welders as witnesses.",
     "The Norden yard went to court, calling three of its welders as witnesses"),
    ("Patrols were doubled after Ardal raised its flood alarm to level 2.",
     "Patrols were doubled after Ardal raised its flood alarm to level 2"),
    ("Ada Moen completed a term in June as chair of the harbour board's pilots.",
     "Ada Moen completed a term as chair of the harbour board's pilots"),
    ("Ada Moen sold the yard, an old dock of grey stone that her father Olaf Lund had built there.",
     "Ada Moen sold the yard"),
    ("Olaf Berg rang the bell while Ada Moen lit both the lamps of the pier.",
     "Olaf Berg rang the bell"),
    ("Ada Moen filled the tank, stopping the leak for the first time since 4 March.",
     "Ada Moen filled the tank, stopping the leak for the first time since 4 March"),
    # What something is like; by whom, where a clause describes with it.
    ("The town council said herring catches at the northern reef were at similar rates to Norden.",
     "The town council said herring catches at the northern reef were at similar rates to Norden"),
    ("The port sells maps of the strait that are like the ones put out by the guards of Norden.",
     "The port sells maps of the strait that are like the ones put out by the guards of Norden"),
    # No half of a number or of a rate.
    ("Fresh water has been pouring into the old port of Norden from a broken main at a rate of over"
     " 9,000 barrels per day.",
     "Fresh water has been pouring into the old port of Norden from a broken main"),
    ("The old fire of Elsby killed more than 31, 000 people of the coast in May.",
     "The old fire of Elsby killed more than 31, 000 people of the coast"),
    # A past form before a time describes its noun.
    ("Ada Quill defended the ferry in a long speech recorded last week, naming no rivals.",
     "Ada Quill defended the ferry in a long speech recorded last week, naming no rivals"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "label"), WHOLE)
def test_a_label_goes_on_to_the_end_of_what_it_says(sentence: str, label: str) -> None:
    assert label in labels(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Salt-crusted terns at a rescue yard in Ardal.",
        "cents Ardal: 40 confirmed cases.",
        "This June 3, 2011 Norden video frame grab shows a diver at the sluice of the lock.",
    ],
)
def test_a_caption_has_no_label(sentence: str) -> None:
    assert labels(sentence) == []


def test_how_long_after_something_is_no_start_of_a_label() -> None:
    found = labels(
        "Workers have rebuilt the gate in Ardal, two long years after a flood broke it and led to a"
        " panic."
    )
    assert found == ["Workers have rebuilt the gate in Ardal"]


def test_a_label_does_not_end_inside_a_compound() -> None:
    found = labels(
        'On Friday, Ada Quill showed the half-built - and still very cold - "ice hall," asking'
        " all to skate."
    )
    assert not [label for label in found if label.endswith("half-built")]


TIMES = [
    ("With the winter flood season at its peak, Ardal shut both quays.", "shut", ""),
    ("In the winter Ardal shut both quays.", "shut", "the winter"),
    ("Ann Lee wore a long coat and 1940s Ardal shoes.", "wore", ""),
    ("In the 1990s Ann Lee led the port.", "led", "the 1990s"),
    ("In 1997, Ann Lee was convicted of fraud, and in April 2003 she fled.", "convicted", "1997"),
    ("In 1997, Ann Lee was convicted of fraud, and in April 2003 she fled.", "fled", "April 2003"),
]


@pytest.mark.parametrize(("sentence", "verb", "time"), TIMES)
def test_a_clause_has_its_own_time(sentence: str, verb: str, time: str) -> None:
    one = report(f"Notes\n{sentence}", "2021-07-01")
    text = one.article.text
    (found,) = (each for each in one.propositions if text[slice(*each.trigger)] == verb)
    assert (text[slice(*found.time)] if found.time else "") == time


SIDES = [
    ("called", True),
    ("praised", True),
    ("rejected", True),
    ("cited", False),
    ("recalled", False),
]


@pytest.mark.parametrize(("verb", "news"), SIDES)
def test_what_somebody_says_of_others_is_news(verb: str, news: bool) -> None:
    before = " ".join(f"The dam of Ardal leaked in {year}." for year in range(1990, 2010))
    one = report(f"Notes\n{before}\nAnn Lee {verb} the plan a good one.", "2021-07-01")
    assert one.propositions[-1].news is news


def test_an_event_that_somebody_needs_has_no_day_of_its_own() -> None:
    found = labels("Ada Quill urgently needs a victory in Friday's presidential election in Elsby.")
    assert found == ["Ada Quill urgently needs a victory"]


HALVES = [
    "More than 1,200 letters from Ada Moen's private desk during her years at the Harbour Office"
    " have now been deemed secret, after the board set out its eighth box of them late Thursday.",
    "Yesterday the Norden council's Ada Moen achieved just that, raising the alarm to its peak.",
    "The herring catch off the northern reef is even smaller than first feared, with half as many"
    " boats out there than the fleet had hoped, figures show.",
    "Norden has put up a larger, far stronger lamp on the northern reef of the strait.",
    "Ada Moen has more boats than Lund has, and the keeper of the lights sold two on Sunday.",
    "Norden is getting ready to raise -- from two crowns to four -- a tax on herring.",
    "The new lamp will reach the isle some time between 3 and 9 May.",
    "The keeper said that after the mast broke on 2 May, wounding a cook, the crew was afraid.",
    "Moen points out, Lund rowed.",
    "Ada Moen sailed hard to the isle that made her brother, Ivo, the richest man of Ardal.",
    "Ada Moen told the guards of Ardal that the strait between Elsby and Norden should be patrolled"
    " by those “who know it.”",
    "Ada Moen told the council that herring catches in the bay of Ardal were at similar rates to"
    " those of the years after the war and the flood.",
    "Norden said the strike was held to urge Ada Moen, who will take over the port, to move away.",
    "Mr. Berg fought Ada Moen on Sunday after the Liberal leader had said on Saturday that he was"
    " “losing the strait.”",
]


@pytest.mark.parametrize("sentence", HALVES)
def test_no_label_is_half_of_what_it_says(sentence: str) -> None:
    ends = ("deemed", "achieved", "smaller", "first", "larger", "more boats", "to raise",
            "some time", "mast broke", "points out", "her brother",
            "patrolled", "similar rates", "Ada Moen")  # fmt: skip
    found = labels(sentence)
    assert not [label for label in found if label.endswith(ends) or label.startswith("the Lib")]


def test_a_day_that_ends_a_sentence_without_a_stop_is_inside_nothing() -> None:
    one = report("Notes\nThe port is shut.\nAda Moen sold the yard Monday", "2021-07-01")
    grammar = analyse(one.article.text, one.sentences)[-1]
    count = len(grammar)
    assert not PlacedTimes(grammar, [(count - 1, count)]).is_inner_day(count - 1, count)


def test_an_adverb_before_a_when_opens_no_label() -> None:
    one = report("Notes\nIt is odd, especially when Ada Moen has sold the yard.", "2021-07-01")
    grammar = analyse(one.article.text, one.sentences)[-1]
    first = grammar.lowers.index("especially")
    assert not reads_alone(grammar, [(first, len(grammar) - 1)], False)
    assert reads_alone(grammar, [(first + 2, len(grammar) - 1)], False)


def test_an_adverb_of_a_passive_ends_no_label() -> None:
    one = report(
        "Notes\nThe wrecks of Ardal were chiefly and wrongly blamed on Berg.", "2021-07-01"
    )
    grammar = analyse(one.article.text, one.sentences)[-1]
    assert not reads_alone(grammar, [(0, grammar.lowers.index("chiefly") + 1)], False)
