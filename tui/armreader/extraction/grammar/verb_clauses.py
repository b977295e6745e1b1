"""Which clause a verb group belongs to: one that waits for it, or one that it opens."""

from __future__ import annotations

from armreader.extraction.grammar.drafts import OpenClauses
from armreader.extraction.grammar.finite import finite
from armreader.extraction.grammar.nonfinite import bare_infinitive, infinitive, participle
from armreader.extraction.grammar.noun_clauses import read_phrase
from armreader.extraction.grammar.phrases import (
    NOUNS,
    VERBS,
    noun_phrase_end,
    verb_group,
    verb_group_end,
)
from armreader.extraction.grammar.syntax import VerbGroup

_INVERTING = frozenset(("be", "do", "have"))
_ADVERBS = frozenset(("RB", "RBR", "RBS"))


def read_verb(clauses: OpenClauses, first: int) -> int:
    """Give the verb group that begins at a token to its clause; the token after it."""
    tags, lowers = clauses.tags, clauses.lowers
    last, head = verb_group_end(tags, lowers, first)
    if head < 0:
        return first + 1
    group = verb_group(tags, lowers, clauses.places, (first, last, head))
    if not group.finite and tags[first] in ("VBN", "VBG") and _describes(clauses, first, last):
        return first + 1
    if not group.finite and _lost_past(clauses, group):
        group = group._replace(finite=True, tense="past", passive=False)
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


def _describes(clauses: OpenClauses, first: int, last: int) -> bool:
    """Whether a lone participle stands before its noun: "rising prices fell"."""
    tags = clauses.tags
    if last - first > 1 or first + 1 >= len(tags) or tags[first + 1] not in NOUNS:
        return False
    return tags[first] == "VBN" and tags[first - 1 : first] in (["IN"], ["CC"], ["JJ"])


def _lost_past(clauses: OpenClauses, group: VerbGroup) -> bool:
    """Whether a participle is the past that its clause waits for: none other comes."""
    top = clauses.stack[-1]
    return (
        clauses.tags[group.first] == "VBN"
        and group.first == group.head
        and clauses.last_finite < group.head
        and top.verb is None
        and bool(top.bare)
        and bool(clauses.loose)
        and clauses.preposition is None
        and (group.last >= len(clauses.tags) or clauses.lowers[group.last] != "by")
    )


def _inverted(clauses: OpenClauses, group: VerbGroup) -> int | None:
    """A question: "did he go"; the token after its main verb, or None for no question."""
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
