"""Subjects that were misread: part of a longer one, or the subject of another verb."""

from __future__ import annotations

from functools import cache

from armreader.extraction.grammar import FINITE, Argument, Clause, SentenceGrammar, VerbGroup
from armreader.extraction.names.gazetteer import is_given_name
from armreader.extraction.propositions.words import names_one_person, words
from armreader.language import entries

NAMING = frozenset(("DT", "JJ", "JJR", "CD", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "HYPH"))
"""Tags of what is inside a phrase that names something."""
_CLAUSAL = frozenset(("as", "when", "where", "while", "because", "although", "though", "if", "that",
                      "which", "whom"))  # fmt: skip
"""Words that open a clause whose subject follows them."""
_BEFORE_PARTICIPLE = frozenset(("IN", "DT", "PRP$", "JJ"))
"""Tags of what comes before a participle that describes a noun."""
_RUNNING = FINITE | {"VBN", "VBG", "VB", "TO", "MD"}
"""Tags of words that a new sentence does not follow without a mark or an "and"."""
_PLURAL = frozenset(("are", "were", "have", "do"))
_SELDOM = frozenset(("rarely", "seldom", "never", "nor", "neither", "hardly", "scarcely"))
"""Words before an auxiliary that comes before its subject."""
_AUXILIARY = frozenset(("be", "do", "have"))
_HELPING = frozenset(("had", "should", "were", "did"))
"""Auxiliaries that may stand before their subject."""


def subject_is_misread(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether the subject of a clause is only a part of it, or the verb has another."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or subject.first > verb.first:
        return False
    if _comes_first(grammar, verb):
        return True
    if subject.shared:
        return _shares_wrongly(grammar, clause)
    opens = subject.first - 1
    main = clause.kind in ("main", "coordinated") and clause.marker != opens
    bare = grammar.tags[subject.first] != "CD" and grammar.lowers[opens] != "that"
    if main and bare and opens >= 0 and grammar.tags[opens] == "IN":
        return True  # "visitors since the bombings have noted a change"
    if clause.kind in ("main", "coordinated") and _follows_verb(grammar, subject):
        return True  # "guards who named a clerk | said they left"
    before = verb.first - 1
    if grammar.tags[before] == "IN" and grammar.lowers[before] not in _CLAUSAL:
        return True  # "sold bread in hopes that the mill would open"
    if _inverts(grammar, clause):
        return True
    return (
        _disagrees(grammar, clause)
        or _is_last_of_list(grammar, clause)
        or _has_nearer(grammar, clause)
        or _describes_speaker(grammar, clause)
        or _has_later_verb(grammar, clause)
        or _ends_pair(grammar, subject)
        or _is_of_relative(grammar, clause)
        or _has_contact_clause(grammar, subject)
        or _explains_name(grammar, clause)
    )


def _comes_first(grammar: SentenceGrammar, verb: VerbGroup) -> bool:
    """Whether an auxiliary is before its subject: "but rarely have | the towns been calm"."""
    before = grammar.lowers[max(verb.first - 1, 0) : verb.head]
    if verb.lemma not in _AUXILIARY or _SELDOM.isdisjoint(before):
        return False
    at = verb.last
    while at < len(grammar) and grammar.tags[at] in (*NAMING, "PRP", "IN"):
        at += 1
    return at > verb.last and grammar.tags[at : at + 1] in (["VBN"], ["VBG"], ["VB"])


def _follows_verb(grammar: SentenceGrammar, subject: Argument) -> bool:
    """Whether a verb comes right before a subject, with no mark and no "and" between."""
    before = subject.first - 1
    while before > 0 and grammar.tags[before] in ("RB", "DT", "PDT", "JJ", "CD", "PRP$"):
        before -= 1
    return before > 0 and grammar.tags[before] in _RUNNING


def _ends_pair(grammar: SentenceGrammar, subject: Argument) -> bool:
    """Whether a subject is the second of two objects: "states that held votes and talks sank", or
    of two places: "a man who came to Ardal and Elsby was hurt".
    """
    at, tags = subject.first, grammar.tags
    if subject.last == at + 1 and tags[at - 2 : at + 1] == ["NNP", "CC", "NNP"]:
        begun = next((one for one in range(at - 3, 0, -1) if tags[one] != "NNP"), 0)
        return begun > 0 and tags[begun] in ("IN", "TO")
    if subject.last != at + 1 or tags[at - 1 : at + 1] != ["CC", "NNS"]:
        return False
    relatives = (one for one in grammar.clauses if one.kind == "relative")
    return any(each.last == at - 1 for one in relatives for each in one.objects)


def _is_of_relative(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb after "and" is of the relative clause: "who was near and saw it"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or grammar.tags[verb.first - 1] != "CC":
        return False
    relatives = (one for one in grammar.clauses if one.kind == "relative")
    return any(one.governor == subject.head and one.first < verb.first for one in relatives)


def _has_contact_clause(grammar: SentenceGrammar, subject: Argument) -> bool:
    """Whether a person in a subject has the verb: "a group Ann Lee won", not "the ship Astrid"."""
    at = subject.first + 2
    if grammar.tags[subject.first : at + 2] != ["DT", "NN", "NNP", "NNP"]:
        return False
    owns = grammar.lowers[subject.first] in ("a", "an") and is_given_name(grammar.lowers[at])
    return owns and not names_one_person(grammar, at - 1)


def _explains_name(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a noun and a participle only explain what comes before: "the St. Ann, the ship turned
    away", "met for talks, hours devoted to the dam".
    """
    verb, subject = clause.verb, clause.subject
    assert verb is not None
    assert subject is not None
    before = grammar.tags[max(subject.first - 2, 0) : subject.first]
    explains = before == ["NNP", ","] and grammar.lowers[subject.first] == "the"
    bare = before[1:] == [","] and grammar.tags[subject.first] == "NNS"
    explains = explains or (bare and verb.lemma not in words("intransitive"))
    explains = explains and clause.kind == "coordinated" and not clause.objects
    return explains and grammar.lowers[verb.head].endswith("ed") and verb.first == verb.head


def _has_later_verb(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb after a noun of its clause is the real one of the subject.

    "The average of three polls held in March has Lund leading": the average held nothing.
    """
    verb = clause.verb
    assert verb is not None
    return any(
        one.parent == clause.index and one.marker is None and one.first > verb.head
        and (one.subject is None or one.subject.shared)
        and grammar.tags[one.first] in FINITE
        and grammar.tags[one.first - 1][0] == "N"
        and "CC" not in grammar.tags[verb.head : one.first]
        for one in grammar.clauses
    )  # fmt: skip


def _inverts(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether the auxiliary is before the subject: "would be open had | Lee not sold the port".

    Or the subject is after the "did" of the verb: "only after the blast did | he flee".
    """
    verb, subject = clause.verb, clause.subject
    assert verb is not None
    assert subject is not None
    at = verb.last
    while at < len(grammar) and grammar.tags[at] in (*NAMING, "PRP"):
        at += 1
    did = verb.lemma == "do" and grammar.tags[verb.head] in FINITE
    if did and verb.last < at < len(grammar) and grammar.tags[at] == "VB":
        return True
    helped = grammar.lowers[subject.first - 1] in _HELPING if subject.first else False
    alone = "MD" not in grammar.tags[verb.first : verb.last]
    return helped and alone and grammar.tags[verb.head] in ("VBD", "VBN", "VB")


def _shares_wrongly(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether one person shares a verb of several: "Ann Lee … | guard her face"."""
    verb, subject = clause.verb, clause.subject
    assert verb is not None
    assert subject is not None
    several = grammar.tags[verb.first] == "VBP" and grammar.tags[subject.head] == "NNP"
    return several and _is_one_person(grammar, subject.first, subject.last)


def _disagrees(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether one thing has the verb of several: "since | the breakup of the union have been" …

    Groups may have it ("the crew have left"), and so may what counts or joins several.
    """
    verb, subject = clause.verb, clause.subject
    assert verb is not None
    assert subject is not None
    if grammar.lowers[verb.first] not in _PLURAL and grammar.tags[verb.first] != "VBP":
        return False
    alone = "CC" not in grammar.tags[subject.first : verb.first]
    named = grammar.tags[subject.head] == "NNP"
    if alone and named and _is_one_person(grammar, subject.first, subject.last):
        return True  # "the bodies of two guards and | Miss Lee were found"
    if grammar.tags[subject.head] != "NN":
        return False
    if grammar.lemma(subject.head) in _groups():
        return False
    return {"CC", "NNS", "NNPS", "CD"}.isdisjoint(grammar.tags[subject.first : verb.first])


def _is_one_person(grammar: SentenceGrammar, first: int, last: int) -> bool:
    """Whether a name is of one person, after a given name or a form of address."""
    opens = first
    while opens and grammar.tags[opens - 1] in ("NNP", "NN"):
        opens -= 1
    known = any(
        is_given_name(grammar.lowers[at]) or grammar.lowers[at] in entries("titles_of_address")
        for at in range(opens, last - 1)
    )
    return known and {"CC", "NNS", "NNPS"}.isdisjoint(grammar.tags[opens:last])


@cache
def _groups() -> frozenset[str]:
    """The nouns of which one may be several, or count them."""
    return entries("people_words") | entries("organisations") | words("quantifying", "plural")


def _is_last_of_list(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether one person has a plural verb after "and": "Lee, who left, and Olaf Berg have met".

    Or is the last of three or more.
    """
    verb, subject = clause.verb, clause.subject
    assert verb is not None
    assert subject is not None
    if (
        grammar.tags[subject.head] not in ("NNP", "NN")
        or "CC" in grammar.tags[subject.first : verb.first]
    ):
        return False
    joined = grammar.tags[subject.first - 1 : subject.first] == ["CC"]
    listed = grammar.tags[max(subject.first - 2, 0) : subject.first] == ["NNP", ","]
    plural = grammar.lowers[verb.first] in _PLURAL
    at = subject.first - 2
    if joined and grammar.tags[at : at + 1] == [","]:  # "Lee, Olaf Berg, and Jan Kovar left"
        name = at - 1
        while name > 0 and grammar.tags[name] == "NNP":
            name -= 1
        if name < at - 1 and grammar.tags[name - 1 : name + 1] == ["NNP", ","]:
            return True
    return (joined and plural) or (listed and (plural or grammar.tags[verb.first] == "VBP"))


def _has_nearer(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause with its own subject is in between: "Lee, who left when the dam broke"."""
    verb, subject = clause.verb, clause.subject
    assert verb is not None
    assert subject is not None
    at = verb.first - 1
    while at > subject.head and grammar.tags[at] in NAMING:
        at -= 1
    named = any(tag.startswith("N") for tag in grammar.tags[at + 1 : verb.first])
    says = grammar.tags[at].startswith("V") and grammar.lemma(at) in words("said", "supposed")
    says = says and grammar.tags[at - 1] not in _BEFORE_PARTICIPLE  # "the sum of admitted faults"
    return subject.head < at and named and (says or grammar.lowers[at] in _CLAUSAL)


def _describes_speaker(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a noun was taken for a verb: "said Ann Lee, senior rivers advocate at the works"."""
    verb, subject = clause.verb, clause.subject
    assert verb is not None
    assert subject is not None
    if grammar.tags[verb.head] != "VBP":
        return False
    return grammar.lowers[subject.first - 1 : subject.first] == [","] and any(
        one.verb is not None
        and one.verb.lemma in words("said")
        and one.verb.head < subject.first
        and (one.parent == clause.index or clause.parent == one.index)
        for one in grammar.clauses
    )
