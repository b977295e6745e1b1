"""Clauses that the rules are building, and the stack of those that are open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from itertools import accumulate

from armreader.extraction.grammar.syntax import FINITE, ClauseKind, NounPhrase, VerbGroup
from armreader.extraction.grammar.tagger import finite_reading
from armreader.language import mapping
from armreader.records.spans import Span

_DEEPEST = 48
"""Open clauses kept at once; beyond that the outermost but the main clause is closed."""
_ADVERBS = frozenset(("RB", "RBR", "RBS", "RP"))


class Draft:
    """A clause that is being built; tokens and places of phrases, as in ``Clause``."""

    __slots__ = (
        "after_comma", "bare", "completes", "first", "governor", "index", "kind", "last", "marker",
        "objects",
        "obliques", "parent", "predicate", "subject", "subject_clause", "subject_shared",
        "subject_token", "there", "verb",
    )  # fmt: skip

    def __init__(
        self, index: int, kind: ClauseKind, parent: int | None, first: int, marker: int | None
    ) -> None:
        self.index = index
        self.kind: ClauseKind = kind
        self.parent = parent
        self.first = first
        self.last = first
        self.marker = marker
        self.governor: int | None = None
        self.verb: VerbGroup | None = None
        self.subject: int | None = None
        self.subject_token: int | None = None
        self.subject_clause: int | None = None
        self.subject_shared = False
        self.bare: list[int] = []
        self.objects: list[int] = []
        self.obliques: list[int] = []
        self.predicate: int | None = None
        self.after_comma = False
        self.completes = True
        self.there = False

    def share_subject(self, other: Draft) -> None:
        """Take the subject of another clause."""
        self.subject, self.subject_token = other.subject, other.subject_token
        self.subject_clause = other.subject_clause
        self.subject_shared = True


class OpenClauses:
    """A sentence that is being read: the clauses that are open, the phrases since the last verb."""

    def __init__(
        self,
        words: Sequence[str],
        lowers: Sequence[str],
        tags: Sequence[str],
        places: tuple[Sequence[int], Sequence[int]],
    ) -> None:
        self.words, self.lowers, self.tags, self.places = words, lowers, tags, places
        self.phrases: list[NounPhrase] = []
        self.drafts = [Draft(0, "main", None, 0, None)]
        self.stack = [self.drafts[0]]
        self.loose: list[int] = []
        """The phrases since the last verb that no preposition governs, in order."""
        self.preposition: int | None = None
        self.joining: int | None = None
        self.comma = -1
        self.mistagged: dict[int, str] = {}
        """Tags that a clause without its verb shows to be wrong, and what they must be."""
        self.lost_verb = False
        """Whether one of them is a verb taken for a noun: the sentence is to be read again."""

    @cached_property
    def finite_left(self) -> list[int]:
        """How many finite verbs there are from each token on."""
        finite = (tag in FINITE for tag in reversed(self.tags))
        return [*accumulate(finite, initial=0)][::-1]

    @cached_property
    def openers_left(self) -> list[int]:
        """How many words from each token on may open a clause with a finite verb of its own."""
        opening = (
            tag in ("WDT", "WP", "WP$", "WRB") or (tag == "IN" and lower in subordinators())
            for tag, lower in zip(reversed(self.tags), reversed(self.lowers), strict=True)
        )
        return [*accumulate(opening, initial=0)][::-1]

    def open(self, kind: ClauseKind, first: int, marker: int | None) -> Draft:
        top = self.stack[-1]
        draft = Draft(len(self.drafts), kind, top.index, first, marker)
        self.drafts.append(draft)
        self.stack.append(draft)
        if len(self.stack) > _DEEPEST:
            self.stack.pop(1).last = first
        self.loose = []
        return draft

    def pop(self, at: int) -> None:
        self.stack.pop().last = at

    def close_to(self, depth: int, at: int) -> None:
        while len(self.stack) > depth + 1:
            self.pop(at)

    def mark(self, at: int, tag: str) -> None:
        self._look_for_verb(at)
        self.comma = at
        self.preposition = None
        self.joining = None
        if tag == ":" and self.words[at] in (";", ":") and not self._announces(at):
            self.close_to(0, at)
            self.loose.clear()
            return
        while len(self.stack) > 1:
            top = self.stack[-1]
            done = top.verb is not None or top.kind in ("participle", "infinitive")
            if not done or top.kind == "complement":
                break
            outer = self.stack[-2]
            if outer.verb is not None and top.kind == "infinitive":
                break
            if outer.verb is not None and not top.after_comma and top.kind != "relative":
                break
            self.pop(at)

    def _look_for_verb(self, at: int) -> None:
        """Find the verb that a clause lacks at the end of a phrase: "if the vote fails,"."""
        top, main = self.stack[-1], self.stack[0]
        if top.verb is None and top.marker is not None:
            self._take_for_verb(top.first, "")
        elif self.tags[at] == "." and main.verb is None and main.bare:
            self._take_for_verb(0, "NN")

    def _take_for_verb(self, first: int, but: str) -> None:
        """Note which last word of a phrase is a finite verb, except words that may be ``but``."""
        for phrase in reversed(self.phrases[-6:]):
            last = phrase.last - 1
            if phrase.first < first:
                return
            if last == phrase.first or not self.tags[last - 1].startswith("N"):
                continue
            tag = finite_reading(self.lowers[last], but)
            if tag:
                self.mistagged[last] = tag
                self.lost_verb = True
                return

    def _announces(self, at: int) -> bool:
        """Whether a colon follows a verb directly: "She said: …"."""
        verb = self.stack[-1].verb
        return verb is not None and verb.last == at

    def span(self, first: int, last: int) -> Span:
        """The stretch of text of a run of tokens."""
        return Span(self.places[0][first], self.places[1][last - 1])

    def adjacent(self, place: int, verb: VerbGroup) -> bool:
        first = self.phrases[place].first
        return first <= verb.last or (
            all(self.tags[at] in _ADVERBS for at in range(max(verb.last, first - 3), first))
            and first <= verb.last + 2
        )


@cache
def subordinators() -> dict[str, str]:
    """Words that open a clause, "always" or "perhaps" (where a finite verb follows)."""
    return mapping("grammar/subordinators")
