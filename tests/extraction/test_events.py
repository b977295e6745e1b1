"""Event mentions: triggers, clauses, statuses and dates, in sentences that a person can judge."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.extraction.annotate import annotate
from armreader.extraction.events.inflection import noun_reading, verb_reading
from armreader.extraction.events.triggers import find_triggers, tokens_of
from armreader.language import entries, rows
from armreader.language.event_classes import classes_of, event_words, is_talk
from armreader.records import UNKNOWN_PUBLICATION, Article, EventMention, Section, Span


def found_in(text: str, kind: str = "body") -> dict[str, EventMention]:
    """The mentions of a text by the words of their triggers."""
    sections = (Section(kind, Span(0, len(text))),)  # type: ignore[arg-type]
    article = Article("a", "a.txt", "", "", "", "", text, sections, UNKNOWN_PUBLICATION)
    mentions = annotate(article).mentions
    return {text[one.trigger.start : one.trigger.end]: one for one in mentions}


def triggers_of(sentence: str) -> list[str]:
    found = find_triggers(tokens_of(sentence, Span(0, len(sentence))))
    return [sentence[one.span.start : one.span.end] for one in found]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("died", "die"),
        ("dying", "die"),
        ("carries", "carry"),
        ("stopped", "stop"),
        ("seized", "seize"),
        ("clashes", "clash"),
        ("shot", "shoot"),
        ("withdrew", "withdraw"),
        ("agreed", "agree"),
    ],
)
def test_verb_forms_lead_to_their_lemma(form: str, lemma: str) -> None:
    reading = verb_reading(form)
    assert reading is not None
    assert reading[0] == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("murders", "murder"), ("injuries", "injury"), ("crashes", "crash"), ("routes", None)],
)
def test_nouns_lead_to_their_singular(form: str, lemma: str | None) -> None:
    assert noun_reading(form) == lemma


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ferry sank near the harbour.", ["sank"]),
        ("Two guards were arrested after the fire.", ["arrested", "fire"]),
        ("The board will appoint a new head.", ["appoint"]),
        ("She hosts the show and the host of the show is ill.", ["hosts", "show", "show"]),
        ("The minister stepped down and left.", ["stepped down", "left"]),
        ("A heart attack killed him.", ["heart attack", "killed"]),
        ("The estimated cost is high.", []),
        ("The building is in the morning sun.", []),
        ("Rebels regained control of the port.", ["regained control"]),
        ("Rebels took full control of the port.", ["took full control"]),
        ("The crew may soon quietly leave the bay.", ["leave"]),
        ("Storm Kills Four on Coast Road", ["Storm", "Kills"]),
        ("Crews left the sinking ferry.", ["left"]),
    ],
)
def test_triggers(sentence: str, expected: list[str]) -> None:
    assert triggers_of(sentence) == expected


@pytest.mark.parametrize(
    ("lemma", "talks"), [("speak", True), ("begin", True), ("kill", False), ("polish", False)]
)
def test_speech_and_phases_name_no_event_of_their_own(lemma: str, talks: bool) -> None:
    assert all(map(is_talk, classes_of(lemma))) == talks


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The union struck on Monday.", "struck", "asserted"),
        ("The union will strike on Monday.", "strike", "planned"),
        ("The union did not strike.", "strike", "denied"),
        ("The union has no plans to strike.", "strike", "denied"),
        ("The union may strike or march.", "march", "hypothetical"),
        ("Unless prices fell, the mill closed early.", "closed", "asserted"),
        ("Rebels threaten to attack the port.", "attack", "hypothetical"),
    ],
)
def test_status(sentence: str, trigger: str, status: str) -> None:
    assert found_in(sentence)[trigger].status == status


@pytest.mark.parametrize(
    ("sentence", "trigger", "cue"),
    [
        ("If they leave the port, it closes.", "leave", "If"),
        ("No boats were seized.", "seized", "No"),
        ("The union has no plans to strike.", "strike", "no plans to"),
    ],
)
def test_the_words_that_show_a_status(sentence: str, trigger: str, cue: str) -> None:
    shown = found_in(sentence)[trigger].cue
    assert shown is not None
    assert sentence[slice(*shown)] == cue


def test_a_headline_marks_the_future_with_to() -> None:
    assert found_in("Union to leave wage talks", "title")["leave"].status == "planned"


@pytest.mark.parametrize(
    ("sentence", "trigger", "time"),
    [
        ("The bridge collapsed in March 2019.", "collapsed", "March 2019"),
        ("In 2019, the bridge collapsed and the road closed.", "closed", "2019"),
        ("Police said on Friday that the bridge had collapsed.", "collapsed", ""),
        ("The army advanced in June 2020, forcing thousands to flee.", "forcing", "June 2020"),
        ("The road has been closed since the flood.", "flood", ""),
        ("The war went on in 2030, said Ada Quill.", "went on", "2030"),
        ("The war went on, said Ada Quill in 2030.", "went on", ""),
        ("The mayor said on Monday the ferry sank.", "sank", ""),
    ],
)
def test_what_dates_an_event(sentence: str, trigger: str, time: str) -> None:
    span = found_in(sentence)[trigger].time
    assert (sentence[span.start : span.end] if span else "").endswith(time)
    assert bool(span) == bool(time)


def test_a_clause_ends_where_the_next_statement_begins() -> None:
    sentence = "The mayor resigned, while the council opened an inquiry into the sale."
    mention = found_in(sentence)["resigned"]
    assert sentence[mention.span.start : mention.span.end] == "The mayor resigned"


def test_site_chrome_mentions_no_event() -> None:
    assert found_in("The bridge collapsed on Monday.", "furniture") == {}


def test_a_light_verb_has_the_class_of_its_object() -> None:
    assert found_in("The firm made a large offer.")["made"].event_class == "business.offer"
    for text in ("They put the quake's size at 5.", "They put the centre of the quake at sea."):
        assert found_in(text)["put"].event_class == "put"


def test_verbs_and_their_nouns_share_a_class() -> None:
    for verb, noun in (("die", "death"), ("arrest", "capture"), ("resign", "resignation")):
        assert set(classes_of(verb)) & set(classes_of(noun))
    assert set(classes_of("retake")) & set(classes_of("regain control"))


def test_every_class_of_the_tables_has_a_family_and_words() -> None:
    for name, part, word in rows("events_classes"):
        assert name.count(".") == 1, name
        assert part in ("verb", "noun")
        assert word
    assert event_words().verbs["say"] == "say"


def test_every_rule_is_explained() -> None:
    found = found_in("The bridge collapsed. The collapse killed two.")
    assert {one.reason.rule for one in found.values()} <= entries("reasons/events")


TEXT = st.text(
    alphabet=st.sampled_from(list("the a Will killed of not, . ’s“” \n-3é\u202e")), max_size=200
)


@settings(max_examples=60)
@given(TEXT)
def test_any_text_gives_mentions_inside_it(text: str) -> None:
    for mention in found_in(text).values():
        assert 0 <= mention.span.start <= mention.trigger.start
        assert mention.trigger.end <= len(text)
        assert mention.trigger.start < mention.trigger.end


WORDS = ["The", "dam", "burst", "and", "killed", "two", ",", "not", "planned", "war", "in", "May"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS)))
def test_triggers_are_in_order_and_do_not_overlap(words: list[str]) -> None:
    sentence = " ".join(words)
    spans = [one.span for one in find_triggers(tokens_of(sentence, Span(0, len(sentence))))]
    assert all(one.end <= other.start for one, other in pairwise(spans))
