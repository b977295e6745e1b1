"""Limits: where what a verb reports must end, because another clause of its sentence begins."""

from __future__ import annotations

from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.cues import Cue
from armreader.extraction.quotes.grammar import DASHES, is_adverb, is_auxiliary, is_past
from armreader.extraction.quotes.phrases import Range

_LONGEST_RELATIVE = 60
_SUBORDINATORS = frozenset(
    ("while", "as", "although", "though", "when", "if", "after", "because", "since", "whereas")
)
_BEFORE_SCENE = frozenset(
    ("and", "but", "in", "by", "while", "when", "after", "before", "without", "instead", "of", "on")
)
"""Words before an -ing form with which a sentence sets the scene: "In saying so, she …"."""
_BEFORE_SUBORDINATE = frozenset((",", "and", "but", ":", "—", "–"))
_CLAUSE_JOINTS = frozenset((",", "and", "but", "while", "as", "although"))
_CLAUSE_OPENINGS = frozenset((RUN, "that", ":", "he", "she", "it", "they"))


def clause_limit(sentence: Blanked, start: int, end: int) -> int:
    """Where the clause must end: at the comma that closes "While she says …," or "Citing …,"."""
    lowers = sentence.lowers
    scene = lowers[end - 1].endswith("ing") and (
        start == 0 or (end - start == 1 and _BEFORE_SCENE.issuperset(lowers[:start]))
    )
    while start and is_adverb(lowers[start - 1]):
        # "While only a few say it is late, …"
        start -= 1
    if not scene and (start == 0 or lowers[start - 1] not in _SUBORDINATORS):
        return len(lowers)
    if start > 1 and lowers[start - 2] not in _BEFORE_SUBORDINATE:
        return len(lowers)
    for at in range(end + 1 if scene else end + 2, len(lowers) - 2):
        if lowers[at] == ",":
            return at
    return len(lowers)


def relative_limit(sentence: Blanked, start: int) -> int:
    """Where "Lund, who said it was late, left" continues with its own verb."""
    lowers = sentence.lowers
    for at in range(start, min(len(lowers) - 1, start + _LONGEST_RELATIVE)):
        if lowers[at] == "," and (is_auxiliary(lowers[at + 1]) or is_past(lowers[at + 1])):
            return at
    return len(lowers)


def next_clauses(sentence: Blanked, clauses: list[tuple[Cue, Range | None, bool]]) -> list[int]:
    """For each verb, where a later one begins its own clause: ", and Smith says he …"."""
    limits: list[int] = []
    limit = len(sentence)
    finite: list[tuple[int, int]] = []
    """Where later verbs that say something begin, and their subjects."""
    for cue, subject, inverted in reversed(clauses):
        while finite and finite[-1][1] > cue.at:
            finite.pop()  # it does not begin before a verb further to the left either
        limits.append(min(limit, finite[-1][0]) if finite else limit)
        if subject is not None and not inverted and _begins_clause(sentence, cue, subject[0]):
            limit = subject[0] - 1 - (sentence.lowers[subject[0] - 1] == "a")
        finite_form = sentence.tags[cue.at] in ("VBD", "VBZ") and not cue.passive
        if finite_form and not inverted and subject:
            finite.append((cue.group, subject[0]))
    return limits[::-1]


def _begins_clause(sentence: Blanked, cue: Cue, start: int) -> bool:
    """Whether the subject at ``start`` and its verb of saying begin another clause."""
    lowers = sentence.lowers
    finite = cue.form in ("past", "present") or sentence.tags[cue.at] == "VBP"
    if start == 0 or cue.passive or not finite:
        return False
    joint = lowers[start - 1]
    if joint == "and" and "both" in lowers[max(0, start - 5) : start]:
        return False
    # "that although Lund agreed, he stayed" is all one clause.
    skipped = "" if joint in ("as", "although", "while") else ","
    after = next((word for word in lowers[cue.at + 1 : cue.at + 3] if word != skipped), "")
    if joint in _CLAUSE_JOINTS and after in _CLAUSE_OPENINGS:
        return True
    if joint in DASHES and after == RUN:
        # "When Lund said it was late -- and he did -- Falk replied, “It is.”"
        return True
    first = start - (joint == "a")
    if lowers[first - 1] in ("and", "but") and first > 1 and lowers[first - 2] == ",":
        # "called it old, and a few dockers say …"
        return True
    return joint in ("and", "but", "while") and sentence.words[start][0].isupper()
