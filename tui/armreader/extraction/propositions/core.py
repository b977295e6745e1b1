"""The core of a sentence, without its dateline, its opening time and its attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.names.gazetteer import signs_picture
from armreader.extraction.propositions.attribution import Attribution, trailing
from armreader.extraction.propositions.words import words
from armreader.language import entries
from armreader.records import Span

_DASHES = frozenset(("-", "--", "–", "—"))
_FAR, _NEAR = 20, 9
"""Tokens within which to look for the dash of a dateline, and the comma after an opening time."""
_YEAR = 4
"""Digits of a year."""
_SHORTEST = 3
"""The fewest letters of the first word of a dateline, and tokens left of a sentence."""


@dataclass(frozen=True, slots=True)
class Core:
    """The core of a sentence, and what was taken from it."""

    place: Span
    attribution: Attribution | None
    """Who says it, if that comes after it."""
    opening: Span | None
    """The time with which it opens: "On Monday, …"."""


def core_of(grammar: SentenceGrammar, times: Sequence[Span]) -> Core | None:
    """The core of a sentence; None where it is the whole sentence."""
    first = _after_dateline(grammar) or _after_credit(grammar)
    first = first or _after_stamp(grammar, times) or _after_agency(grammar)
    after, opening = _after_time(grammar, first, times)
    found = trailing(grammar, after, times)
    bracketed = len(grammar) > _SHORTEST and (grammar.words[0], grammar.words[-1]) == ("(", ")")
    if found is None and not after and not bracketed:
        return None
    last, attribution = found or (len(grammar) - bracketed, None)
    after = max(after, int(bracketed))
    return Core(grammar.span(after, last), attribution, opening)


def _after_dateline(grammar: SentenceGrammar) -> int:
    """The token after "ARDAL, June 5 (Agency) -"; 0 where there is no dateline."""
    signed = _after_signature(grammar)
    if signed:
        return signed
    if grammar.words[:1] == ["("] and grammar.words[2:3] == [")"]:
        return 3 * (grammar.words[1] in entries("reading/agencies"))  # "(AFP) The dam burst"
    if _DASHES.isdisjoint(grammar.words[:_FAR]):
        return 0
    starts, ends = grammar.starts, grammar.ends
    opens = len(grammar) and grammar.words[0].isupper() and len(grammar.words[0]) >= _SHORTEST
    for at in range(1, min(_FAR, len(grammar) - _SHORTEST)):
        if grammar.words[at] in _DASHES and ends[at - 1] < starts[at] < ends[at] < starts[at + 1]:
            return at + 1 if opens or _is_place(grammar.words[at - 1]) else 0
        if grammar.tags[at] in ("VBD", "VBZ", "VBP", "MD"):
            return 0
    return 0


def _is_place(word: str) -> bool:
    """Whether a word is written as the place of a dateline: "Photo via AP ARDAL --"."""
    return word.isupper() and word.isalpha() and len(word) > _SHORTEST


def _after_signature(grammar: SentenceGrammar) -> int:
    """The token after "(Agency) -", even where a headline runs into the dateline; 0 for none."""
    if "(" not in grammar.words:
        return 0
    for at in range(1, min(2 * _FAR, len(grammar) - _SHORTEST)):
        signed = grammar.words[at] in entries("reading/agencies")
        if signed and grammar.words[at - 1] == "(" and grammar.words[at + 1] == ")":
            return at + 3 if grammar.words[at + 2] in _DASHES else 0
    return 0


def _after_credit(grammar: SentenceGrammar) -> int:
    """The token after the agency of a picture that runs into its sentence; 0 for none."""
    return int(len(grammar) >= _SHORTEST and signs_picture(grammar.words, 0))


def _after_agency(grammar: SentenceGrammar) -> int:
    """The token after the agency that a headline names first: "AP: Dam burst"; 0 for none."""
    named = grammar.words[1:2] == [":"] and grammar.words[0] in entries("reading/agencies")
    return 2 * (named and len(grammar) - 2 >= _SHORTEST)


def _after_stamp(grammar: SentenceGrammar, times: Sequence[Span]) -> int:
    """The token after a date with its year, or a byline with one, before a sentence; 0 for none."""
    if not times:
        return 0
    count = len(grammar)
    after = _after(grammar, times[0])
    begun = grammar.token_at(times[0].start) or 0
    if count - after < _SHORTEST or not grammar.words[after][0].isupper() or begun > _NEAR:
        return 0
    dated = any(word.isdigit() and len(word) == _YEAR for word in grammar.words[begun:after])
    full = after - begun >= _SHORTEST
    return after if dated and full and (not begun or "|" in grammar.words[:begun]) else 0


def _after(grammar: SentenceGrammar, time: Span) -> int:
    """The token after a time."""
    count = len(grammar)
    return next((at for at in range(count) if grammar.starts[at] >= time.end), count)


def _after_time(
    grammar: SentenceGrammar, first: int, times: Sequence[Span]
) -> tuple[int, Span | None]:
    """The token after "On Monday," and that time; the first token where there is no such time."""
    for at in range(first, min(first + _NEAR, len(grammar) - _SHORTEST)):
        if grammar.lowers[at] != ",":
            continue
        inside = [
            time for time in times
            if grammar.starts[first] <= time.start and time.end <= grammar.starts[at]
        ]  # fmt: skip
        dating = {
            token
            for token in range(first, at)
            if any(time.start <= grammar.starts[token] < time.end for time in inside)
        }
        beside = [token for token in range(first, at) if token not in dating]
        if inside and all(grammar.lowers[token] in words("opening") for token in beside):
            more = _after_time(grammar, at + 1, times)  # "On Monday, May 3, 2021, …"
            return more if more[1] is not None else (at + 1, inside[-1])
    return first, None
