"""Whether "until Friday" has been reached: it lasted until Friday, was not found until Friday."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.times.auxiliaries import (
    is_infinitive,
    is_past_form,
    modal_before,
    tense_words,
)
from armreader.extraction.times.scanner import Item

_REACH = 12
"""How many tokens before "until" are checked for its verb."""
_DID_NOT = frozenset({"didn't", "wasn't", "weren't", "hadn't"})
_DID = frozenset({"did", "was", "were", "had"})
_NOBODY = frozenset({"never", "nobody", "none", "nothing", "neither", "no"})


def is_reached(items: Sequence[Item], until: int, end: int) -> bool:
    """Whether the clause tells of what went on, or did not happen, up to a day that is over."""
    return _lasted(items, until) or _came_only(items, until) or _opens_past(items, until, end)


def _lasted(items: Sequence[Item], until: int) -> bool:
    """It lasted until Friday, ran from May until July 15."""
    for at in range(until - 1, max(until - 1 - _REACH, -1), -1):
        word = items[at].word if items[at].lower == "may" else items[at].lower
        if is_past_form(items[at]):
            lasts = lemma(word, "VBD") in tense_words("lasting")
            return lasts and not is_infinitive(items, at) and modal_before(items, at) is None
        if word in tense_words("stop") | tense_words("modal") | {"to", ","}:
            break
    return False


def _came_only(items: Sequence[Item], until: int) -> bool:
    """It was not found until Friday; but it is, or was, not expected until Friday."""
    happened = False
    for at in range(until - 1, max(until - 1 - _REACH, -1), -1):
        word, before = items[at].lower, items[at - 1].lower if at else ""
        if word in tense_words("stop") | tense_words("not-yet") | {","}:
            return False
        if word in _DID_NOT or (word == "not" and before in _DID):
            return items[at + 1].lower != "to"
        if word in _NOBODY:
            return happened
        happened = happened or (is_past_form(items[at]) and not is_infinitive(items, at))
    return False


def _opens_past(items: Sequence[Item], until: int, end: int) -> bool:
    """Until Friday, the firm denied it; not until Friday did it."""
    if until > 0 and items[until - 1].lower == "not":
        return end < len(items) and items[end].lower in _DID
    opens = until > 0 and items[until - 1].lower == "," and end < len(items)
    if not opens or items[end].lower != ",":
        return False
    for at in range(end + 1, min(end + _REACH, len(items))):
        if items[at].lower in tense_words("stop") | tense_words("plan") | {",", "and"}:
            return False
        if is_past_form(items[at]):
            return True
    return False
