"""Phrases of a verb with its object inside: "found Ann Lee guilty", "left three men dead"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from armreader.language import groups
from armreader.language.event_classes import event_words

if TYPE_CHECKING:
    from armreader.extraction.events.triggers import Token

_REACH = 6
"""Tokens after a verb within which the rest of its phrase is."""


def parted_phrase(tokens: Sequence[Token], at: int, lemma: str) -> str | None:
    """The listed phrase of a verb that says what its object became; None if there is none."""
    phrases = event_words().verb_phrases.get(lemma, ())
    listed = {rest[0]: entry for rest, entry in phrases if len(rest) == 1}
    if not listed:
        return None
    outcomes = groups("proposition_words")["outcome"]
    for token in tokens[at + 1 : at + 1 + _REACH]:
        if not token.low[0].isalnum() or token.low == "not":
            return None
        if token.low in listed and token.low in outcomes:
            return listed[token.low]
    return None
