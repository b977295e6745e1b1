"""Nouns: what somebody says as reported by a noun, "the mayor's claim that the dam is safe"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.coordination import subject_by_clause
from armreader.extraction.quotes.grammar import DASHES, word_class
from armreader.extraction.quotes.phrases import Range, phrase_ending, phrase_from
from armreader.extraction.quotes.voices import can_speak
from armreader.language import rows

_GIVING = frozenset(
    (
        "made", "makes", "making", "repeated", "repeats", "repeating", "renewed", "renews",
        "issued", "issues", "issuing", "voiced", "gave", "gives", "broke", "kept", "dropped",
        "withdrew",
    )
)  # fmt: skip
"""Verbs whose subject says what their object is: "she made the claim that"."""
_MODIFIERS = frozenset(("JJ", "JJR", "JJS", "NN", "NNP", "VBN", "CD", "RB"))


class NounReport(NamedTuple):
    """The tokens of a noun, of who says it, and of what is said."""

    cue: Range
    subject: Range
    content: Range
    needs_noun: bool
    """Whether what is said needs the noun to be understood: "promise to stay"."""


def find_noun_reports(sentence: Blanked, taken: Sequence[Range]) -> list[NounReport]:
    """What the nouns of a sentence report, outside the tokens that are taken."""
    found: list[NounReport] = []
    floor, known = 0, _joints()
    if known.keys().isdisjoint(sentence.lowers):
        return found
    for at, lower in enumerate(sentence.lowers):
        joints = known.get(lower)
        if not joints or sentence.tags[at][:2] != "NN" or at < floor:
            continue
        report = _report(sentence, at, joints)
        if report is not None and not _overlaps(report, taken):
            found.append(report)
            floor = report.content[1]
    return found


def _overlaps(report: NounReport, taken: Sequence[Range]) -> bool:
    start, end = min(report.cue[0], report.content[0]), report.content[1]
    return any(start < stop and first < end for first, stop in taken)


@cache
def _joints() -> dict[str, frozenset[str]]:
    """For each noun and its plural, the words that may join what is said to it."""
    table = {row[0]: frozenset(row[1].split()) for row in rows("reported_nouns")}
    plurals = {
        noun[:-1] + "ies" if noun.endswith("y") else noun + "s": joints
        for noun, joints in table.items()
    }
    return table | plurals


def _report(sentence: Blanked, at: int, joints: frozenset[str]) -> NounReport | None:
    lowers = sentence.lowers
    subject = _owner(sentence, at)
    opening = at + 1
    if lowers[opening : opening + 1] == ["by"]:
        subject = phrase_from(sentence, opening + 1)
        opening = subject[1] if subject else opening
    if subject is None or opening >= len(lowers) or lowers[opening] not in joints:
        return None
    end = _clause_end(sentence, opening)
    if end is None or not can_speak(sentence, subject, says=False):
        return None
    infinitive = lowers[opening] == "to"
    return NounReport((at, at + 1), subject, (at if infinitive else opening + 1, end), infinitive)


def _owner(sentence: Blanked, at: int) -> Range | None:
    """The owner of a noun: "the mayor" in "the mayor's old claim", "his", or whoever gives it."""
    lowers, tags = sentence.lowers, sentence.tags
    first = at
    while first > 0 and tags[first - 1] in _MODIFIERS:
        first -= 1
    before = lowers[first - 1] if first else ""
    if before in ("'s", "'") and first > 1:
        start = _phrase_start(sentence, at)
        return (start, first - 1) if start < first - 1 else phrase_ending(sentence, first - 2)
    if first and (tags[first - 1] == "PRP$" or before == "her"):
        return first - 1, first
    verb = first - 2 if word_class(before) == "determiner" else first - 1
    if verb > 0 and lowers[verb] in _GIVING:
        return subject_by_clause(sentence, verb)
    return None


def _phrase_start(sentence: Blanked, head: int) -> int:
    """Where the noun phrase that ends in a noun begins."""
    grammar = sentence.grammar.at(sentence.starts[head])
    token = grammar.token_at(sentence.starts[head]) if grammar else None
    for phrase in grammar.phrases if grammar else ():
        if phrase.head == token and grammar is not None:
            return bisect_left(sentence.starts, grammar.starts[phrase.first])
    return head


def _clause_end(sentence: Blanked, opening: int) -> int | None:
    """Where the clause that a token opens ends."""
    grammar = sentence.grammar.at(sentence.starts[opening])
    token = grammar.token_at(sentence.starts[opening]) if grammar else None
    if grammar is None or token is None:
        return None
    for clause in grammar.clauses:
        if clause.marker == token and clause.last > token + 2:
            end = bisect_left(sentence.starts, grammar.ends[clause.last - 1])
            end = _cut(sentence, opening, end)
            return end if end > opening + 2 else None
    return None


def _cut(sentence: Blanked, start: int, end: int) -> int:
    """The end of a clause before a dash or bracket, or the comma after "Despite his claim …,"."""
    fronted = sentence.tags[0] == "IN" and not any(tag in FINITE for tag in sentence.tags[:start])
    for at in range(start, end):
        lower = sentence.lowers[at]
        if lower in (")", ";") or (lower in DASHES and lower != "-") or (fronted and lower == ","):
            return at
    return end
