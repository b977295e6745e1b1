"""What a sentence tells, without its dateline, the time before its comma, and who says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.propositions.attribution import Attribution, trailing
from armreader.extraction.propositions.words import words
from armreader.language import entries
from armreader.records import Span

_DASHES = frozenset(("-", "--", "–", "—"))
_FAR, _NEAR = 20, 9
"""Tokens within which the dash of a dateline stands, and the comma after an opening time."""
_SHORTEST = 3
"""Letters of the first word of a dateline; tokens that are left of a sentence."""


@dataclass(frozen=True, slots=True)
class Core:
    """The core of a sentence, and what was taken from it."""

    place: Span
    attribution: Attribution | None
    """Who says it, behind it."""
    opening: Span | None
    """The time with which it opens: "On Monday, …"."""


def core_of(grammar: SentenceGrammar, times: Sequence[Span]) -> Core | None:
    """The core of a sentence; None where it is the sentence itself."""
    first = _after_credit(grammar) or _after_dateline(grammar)
    after, opening = _after_time(grammar, first, times)
    found = trailing(grammar, after, times)
    if found is None and not after:
        return None
    last, attribution = found or (len(grammar), None)
    return Core(grammar.span(after, last), attribution, opening)


def _after_dateline(grammar: SentenceGrammar) -> int:
    """The token after "ARDAL, June 5 (Agency) -"; 0 where no dateline stands there."""
    if not len(grammar) or not grammar.words[0].isupper() or len(grammar.words[0]) < _SHORTEST:
        return 0
    starts, ends = grammar.starts, grammar.ends
    for at in range(1, min(_FAR, len(grammar) - _SHORTEST)):
        if grammar.words[at] in _DASHES and ends[at - 1] < starts[at] < ends[at] < starts[at + 1]:
            return at + 1
        if grammar.tags[at] in ("VBD", "VBZ", "VBP", "MD"):
            return 0
    return 0


def _after_credit(grammar: SentenceGrammar) -> int:
    """The token after the credit of a picture that runs into its sentence; 0 for none."""
    for at in range(1, min(_FAR, len(grammar) - _SHORTEST)):
        if grammar.words[at] == "/" and grammar.words[at + 1] in entries("reading/agencies"):
            told = set(grammar.lowers[:at]) & entries("reading/photo_credits")
            return at + 2 if told else 0
    return 0


def _after_time(
    grammar: SentenceGrammar, first: int, times: Sequence[Span]
) -> tuple[int, Span | None]:
    """The token after "On Monday," and that time; the first token where it opens with none."""
    for at in range(first, min(first + _NEAR, len(grammar) - _SHORTEST)):
        if grammar.lowers[at] != ",":
            continue
        inside = [
            time for time in times
            if grammar.starts[first] <= time.start and time.end <= grammar.starts[at]
        ]  # fmt: skip
        told = {
            token
            for token in range(first, at)
            if any(time.start <= grammar.starts[token] < time.end for time in inside)
        }
        beside = [token for token in range(first, at) if token not in told]
        if inside and all(grammar.lowers[token] in words("opening") for token in beside):
            more = _after_time(grammar, at + 1, times)  # "On Monday, May 3, 2021, …"
            return more if more[1] is not None else (at + 1, inside[-1])
    return first, None
