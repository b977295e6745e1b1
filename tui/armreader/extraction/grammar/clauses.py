"""Clauses by rules: a stack of open clauses over noun phrases, verb groups and joining words.

A subordinate clause may not take the last finite verb before the comma while a clause outside it
waits for one. Every token is visited a bounded number of times, however deeply clauses are nested.
"""

from __future__ import annotations

from armreader.extraction.grammar.drafts import OpenClauses
from armreader.extraction.grammar.joining import open_whose, read_joining_word, read_question_word
from armreader.extraction.grammar.noun_clauses import read_phrase
from armreader.extraction.grammar.phrases import PHRASE_STARTS, VERBS
from armreader.extraction.grammar.verb_clauses import read_verb

_MARKS = frozenset((",", ".", ":", "-LRB-", "-RRB-", "``", "''"))
_ADVERBS = frozenset(("RB", "RBR", "RBS", "RP"))


def read_clauses(clauses: OpenClauses) -> None:
    """Read the sentence from left to right."""
    tags, count = clauses.tags, len(clauses.tags)
    at = 0
    while at < count:
        tag = tags[at]
        if tag in VERBS or tag == "MD" or (tag == "TO" and _opens_infinitive(clauses, at)):
            at = read_verb(clauses, at)
        elif tag in PHRASE_STARTS:
            if tag == "WP$":
                open_whose(clauses, at)
            at = read_phrase(clauses, at)
        elif tag == "IN" or tag == "TO":
            at = read_joining_word(clauses, at)
        elif tag in ("WDT", "WP", "WRB"):
            at = read_question_word(clauses, at)
        elif tag == "CC":
            clauses.joining = at
            clauses.preposition = None
            at += 1
        elif tag in _MARKS:
            clauses.mark(at, tag)
            at += 1
        else:
            if tag == "RP" and clauses.stack[-1].verb and not clauses.loose:
                _particle(clauses, at)
            at += 1
    for draft in clauses.stack:
        draft.last = count


def _opens_infinitive(clauses: OpenClauses, at: int) -> bool:
    tags = clauses.tags
    after = at + 1
    while after < len(tags) and tags[after] in _ADVERBS and after < at + 3:
        after += 1
    return after < len(tags) and tags[after] == "VB"


def _particle(clauses: OpenClauses, at: int) -> None:
    verb = clauses.stack[-1].verb
    if verb is not None:
        clauses.stack[-1].verb = verb._replace(particle=at)
