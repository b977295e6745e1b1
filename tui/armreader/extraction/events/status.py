"""Whether an event is presented as a fact, denied, planned, or only possible."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.events.inflection import verb_reading
from armreader.extraction.events.triggers import Token, Trigger, context, is_headline
from armreader.language import rows
from armreader.records import Status

_REACH = 9
"""How many words before a trigger a cue still affects it."""


_RUNS = ((-2, 1), (-1, 2), (0, 3), (-1, 1), (0, 2), (0, 1))
"""The runs of at most three words that a word may be part of as a cue, the longest first."""
_VERBAL_CHAIN = frozenset(("to", "be", "have", "been", "being"))
"""Before a verb that is in one chain with the trigger (``will have been forced to leave``)."""


@cache
def _cues() -> dict[tuple[str, ...], Status]:
    statuses: dict[str, Status] = {
        "denied": "denied",
        "planned": "planned",
        "hypothetical": "hypothetical",
    }
    return {tuple(cue.split(" ")): statuses[name] for name, cue in rows("events_status")}


@cache
def _cue_words() -> frozenset[str]:
    return frozenset(word for cue in _cues() for word in cue)


def status_of(
    tokens: Sequence[Token],
    clause: tuple[int, int],
    trigger: Trigger,
    verbs: frozenset[int],
    *,
    headline: bool = False,
) -> tuple[Status, tuple[int, int] | None]:
    """The status of a trigger, and the run of tokens that shows it; the nearest cue decides.

    A cue affects the trigger from inside its clause, and no other finite verb may come between the
    two (``will say that he left``). ``to`` after a noun in a headline is the future.
    """
    if trigger.tag in ("VBZ", "VBD"):
        return "asserted", None
    cues, cue_words = _cues(), _cue_words()
    joined = tokens[trigger.first - 1].low in context("coordinator")
    for at in range(trigger.first - 1, max(clause[0], trigger.first - _REACH) - 1, -1):
        low = tokens[at].low
        if low.endswith(("n't", "n’t")):
            return "denied", (at, at + 1)
        for first, last in _RUNS if low in cue_words else ():
            if at + first < 0 or at + last > trigger.first:
                continue
            words = tuple(token.low for token in tokens[at + first : at + last])
            if words in cues:
                return cues[words], (at + first, at + last)
        if at in verbs and not joined and tokens[at - 1].low not in _VERBAL_CHAIN:
            break
    if (
        trigger.tag == "VB"
        and _headline_future(tokens, trigger.first)
        and (headline or is_headline(tokens))
    ):
        return "planned", (trigger.first - 1, trigger.first)
    return "asserted", None


def _headline_future(tokens: Sequence[Token], at: int) -> bool:
    return at > 1 and tokens[at - 1].low == "to" and verb_reading(tokens[at - 2].low) is None
