"""Headlines that report a toll without a finite verb: "2 dead, 1 hurt in blast in Ardal"."""

from __future__ import annotations

from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.propositions.trimming import LONG
from armreader.extraction.propositions.words import words
from armreader.language.figure_bounds import bounds_before
from armreader.records import Proposition

_MANY = frozenset(("dozens", "scores", "hundreds", "thousands", "several"))
"""Words for a number that is not given."""
_PHRASE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "CD"))
_COUNTED = 4
"""The most words between the number and its outcome: "12 off-duty bank guards killed"."""
_AFTER = frozenset(("IN", "TO", "CC", ",", ":", "RB"))
"""Tags of what may follow the outcome; a noun would be what it describes: "2 dead ships found"."""
_SOURCE = 3
"""The most words of a source after a colon."""
_WEIGHT = 1.2
"""As of a title that has a verb in the past and a number."""


def toll_title(grammar: SentenceGrammar) -> Proposition | None:
    """The toll with which a headline opens; None if it opens otherwise or is too long for a row."""
    number = _number(grammar)
    if number is None:
        return None
    at = number + 1
    while at < min(number + 1 + _COUNTED, len(grammar)) and not _is_outcome(grammar, at):
        if grammar.tags[at] not in _PHRASE:
            return None
        at += 1
    if at >= len(grammar) or not _is_outcome(grammar, at):
        return None
    after = at + 1 + (at + 1 < len(grammar) and _is_outcome(grammar, at + 1))  # "shot dead"
    if after < len(grammar) and grammar.tags[after] not in _AFTER:
        return None
    span = grammar.span(0, len(grammar))
    if span.end - span.start > LONG or "?" in grammar.words or not _is_sourced(grammar):
        return None
    return Proposition(
        span=span,
        trigger=grammar.span(at, at + 1),
        form="event",
        status="asserted",
        label=(span,),
        lemmas=(_OF_OUTCOME.get(grammar.lowers[at]) or lemma(grammar.lowers[at], "VBN"),),
        subject=grammar.span(0, at),
        actor=None,
        time=None,
        over=True,
        news=True,
        weight=_WEIGHT,
    )


_OF_OUTCOME = {"dead": "die", "missing": "go missing"}
"""The verb of an outcome that is an adjective."""


def _number(grammar: SentenceGrammar) -> int | None:
    """The token of the number at the start, after what bounds it: "at least | 15"."""
    for bound in ((), *bounds_before()):
        at = len(bound)
        begins = tuple(grammar.lowers[:at]) == bound and at < len(grammar)
        if begins and (grammar.tags[at] == "CD" or grammar.lowers[at] in _MANY):
            return at
    return None


def _is_sourced(grammar: SentenceGrammar) -> bool:
    """Whether a colon, if there is one, comes before who says so: "10 killed: police"."""
    colon = next((at for at, word in enumerate(grammar.words) if word == ":"), len(grammar))
    source = grammar.tags[colon + 1 :]
    return len(source) <= _SOURCE and all(tag in _PHRASE for tag in source)


def _is_outcome(grammar: SentenceGrammar, at: int) -> bool:
    """Whether a word says what became of those who are counted."""
    low = grammar.lowers[at]
    return low in words("outcome") or low in words("toll")
