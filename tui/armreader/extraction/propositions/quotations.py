"""The marks of quotations around what is said, as far as a label needs them."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE, Argument, Clause, SentenceGrammar
from armreader.extraction.propositions.words import mark, words

_REACH = 8
"""Tokens after a verb of saying within which its quotation opens."""


def quotation_after(grammar: SentenceGrammar, clause: Clause) -> tuple[int, int] | None:
    """The run of the quotation right after a verb of saying, with its marks: "tweeted: “Sad!”"."""
    verb = clause.verb
    if verb is None or verb.lemma not in words("said"):
        return None
    if any(mark(grammar, at) for at in range(verb.first)):
        return None  # "“The dam,” Ann Lee said, “is old.”"
    reach = range(verb.last + 1, min(verb.last + _REACH, len(grammar)))
    opened = next((at for at in reach if mark(grammar, at) == 1), None)
    if opened is None or grammar.lowers[opened - 1] not in (":", ","):
        return None
    closed = next((at for at in range(opened, len(grammar)) if mark(grammar, at) == -1), None)
    return None if closed is None else (opened, closed + 1)


def mark_before(grammar: SentenceGrammar, said: Clause) -> int | None:
    """The mark before what is said, which a label leaves out where the quotation goes on after it.

    "The report said: | The dam was old", not "Ann Lee said: “She was old. …”", who is another.
    """
    subject = said.subject
    if subject is None or not grammar.tags[subject.head].startswith("N"):
        return None
    before = range(max(subject.first - 2, 1), subject.first)
    opened = next((at for at in before if mark(grammar, at) == 1), None)
    return opened if opened and grammar.lowers[opened - 1] in (":", "that") else None


def begins_quotation(grammar: SentenceGrammar, speaker: Argument, token: int) -> bool:
    """Whether a token opens a quotation that does not go on with what comes before who speaks: not
    "the split was one, Lee said, “we had long expected.”"
    """
    first = speaker.first
    if token >= len(grammar) or mark(grammar, token) != 1:
        return False
    small = grammar.words[token + 1 : token + 2] and grammar.words[token + 1][0].islower()
    before = grammar.lowers[first - 1 : first] == [","]
    return not (small and before and not FINITE.isdisjoint(grammar.tags[:first]))


def with_mark(grammar: SentenceGrammar, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs with the mark right before them that opens a quotation which they close."""
    (first, last), *others = runs
    opens = first > 0 and mark(grammar, first - 1) == 1
    if opens and any(mark(grammar, at) == -1 for at in range(first, last)):
        return [(first - 1, last), *others]
    return runs


def is_speech(grammar: SentenceGrammar, runs: list[tuple[int, int]]) -> bool:
    """Whether runs are all in quotation marks, and so somebody's words whom nothing names."""
    first, last = runs[0][0], runs[-1][1]
    depth = sum(mark(grammar, at) for at in range(first) if grammar.words[at] != '"')
    straight = [at for at in range(first) if grammar.words[at] == '"']
    if depth > 0 or (len(straight) % 2 and mark(grammar, straight[-1]) == 1):
        return True
    depth = 0
    for at in range(first, last):
        depth += mark(grammar, at)
        if depth <= 0:
            return at > first and not any(_is_word(grammar, each) for each in range(at, last))
    return depth > 0


def _is_word(grammar: SentenceGrammar, token: int) -> bool:
    return grammar.words[token][0].isalnum()
