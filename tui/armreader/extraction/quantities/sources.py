"""Who gives a figure: the subject of the verb that governs it, or the owner of an estimate."""

from __future__ import annotations

from functools import cache

from armreader.extraction.grammar.analysis import SentenceGrammar
from armreader.extraction.grammar.syntax import Argument, Clause
from armreader.extraction.quantities.roles import Place
from armreader.language import rows
from armreader.records import Span

_STEPS = 5
"""Clauses up from a figure to the verb that gives it."""
_ESTIMATES = frozenset(("estimate", "figure", "count", "tally", "calculation", "projection"))


@cache
def _saying(itself: bool) -> frozenset[str]:
    """The verbs whose subject gives a figure: in a clause that it governs, or in its own."""
    rows_ = rows("quantities_estimating")
    return frozenset(row[0] for row in rows_ if not itself or len(row) > 1)


def source_of(place: Place) -> Span | None:
    """The words that name who gives the figure, nearest first; None where nobody is named."""
    tagged = place.tagged
    return _according(tagged, place) or _subject(tagged, place) or _owner(tagged, place)


def is_aside(place: Place) -> bool:
    """Whether the figure is given in passing: in a relative clause or a participle of its own."""
    clause, at = place.tagged.clauses, place.clause
    while at is not None:
        if at.first < place.first and (at.kind == "relative" or _follows_comma(place.tagged, at)):
            lemma = at.verb.lemma if at.verb else ""
            return lemma not in _saying(False)
        if at.kind != "coordinated" or at.parent is None or at.parent >= at.index:
            return False
        at = clause[at.parent]
    return False


def _according(tagged: SentenceGrammar, place: Place) -> Span | None:
    lowers = tagged.lowers
    for n, phrase in enumerate(tagged.phrases):
        at = phrase.preposition
        if at is None or lowers[at] != "to" or at == 0 or lowers[at - 1] != "according":
            continue
        # before the figure it must open the sentence; after it, be in the same part
        if at < place.first or ";" not in lowers[place.last : at]:
            return tagged.phrases[n].span
    return None


def _subject(tagged: SentenceGrammar, place: Place) -> Span | None:
    """The subject of the figure's clause, or of one that governs it, if its verb gives figures."""
    at, itself, given = place.clause, True, None
    for _ in range(_STEPS):
        if at is None:
            return given
        if (
            at.verb is not None
            and at.subject is not None
            and at.verb.lemma in _saying(itself and not _is_judged(tagged, at, place))
            and not at.verb.passive
            and not at.subject.first <= place.first < at.subject.last
            and at.verb.negation is None
        ):
            given = given or _named(tagged, at.subject)
            if tagged.lemma(at.subject.head) not in _ESTIMATES:
                return _named(tagged, at.subject)  # "Lee said estimates show that"
        if at.kind == "relative" or _follows_comma(tagged, at):
            return given
        at, itself = _above(tagged, at), False
    return given


def _is_judged(tagged: SentenceGrammar, clause: Clause, place: Place) -> bool:
    """Whether an adjective says what was found of a figure: "found half of the boats unsafe"."""
    around = (one for one in clause.objects if one.first <= place.first < one.last)
    return any(tagged.tags[one.last : one.last + 1] == ["JJ"] for one in around)


def _follows_comma(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether it is a participle that adds something: ", killing 11 people"."""
    return clause.kind == "participle" and tagged.lowers[max(0, clause.first - 1)] in (",", "--")


def _above(tagged: SentenceGrammar, clause: Clause) -> Clause | None:
    if clause.parent is None or clause.parent == clause.index:
        return None
    return tagged.clauses[clause.parent]


def _named(tagged: SentenceGrammar, subject: Argument) -> Span:
    """The name that a subject is, or its apposition: "its head, Ann Roe, said"."""
    if subject.phrase is None:
        return subject.span
    for phrase in tagged.phrases[subject.phrase + 1 :]:
        if phrase.apposition == subject.phrase and tagged.tags[phrase.head].startswith("NNP"):
            return phrase.span
    return tagged.phrases[subject.phrase].span


def _owner(tagged: SentenceGrammar, place: Place) -> Span | None:
    """The owner in "the ministry's estimate", "coastguard estimates", "figures from the union"."""
    lowers = tagged.lowers
    for n, phrase in enumerate(tagged.phrases):
        if abs(phrase.head - place.first) > 12 or tagged.lemma(phrase.head) not in _ESTIMATES:
            continue
        for other in tagged.phrases[n + 1 : n + 2]:
            if other.preposition == phrase.last and lowers[other.preposition] in ("by", "from"):
                return other.span
        whose = [t for t in range(phrase.first, phrase.head) if tagged.tags[t] == "PRP$"]
        if whose and place.tagged.clauses[0].subject is not None:
            return _named(tagged, place.tagged.clauses[0].subject)
        if phrase.head < place.first and "from" in lowers[place.last :]:
            at = lowers.index("from", place.last)
            if tagged.lemma(at - 1) == "come":
                return next((p.span for p in tagged.phrases if p.preposition == at), None)
        owned = [t for t in range(phrase.first, phrase.head) if tagged.tags[t] == "POS"]
        if owned:
            return tagged.span(phrase.first, owned[-1])
        names = [
            token
            for token in range(phrase.first, phrase.head)
            if tagged.tags[token].startswith("NN")
        ]
        if names:
            return tagged.span(names[0], names[-1] + 1)
    return None
