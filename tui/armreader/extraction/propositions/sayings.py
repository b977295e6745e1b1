"""Verbs of saying and what they report, which together are one proposition."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import FINITE, Argument, Clause, SentenceGrammar, VerbGroup
from armreader.extraction.propositions.clause_parts import core_run
from armreader.extraction.propositions.sentence import Reading
from armreader.extraction.propositions.shape import CIRCUMSTANCE
from armreader.extraction.propositions.standing import standing_of
from armreader.extraction.propositions.words import words
from armreader.language import entries

_SUBJECT_WORDS = frozenset(("EX", "PRP", "WP", "VBG", "TO"))
"""Tags of words that can be a subject or open one, besides nouns: "said there was"."""
_APART = frozenset((",", "-", "--", "–", "—"))
_DESCRIBING = frozenset(("WDT", "WP", "VBN", "VBG"))
"""Tags of the first word of a clause that only describes a noun."""
_CONCEDING = frozenset(("although", "because", "though", "when", "while"))
"""Words that open a clause before the content of a saying."""
_EITHER = frozenset(("he", "she"))
_PERSONS = frozenset(("he", "him", "his", "she", "her"))
"""Pronouns that may mean somebody else than the speaker."""
_NAME = 6
"""Tokens at the start of a line of a transcript within which the colon after its speaker is."""
_OF_HEARERS = frozenset(
    ("advise", "assure", "inform", "notify", "promise", "remind", "show", "tell", "warn")
)
"""Verbs whose passive has the hearer as its subject."""


def what_is_said(grammar: SentenceGrammar, clause: Clause) -> list[Clause]:
    """The finite clauses that a verb of saying or thinking governs."""
    verb = clause.verb
    assert verb is not None
    if verb.lemma not in words("said", "supposed", "denied"):
        return []
    found = [
        one
        for one in grammar.clauses
        if one.kind == "complement" and one.parent == clause.index and one.governor == verb.head
        and one.verb is not None and one.verb.finite
    ]  # fmt: skip
    if verb.passive and found and found[0].marker is None and verb.lemma not in _OF_HEARERS:
        return []  # "when oil was added it grew"; but "was told he could go"
    if found or verb.lemma not in words("said", "supposed"):
        return found
    return [  # "said after the vote that he was glad"
        one
        for one in grammar.clauses
        if one.kind == "relative" and one.parent == clause.index and one.first > verb.head
        and one.marker is not None and grammar.lowers[one.marker] == "that"
        and one.subject is not None and not one.subject.shared and one.subject.head > one.marker
    ][:1]  # fmt: skip


def words_before(
    grammar: SentenceGrammar, clause: Clause, said: Clause, times: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """The run between "said" and what is said that a label leaves out: "on Monday", "in a note"."""
    if clause.verb is None:
        return None
    marked = said.marker is not None and grammar.lowers[said.marker] == "that"
    after, begins = clause.verb.last, said.first
    if marked and said.marker is not None:
        begins = max(begins, said.marker)
    if after >= begins:
        return None
    timed = {at for begun, end in times for at in range(begun, end)}
    between = range(after, begins)
    only_time = not timed.isdisjoint(between) and all(
        at in timed or grammar.tags[at] == "IN" for at in between
    )
    heard = clause.verb.lemma in words("hearing")  # "told guards on Monday that"
    if (heard or any(after <= one.first < begins for one in clause.objects)) and not only_time:
        return None
    return (after, begins) if marked or only_time else None


def aside_within(grammar: SentenceGrammar, said: Clause) -> tuple[int, int] | None:
    """What only describes the subject of what is said: "said the boat, | which leaked, | sank"."""
    subject, verb = said.subject, said.verb
    if subject is None or verb is None or subject.shared or subject.head + 1 >= verb.first:
        return None
    marks = [at for at in range(subject.head + 1, verb.first) if grammar.lowers[at] in _APART]
    if len(marks) != 2 or marks[1] != verb.first - 1:
        return None
    opens = marks[0] + 1
    apart = grammar.lowers[marks[0]] == grammar.lowers[marks[1]]
    return (marks[0], verb.first) if apart and grammar.tags[opens] in _DESCRIBING else None


def opens_as_said(grammar: SentenceGrammar) -> bool:
    """Whether a sentence rests on the word of whom it opens with: "As Lee said, …", "LEE: …"."""
    colon = grammar.lowers.index(":") if ":" in grammar.lowers[:_NAME] else 0
    if colon and all(word.isupper() for word in grammar.words[:colon]):
        return True
    comma = grammar.lowers.index(",") if "," in grammar.lowers else 0
    ends = comma - (grammar.lowers[comma - 1] in ("out", "it"))
    opens = grammar.lowers[grammar.tags[0] == "CC"] == "as"
    said = comma and opens and grammar.tags[ends - 1].startswith("V")
    return bool(said) and grammar.lemma(ends - 1) in words("said", "remarking")


def on_nobodys_word(grammar: SentenceGrammar, index: int) -> bool:
    """Whether a clause has a source without a name: officials, police, a report, "it emerged"."""
    clause = grammar.clauses[index]
    verb, subject = clause.verb, clause.subject
    if verb is None or verb.negation is not None or verb.modal or subject is None:
        return False
    if grammar.lowers[subject.head] == "it":  # "it was reported that", "it emerged that"
        brought = verb.passive or verb.lemma not in words("said")
        return brought and verb.lemma in words("emerging") and verb.tense == "past"
    if verb.lemma not in words("said"):
        return False
    return grammar.lemma(subject.head) in words("sourceless") or grammar.lowers[
        subject.head
    ] in words("sourceless")


def rests_on_words(grammar: SentenceGrammar, clause: Clause, said: int | None) -> bool:
    """Whether one says that another says something: "Lee said the town believes it is over".

    ``said`` is the index of the clause on whose word it rests, if on any.
    """
    return clause.kind == "complement" and said is not None and not on_nobodys_word(grammar, said)


def is_fact(reading: Reading, saying: Clause, clause: Clause) -> bool:
    """Whether what is said is reported as fact, on the word of nobody in particular."""
    grammar, verb = reading.telling.grammar, clause.verb
    if verb is None or clause.subject is None:
        return False
    if grammar.tags[clause.subject.head].startswith("PRP"):
        return False
    standing = standing_of(grammar, clause, reading.telling.title)
    if standing.status != "asserted" or standing.conditional:
        return False
    if verb.copula or verb.lemma in words("state"):
        return False
    if verb.tense != "past" and not verb.perfect and not verb.progressive:
        return False
    return on_nobodys_word(grammar, saying.index)


def subject_is_before(grammar: SentenceGrammar, saying: VerbGroup, content: Clause) -> bool:
    """Whether what is said is of a word before the saying: "a pact that Lee said on Monday was" …

    Between the two verbs there is then at most when or where it was said.
    """
    if content.verb is None:
        return False
    first, last = saying.last, content.verb.first
    if not _SUBJECT_WORDS.isdisjoint(grammar.tags[first:last]):
        return False
    if first < last and grammar.tags[last - 1] == "DT":
        return False  # "said this was"
    if any(grammar.lowers[at] in entries("grammar/time_nouns") for at in range(first, last - 1)):
        return grammar.lowers[last - 1] in entries("grammar/time_nouns")  # "said on Monday Lee was"
    return not any(
        first <= one.first < last and one.preposition is None and not one.time
        for one in grammar.phrases
    )


def owns(grammar: SentenceGrammar, subject: Argument) -> bool:
    """Whether a subject is only a possessive: "Lee's"."""
    return "POS" in grammar.tags[subject.last - 1 : subject.last + 1]


def points_back(grammar: SentenceGrammar, said: Clause) -> bool:
    """Whether what is said refers to something said before: "said that would happen"."""
    subject = said.subject
    first = said.first if subject is None else subject.head
    low = grammar.lowers[first]
    if low in words("pointing"):
        return True
    after = grammar.tags[first + 1 : first + 2]
    return low == "that" and bool(after) and after[0] in ("MD", "VBZ", "VBD", "VBP")


def supposes(grammar: SentenceGrammar, said: Clause) -> bool:
    """Whether a condition, not the content, follows: "said if the dam bursts, all will leave"."""
    marker = "" if said.marker is None else grammar.lowers[said.marker]
    opens = said.first if said.marker is None else said.marker + (marker == "that")
    if marker in CIRCUMSTANCE or grammar.lowers[opens] in _CONCEDING:
        return True  # "admitted that while the dam held, it was old"
    if marker == "that" and grammar.lowers[opens] in words("condition"):
        return True  # "said that if the dam bursts, | all will leave"
    if marker == "that" and grammar.lowers[opens] in CIRCUMSTANCE:
        until = next((at for at in range(opens, said.last) if grammar.lowers[at] == ","), opens)
        return not FINITE.isdisjoint(grammar.tags[opens:until])
    return marker in words("condition") and grammar.lowers[said.last : said.last + 1] == [","]


def leaves_open(grammar: SentenceGrammar, clause: Clause, said: Clause) -> bool:
    """Whether a pronoun in what is said beside a named person's deed may mean that person: "Berg
    left after the mayor had said that he was ill".
    """
    beside = clause.kind == "adverbial" and clause.parent is not None
    if not beside or said.subject is None or grammar.lowers[said.subject.head] not in _EITHER:
        return False
    above = grammar.clauses[clause.parent or 0].subject
    return above is not None and grammar.tags[above.head] == "NNP"


def _names_another(
    grammar: SentenceGrammar, subject: Argument, runs: Sequence[tuple[int, int]]
) -> bool:
    """Whether a pronoun after a shared saying may mean somebody named before it: "Berg met Lund and
    said his plan was vain".
    """
    owned = any(not _PERSONS.isdisjoint(grammar.lowers[low:high]) for low, high in runs)
    return owned and "NNP" in grammar.tags[subject.last : runs[0][0]]


def with_shared(
    reading: Reading, subject: Argument, begins: int, runs: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The runs of a saying after the subject that it shares: "Lee | met the crew and | said …"."""
    grammar = reading.telling.grammar
    if not runs or _names_another(grammar, subject, runs):
        return []
    return [reading.trimmer.without_time((begins, core_run(grammar, subject)[1])), *runs]
