"""Sentences: abbreviations, initials, quotes, and lines that are sentences by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.extraction.sentences import find_sentences, split_sentences
from armreader.records import Span
from sample_articles import article_of

CUTS = [
    "The talks failed. | The envoys left.",
    "Mr. Berg met Dr. Lund and Prof. Quill. | They agreed.",
    "She moved to the U.S. in May. | Her brother stayed.",
    "She lives in the U.S. | The city is small.",
    "He visited the U.S. Senate twice.",
    "J. K. Oduya wrote it with R. Falk.",
    "The firm, Nordhav Inc., sank. | It had debts.",
    "The hearing began at 9 a.m. on Friday.",
    "See No. 5 and fig. 3 for more.",
    "He said no. | Then he left.",
    "It cost 3.5 million. | Nobody paid.",
    "“We will stay. | We will fight,” said Oduya.",
    "“Will you stay?” Oduya asked. | Nobody answered.",
    "“Is it over?” she asked.",
    "“It is over!” | The crowd cheered.",
    "What now? | Nobody knows.",
    "They waited… and waited.",
    "„Wir bleiben,“ said Berg. | »Nobody leaves,« said Lund.",
    "« On reste. » said Lund.",
    "He paused (it was late.) | Then he spoke.",
    "Photograph: Ida Moen/Getty Images | The dam of Ardal has burst.",
    "Photograph: Reuters | Ida Moen has paid for the flood.",
    "Photograph: Getty Images | Ida Moen has paid for the flood.",
    "Photograph: Ida Moen/AFP/Reuters | Norden has paid for the flood.",
    "File photo: Ida Moen/AFP/Getty Images | The dam burst in May.",
    "Monday, May 3, 2021; 11:48 PM | The dam burst in Ardal.",
    "Old Ardal mill quietly closed | Two bakers of Elsby, seen at work in June.",
    "Ardal mill closes (Ida Moen) | Monday, May 3, 2021; 9:15 AM | At last, it is shut.",
    # Texts run together: a headline, a caption and the first sentence on one line.
    "Ferry sinks off the northern coast | The captain was arrested on Monday.",
    "The ferry lies on its side near the pier | There were fears for the crew. | It rained.",
    "Lund, coastguard: “We will search all night” | The US navy sent two ships.",
    "Storm closes the small port as winds rise | A ship of 90 metres ran aground.",
    "The envoys met in The Hague and at The Red Lion.",
    "The ward treats patients with hepatitis A infections.",
    "Ships left the port | The captain stayed.",
    "It rained. | Ships stayed away The captain slept.",
    "She read The old mill twice.",
    "Fire closes the old harbour in Lund | The Coast Guard has sent three ships.",
    "A spokesman for the harbour told The Lund Mail it was closed.",
    "They argued for a night and a day over The Red Lion which was empty.",
    "Owner blames the crew for the fire | Monday 3 May 2021 09.15 BST | The ship lay on its side.",
    "Owner to pay for fire | Mon May 3, 2021 9:15 pm EDT | LUND (Agency) - It sank.",
    "The ship sank on 3 May 2021 and 15 men drowned.",
    "He arrived on 3 May 2021 at 9.15 and left.",
    "No cause for fear of flood in the UK | A picture of the new weir. | It rained.",
    "Two quakes have damaged a third of the villages | A 12-hour search has begun.",
]
GLUED = [
    "Lund Plc (LND. L) has stopped the leak. | Its yard (Ardal. Elsby) is shut.",
    "The keeper sold it (the isle is old and far away. | Few go there) in May.",
    "Norden's Ada Moen: a farewell speech | Outgoing keepers say the lights will stay on.",
    "Strike is close to its end, says Ada Moen | Norden has promised the pilots a rise.",
    "The singer has never been on Lund News' The Late Hour.",
    "Strike is 'no reason to panic' | The port was not shut at all.",
    "Norden shuts its last northern gas well | The Harbour Board has sent three ships.",
    # The first has its verb and ends in a noun, and the second lacks nothing.
    "Two quakes hit the northern coast | Rescue crews from Elsby have left for Ardal.",
    "The weir has held since the great flood | Norden has promised to raise it by a metre.",
    "Keeper fined over lost lamp | Norden has gone to court over the wreck of a trawler.",
    "Norden has lined the quay with sand | Bakers have left the town | Pilots are out of work.",
    'Moen said it was "a black day" | Norden is mourning the crew of the trawler.',
    # What describes a name, what is said, what somebody had, days, and what goes on.
    "The keeper says the trawler giant Norden has lost three of its boats.",
    "The keeper was fined and the founders Moen and Lund were sent to jail.",
    "The keeper had stayed away for years, but this week Moen has been to Ardal.",
    "The keeper has hired the singer Moen to open the new lights on Sunday.",
    "The keeper told the pilots Norden has lost three of its boats.",
    "The keeper found the boats Norden lost in a storm off the reef.",
    "The keeper listed the fines Norden is going to pay by the end of the summer.",
    "The crew spoke of the fear Norden has spread along the coast for years.",
    "The pilots of the strait began a strike Monday was meant to end for good.",
    "The keeper bought an isle - a rock Norden has claimed for a century.",
    "When the keeper sold the lights Norden was glad to take them on at once.",
    "“We will sail for the far coast,” Moen has told the pilots of the strait.",
    "ARDAL (Reuters) - Two quakes hit the northern coast Rescue crews have left for Ardal.",
    "Quake has hit the coast Crews have left the port Storm has hit the quay Bakers have left the "
    "mill Flood has hit the farm Cows have left the hill Wind has hit the town Roofs are gone.",
]


@pytest.mark.parametrize("marked", [*CUTS, *GLUED])
def test_sentences_end_where_the_bars_are(marked: str) -> None:
    wanted = marked.split(" | ")
    text = " ".join(wanted)
    spans = split_sentences(text, Span(0, len(text)))
    assert [text[slice(*span)] for span in spans] == wanted


def test_only_the_first_lines_have_a_headline_before_a_sentence() -> None:
    glued = "Two quakes hit the northern coast Rescue crews from Elsby have left for Ardal."
    text = f"Notes\nNo news.\n{glued}"
    assert len(split_sentences(text, Span(text.index(glued), len(text)))) == 1


def test_the_stamp_of_a_page_may_begin_with_a_place() -> None:
    text = "Owner to pay for fire LUND/ARDAL | Mon May 3, 2021 9:15 pm EDT LUND (Agency) - It sank."
    first, stamp, last = split_sentences(text, Span(0, len(text)))
    assert text[slice(*first)] == "Owner to pay for fire"
    assert text[slice(*stamp)] == "LUND/ARDAL | Mon May 3, 2021 9:15 pm EDT"
    assert text[slice(*last)] == "LUND (Agency) - It sank."


def test_a_line_is_a_paragraph_and_a_section_goes_with_its_sentences() -> None:
    article = article_of(("title", "Ministers meet in Oslo"), "It rained.\nThey met. They left.")
    found = [
        (article.text[slice(*s.span)], s.section, s.paragraph) for s in find_sentences(article)
    ]
    assert found == [
        ("Ministers meet in Oslo", "title", 0),
        ("It rained.", "body", 1),
        ("They met.", "body", 2),
        ("They left.", "body", 2),
    ]


@pytest.mark.parametrize("before", ["rose 11", "rose", "Ann Lund"])
def test_what_may_join_two_texts_at_every_word_is_read_once(before: str) -> None:
    text = f"{before} The a " * 100_000
    assert split_sentences(text, Span(0, len(text)))[-1].end == len(text.rstrip())


@pytest.mark.parametrize("unit", ["A", "ARDAL | ", "Mon May 3, 2021 ", "The A has "])
def test_what_may_begin_a_stamp_or_a_text_is_read_once(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    assert split_sentences(text, Span(0, len(text)))[-1].end == len(text.rstrip())


def test_a_stretch_may_begin_where_two_texts_join() -> None:
    text = "hepatitis A ship sank."
    assert split_sentences(text, Span(9, len(text))) == [Span(10, len(text))]


@settings(max_examples=150)
@given(st.text(alphabet="aB .!?…\"“”'’\n(1Mr", max_size=80))
def test_sentences_cover_the_text_in_order_and_never_cross_a_line(text: str) -> None:
    article = article_of(text)
    end = 0
    for sentence in find_sentences(article):
        assert end <= sentence.span.start < sentence.span.end
        words = article.text[slice(*sentence.span)]
        assert words == words.strip()
        assert "\n" not in words
        assert not article.text[end : sentence.span.start].strip()
        end = sentence.span.end
    assert not article.text[end:].strip()


def test_what_a_picture_shows_above_a_text_is_its_caption() -> None:
    article = article_of(
        "Sailors mend a boat below the dam of Ardal.\n\nPhotograph: Ida Moen/Reuters The dam of"
        " Ardal burst.\n\nThe town was flooded."
    )
    found = [
        (one.section, article.text[slice(*one.span)])
        for one in find_sentences(article)
        if one.section in ("caption", "body")
    ]
    assert found == [
        ("caption", "Sailors mend a boat below the dam of Ardal."),
        ("caption", "Photograph: Ida Moen/Reuters"),
        ("body", "The dam of Ardal burst."),
        ("body", "The town was flooded."),
    ]
