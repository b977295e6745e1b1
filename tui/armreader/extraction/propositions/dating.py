"""Which time expression dates a clause: its verb's own, never the nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from armreader.extraction.grammar import FINITE, Clause, SentenceGrammar
from armreader.extraction.propositions.words import words
from armreader.language import entries
from armreader.records import Span

_WEEK = frozenset(("the", "this", "last", "next", "early", "late", "mid", "about", "around"))
_BOUNDS = frozenset(
    ("since", "after", "before", "following", "until", "till", "over", "about", "versus", "unlike")
)
"""Prepositions whose phrase is about another event, which a time in it dates."""
_WITH_OVER = frozenset(("take", "hand", "turn"))
"""Verbs with which "over" is no preposition."""
_NEAR = frozenset(("after", "before"))
_CLOCK = frozenset(("a.m.", "p.m.", "am", "pm", "noon", "midnight", "o'clock"))
"""Words of a time of day."""
_IN_PHRASE = frozenset(
    ("DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "IN", "POS", "HYPH", "CC", "AFX", "PRP$", "RB")
)
_DETERMINERS = frozenset(("DT", "PRP$", "POS"))
_DESCRIBED = (["DT", "JJ"], ["DT", "NN"])
_NOUNS = (["NN"], ["NNS"], ["JJ"])
_YEARS = re.compile(r"(?:19|20)\d\d(?:s|'s)?")
"""A year or a decade."""
_SEASONS = frozenset(("winter", "spring", "summer", "autumn", "fall"))
"""Seasons, which before a noun only describe it; the table of times has no bare "fall"."""
_THEN = frozenset(("ago", "earlier", "before", "previously"))
"""Words of a time with which the present is compared."""
_COMPARED = 24
"""The most tokens between such a time and the word of comparing."""
_FAR = 16
"""The most tokens between such a preposition and the time."""


def is_in_name(grammar: SentenceGrammar, time: Span) -> bool:
    """Whether a day or a year is part of a name: "its Patch Tuesday release", "Harbour Act 1998".

    Not "met Lee Tuesday night", nor "in Ardal Tuesday voters".
    """
    token = grammar.token_at(time.start)
    if token is None or token < 2 or grammar.ends[token] != time.end:
        return False
    if grammar.lowers[token - 1] in words("laws"):
        return grammar.words[token - 1][0].isupper()
    if grammar.lowers[token] not in entries("grammar/days"):
        return False
    named = grammar.words[token - 1][0].isupper() and grammar.tags[token - 1] in ("NN", "NNP")
    described = grammar.tags[token - 2] in ("DT", "JJ", "POS", "PRP$")
    return named and described and grammar.tags[token + 1 : token + 2] in (["NN"], ["NNS"])


class Dating:
    """The times of one sentence, each with the clause that it is in."""

    def __init__(
        self, grammar: SentenceGrammar, times: Sequence[Span], opening: Span | None = None
    ) -> None:
        self._grammar = grammar
        self._owned: list[tuple[Span, int, int]] = []
        self._ends = {time.end: time for time in times}
        for time in times:
            token = grammar.token_at(time.start)
            if token is None or self._modifies(token, time):
                continue
            owner = self._owner(token)
            if owner is not None:
                self._owned.append((time, token, owner))
        self._opening = opening
        self.any = bool(times) or opening is not None

    def of(self, clause: Clause, chain: Sequence[int]) -> Span | None:
        """The time of a clause, or of what its verb governs, or else of a ``when`` in it."""
        antecedent = self._antecedent(clause)
        if antecedent is not None:
            return antecedent
        verb = clause.verb
        lasting = verb is not None and verb.perfect and verb.tense == "present"
        found = [
            (abs(token - clause.first), time)
            for time, token, owner in self._owned
            if owner == clause.index
            and not self._in_subject(clause, token)
            and not self._in_aside(clause, token)
            and not (lasting and self._is_over(token))
        ]
        if found:
            return min(found)[1]
        if self._opening is not None and clause.kind == "main":
            return self._opening
        for time, _, owner in self._owned:
            if owner in chain:
                return time
        for time, token, owner in self._owned:
            beside = owner == clause.index and not self._in_aside(clause, token)
            if beside and self._in_subject(clause, token):
                before = self._grammar.lowers[token - 1] if token else ""
                if before in ("on", "in", "at", "for"):
                    return time
        for time, _, owner in self._owned:
            other = self._grammar.clauses[owner]
            marker = "" if other.marker is None else self._grammar.lowers[other.marker]
            if other.parent == clause.index and marker == "when":
                return time if self._grammar.lowers.count("when") == 1 else None
        return None

    def _antecedent(self, clause: Clause) -> Span | None:
        """The time that a clause explains: "since May, when the dam burst"."""
        grammar, marker = self._grammar, clause.marker
        if not marker or grammar.lowers[marker] != "when":
            return None
        before = marker - 1
        while before > 0 and grammar.lowers[before] == ",":
            before -= 1
        return self._ends.get(grammar.ends[before])

    def _in_subject(self, clause: Clause, token: int) -> bool:
        subject = clause.subject
        return subject is not None and subject.first <= token < subject.last

    def _is_over(self, token: int) -> bool:
        """Whether a time is a past year, which does not go with "has done"."""
        low, before = self._grammar.lowers[token], self._grammar.lowers[token - 1]
        return token > 0 and len(low) == 4 and low.isdigit() and before == "in"

    def _in_aside(self, clause: Clause, token: int) -> bool:
        """Whether a time dates only what is between commas: "the ship, built in 1912, sank"."""
        subject, verb = clause.subject, clause.verb
        if subject is None or verb is None or not subject.head < token < verb.first:
            return False
        at = token - 1
        while at > subject.head and self._grammar.lowers[at] != ",":
            if self._grammar.tags[at][0] in "NV":
                return True
            at -= 1
        return False

    def _owner(self, token: int) -> int | None:
        """The innermost clause around a token."""
        around = [
            (clause.last - clause.first, clause.index)
            for clause in self._grammar.clauses
            if clause.first <= token < clause.last and not self._before(clause, token)
        ]
        return min(around)[1] if around else None

    def _before(self, clause: Clause, token: int) -> bool:
        """Whether a token comes before a clause that only adds: "in May, forcing many to go"."""
        verb = clause.verb
        if verb is None or (clause.marker is not None and token < clause.marker):
            return True
        adds = clause.kind == "participle" and token < verb.first
        return adds and "," in self._grammar.lowers[token : verb.first]

    def _modifies(self, token: int, time: Span) -> bool:
        """Whether a time belongs to a noun, or only bounds what happened."""
        lowers = self._grammar.lowers
        after = token
        while after < len(lowers) and self._grammar.starts[after] < time.end:
            after += 1
        if after < len(lowers) and lowers[after] in ("'s", "'"):
            return True
        season = lowers[after - 1] in _SEASONS and self._grammar.tags[after : after + 1] == ["NN"]
        if season or lowers[after - 1] in ("'s", "'"):
            return True  # "with the winter flood season under way"
        tags = self._grammar.tags
        if lowers[token:after] == ["9/11"] and tags[token - 2 : token - 1] in _NOUNS:
            return True  # "called the remarks on 9/11 a mistake"
        if token and tags[token - 1] == "``" and tags[after : after + 1] == ["''"]:
            return True  # "the “1960s” comment"
        apart = lowers[after : after + 1] == [","]  # "the March 3, 2021, attack"
        noun = after + apart
        named = tags[noun : noun + 1] in _NOUNS or (apart and tags[noun : noun + 1] == ["VB"])
        if token and tags[token - 1] in _DETERMINERS and named:
            # "the 1990 flood", "a 1990 presidential race"; but "said in a 1990 interview"
            return lowers[token - 2 : token - 1] != ["in"] or lowers[noun] not in words("message")
        model = tags[after : after + 1] == ["NNP"] and _YEARS.fullmatch(lowers[token])
        described = tags[max(token - 2, 0) : token] in _DESCRIBED
        if model and token and (described or tags[token - 1] in ("DT", "PRP$")):
            return True  # "hit by a 2013 Lund", "a silver 2007 Lund", "his 2008 Lund"
        year = _YEARS.fullmatch(" ".join(lowers[token:after])) and token and tags[token - 1] != "IN"
        if year and tags[after : after + 1] in _NOUNS:
            return True  # "1950s star Ann Lee has died"
        if year and lowers[token][-1] == "s" and lowers[token - 1] != "the" and after < len(tags):
            return tags[after] == "NNP"  # "had a 1940s Ardal haircut"
        at = token - 1
        while at >= 0 and lowers[at] in _WEEK:
            at -= 1
        if at > 0 and lowers[at] == "of" and lowers[at - 1] == "as":
            return False
        if at == 0 and lowers[at] == "for":
            return False  # "For the quarter a year ago, the port reported a loss"
        if at >= 0 and lowers[at] in _NEAR and not _CLOCK.isdisjoint(lowers[token:after]):
            return False  # "shortly after 8 p.m. on Thursday" is on that day
        if at >= 0 and (lowers[at] in words("elsewhere") or self._within_bound(at)):
            return True
        return self._is_compared(token, after)

    def _is_compared(self, token: int, after: int) -> bool:
        """Whether a time dates what a figure is compared with: "to $5 from $4 a year earlier"."""
        lowers, tags = self._grammar.lowers, self._grammar.tags
        then = not _THEN.isdisjoint(lowers[token:after]) or lowers[token:after] == ["last", "year"]
        for at in range(token - 1, max(token - _COMPARED, -1), -1):
            if tags[at] in FINITE or tags[at] in ("WDT", "WP"):
                return False
            if lowers[at] in ("compared", "versus"):
                return True
            if then and lowers[at] == "from" and tags[at + 1] in ("$", "CD"):
                return True
            if lowers[at] == "from" and lowers[at - 1] in words("changing"):
                return True  # "a 20% increase from the last vote, in 2012"
        return False

    def _within_bound(self, token: int) -> bool:
        """Whether a time dates the noun of a bound: "since the visit of the king in May"."""
        lowers, tags = self._grammar.lowers, self._grammar.tags
        for at in range(token, max(token - _FAR, -1), -1):
            if lowers[at] in _BOUNDS and (tags[at] == "IN" or lowers[at] == "following"):
                # "took over the port last month" is on no side of anything
                return lowers[at] != "over" or self._grammar.lemma(at - 1) not in _WITH_OVER
            if tags[at] not in _IN_PHRASE:
                return lowers[at] == "compared"
        return False
