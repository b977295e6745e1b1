"""Coordination: where the verb that reports is followed by another of the same subject.

``Falk praised the crew and left for Oslo``: what was praised ends before "and left".
"""

from __future__ import annotations

from bisect import bisect_left

from armreader.extraction.grammar import FINITE, Clause, SentenceGrammar, VerbGroup
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.grammar import SUBJECT_PRONOUNS, is_adverb
from armreader.extraction.quotes.phrases import Range

_NOUN_TAGS = frozenset(
    ("DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD", "EX", "POS", "RB", "IN", "VBN")
)
"""Tags that the subject of another clause may be made of, with the words that join it."""
_QUESTIONS = frozenset(("WP", "WRB", "WDT"))
_JOINTS = frozenset((",", "and", "but", "or"))
_PAIRED = frozenset(("either", "neither", "whether"))
"""Words that wait for an "or" or a "nor"."""


def clause_of(sentence: Blanked, verb: int) -> tuple[SentenceGrammar, Clause] | None:
    """The clause whose verb is at a token, with the grammar of its sentence."""
    grammar = sentence.grammar.at(sentence.starts[verb])
    token = grammar.token_at(sentence.starts[verb]) if grammar else None
    if grammar is None or token is None:
        return None
    clause = grammar.clause_of_verb.get(token)
    return None if clause is None else (grammar, clause)


def subject_by_clause(sentence: Blanked, verb: int) -> Range | None:
    """The tokens of the subject that the clauses of the sentence give a verb, without a relative
    clause about it."""
    found = clause_of(sentence, verb) if verb < len(sentence) else None
    subject = found[1].subject if found else None
    if found is None or subject is None or subject.shared:
        return None
    starts = sentence.starts
    last = min(
        (
            one.first
            for one in found[0].clauses
            if one.kind == "relative" and subject.head < one.first < subject.last
        ),
        default=subject.last,
    )
    start = bisect_left(starts, found[0].starts[subject.first])
    end = bisect_left(starts, found[0].ends[last - 1])
    end = next((at for at in range(start, end) if sentence.lowers[at] == ","), end)
    inside = start < end <= verb and starts[start] == found[0].starts[subject.first]
    return (start, end) if inside and RUN not in sentence.lowers[start:end] else None


def subject_by_parse(sentence: Blanked, verb: int) -> Range | None:
    """The tokens of the noun phrase that the parse of the sentence gives a verb as its subject."""
    grammar = sentence.grammar.at(sentence.starts[verb])
    token = grammar.token_at(sentence.starts[verb]) if grammar else None
    if grammar is None or token is None:
        return None
    parsed = grammar.parsed
    clause = parsed.clause_of_verb.get(token)
    subject = clause.subject if clause else None
    if subject is None:
        return None
    core = (subject.head, subject.head + 1)
    if subject.phrase is not None:
        core = parsed.phrases[subject.phrase][:2]
    start = bisect_left(sentence.starts, parsed.starts[core[0]])
    end = bisect_left(sentence.ends, parsed.ends[core[1] - 1]) + 1
    inside = start < end <= verb and sentence.starts[start] == parsed.starts[core[0]]
    return (start, end) if inside and RUN not in sentence.lowers[start:end] else None


def governing_subject(sentence: Blanked, offset: int) -> Range | None:
    """The subject of the clause that a participle at an offset depends on: "they ran, shouting"."""
    grammar = sentence.grammar.at(offset)
    token = grammar.token_at(offset) if grammar else None
    if grammar is None or token is None:
        return None
    parsed = grammar.parsed
    clause = parsed.clause_of_verb.get(token)
    while clause is not None and clause.subject is None and clause.parent is not None:
        clause = parsed.clauses[clause.parent]
    if clause is None or clause.verb is None or clause.subject is None:
        return None
    verb = bisect_left(sentence.starts, parsed.starts[clause.verb.head])
    return subject_by_parse(sentence, verb) if verb < len(sentence) else None


def clause_opens(sentence: Blanked, at: int) -> bool:
    """Whether a clause begins at a token, and not just a noun phrase with a clause inside."""
    lowers = sentence.lowers
    if lowers[at] in SUBJECT_PRONOUNS or lowers[at] == RUN or lowers[at - 1] in ("that", ":", ","):
        return True
    grammar = sentence.grammar.at(sentence.starts[at])
    token = grammar.token_at(sentence.starts[at]) if grammar else None
    if grammar is None or token is None:
        return True
    return any(
        clause.verb is not None
        and clause.verb.finite
        and (
            clause.first == token or (clause.subject is not None and clause.subject.first == token)
        )
        for clause in grammar.clauses
    )


def before_joined_clause(sentence: Blanked, start: int, end: int) -> int:
    """Where words without a verb end: before "but she left" of "called it wrong but she left"."""
    lowers, tags = sentence.lowers, sentence.tags
    for at in range(start + 1, end - 2):
        joint = lowers[at] in ("and", "but", "so") and lowers[at + 1] in SUBJECT_PRONOUNS
        if joint and (tags[at + 2] in FINITE or is_adverb(lowers[at + 2])):
            return at - (lowers[at - 1] == ",")
        if tags[at] in FINITE:
            return end
    return end


def before_new_clause(sentence: Blanked, start: int, end: int) -> int:
    """Where words without a clause end: before "…, Lund rejected it", which says something else."""
    lowers, tags = sentence.lowers, sentence.tags
    end = before_joined_clause(sentence, start, end)
    for comma in range(start + 1, end - 2):
        if tags[comma] in FINITE:
            return end
        if lowers[comma] != ",":
            continue
        at = comma + 1
        if tags[at] == "IN" or lowers[at] in ("also", "or"):
            continue
        at += lowers[at] in ("and", "but", "so")
        while at < end and tags[at] in _NOUN_TAGS:
            at += 1
        if at > comma + 1 and at < end and tags[at] in FINITE:
            return comma
    return end


def first_subject(sentence: Blanked) -> Range | None:
    """The tokens of the subject of the sentence's main verb, as its clauses give it."""
    grammar = sentence.grammar.at(sentence.starts[0])
    verb = grammar.clauses[0].verb if grammar and len(grammar) else None
    if grammar is None or verb is None:
        return None
    return subject_by_clause(sentence, bisect_left(sentence.starts, grammar.starts[verb.head]))


def next_verb_of_subject(sentence: Blanked, verb: int, start: int, end: int) -> int | None:
    """The token where a verb's content ends, because another verb of its subject follows."""
    found = clause_of(sentence, verb)
    if found is None or found[1].verb is None:
        return None
    grammar, own = found
    negated = found[1].verb.negation is not None
    if negated and sentence.tags[start] in _QUESTIONS:
        # "They have not said what it was, and the port they use is shut."
        for at in range(start + 1, end - 2):
            joined = sentence.lowers[at] == "," and sentence.lowers[at + 1] in ("and", "but")
            if joined and sentence.tags[at + 2] in ("DT", "PRP", "PRP$"):
                return at
    beside = {own.index}
    """Clauses coordinated with the verb's own, directly or by those between them."""
    for clause in grammar.clauses[own.index + 1 :]:
        if clause.kind != "coordinated" or clause.verb is None:
            continue
        at = bisect_left(sentence.starts, grammar.starts[clause.first])
        if negated and clause.parent == own.index and clause.subject and at < end:
            # "They have not said why, and the port is shut."
            joined = sentence.lowers[at - 2 : at] in ([",", "and"], [",", "but"])
            if joined and at - 2 > start:
                return at - 2
        if clause.first != clause.verb.first or clause.parent not in beside:
            continue
        beside.add(clause.index)
        joined = start < at < end and sentence.lowers[at - 1] in _JOINTS
        if joined and sentence.lowers[start - 1] == "that":
            # "said that trials, with experts, were useful": the verb that the clause waits for.
            joined = any(tag in FINITE for tag in sentence.tags[start : at - 1])
        if joined and sentence.lowers[at - 1] in ("or", "nor"):
            # "found that it either did not help or did harm"
            joined = _PAIRED.isdisjoint(sentence.lowers[start : at - 1])
        if joined and sentence.lowers[at - 1] == ",":
            # "said the work was done, had cost little and ended"
            joined = found[1].verb.perfect == clause.verb.perfect
        if joined and _same_form(found[1].verb, clause.verb):
            while at > start and sentence.lowers[at - 1] in _JOINTS:
                at -= 1
            return at
    return None


def _same_form(one: VerbGroup, other: VerbGroup) -> bool:
    return one.finite == other.finite and one.tense == other.tense
