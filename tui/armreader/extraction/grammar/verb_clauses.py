"""Which clause a verb group belongs to: one that is waiting for it, or one that it opens."""

from __future__ import annotations

from armreader.extraction.grammar.drafts import OpenClauses
from armreader.extraction.grammar.finite import finite
from armreader.extraction.grammar.nonfinite import bare_infinitive, infinitive, participle
from armreader.extraction.grammar.noun_clauses import read_phrase
from armreader.extraction.grammar.phrases import (
    NOUNS,
    PHRASE_STARTS,
    VERBS,
    noun_phrase_end,
    verb_group,
    verb_group_end,
)
from armreader.extraction.grammar.syntax import VerbGroup
from armreader.extraction.grammar.tagger import tagger
from armreader.language import entries

_INVERTING = frozenset(("be", "do", "have"))
_ADVERBS = frozenset(("RB", "RBR", "RBS"))


def read_verb(clauses: OpenClauses, first: int) -> int:
    """Give the verb group that begins at a token to its clause; return the token after it."""
    tags, lowers = clauses.tags, clauses.lowers
    last, head = verb_group_end(tags, lowers, first)
    if head < 0:
        return first + 1
    group = _denied(clauses, verb_group(tags, lowers, clauses.places, (first, last, head)))
    if not group.finite and tags[first] in ("VBN", "VBG") and _describes(clauses, first, last):
        return first + 1
    if not group.finite and _lost_past(clauses, group):
        group = group._replace(finite=True, tense="past", passive=False)
        clauses.mistagged[head] = "VBD"
    if group.finite:
        inverted = _inverted(clauses, group)
        if inverted is not None:
            return inverted
        finite(clauses, group)
    elif tags[first] == "TO":
        infinitive(clauses, group)
    elif tags[head] == "VB":
        bare_infinitive(clauses, group)
    else:
        participle(clauses, group)
    clauses.loose = []
    clauses.joining = None
    clauses.preposition = None
    return last


def _denied(clauses: OpenClauses, group: VerbGroup) -> VerbGroup:
    """The group with a denial that comes before it: "he never met her"."""
    before = group.first - 1
    while before >= 0 and clauses.tags[before] in _ADVERBS and before > group.first - 4:
        if clauses.lowers[before] in entries("grammar/negations"):
            return group._replace(negation=before)
        before -= 1
    return group


def _describes(clauses: OpenClauses, first: int, last: int) -> bool:
    """Whether a lone participle comes before its noun: "rising prices fell"."""
    tags = clauses.tags
    if last - first > 1 or first + 1 >= len(tags) or tags[first + 1] not in NOUNS:
        return False
    before = tags[first - 1 : first]
    said = clauses.lowers[first - 1] in ("said", "says") and before in (["VBD"], ["VBZ"])
    return tags[first] == "VBN" and (before in (["IN"], ["CC"], ["JJ"]) or said)


def _lost_past(clauses: OpenClauses, group: VerbGroup) -> bool:
    """Whether a participle is the past tense of a waiting clause: too few finite verbs follow."""
    tags, lowers, at = clauses.tags, clauses.lowers, group.head
    if tags[at] != "VBN" or group.first != at or clauses.preposition is not None:
        return False
    if group.last < len(tags) and lowers[group.last] == "by":
        return False
    waiting = sum(
        draft.verb is None and (bool(draft.bare) or draft.kind == "relative")
        for draft in clauses.stack
    )
    following = tags[group.last] if group.last < len(tags) else ""
    if following == "TO" or following in PHRASE_STARTS:
        # "declined to comment after the suit was filed": each joining word takes a verb
        waiting += clauses.openers_left[at]
    if waiting <= clauses.finite_left[at]:
        return False
    if not clauses.finite_left[0] and tags[-1] != ".":
        # "Ten killed in raid": a headline without a verb tells what was done to its subject
        return group.last < len(tags) and tags[group.last] in PHRASE_STARTS
    return lowers[at].endswith("ed") or "VBD" in tagger().possible(lowers[at])


def _inverted(clauses: OpenClauses, group: VerbGroup) -> int | None:
    """A question: "did he go"; the token after its main verb, or None if it is not a question."""
    tags, lowers = clauses.tags, clauses.lowers
    at = group.last
    auxiliary = group.lemma in _INVERTING or tags[group.head] == "MD"
    if not auxiliary or clauses.loose or at >= len(tags):
        return None
    if tags[at] not in ("PRP", "DT", "NNP", "PRP$", "NN", "NNS", "EX"):
        return None
    end, _ = noun_phrase_end(tags, clauses.words, at)
    after = end
    while after < len(tags) and tags[after] in _ADVERBS and after < end + 3:
        after += 1
    if after >= len(tags) or tags[after] not in VERBS or tags[after] in ("VBD", "VBP", "VBZ"):
        return None
    last, head = verb_group_end(tags, lowers, after)
    read_phrase(clauses, at)
    whole = verb_group(
        tags, lowers, clauses.places, (group.first, group.last, group.head), head
    )._replace(last=last)
    finite(clauses, whole)
    clauses.loose = []
    return last
