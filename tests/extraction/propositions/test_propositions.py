"""Propositions: the status of a clause, and its label; nothing denied is asserted."""

from __future__ import annotations

import pytest

from armreader.records import Annotations, Proposition
from wire import labels, report


def with_verb(one: Annotations, word: str) -> list[Proposition]:
    """The propositions whose verb is a word."""
    text = one.article.text
    return [each for each in one.propositions if text[slice(*each.trigger)] == word]


BOUNDED = [
    ("Up to 300 homes were evacuated in Ardal.", "Up to 300 homes were evacuated in Ardal"),
    ("The dam failed, and more than 100 were evacuated.", "more than 100 were evacuated"),
    ("The dam failed and as many as 40 people drowned.", "as many as 40 people drowned"),
    (
        "Fewer than 20 of the 90 sailors stayed ashore.",
        "Fewer than 20 of the 90 sailors stayed ashore",
    ),
    ("At least 12 people were hurt in Ardal.", "At least 12 people were hurt in Ardal"),
]


@pytest.mark.parametrize(("sentence", "label"), BOUNDED)
def test_a_label_keeps_what_bounds_its_figure(sentence: str, label: str) -> None:
    assert label in labels(sentence)


STANDING = [
    ("The mayor did not say that the bridge had fallen.", "fallen", "hypothetical"),
    ("The mayor did not say that the bridge had fallen.", "say", "denied"),
    ("The company denied that it had poisoned the river.", "poisoned", "denied"),
    (
        "The ministry dismissed reports that the army had crossed the border.",
        "crossed",
        "hypothetical",
    ),
    ("Nobody believes that the ferry sank.", "sank", "hypothetical"),
    ("Analysts think the bank collapsed in May.", "collapsed", "hypothetical"),
    (
        "The inquiry is focused on whether safety laws regarding the care of old dams have been"
        " violated.",
        "violated",
        "hypothetical",
    ),
    ("The council doubts whether the dam burst.", "burst", "hypothetical"),
    ("If the dam bursts, the town will be flooded.", "bursts", "hypothetical"),
    ("If the dam bursts, the town will be flooded.", "flooded", "planned"),
    ("The town will be flooded unless the dam holds.", "holds", "hypothetical"),
    ("The union may strike on Friday.", "strike", "hypothetical"),
    ("The union might have agreed to the deal.", "agreed", "hypothetical"),
    ("The troops will leave the island in June.", "leave", "planned"),
    ("The troops would leave the island, the general said.", "leave", "hypothetical"),
    ("The troops did not leave the island.", "leave", "denied"),
    ("The troops never left the island.", "left", "denied"),
    ("Sailors are being advised not to visit Ardal.", "advised", "asserted"),
    ("Sailors in Ardal were being ordered not to fish or swim.", "ordered", "asserted"),
    ("Sailors in Ardal were not ordered to swim.", "ordered", "denied"),
    ("No ship reached the harbour.", "reached", "denied"),
    ("Nobody was hurt in the fire.", "hurt", "denied"),
    ("The island is going to sell the airport.", "going", "planned"),
    ("The judge is expected to free the captain.", "expected", "planned"),
    ("The minister was due to resign on Monday.", "was", "planned"),
    ("The king is to visit Ardal in May.", "is", "planned"),
    ("Talks are to resume on Monday.", "are", "planned"),
    ("This is what the king is to", "is", "asserted"),
    ("The king is not to leave the island.", "is", "denied"),
    ("The rebels reportedly seized the port.", "seized", "hypothetical"),
    ("The firm nearly closed the port.", "closed", "hypothetical"),
    ("The firm closed nearly 40 ports.", "closed", "asserted"),
    ("The leak would end by Monday, when the cap was closed.", "closed", "planned"),
    ("The leak could be stopped on Monday, when the cap was closed.", "closed", "planned"),
    ("The leak ended on Monday, when the cap was closed.", "closed", "asserted"),
    ("The rebels allegedly seized the port.", "seized", "hypothetical"),
    ("Police are investigating claims that the guard shot a farmer.", "shot", "hypothetical"),
    ("There is a possibility that the mine will close.", "close", "planned"),
    ("The senator wondered whether the bank had failed.", "failed", "hypothetical"),
    ("The paper suggested that the king had fled.", "fled", "hypothetical"),
    ("The premier warned that the union would collapse.", "collapse", "hypothetical"),
    ("The premier threatened that the island would leave the union.", "leave", "hypothetical"),
    ("The envoy hoped that the two sides had signed.", "signed", "hypothetical"),
    ("The clerk refused to open the gate.", "refused", "asserted"),
    ("The general claimed that the rebels had burned the village.", "burned", "hypothetical"),
    ("The general accused the rebels of burning the village.", "accused", "asserted"),
    ("The rebels burned the village.", "burned", "asserted"),
    ("Police said the rebels had burned the village.", "burned", "asserted"),
    ("The court found that the firm had bribed a judge.", "bribed", "asserted"),
    ("The firm could have warned the residents.", "warned", "hypothetical"),
    ("The firm should have closed the pipeline.", "closed", "hypothetical"),
    ("It is not true that the pope visited the camp.", "visited", "hypothetical"),
    ("Ann Lee could not confirm that the boat had sunk.", "sunk", "hypothetical"),
    ("The two crews were probably rescued.", "rescued", "hypothetical"),
    ("Few farmers joined the march.", "joined", "denied"),
    ("Until the road is cleared, no lorry can pass.", "cleared", "hypothetical"),
    ("Had Ann Lee won the race, she would have closed the port.", "won", "hypothetical"),
]


@pytest.mark.parametrize(("sentence", "verb", "status"), STANDING)
def test_what_governs_a_clause_gives_its_status(sentence: str, verb: str, status: str) -> None:
    one = report(f"Notes\n{sentence}", "2021-02-01")
    found = with_verb(one, verb)
    assert all(each.status == status for each in found)
    if status == "asserted":
        assert found


@pytest.mark.parametrize(("sentence", "verb", "status"), STANDING)
def test_no_label_asserts_what_is_denied_or_supposed(sentence: str, verb: str, status: str) -> None:
    one = report(f"Notes\n{sentence}", "2021-02-01")
    text = one.article.text
    for each in with_verb(one, verb) if status != "asserted" else ():
        words = " ".join(text[slice(*span)] for span in each.label)
        assert not words or (each.cue and text[slice(*each.cue)] in words)


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("In March 2019, rebels seized the port.", "rebels seized the port"),
        ("However, the ferry sank off Ardal.", "the ferry sank off Ardal"),
        ("The ferry, a gift of the king, sank off Ardal.", "The ferry sank off Ardal"),
        (
            "The council sold the harbour on Monday, which angered the owners of small boats.",
            "The council sold the harbour",
        ),
        (
            "The mayor of Ardal said on the radio that the ferry would never sail again.",
            "The mayor of Ardal said that the ferry would never sail again",
        ),
        (
            "The old bridge of Ardal collapsed, police said on Friday.",
            "The old bridge of Ardal collapsed",
        ),
        (
            "Ann Lee accused the council of hiding the bill.",
            "Ann Lee accused the council of hiding the bill",
        ),
        ("Two sailors are still missing.", "Two sailors are still missing"),
        (
            "The court of Ardal on Tuesday ruled for the guards.",
            "The court of Ardal ruled for the guards",
        ),
        (
            "Doctors at the clinic of the old harbour in Ardal said that the medicines that the"
            " sailors had brought home would probably control the spread.",
            "Doctors said that the medicines that the sailors had brought home would probably"
            " control the spread",
        ),
        (
            "The board of the port said in a long letter to the town on Thursday that it fell short"
            " of its goal of selling 43,000 tickets for the ferry.",
            "The board of the port said that it fell short of its goal of selling 43,000 tickets"
            " for the ferry",
        ),
        (
            "The old bridge of Ardal will be closed, Ann Lee said on Friday.",
            "The old bridge of Ardal will be closed, Ann Lee said",
        ),
        (
            "The guards who were posted at the old bridge of Ardal after the flood left the town.",
            "The guards left the town",
        ),
        (
            "The Palace said it had received no word that the king had left the island.",
            "The Palace said it had received no word that the king had left the island",
        ),
        (
            "Ann Lee described the strike in the harbour as a success.",
            "Ann Lee described the strike in the harbour as a success",
        ),
        (
            "On Friday, the council sold the harbour.",
            "the council sold the harbour",
        ),
        (
            "Ardal accused the guards, posted in the valley, of failing to stop the flood.",
            "Ardal accused the guards, posted in the valley, of failing to stop the flood",
        ),
        (
            "Ann Lee said in the past, however, that Ardal had no plans to leave.",
            "Ann Lee said that Ardal had no plans to leave",
        ),
        (
            "The union of the miners said this week that the owners of the shaft had sold it.",
            "The union of the miners said that the owners of the shaft had sold it",
        ),
        (
            "A diver, Ann Lee, found the wreck of the ferry in the bay on Monday.",
            "Ann Lee found the wreck of the ferry in the bay",
        ),
        (
            "Ann Lee led the plan that saved the harbour of Ardal.",
            "Ann Lee led the plan that saved the harbour of Ardal",
        ),
        (
            "Ann Lee urged the guards of Ardal, however, to open the gate.",
            "Ann Lee urged the guards of Ardal to open the gate",
        ),
        (
            "Ann Lee met the test that calls for a swim of two miles in the bay.",
            "Ann Lee met the test that calls for a swim of two miles in the bay",
        ),
        (
            "The guards wanted an accord to turn the boy over to the court.",
            "The guards wanted an accord to turn the boy over to the court",
        ),
        (
            "The council entrusted the keys of the old lighthouse to Ann Lee.",
            "The council entrusted the keys of the old lighthouse to Ann Lee",
        ),
        (
            "Ardal closed the mine - days before the flood reached the valley.",
            "Ardal closed the mine",
        ),
    ],
)
def test_labels_are_whole_and_short(sentence: str, label: str) -> None:
    assert labels(sentence) == [label]


def test_verbs_that_share_a_subject_each_have_a_label() -> None:
    assert labels("Ardal signed the truce and sent guards to the island in May.") == [
        "Ardal signed the truce",
        "Ardal sent guards to the island",
    ]


def test_what_a_relative_clause_says_of_a_name_has_a_label() -> None:
    assert "Ann Lee left the harbour" in labels(
        "Ann Lee, a clerk who left the harbour in May 2019, sued the council."
    )
    assert "Ann Lee was killed by a guard" in labels(
        "A vigil for Ann Lee, who was killed by a guard on Monday, drew a crowd."
    )


def test_a_relative_clause_after_two_names_is_of_neither() -> None:
    assert not any(
        "was named" in label
        for label in labels(
            "“We will go,” said Olaf Berg, a close friend of Ann Lee, who was named mayor on"
            " Friday, and he left the hall."
        )
    )


def test_a_clause_within_a_dated_one_has_its_time() -> None:
    text = "Talks turned sour last year, when northern guards stood by while Norland seized Ardal."
    one = report(f"Notes\n{text}", "2021-02-01")
    seized = next(p for p in one.propositions if one.article.text[slice(*p.trigger)] == "seized")
    assert seized.time is not None
    assert one.article.text[slice(*seized.time)] == "last year"


def test_she_is_not_the_storm() -> None:
    text = "Ann Lee left Elsby. When Hurricane Opal broke the wall, she sold her house."
    one = report(f"Notes\n{text}", "2021-05-01")
    (lee,) = (actor.id for actor in one.actors if actor.kind == "person")
    assert [each.actor for each in with_verb(one, "sold")] == [lee]


def test_a_participle_with_its_own_subject_is_past() -> None:
    sentence = (
        "The guards applied for leave from the old port of Ardal, saying they did not like it."
    )
    assert labels(sentence) == [sentence.partition(",")[0]]


def test_a_label_that_cannot_be_cut_may_be_long() -> None:
    sentence = (
        "The ministry of Ardal stressed that the premier did not state that the island was"
        " immediately withdrawing from the league."
    )
    assert labels(sentence) == [sentence.removesuffix(".")]


def test_a_noun_is_a_row_where_it_names_who_acts_or_where() -> None:
    assert "fire in Ardal" in labels("It was the worst loss since the 2009 fire in Ardal.")
    assert not labels("It was the worst loss since the 2009 win over Ann Lee.")
    assert not labels("It was the worst loss since the 2009 victory in Ardal.")


def test_a_year_is_not_carried_past_a_saying_nor_a_day_past_a_comment() -> None:
    text = (
        "Last year, Ardal closed the mine. The mayor said the town was safe."
        " Ann Lee praised the guards of Ardal."
    )
    one = report(f"Notes\n{text}", "2021-02-01")
    assert [bool(each.time) for each in with_verb(one, "praised")] == [False]
    text = (
        "Ardal closed the mine on Friday. The step pleases the owners of the harbour."
        " The council sold the old ferry."
    )
    one = report(f"Notes\n{text}", "2021-02-01")
    assert [bool(each.time) for each in with_verb(one, "sold")] == [False]


def test_a_comment_does_not_get_the_day_of_what_it_follows() -> None:
    text = "Ardal closed the mine in May 2019. Ann Lee noted the role of the harbour."
    one = report(f"Notes\n{text}", "2021-02-01")
    assert [bool(each.time) for each in with_verb(one, "noted")] == [False]


def test_what_somebody_took_over_does_not_bound_a_day() -> None:
    text = "Olaf Berg took over the daily work at the port last month."
    assert [
        bool(each.time) for each in with_verb(report(f"Notes\n{text}", "2021-02-01"), "took")
    ] == [True]


def test_a_verb_in_another_tense_is_not_joined_to_the_first() -> None:
    found = labels("The risk of a flood looms over the valley in a picture taken and sold in May.")
    assert not [label for label in found if "sold" in label and "taken" not in label]


def test_a_figure_for_a_day_is_news() -> None:
    one = report("Notes\nOn Monday, the fund of Ardal had 2,000 donors.", "2021-02-01")
    assert [each.form for each in with_verb(one, "had")] == ["event"]


def test_a_day_before_a_saying_dates_nothing_after_it() -> None:
    text = (
        "The council closed the bridge of Ardal in May 2019, and Ann Lee said the town was safe."
        " She accused the harbour of greed."
    )
    one = report(f"Notes\n{text}", "2021-02-01")
    assert [bool(each.time) for each in with_verb(one, "closed")] == [True]
    assert [bool(each.time) for each in with_verb(one, "accused")] == [False]


SAID_OR_DONE = [
    ("At the time, Ann Lee said the dam was safe.", "said", False),
    ("Ann Lee pledged at that point to sell the port.", "pledged", False),
    ("During the attack, Olaf Berg phoned the pilots.", "phoned", False),
    ("After the clash, Olaf Berg was fined by the port.", "fined", False),
    # Only what is said is of that time.
    ("Ann Lee said the guards were asleep at the time.", "said", True),
    ("Ann Lee praised the pilots who were there at the time.", "praised", True),
]


@pytest.mark.parametrize(("sentence", "verb", "news"), SAID_OR_DONE)
def test_what_was_at_another_time_is_no_news(sentence: str, verb: str, news: bool) -> None:
    gates = [f"Gate {at} is open." for at in range(12)]
    one = report(f"Notes\n{' '.join([*gates[:3], sentence, *gates[3:]])}", "2021-02-01")
    assert [each.news for each in with_verb(one, verb)] == [news]


def test_what_has_happened_is_news_whatever_else_the_sentence_dates() -> None:
    gates = [f"Gate {at} is open." for at in range(12)]
    flu = "The flu has killed 9 people in Norden, where it was found in April."
    one = report(f"Notes\n{' '.join([*gates, flu])}", "2021-06-01")
    assert [each.news for each in with_verb(one, "killed")] == [True]
    assert [each.news for each in with_verb(one, "found")] == [False]


def test_what_was_said_at_the_time_is_of_the_day_before_it() -> None:
    text = "Ardal closed the mine in May 2019. At the time, Ann Lee said the harbour was safe."
    one = report(f"Notes\n{text}", "2021-02-01")
    assert [bool(each.time) for each in with_verb(one, "said")] == [True]


def test_a_label_may_end_in_a_particle() -> None:
    assert labels("The storm rolled in Friday, bringing rain to the valley.") == [
        "The storm rolled in, bringing rain to the valley"
    ]


def test_a_label_keeps_the_quantity_of_its_subject() -> None:
    found = labels("Most shops in the harbour of Ardal closed.")
    assert found == ["Most shops in the harbour of Ardal closed"]


def test_the_opening_of_a_clause_is_not_cut_from_its_verb() -> None:
    (label,) = labels("The company said all the crew, two boys too, would be paid.")
    assert label.endswith("would be paid")


@pytest.mark.parametrize("adverb", ["often", "usually", "traditionally"])
def test_a_habit_is_no_event(adverb: str) -> None:
    one = report(f"Notes\nThe guards of Ardal {adverb} opened the dam of Elsby.", "2021-07-01")
    assert [each.form for each in with_verb(one, "opened")] == ["state"]


@pytest.mark.parametrize("verb", ["looked", "hoped", "sought"])
def test_what_is_only_wanted_is_no_event(verb: str) -> None:
    one = report(f"Notes\nAnn Lee {verb} to win the north of Ardal in May.", "2021-07-01")
    assert [each.form for each in with_verb(one, verb)] == ["state"]


def test_what_recurs_word_for_word_is_part_of_the_page() -> None:
    line = "The editors found the comment of a reader.\n"
    assert labels(line * 2)
    assert not labels(line * 4)


def test_the_time_of_a_saying_dates_what_its_speaker_did_next() -> None:
    text = (
        "Ann Lee said on Friday that the bridge was safe. The old mill burned down in the valley."
        " Ann Lee praised the guards of Ardal."
    )
    one = report(f"Notes\n{text}", "2021-02-01")
    assert [bool(each.time) for each in with_verb(one, "burned")] == [False]
    assert [bool(each.time) for each in with_verb(one, "praised")] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "He left the island in May.",
        "Picture taken on Friday in Ardal.",
        "Letter obtained by the paper on Friday.",
        "The blast occurred.",
        "This angered the owners.",
        "Did the ferry sink off Ardal?",
        "We will close the harbour.",
        "The move of the council followed such a vote.",
        "If the dam bursts, the town will be flooded.",
        "It is not true that the pope visited the camp.",
        "The guards did not enforce it.",
        "The king praised her.",
        "The firm missed that deadline.",
        "The driver left the harbour of Ardal.",
        "The king praised her – they met again in the harbour.",
        "President Ivar Holm endorsed her – they appeared together in the harbour.",
        "Ann Lee met the premier there.",
        "Ann Lee spoke in the state.",
        "The premier implied as much.",
        "The Norden Port Service ruled that he must be sent home to Ardal.",
        "President Olaf Berg said she had been held by guards of Ardal.",
        "Olaf Berg agreed in April to hand them over for trial in Ardal.",
        "DL Olaf Berg 63 85% 1 tackle (1 combined)",
    ],
)
def test_what_cannot_stand_alone_has_no_label(sentence: str) -> None:
    assert labels(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "verb", "time"),
    [
        ("The council, which met in May, sold the harbour on Monday.", "sold", "Monday"),
        (
            "Lund earned $5 million in May, compared with $4 million, or $1 a share, a year ago.",
            "earned",
            "May",
        ),
        (
            "For the quarter a year ago, the port earned $4 million.",
            "earned",
            "the quarter a year ago",
        ),
        (
            "The port earned $4 million a year ago. Sales of the port rose to $9 million.",
            "rose",
            "",
        ),
        ("Income of the port rose to $5 million from $4 million a year earlier.", "rose", ""),
        ("Lund raised its offer to $5 from $4 on Monday.", "raised", "Monday"),
        ("The ferry has been idle since March and the crew left in June.", "left", "June"),
        ("The mayor said on Friday that the bridge had fallen in April.", "fallen", "April"),
        ("The mayor said on Friday that the bridge had fallen in April.", "said", "Friday"),
        ("The town has been dry since May, when the dam burst.", "burst", "May"),
        ("Voters punished the party after the scandal of 2009.", "punished", ""),
        ("Ardal took the port in a raid in May 2019, forcing many to flee.", "took", "May 2019"),
        ("Ardal began refusing to attend the talks last year.", "began", "last year"),
        ("Ardal signed the truce and sent guards to the island in 2019.", "signed", "2019"),
        ("The ship, built in Ardal in 1912, carries coal.", "carries", ""),
        ("Ann Lee has won 13 of the races, compared with six in 2008.", "won", ""),
        ("Ann Lee has cited her role as a guide on the island in 2004.", "cited", ""),
        ("Voters turned on Ann Lee as a 2016 presidential candidate.", "turned", ""),
        (
            "Ardal signed the truce and sent guards to the isle in 2019, after rebels cut a road.",
            "sent",
            "2019",
        ),
        ("Ann Lee was shot at 10 p.m. as she left the harbour.", "shot", ""),
        ("Ann Lee was shot at noon on Friday as she left the harbour.", "shot", "noon on Friday"),
        ("Police in Ardal arrested a man in the 1990 fire at the harbour.", "arrested", ""),
        # What is joined to a clause has its own time.
        ("Ann Lee ran a yard, and in 1995 she moved to Elsby.", "ran", ""),
        ("Ann Lee ran a yard in 1993 and in 1995 the firm moved to Elsby.", "ran", "1993"),
        ("Ann Lee ran a yard in 1993 and in 1995 the firm moved to Elsby.", "moved", "1995"),
        ("Ann Lee ran a yard, and Olaf Berg moved to Elsby in 1995.", "ran", ""),
        ("Ann Lee was the first woman to head a yard and won a prize last year.", "was", ""),
        ("Ann Lee sold a yard and moved to Elsby in 1995.", "sold", "1995"),
        ("Ann Lee, the fair's best baker in 2009, was sent to Elsby.", "sent", ""),
        ("The port broke the Harbour Act 1998 and was fined.", "broke", ""),
        ("Guards stopped Ann Lee in her 2008 Norden.", "stopped", ""),
    ],
)
def test_the_time_of_a_verb_is_its_own(sentence: str, verb: str, time: str) -> None:
    one = report(f"Notes\n{sentence}", "2021-07-01")
    for each in with_verb(one, verb):
        assert (one.article.text[slice(*each.time)] if each.time else "") == time


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee could lead the field after all the ballots are counted in Ardal.",
        "The port is expected to be sold after all the ballots have been counted in Ardal.",
        "The port will be sold once all the ballots have been counted in Ardal.",
    ],
)
def test_what_has_not_happened_yet_is_not_a_row(sentence: str) -> None:
    assert not [label for label in labels(sentence) if label.startswith("all the ballots")]


def test_who_says_what_comes_next_has_not_said_what_came_before() -> None:
    found = labels(
        "And while the Norvanian mayor, Olaf Berg, a port supporter, has not raised the fire"
        " himself, his aides say it puts the port at risk."
    )
    assert not [label for label in found if "raised" in label and "aides" in label]


PRONOUNS = [
    ("Ann Lee was late, Mary Falk said. She sold the harbour.", "sold", False),
    ("Ann Lee left. An official of the port was late. She sold the harbour.", "sold", False),
    ("Ann Lee left. “It is late,” an official said. She sold the harbour.", "sold", False),
    ("Ann Lee left the council in May. She sold the harbour in June.", "sold", True),
    ("Ann Lee met Mary Falk in May. She sold the harbour in June.", "sold", True),
    ("The port heard Ann Lee and Mary Falk in May. She sold the harbour in June.", "sold", False),
    ("“It is late,” Ann Lee said. She sold the harbour in June.", "sold", True),
    ("Mary Falk saw it. “It is late,” said Ann Lee. She sold the harbour in June.", "sold", True),
    ("Ann Lee left the council in May. She told Ann Lee of it.", "told", False),
    ("Olaf Berg left the council in May. She sold the harbour in June.", "sold", False),
    ("The council met in May. She sold the harbour in June.", "sold", False),
    ("Ann Lee left the council when she sold the harbour in June.", "sold", True),
    ("Ann Lee left in May. “She sold the harbour in June.”", "sold", False),
    ("Ann Lee's career began in Ardal. She sold the harbour in June.", "sold", True),
    ("A clerk of the port, Ann Lee, left in May. She sold the harbour in June.", "sold", True),
    ("Ann Lee's lawyer left the council in May. She sold the harbour in June.", "sold", False),
    ("Ann Lee left in May. The port said a nurse left when she sold the harbour.", "sold", False),
]


@pytest.mark.parametrize(("text", "verb", "known"), PRONOUNS)
def test_a_pronoun_means_the_one_person_it_can(text: str, verb: str, known: bool) -> None:
    one = report(f"Notes\n{text}", "2021-07-01")
    (found,) = with_verb(one, verb)
    names = {actor.id: actor.name for actor in one.actors}
    assert (names.get(found.actor or "") == "Ann Lee") is known


OTHERS = [
    # Whose something is, where a sentence opens with it.
    ("Ann Lee left the council in May. Her party sold the harbour.", "sold", "Ann Lee"),
    ("The port heard Ann Lee and Mary Falk. Her party sold the harbour.", "sold", ""),
    ("Olaf Berg left the council in May. Her party sold the harbour.", "sold", ""),
    # Whom something is done to: only the one whom the sentence before is about.
    ("Ann Lee left the council. Guards arrested her in Ardal.", "arrested", "Ann Lee"),
    ("Ann Lee left the council. Olaf Berg backed her up in Ardal.", "backed", "Ann Lee"),
    ("Ann Lee left the council. The clerk Olaf Berg replaced her at the port.", "replaced",
     "Ann Lee"),
    ("Ann Lee left the council with Mary Falk. Guards arrested her in Ardal.", "arrested", ""),
    ("Ann Lee left the council. Guards arrested him in Ardal.", "arrested", ""),
    ("Ann Lee left the council. The nurse said guards arrested her in Ardal.", "arrested", ""),
    ("Ann Lee left the council. She saw her in Ardal.", "saw", ""),
    # The owner of the subject, who is not the subject; and not who says the sentence before.
    ("The port was late, Mary Falk said. Ann Lee's guards arrested her in Ardal.", "arrested",
     ""),
    ("The port was late, Mary Falk said. Olaf Berg's guards arrested her in Ardal.", "arrested",
     "Mary Falk"),
    ("Ann Lee's career began in Ardal. Her party sold the harbour.", "sold", "Ann Lee"),
    ("Ann Lee's party met the clerk Mary Falk. Her brother sold the harbour.", "sold", ""),
    ("Mary Falk saw it. Ann Lee's relatives say her brother sold the harbour.", "say", "Ann Lee"),
    ("Mary Falk saw it. Ann Lee's nurse says her brother sold the harbour.", "says", ""),
    # Nobody in the words said, and not who is named before somebody without a name.
    ("“It is late,” Ann Lee said. “Mary Falk is ill.” Her party sold the harbour.", "sold",
     "Ann Lee"),
    ("Ann Lee left the council. The fire hurt the nurse. Her party sold the harbour.", "sold", ""),
    # Nobody whom the label names, and nobody in a quotation.
    ("Ann Lee left the council. Ann Lee sold her boat in Ardal.", "sold", ""),
    ("Ann Lee left the council. “Guards arrested her in Ardal.”", "arrested", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "person"), OTHERS)
def test_a_label_knows_whom_its_other_pronouns_mean(text: str, verb: str, person: str) -> None:
    one = report(f"Notes\n{text}", "2021-07-01")
    names = {actor.id: actor.name for actor in one.actors}
    found = {names[each.actor] for each in with_verb(one, verb)[-1].pronouns}
    assert found == ({person} if person else set())


@pytest.mark.parametrize("said", ["said", "has said", "had said", "announced"])
def test_what_somebody_says_happened_is_an_event_with_who_says_it(said: str) -> None:
    text = f"Notes\nThe dam near Elsby burst in May, Mayor Ann Lee {said}."
    one = report(text, "2021-07-01")
    [event] = [each for each in one.propositions if each.label]
    assert (event.form, text[slice(*event.trigger)], event.actor) == ("event", "burst", None)
    assert text[slice(*event.label[-1])] == f", Mayor Ann Lee {said}"


def test_what_then_happened_has_no_day_of_what_came_before() -> None:
    one = report("Notes\nThe boat burned on 20 April and then sank off Ardal.", "2021-07-03")
    assert with_verb(one, "burned")[0].time is not None
    assert with_verb(one, "sank")[0].time is None
    one = report("Notes\nThe boat burned on 20 April and sank off Ardal.", "2021-07-03")
    assert with_verb(one, "sank")[0].time is not None


def test_a_decade_that_says_which_person_is_dates_no_deed() -> None:
    one = report("Notes\nFamous 1950s star Ann Lee has died in Ardal.", "2021-07-03")
    assert with_verb(one, "died")[0].time is None
    one = report("Notes\nAnn Lee left Ardal in 1950 elections of the board.", "2021-07-03")
    assert with_verb(one, "left")[0].time is not None


def test_what_happened_shortly_after_an_hour_happened_that_day() -> None:
    one = report("Notes\nA boat sank shortly after 8 p.m. on Thursday.", "2021-07-03")
    [sank] = with_verb(one, "sank")
    assert sank.time is not None
    one = report("Notes\nA boat sank shortly after the visit on Thursday.", "2021-07-03")
    assert with_verb(one, "sank")[0].time is None


def test_a_condition_in_a_reason_is_no_condition_of_what_is_kept() -> None:
    text = (
        "The mayor called the report a “rush to judgment,” because the delegates of the eleven"
        " towns can change their mind until the vote of the whole council on 25 July."
    )
    assert labels(text) == ["The mayor called the report a “rush to judgment,”"]
    whole = 'The council called the new plan a failure, saying: "It has failed the town."'
    assert labels(whole) == [whole]


@pytest.mark.parametrize(
    "sentence",
    [
        "The vote in Ardal did not go as the pollsters had forecast, although the mayor spent"
        " eleven million crowns on it.",
        "The premier did not resign because the council of Ardal had asked him to leave the town"
        " in the spring of last year.",
    ],
)
def test_a_denial_of_how_or_why_denies_no_more(sentence: str) -> None:
    assert not any(one.endswith(("did not go", "did not resign")) for one in labels(sentence))


def test_the_last_letter_of_a_name_opens_no_label() -> None:
    assert labels("S, sank off the coast of Ardal on 20 April.") == []


def test_what_is_always_done_is_a_state() -> None:
    one = report("Notes\nAnn Lee has worked for the port for about 15 years.", "2021-02-01")
    assert [each.form for each in one.propositions if each.label] == ["state"]
    one = report("Notes\nThe dam of Elsby appeared stable on Friday.", "2021-02-01")
    assert [each.form for each in one.propositions if each.label] == ["state"]
    one = report("Notes\nThe bloc, a pact of five, is led by Norland.", "2021-02-01")
    assert [each.form for each in one.propositions if each.label] == ["state"]
    one = report("Notes\nAnn Lee is scheduled to speak in Ardal on Friday.", "2021-02-01")
    assert "event" in [each.form for each in one.propositions if each.label]


@pytest.mark.parametrize(
    "subject",
    [
        'Deputy Luis "Jerry" Lund, 35,',
        "Deputy Lund",
        "Sheriff Deputy Lund, 35, with the Ardal Harbour Guard,",
        "Lund, of the Ardal Harbour Guard,",
        "Former Deputy Chief Luis Lund",
        "Ardal Harbour Chief Luis Lund, in turn,",
    ],
)
def test_a_subject_with_a_title_is_the_person_of_that_name(subject: str) -> None:
    text = f"Notes\nLuis Lund led the port.\n\n{subject} was hurt in Ardal on Monday."
    one = report(text, "2021-02-01")
    [hurt] = with_verb(one, "hurt")
    assert [actor.name for actor in one.actors if actor.id == hurt.actor] == ["Luis Lund"]


WHOLE = [
    (
        "The mayor ordered the closure of schools and of the port until 6 May.",
        "The mayor ordered the closure of schools and of the port until 6 May",
    ),
    ("Lund will appear before the council on Tuesday.", "Lund will appear before the council"),
    (
        "Trains went to Ardal without guards; mills and shops were closed.",
        "Trains went to Ardal without guards",
    ),
    (
        "The flu is not caught from meat, but several towns imposed bans on pork from Norland.",
        "several towns imposed bans on pork from Norland",
    ),
]


@pytest.mark.parametrize(("sentence", "label"), WHOLE)
def test_a_label_is_whole_and_no_longer_than_its_clause(sentence: str, label: str) -> None:
    assert label in labels(sentence)


@pytest.mark.parametrize(
    ("before", "carried"),
    [
        ("The council bought the mill in May.", True),
        ("A court on Tuesday jailed the owner for a fire of June 2019.", False),
        ("The owner was a councillor in 2019.", False),
        ("The council closed the mill in May, a month after the flood.", False),
    ],
)
def test_only_a_sure_date_is_carried_to_the_next_paragraph(before: str, carried: bool) -> None:
    one = report(f"Notes\n{before}\n\nThe council sold the mill.", "2021-02-01")
    [sold] = with_verb(one, "sold")
    assert sold.inherited is carried


def test_no_day_is_carried_to_what_happened_in_an_event_reported_before() -> None:
    """The spill reached the beach on Thursday; the blast may have been before."""
    one = report(
        "Notes\nThe spill from the ship that had exploded reached a beach on Thursday."
        " Eleven sailors died in the blast. The spill killed two seals.",
        "2021-02-01",
    )
    [died], [killed] = with_verb(one, "died"), with_verb(one, "killed")
    assert died.time is None
    assert killed.inherited


def test_a_time_in_a_relative_clause_is_not_carried_on() -> None:
    one = report(
        "Notes\nTests linked the hair to the house where Olaf Berg lived last year."
        " The tests excluded nobody else.",
        "2021-02-01",
    )
    assert [each.time for each in with_verb(one, "excluded")] == [None]


@pytest.mark.parametrize(
    ("sentence", "verb", "label"),
    [
        (
            "Nothing changes for Olaf Berg when the board of the union meets on June 16.",
            "meets",
            "the board of the union meets",
        ),
        (
            "The league, which will celebrate its founding in Ardal next month, has six members.",
            "celebrate",
            "The league will celebrate its founding in Ardal",
        ),
        ("Sailors grow nervous when the wind turns.", "turns", ""),
    ],
)
def test_what_is_to_come_is_planned_where_it_has_its_day(
    sentence: str, verb: str, label: str
) -> None:
    one = report(f"Notes\n{sentence}", "2021-05-12")
    found = next(each for each in with_verb(one, verb))
    assert " ".join(one.article.text[slice(*span)] for span in found.label) == label
    assert not label or found.status == "planned"
