"""Sentences and the clauses that the rules find in them."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar import Argument, Clause, SentenceGrammar, analyse
from armreader.records import Sentence, Span


def grammar_of(text: str) -> SentenceGrammar:
    """The grammar of one sentence."""
    return analyse(text, [Sentence(Span(0, len(text)), "body", 0)])[0]


def described(text: str, clause: Clause) -> str:
    """A clause on one line: its kind, subject, verb, objects and the word that governs it."""

    def words(argument: Argument | None) -> str:
        return text[slice(*argument.span)] if argument else "–"

    verb = clause.verb
    said = "–"
    if verb:
        marks = {
            "not": verb.negation is not None,
            "passive": verb.passive,
            "perfect": verb.perfect,
            "progressive": verb.progressive,
        }
        said = " ".join([verb.lemma, verb.tense, *(name for name, has in marks.items() if has)])
        said += f" {verb.modal}" if verb.modal else ""
    line = f"{clause.kind}: {words(clause.subject)} | {said}"
    if clause.objects:
        line += " | " + ", ".join(map(words, clause.objects))
    if clause.predicate:
        line += f" = {words(clause.predicate)}"
    if clause.governor is not None:
        line += f" < {grammar_of(text).words[clause.governor]}"
    return line


CASES: dict[str, list[tuple[str, ...]]] = {
    "what is said, denied or claimed": [
        (
            "The envoy did not say that Ruritania had left the pact.",
            "main: The envoy | say past not",
            "complement: Ruritania | leave past perfect | the pact < say",
        ),
        (
            "The minister denied that troops had crossed the river.",
            "main: The minister | deny past",
            "complement: troops | cross past perfect | the river < denied",
        ),
        (
            "Officials doubted the claim that the dam was safe.",
            "main: Officials | doubt past | the claim",
            "complement: the dam | be past = safe < claim",
        ),
        (
            "The road is open, the governor said.",
            "complement: The road | be present = open < said",
            "main: the governor | say past",
        ),
        (
            'She said: "We will rebuild the school."',
            "main: She | say past",
            "complement: We | rebuild future will | the school < said",
        ),
        (
            "He said he never met the donor.",
            "main: He | say past",
            "complement: he | meet past not | the donor < said",
        ),
    ],
    "conditions and reasons": [
        (
            "If the vote fails, the cabinet will resign.",
            "main: the cabinet | resign future will",
            "adverbial: the vote | fail present",
        ),
        (
            "The council will meet unless the strike ends.",
            "main: The council | meet future will",
            "adverbial: the strike | end present < meet",
        ),
        (
            "The minister left because the party split.",
            "main: The minister | leave past",
            "adverbial: the party | split past < left",
        ),
    ],
    "voice, aspect and denial": [
        ("The bridge was destroyed by the flood.", "main: The bridge | destroy past passive"),
        (
            "Two guards have been charged with theft.",
            "main: Two guards | charge present passive perfect",
        ),
        (
            "The treaty will not be signed on Monday.",
            "main: The treaty | sign future not passive will",
        ),
        (
            "The senator may have known the spy.",
            "main: The senator | know present perfect may | the spy",
        ),
        ("The firm didn't answer.", "main: The firm | answer past not"),
    ],
    "names that end like an owner": [
        ("Berg's cut ten jobs on Monday.", "main: Berg's | cut past | ten jobs"),
        (
            "Berg's said on Monday that the port could lose a ship.",
            "main: Berg's | say past",
            "complement: the port | lose present could | a ship < said",
        ),
        (
            "Berg's elected council sold the port.",
            "main: Berg's elected council | sell past | the port",
        ),
    ],
    "whose something is": [
        (
            "Olaf Berg, whose son died in the fire, sued the port.",
            "main: Olaf Berg, whose son died in the fire | sue past | the port",
            "relative: whose son | die past < Berg",
        ),
        (
            "The man whose boat sank sued the port.",
            "main: The man whose boat sank | sue past | the port",
            "relative: whose boat | sink past < man",
        ),
        (
            "Nobody knows whose boat sank.",
            "main: Nobody | know present",
            "complement: whose boat | sink past < knows",
        ),
    ],
    "participles that look like verbs": [
        (
            "A clerk faces trial for arson and attempted arson.",
            "main: A clerk | face present | trial",
        ),
        (
            "The guard came and suspected Lee of theft.",
            "main: The guard | come past",
            "coordinated: The guard | suspect past | Lee of theft < came",
        ),
    ],
    "relative clauses": [
        (
            "The woman who shot and killed two clerks will face trial for murder.",
            "main: The woman who shot and killed two clerks | face future will | trial",
            "relative: The woman | shoot present < woman",
            "coordinated: The woman | kill past | two clerks < shot",
        ),
        (
            "The ferry that burned in the harbour sank on Thursday.",
            "main: The ferry that burned in the harbour | sink past",
            "relative: The ferry | burn past < ferry",
        ),
        (
            "The mayor, who lost the vote, blamed the press.",
            "main: The mayor, who lost the vote | blame past | the press",
            "relative: The mayor | lose past | the vote < mayor",
        ),
        (
            "The pact which both sides signed ended the war.",
            "main: The pact which both sides signed | end past | the war",
            "relative: both sides | sign past | The pact < pact",
        ),
    ],
    "participles and infinitives": [
        (
            "Leaving the hall, the envoy refused to speak.",
            "main: the envoy | refuse past",
            "participle: the envoy | leave none | the hall",
            "infinitive: the envoy | speak none < refused",
        ),
        (
            "Rebels backed by the army attacked the convoy.",
            "main: Rebels backed by the army | attack past | the convoy",
            "participle: Rebels | back none passive < Rebels",
        ),
        (
            "The storm hit the coast, killing four people.",
            "main: The storm | hit past | the coast",
            "participle: The storm | kill none | four people < hit",
        ),
        (
            "The judge ordered the company to pay a fine.",
            "main: The judge | order past | the company",
            "infinitive: the company | pay none | a fine < ordered",
        ),
    ],
    "coordination": [
        (
            "The court freed the editor and fined the paper.",
            "main: The court | free past | the editor",
            "coordinated: The court | fine past | the paper < freed",
        ),
        (
            "The guards left, but the crowd stayed.",
            "main: The guards | leave past",
            "coordinated: the crowd | stay past < left",
        ),
        (
            "The chief of the union and two aides were arrested.",
            "main: The chief of the union and two aides | arrest past passive",
        ),
    ],
    "copulas, existence, two objects, apposition": [
        ("There were protests in three towns.", "main: protests | be past"),
        ("The plan is dead.", "main: The plan | be present = dead"),
        ("Maria Lind became chief.", "main: Maria Lind | become past = chief"),
        (
            "The agency gave the museum a painting.",
            "main: The agency | give past | the museum, a painting",
        ),
        (
            "Anna Berg, a lawyer from Oslo, won the case.",
            "main: Anna Berg, a lawyer from Oslo | win past | the case",
        ),
    ],
}


@pytest.mark.parametrize(
    "case", [case for cases in CASES.values() for case in cases], ids=lambda case: str(case[0])
)
def test_clauses(case: tuple[str, ...]) -> None:
    text, *lines = case
    assert [described(text, clause) for clause in grammar_of(text).clauses] == lines


def test_what_governs_a_clause_is_known_with_its_denial() -> None:
    sentence = grammar_of("The envoy did not say that Ruritania had left the pact.")
    (governor,) = sentence.governors(1)
    assert (governor.lemma, governor.marker, governor.negated) == ("say", "that", True)


def test_verbs_of_one_event_are_a_chain() -> None:
    sentence = grammar_of("The club has begun refusing to admit visitors.")
    assert [sentence.lemmas[verb] for verb in sentence.chain(0)] == ["begin", "refuse", "admit"]


def test_a_parsed_sentence_has_the_same_records_and_says_where_both_agree() -> None:
    text = "The judge ordered the company to pay a fine."
    parsed = grammar_of(text).parsed
    assert [described(text, clause) for clause in parsed.clauses] == [
        "main: The judge | order past | the company",
        "infinitive: the company | pay none | a fine < ordered",
    ]
    assert parsed.clauses[0].sure
    assert parsed.parsed is parsed


def test_a_parse_asserts_nothing_that_a_copula_governs() -> None:
    text = "The big question is whether Brown will lead the party."
    assert [described(text, clause) for clause in grammar_of(text).parsed.clauses] == [
        "main: The big question | be present",
        "complement: Brown | lead future will | the party < is",
    ]


def test_a_title_is_tagged_as_if_its_capitals_were_small() -> None:
    text = "Mayor To Reopen Bridge"
    title = analyse(text, [Sentence(Span(0, len(text)), "title", 0)])[0]
    assert title.tags[1:3] == ["TO", "VB"]
    assert described(text, title.clauses[0]) == "main: Mayor | reopen future | Bridge"


def test_a_parse_that_loses_a_whose_is_not_taken() -> None:
    text = "Olaf Berg, whose son died in the fire, sued the port."
    rules = grammar_of(text)
    assert rules.parsed.clauses == rules.clauses
