"""What is said without a "that", by the rules and by the parse."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar import SentenceGrammar, analyse
from armreader.records import Sentence, Span

CONTENTS = {
    "Lund also said grants to bakers hurt by the fire had risen.": "said: grants risen",
    "Olaf Berg said Mary Falk, the head of the port, which runs the pier, had left.": (
        "said: Falk left"
    ),
    "Ann Lee said the town's day among the sailors showed the need.": "said: day showed",
    "A clerk said notes from Lee, Berg and Falk were with the court.": "said: notes were",
    "The board said poor work at Lund, Berg, and Falk caused the fire.": "said: work caused",
    "Bankers said a plan backed by old funds may be sound.": "said: plan be",
    "The pilot said the boat placed on the slip carried ten barrels.": "said: boat carried",
    "Olaf Berg said years of waiting for a pier had hurt the town.": "said: years hurt",
    "The office said the first man to reach the pier without having asked was a clerk.": (
        "said: man was"
    ),
    "A second paper said other studies, including the one by Lund, measured the tide.": (
        "said: studies measured"
    ),
    "Officials say the growth of the weed - found in ten lakes - is slowing.": (
        "say: growth slowing"
    ),
    "One guard said Friday the level of a lake feeding the dam could be higher.": (
        "said: level be"
    ),
    "Lund said its pumps collected or burnt off ten tons of oil.": "said: pumps collected",
    "Berg said suspected flu cases in the town had risen.": "said: cases risen",
    "The firm says it considered closing the pier.": "says: it considered",
    "Ann Lee said most of the pilots had left.": "said: most left",
    "Lund said in a letter that it was hiring ten more pilots.": "said: it hiring",
    "A guide declined to speak, but said the ferry was waiting for news.": "said: ferry waiting",
    "Ann Lee warned the boats built in Elsby were old.": "warned: boats were",
}
NO_CONTENTS = (
    "The clerk said a few words and left the hall.",
    "Ann Lee said the pledge on Monday, and the choir sang.",
    "The plan will fall through, Lund says.",
)


def said_in(sentence: SentenceGrammar) -> set[str]:
    """Each verb of saying with the head of what it governs, and its verb."""
    words, clauses = sentence.words, sentence.clauses
    return {
        f"{words[one.verb.head]}: {words[below.subject.head]} {words[below.verb.head]}"
        for one in clauses
        if one.verb is not None
        for below in (clauses[at] for at in one.complements)
        if below.kind == "complement" and below.verb is not None and below.subject is not None
    }


def grammar_of(text: str) -> SentenceGrammar:
    return analyse(text, [Sentence(Span(0, len(text)), "body", 0)])[0]


@pytest.mark.parametrize(("text", "content"), CONTENTS.items())
def test_a_verb_of_saying_governs_what_is_said(text: str, content: str) -> None:
    sentence = grammar_of(text)
    assert content in said_in(sentence)


@pytest.mark.parametrize(("text", "content"), CONTENTS.items())
def test_so_it_does_in_the_parse(text: str, content: str) -> None:
    assert content.split()[0] in {one.split()[0] for one in said_in(grammar_of(text).parsed)}


@pytest.mark.parametrize("text", NO_CONTENTS)
def test_what_is_only_an_object_is_not_said_to_do_anything(text: str) -> None:
    for sentence in (grammar_of(text), grammar_of(text).parsed):
        assert not any(one.startswith(("said", "says")) for one in said_in(sentence))
