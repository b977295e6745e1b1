"""Parses that lose what the rules find by single words: these are not taken."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.parted_verbs import is_parted
from armreader.extraction.grammar.syntax import Clause


def is_sound(
    lowers: Sequence[str], tags: Sequence[str], by_rules: Sequence[Clause], parsed: Sequence[Clause]
) -> bool:
    """Whether a parse has what the rules find: the clauses of "whose", whole groups of verbs where
    a time is between them, and the clause with which the sentence opens.
    """
    if not _knows_opening(by_rules, parsed):
        return False
    return _knows_whose(tags, parsed) and _knows_parted(lowers, by_rules, parsed)


def _knows_opening(by_rules: Sequence[Clause], parsed: Sequence[Clause]) -> bool:
    """Whether the clause that opens a sentence hangs on another one: "After Lee left, it …"."""
    opening = {
        one.verb.head
        for one in by_rules
        if one.verb and one.kind == "adverbial" and one.marker == 0
    }
    return not any(
        one.verb and one.verb.head in opening and one.kind == "main" and one.marker is None
        for one in parsed
    )


def _knows_whose(tags: Sequence[str], parsed: Sequence[Clause]) -> bool:
    """Whether each "whose" has a clause of its own, which parses seldom give it."""
    if "WP$" not in tags:
        return True
    own = {
        one.subject.first
        for one in parsed
        if one.subject is not None and one.kind in ("relative", "complement")
    }
    own |= {one.marker for one in parsed if one.marker is not None}
    return all(at in own for at, tag in enumerate(tags) if tag == "WP$")


def _knows_parted(
    lowers: Sequence[str], by_rules: Sequence[Clause], parsed: Sequence[Clause]
) -> bool:
    """Whether "was last night jailed" is one group of verbs, and no participle hangs on "was"."""
    verbs = [one.verb for one in by_rules if one.verb is not None]
    parted = {one[:2] for one in verbs if is_parted(lowers, one.first, one.head)}
    return parted <= {one.verb[:2] for one in parsed if one.verb is not None}
