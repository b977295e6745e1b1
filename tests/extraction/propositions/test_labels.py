"""Labels of propositions: whole, in the words of one clause, with what its last word needs."""

from __future__ import annotations

import pytest

from wire import labels, report

SAID = [
    # A quotation after a comma, in straight marks, with its own first person.
    ('Ann Berg said, "The dam will hold for years."',
     'Ann Berg said, "The dam will hold for years."'),
    ('Mayor Ann Berg of Ardal said, "We will rebuild the bridge by May."',
     'Mayor Ann Berg of Ardal said, "We will rebuild the bridge by May."'),
    # What a party to the matter says is not what happened.
    ("The army said rebels had shelled the village of Ardal.",
     "The army said rebels had shelled the village of Ardal"),
    ("A statement from the palace said the king had sold the port of Ardal.",
     "A statement from the palace said the king had sold the port of Ardal"),
    # What is said in a statement, a report, a letter, or to somebody.
    ("The Foreign Ministry said in a statement that the government is against the attacks.",
     "The Foreign Ministry said that the government is against the attacks"),
    ("Analysts at Norden said in a report on Monday that about 9,500 jobs are at risk.",
     "Analysts at Norden said in a report that about 9,500 jobs are at risk"),
    ("Ann Lund wrote to the board that the bridge should be closed in winter.",
     "Ann Lund wrote that the bridge should be closed"),
    ("The mayor said in a note sent on Monday that the bridge was closed.",
     "The mayor said that the bridge was closed"),
    # A quotation that goes on after the sentence: without its mark.
    ('The report says: "The records were not accurately kept in the system. They were late."',
     "The report says: The records were not accurately kept in the system"),
    ('Ann Lund said that "the dam was old and had been leaking for years. They stayed."',
     "Ann Lund said that the dam was old"),
    # Words in straight marks are inside or outside by the blanks around them.
    ('The outgoing boss of Norden believes he was "demonised and vilified" over the spill.',
     'The outgoing boss of Norden believes he was "demonised and vilified"'),
    # Words that are no clause, and a whole sentence in brackets.
    ('Ann Lund, the mayor, tweeted: "No more tunnels under the harbour!"',
     'Ann Lund tweeted: "No more tunnels under the harbour!"'),
    ("(The access to the data was restored Saturday morning.)",
     "The access to the data was restored"),
    # Whom something is told; what it is said in, which was sent or published.
    ("Berg told The Courier that the boys were under her window and that they moved on.",
     "Berg told The Courier that the boys were under her window"),
    ("The mayor said in a letter published Wednesday that the port was closed.",
     "The mayor said that the port was closed"),
    # What somebody has done, as a verb in -ing.
    ("In her statement, Ann Roe admitted killing two workers and seriously wounding a third.",
     "Ann Roe admitted killing two workers"),
    ("Ann Roe admitted to robbing about 100 visitors.",
     "Ann Roe admitted to robbing about 100 visitors"),
    ("And then Ann Lund showed up at the court.", "Ann Lund showed up at the court"),
    # A verb of what is said that may be a participle.
    ("Norden Holdings said its net loss for the slow third quarter narrowed from a year earlier.",
     "Norden Holdings said its net loss for the slow third quarter narrowed"),
    ("Norden's minister said the company and its partners made serious mistakes.",
     "Norden's minister said the company and its partners made serious mistakes"),
    # What somebody is called comes with it.
    ("Ann Lund said she and her female peers jokingly referred to themselves as the crew.",
     "Ann Lund said she and her female peers jokingly referred to themselves as the crew"),
    # A number with the word that bounds it, and no measure of what comes after the end.
    ("About 500 people came to a night service for the doctor, a year after he was shot dead.",
     "About 500 people came to a night service for the doctor"),
    ("The dam failed, but only 43 people lost their homes in Ardal.",
     "only 43 people lost their homes in Ardal"),
    # A noun for one person, whom a "his" may mean.
    ("A landlord sent his adult son to an upper floor of the house.",
     "A landlord sent his adult son to an upper floor of the house"),
    ("Norden agreed to buy all of the publicly held shares of Erban N.V. for $37 each.",
     "Norden agreed to buy all of the publicly held shares of Erban N.V. for $37 each"),
    # "Such as" points to nothing before.
    ("The firm began the second stage of its work by injecting material such as sand.",
     "The firm began the second stage of its work by injecting material such as sand"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "label"), SAID)
def test_a_saying_is_shown_with_what_is_said(sentence: str, label: str) -> None:
    assert label in labels(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        'Ann Berg said: "She was the first mayor of the town. She was liked."',
        'Ann Berg said she would "certainly look into" releasing the papers of all who built it.',
        "Others report harm such as booms being lost.",
        "Friends noticed she had lost weight.",
        "Olaf Lund was taken from his small, stone-built",
        "Ann Berg was not surprised that the “Stay” campaign had",
        "The latest cases came as the country's chief doctor, Sir Liam Lund, said today he left.",
        "The report of the council shows how the old wall below the dam of Ardal, which Lund Water "
        "had built, broke in May.",
        "Gomes faces two counts of murder after his mother and his former wife were found dead.",
    ],
)
def test_half_of_what_is_said_has_no_label(sentence: str) -> None:
    assert labels(sentence) == []


PAST = [
    # A regular past form that may be a participle is the main verb where there is no other.
    ("Democrats also framed gun control as an issue that is tied to safety; by comparison, "
     "Republicans have often argued that voters would be safer.",
     ["Democrats framed gun control as an issue that is tied to safety",
      "Republicans have often argued that voters would be safer"]),
    ("The party, which is seen as close to Berg, responded by abruptly closing its books to Lund.",
     ["The party responded by abruptly closing its books to Lund"]),
    ("Norden's yard group, which includes its docks, posted earnings of $24 million.",
     ["Norden's yard group posted earnings of $24 million"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), PAST)
def test_a_past_form_is_the_main_verb_where_there_is_no_other(
    sentence: str, found: list[str]
) -> None:
    assert labels(sentence) == found


NAMED = [
    ("The increasingly popular party of Ardal won in May.",
     "The increasingly popular party of Ardal won"),
    ("Ann Lund, 24, and Olaf Berg, 20, were arrested in Ardal.",
     "Ann Lund, 24, and Olaf Berg, 20, were arrested in Ardal"),
    ("Ann Lund, the mayor and head of the port, sold the ships of Ardal.",
     "Ann Lund sold the ships of Ardal"),
    ("The mayor's brother, Olaf Berg, sold the port in May.",
     "The mayor's brother, Olaf Berg, sold the port"),
    ("The capital, Ardal, was hit by a storm in May.", "The capital, Ardal, was hit by a storm"),
    ("A blogger, Ann Lund, sold the port in May.", "Ann Lund sold the port"),
    ("Her lawyer, Ann Lund, said that the port was sold.", "Ann Lund said that the port was sold"),
    ("The head of the Norland Ministry of Harbours and Inland Waterways, Ann Lund, said that the"
     " situation on the island was under control.",
     "Ann Lund said that the situation on the island was under control"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "label"), NAMED)
def test_a_label_has_the_name_of_whom_it_describes(sentence: str, label: str) -> None:
    assert labels(sentence) == [label]


def test_what_only_explains_a_remark_is_a_state() -> None:
    one = report("Notes\nAnn Berg was referring to the dam of Ardal.", "2021-02-01")
    assert [each.form for each in one.propositions] == ["state"]


ENDED = [
    ("Ann Lund will step down effective Oct. 1.", "Ann Lund will step down"),
    # A label ends with what its last word needs.
    ("Norden has been linked, through tests of its paint, to a slick found near the dam.",
     "Norden has been linked, through tests of its paint, to a slick found near the dam"),
    ("The mud of Ardal has been identified as a danger to health.",
     "The mud of Ardal has been identified as a danger to health"),
    ("New methods in Ardal have transformed pig farming in the past 20 years.",
     "New methods in Ardal have transformed pig farming in the past 20 years"),
    ("Lund ran a fund for victims of the May 16, 2001, flood on the coast of Norden.",
     "Lund ran a fund for victims of the May 16, 2001, flood"),
    ("Ardal corn planting is lagging the usual pace due to a wet, cool spring.",
     "Ardal corn planting is lagging the usual pace due to a wet, cool spring"),
    ("Norden has rushed out a fix to address attacks on an old two - day fault in May.",
     "Norden has rushed out a fix to address attacks on an old two - day fault"),
    ("The Elsby, N.Y., company, which is owned by Lund, opened two yards in May.",
     "The Elsby, N.Y., company opened two yards"),
    ("Norden PLC said that net income for the six months ended Oct. 1 slipped 5% in May.",
     "Norden PLC said that net income for the six months ended Oct. 1 slipped 5%"),
    ("Olaf Lund has highlighted how some doctors blamed the pigs.",
     "Olaf Lund has highlighted how some doctors blamed the pigs"),
    ("The floods of May have shown the extent to which the dam leaks.",
     "The floods of May have shown the extent to which the dam leaks"),
    ("Ann Lund said guards will spend the next day on the dam of Ardal.",
     "Ann Lund said guards will spend the next day on the dam of Ardal"),
    ("Experts are warning that the habits of farms must be reviewed and regulated.",
     "Experts are warning that the habits of farms must be reviewed and regulated"),
    ("Guards of Ardal backed Lund in May and organised a march for her in June.",
     "Guards of Ardal backed Lund"),
    # A day between a verb and what it brings is left out, not what comes after it.
    ("Mayor Ann Lund paid tribute Tuesday to flood victims and dock workers on a visit to Ardal.",
     "Mayor Ann Lund paid tribute to flood victims and dock workers on a visit to Ardal"),
    ("Norvania agreed on Friday with Ardal on a plan for the harbour.",
     "Norvania agreed with Ardal on a plan for the harbour"),
    ("The port of Ardal was closed from Monday to Friday for repairs.",
     "The port of Ardal was closed from Monday to Friday for repairs"),
    # What a noun means comes after it, and a number after its bound.
    ("The council of Ardal offered a reward for information leading to the arrest of the men.",
     "The council of Ardal offered a reward for information leading to the arrest of the men"),
    ("The fire on the ferry led to the arrest of three men in Ardal.",
     "The fire on the ferry led to the arrest of three men in Ardal"),
    ("The blasts in Ardal claimed at least 217 lives and injured nearly 5,000.",
     "The blasts in Ardal claimed at least 217 lives"),
    ("The blasts in Ardal claimed at least 217 lives and injured nearly 5,000.",
     "The blasts in Ardal injured nearly 5,000"),
    # What a verb takes something for, and what an aside puts off.
    ("The ministers said their countries saw the pact as a gain for the harbour.",
     "The ministers said their countries saw the pact as a gain for the harbour"),
    ("Norvania has been accepted as a member of the northern port alliance after the upper house "
     "of the Ardal parliament ratified the treaties.",
     "Norvania has been accepted as a member of the northern port alliance"),
    ("Lund also has been linked, through a test, to a strand of hair found near the dam of Ardal.",
     "Lund has been linked, through a test, to a strand of hair found near the dam of Ardal"),
    ("Ann Lund said she is headed to Elsby next week for the port talks, which begin Monday.",
     "Ann Lund said she is headed to Elsby for the port talks"),
    ("Lund was joined by Sen. Olaf Berg (D-Fla.), guards and clerks at the gate of the port.",
     "Lund was joined by Sen. Olaf Berg (D-Fla.), guards and clerks at the gate of the port"),
    ("Federal and state arrest warrants were issued for Olaf Berg.",
     "Federal and state arrest warrants were issued for Olaf Berg"),
    ("Norvania will now “move to impede or delay” the plan of the port service.",
     "Norvania will now “move to impede or delay” the plan of the port service"),
    # What changed goes from one figure to another, and a verb shares the object after "and".
    ("The number of clerks in Ardal jumped from fewer than 100 in 1980 to more than 300 in May.",
     "The number of clerks in Ardal jumped from fewer than 100 in 1980 to more than 300"),
    ("Olaf Lund was found after a boat carrying him from Ardal sank off Elsby.",
     "Olaf Lund was found after a boat carrying him from Ardal sank off Elsby"),
    # What somebody is asked to do is not cut off, nor the time that says which year.
    ("Ann Lund urged people who might be targeted by thieves to be alert.",
     "Ann Lund urged people who might be targeted by thieves to be alert"),
    ("Lund Inc. of Ardal said it expected to break even for the quarter.",
     "Lund Inc. of Ardal said it expected to break even for the quarter"),
    ("Olaf Berg was found near Ardal after his wife, son and others died in a fire at sea.",
     "Olaf Berg was found near Ardal"),
    ("The plan of the board was hammered out beginning on Sunday in the hall of the port.",
     "The plan of the board was hammered out beginning on Sunday"),
    ("The bank of Ardal did not return the money.", "The bank of Ardal did not return the money"),
    ("Ann Lund did not respond to calls for a truce.",
     "Ann Lund did not respond to calls for a truce"),
    # A clause that opens a sentence ends at its comma.
    ("Since the phones of Norden first shipped, users and critics alike have been asking for less.",
     "the phones of Norden first shipped"),
    # No subject has its day in it, and an adverb stays with its verb.
    ("Norvania, Ardal and Elsby Friday formally joined the pact at a ceremony in the port.",
     "Norvania, Ardal and Elsby formally joined the pact at a ceremony in the port"),
    ("Mayor Ann Lund on Friday condemned the fires and offered help to the towns.",
     "Mayor Ann Lund offered help to the towns"),
    ("Ties with Norvania soured last year when guards failed to open the port.",
     "Ties with Norvania soured when guards failed to open the port"),
    ("Just before 8am crews asked the port of Ardal for help.",
     "crews asked the port of Ardal for help"),
    ("The work of the yard resulted, once again, in the loss of ten ships.",
     "The work of the yard resulted, once again, in the loss of ten ships"),
    ('Ann Lund wrote a play and won a Harbour Society "golden oar" last year.',
     'Ann Lund won a Harbour Society "golden oar"'),
    ("The clerk bought bread from two of the bakers in Elsby, and she paid Olaf Berg in coins.",
     "The clerk bought bread from two of the bakers in Elsby"),
    ("A choir using borrowed boats to carry singers to the isles was founded on Tuesday.",
     "A choir using borrowed boats to carry singers to the isles was founded"),
    ("On Monday a seal - apparently lost in the fog - has reached the harbour of Ardal.",
     "a seal has reached the harbour of Ardal"),
    ("But chief executive Olaf Lund - who is to leave in May - accepted that the firm had failed.",
     "chief executive Olaf Lund accepted that the firm had failed"),
    # An object of few words, for which a name will be written.
    ("Ann Lund left. Guards arrested her on Friday.", "Guards arrested her"),
    ("Ann Lund left. Duke Olaf III granted her the Seven Isles ring in 1956.",
     "Duke Olaf III granted her the Seven Isles ring"),
    ("Olaf Lund left. A guard shot him in 1998.", "A guard shot him"),
    # A picture's agency and a dateline are not part of it.
    ("AP NEW ARDAL -- Norden crews worked Saturday to raise the valve of the dam.",
     "Norden crews worked to raise the valve of the dam"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "label"), ENDED)
def test_a_label_ends_with_what_its_last_word_needs(sentence: str, label: str) -> None:
    assert label in labels(sentence)


@pytest.mark.parametrize(
    ("sentence", "opening"),
    [
        ("Ann Lund said crews were sent home, but opened no book.", "crews opened"),
        ("The price rose on a gain Norden had with its docks in May, Lund said.", "a gain"),
        ("Olaf Lund, a maker of boats and harbour activist, who backed Berg, left it.", "harbour"),
        ("The head of it, an ex-boxer whose string of wins ended in May, has left.", "an ex"),
        ("Ships sank after a first, fairly harmless wave had reached the coast.", "harmless"),
        ("Lund and others who want to ban ships said the plan of Ardal was late.", "ships"),
        ("A few weeks after Norden opened its dam, guards left.", "A few weeks after"),
        ("As Norden, Elsby open their dams, guards of Ardal leave them.", "Elsby open"),
        ("About 10 minutes after Norden opened its dam, guards left.", "About 10 minutes"),
        (
            "Guards said the well was deep, 13,000 feet (4 km) below the sea floor off the coast of"
            " Ardal, five lean months after a blast sank a barge and led to the worst spill.",
            "five lean months",
        ),
    ],
)
def test_no_label_opens_with_words_of_another_clause(sentence: str, opening: str) -> None:
    assert not any(
        label.startswith(opening) and "guards" not in label for label in labels(sentence)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "ANN LUND: Norden opened a dam on Friday.",
        "Ardal Courier writer Ann Lund contributed from Elsby.",
        "Ships of Ardal have struggled as never before.",
        "Guards found that two men and Ann Lund were hurt and guard their faces in Ardal.",
        "Mayor Ann Lund, right, and retired judge Olaf Berg shake hands in Ardal.",
        "Ann Lund spoke in an interview with the Ardal Courier on Friday.",
        "Ann Lund of the port of Ardal agreed.",
        "Ann Lund spent May 'in close contact with the port of Ardal.",
        "The better the seal is, the less Norden opened of its dam.",
        "The first time a flood had opened one of the dams of Ardal.",
        "Two more of the top makers -- Lund Inc. and Norden Inc. -- opened dams in Ardal.",
        "Lund praised the official view of the dam of Ardal, which was opened on Friday.",
        "The cost of cleaning up the spill would fall on Norden, Lund says, if it fails.",
        "Berg is on the run since the fire at a clinic that killed a guard and maimed a nurse.",
        "The board of Norden is reviewing whether the dam that it built in 1901 on the river that "
        "runs through Ardal and the towns of the north should be closed to all of its visitors.",
    ],
)
def test_what_rests_on_other_words_has_no_label(sentence: str) -> None:
    assert not {"opened", "maimed", "fall", "reviewing"} & {
        word for label in labels(sentence) for word in label.split()
    }


def test_a_result_is_not_of_the_clause_that_says_since_when() -> None:
    found = labels(
        "The toll road has lost a third of its cars since the ferry returned two years ago, "
        "emptying nine inns."
    )
    assert not [label for label in found if label.startswith("the ferry") and "inns" in label]


def test_what_happened_says_nothing_without_what_it_was() -> None:
    found = labels(
        "A letter of the guild says the accident happened yesterday when the crew was painting the "
        "mast."
    )
    assert not [label for label in found if label.endswith("happened")]
    assert labels("“Would we have done it?” coach Olaf Lund asked.") == []


def test_two_things_that_are_said_are_not_one_within_the_other() -> None:
    found = labels(
        "In May, it was rumoured that Duke Lund had begged Ivo Berg to be Harbour Master, and that "
        "Berg had slept on it for a week."
    )
    assert not [label for label in found if "begged that" in label]


def test_what_comes_after_a_clause_of_its_own_ends_no_label() -> None:
    found = labels(
        "Elsby led by two boats at the bridge, but when it mattered Ann Lund and her crew rowed "
        "harder."
    )
    assert not [label for label in found if label.endswith("Ann Lund")]


def test_the_first_of_several_years_dates_no_visit() -> None:
    found = labels("Ann Lund is back, following Olaf Berg's visits in 1994, 1996 and 1999.")
    assert not [label for label in found if "visits" in label]


def test_what_dashes_part_from_its_verb_ends_no_label() -> None:
    found = labels(
        "The port was closed two years after the town of Elsby -- a hundred miles to the north -- "
        "was destroyed in a flood."
    )
    assert not [label for label in found if label.endswith("Elsby")]


def test_who_was_interviewed_did_nothing_else_there() -> None:
    found = labels(
        "And several bakers interviewed at the fair in Elsby on Friday, including Mrs. Dahl, said "
        "they were out of flour."
    )
    assert not [label for label in found if "interviewed" in label and "said" not in label]


def test_him_needs_a_person_in_the_label() -> None:
    assert labels("In May, nine tenths of the guilds kept a stern portrait of him.") == []


def test_an_adjective_in_two_parts_ends_no_label() -> None:
    found = labels(
        "The cheese was tasted by bakers among the 300 carefully-trained invited young guests of "
        "the fair, who gave it a prize."
    )
    assert not [label for label in found if label.endswith("trained")]


def test_a_verb_keeps_the_object_that_it_shares() -> None:
    found = labels("The new clerk of Ardal opened and burned a letter, which came in May.")
    assert not [label for label in found if label.endswith("opened")]


def test_a_name_takes_no_place_of_a_shortened_pronoun() -> None:
    text = "Ann Lund left the council of Ardal. She'd like to see the port of Elsby."
    assert labels(text) == ["Ann Lund left the council of Ardal"]


def test_where_something_came_about_is_no_event_of_its_own() -> None:
    text = "The king met the families of ten killed in the disaster at the Elsby dam on Thursday."
    one = report(f"Notes\n{text}", "2021-02-01")
    assert not [each for each in one.propositions if each.form == "nominal"]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The fire on the mining barge off Norden on 4 May raised questions.",
         "fire on the mining barge off Norden"),
        ("The win over Ann Lee on 4 May raised questions.", ""),
    ],
)  # fmt: skip
def test_what_happens_on_something_has_nobody_against_it(sentence: str, label: str) -> None:
    one = report(f"Notes\n{sentence}", "2021-07-01")
    found = [each for each in one.propositions if each.form == "nominal"]
    labels_ = [one.article.text[slice(*part)] for each in found for part in each.label]
    assert labels_ == ([label] if label else [])


@pytest.mark.parametrize("noun", ["visit by Ann Lee to Ardal", "visit to Ardal by Ann Lee"])
def test_the_goal_of_a_journey_stays_with_its_noun(noun: str) -> None:
    one = report(f"Notes\nSince the {noun} in May, the port has been shut.", "2021-07-03")
    [nominal] = [each for each in one.propositions if each.form == "nominal"]
    assert [one.article.text[slice(*part)] for part in nominal.label] == [noun]


def test_a_month_is_no_march() -> None:
    text = "Unemployment in Norvania rose to 7% in March from 6% a month earlier."
    one = report(f"Notes\n{text}", "2021-04-20")
    assert not [each for each in one.propositions if each.form == "nominal"]


def test_a_label_keeps_every_toll() -> None:
    text = "Gunmen opened fire on a bus carrying pilgrims, killing 11 and wounding 20 others."
    assert labels(text) == [text.rstrip(".")]


def test_a_reason_and_what_went_with_it_weigh_less() -> None:
    def weight(opening: str) -> float:
        text = f"Ann Lund left the council {opening} Olaf Berg sold the port of Elsby in May."
        one = report(f"Notes\n{text}", "2021-07-01")
        return max(each.weight for each in one.propositions if "sell" in each.lemmas)

    assert weight("as") < weight("after")
    assert weight("because") < weight("after")


def test_a_clause_that_says_more_of_a_noun_opens_no_label() -> None:
    deal = "The union has railed against the pact, the 12-country trade deal the government made."
    assert not any("made" in label for label in labels(deal))


def test_a_label_that_recurs_is_part_of_the_page() -> None:
    one = "At {0} pm Lund wrote: This note was removed because the guards found it broke the rules."
    assert labels("\n".join(one.format(hour) for hour in range(2, 7))) == []
