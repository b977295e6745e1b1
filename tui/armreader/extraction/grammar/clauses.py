"""Clauses by rules: a stack of open clauses over noun phrases, verb groups and joining words.

A subordinate clause may not take the last finite verb before the comma while a clause outside it
waits for one. Every token is looked at a bounded number of times, however clauses are nested.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.phrases import (
    NOUNS,
    VERBS,
    noun_phrase_end,
    time_nouns,
)
from armreader.extraction.grammar.syntax import ClauseKind, NounPhrase, VerbGroup
from armreader.extraction.grammar.verb_clauses import read_verb
from armreader.language import entries, mapping
from armreader.records.spans import Span

_DEEPEST = 12
"""Open clauses looked at for one that waits for its verb."""
_AHEAD = 14
"""Tokens looked at for the verb of a clause that "after" or "as" may open."""
_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_PHRASE_STARTS = NOUNS | frozenset(
    ("DT", "PDT", "PRP$", "WP$", "PRP", "EX", "JJ", "JJR", "JJS", "CD", "$", "#", "AFX")
)
_ADVERBS = frozenset(("RB", "RBR", "RBS", "RP"))
_BREAKS = frozenset((":", ";"))
_BRACKETS = frozenset(("-LRB-", "-RRB-", "``", "''"))


class Draft:
    """A clause that is being put together; tokens and places of phrases, as in ``Clause``."""

    __slots__ = (
        "after_comma", "bare", "first", "governor", "index", "kind", "last", "marker", "objects",
        "obliques", "parent", "predicate", "subject", "subject_clause", "subject_shared",
        "subject_token", "verb",
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


class ClauseBuilder:
    """Goes through a tagged sentence once; ``phrases`` and ``drafts`` are what it found."""

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
        self.last_finite = max((at for at, tag in enumerate(tags) if tag in _FINITE), default=-1)

    def build(self) -> None:
        """Read the sentence from left to right."""
        tags, count = self.tags, len(self.tags)
        at = 0
        while at < count:
            tag = tags[at]
            if tag in VERBS or tag == "MD" or (tag == "TO" and self._opens_infinitive(at)):
                at = read_verb(self, at)
            elif tag in _PHRASE_STARTS:
                at = self.read_phrase(at)
            elif tag == "IN" or tag == "TO":
                at = self._joining_word(at)
            elif tag in ("WDT", "WP", "WRB"):
                at = self._question_word(at)
            elif tag == "CC":
                self.joining = at
                self.preposition = None
                at += 1
            elif tag == "," or tag in _BREAKS or tag in _BRACKETS:
                self._mark(at, tag)
                at += 1
            else:
                if tag == "RP" and self.stack[-1].verb and not self.loose:
                    self._particle(at)
                at += 1
        for draft in self.stack:
            draft.last = count

    def _opens_infinitive(self, at: int) -> bool:
        tags = self.tags
        after = at + 1
        while after < len(tags) and tags[after] in _ADVERBS and after < at + 3:
            after += 1
        return after < len(tags) and tags[after] == "VB"

    # Marks

    def _mark(self, at: int, tag: str) -> None:
        self.comma = at
        self.preposition = None
        self.joining = None
        if tag in _BREAKS and self.words[at] in (";", ":"):
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

    def pop(self, at: int) -> None:
        self.stack.pop().last = at

    def close_to(self, depth: int, at: int) -> None:
        while len(self.stack) > depth + 1:
            self.pop(at)

    def _particle(self, at: int) -> None:
        verb = self.stack[-1].verb
        if verb is not None:
            self.stack[-1].verb = verb._replace(particle=at)

    # Noun phrases

    def read_phrase(self, first: int) -> int:
        last, head = noun_phrase_end(self.tags, self.words, first)
        if head < 0:
            return first + 1
        tags, top = self.tags, self.stack[-1]
        if tags[head] in ("JJ", "JJR", "JJS") and tags[first] not in ("DT", "PRP$"):
            self._adjective(first, last, head)
            return last
        place = len(self.phrases)
        before = self.phrases[-1] if self.phrases else None
        attached = conjunct = apposition = None
        time = self.lowers[head] in time_nouns()
        bare = self.preposition is None
        if not bare:
            of = self.lowers[self.preposition or 0] == "of"
            if before and (of or (top.verb is None and before.last == self.preposition)):
                attached = place - 1
            else:
                top.obliques.append(place)
        elif before and self.joining is not None and before.last >= self.joining - 1:
            conjunct = place - 1 if before.conjunct is None else before.conjunct
            bare = before.preposition is None
        elif before and self.comma == first - 1 and before.last == self.comma and not time:
            if last < len(tags) and tags[last] == "CC" and self._joins_phrases(last):
                conjunct = place - 1 if before.conjunct is None else before.conjunct
                bare = before.preposition is None
            elif self._ends_before_verb(last):
                apposition = place - 1
                bare = False
        self.phrases.append(
            NounPhrase(
                first, last, head, Span(self.places[0][first], self.places[1][last - 1]),
                self.preposition, attached, conjunct, apposition, time,
            )
        )  # fmt: skip
        self.preposition = None
        if bare:
            self._bare(place, top)
        self.joining = None
        return last

    def _joins_phrases(self, at: int) -> bool:
        return at + 1 < len(self.tags) and self.tags[at + 1] in _PHRASE_STARTS

    def _ends_before_verb(self, first: int) -> bool:
        """Whether a mark comes before any verb: "a lawyer from Bonn," names again."""
        for at in range(first, min(first + _AHEAD, len(self.tags))):
            tag = self.tags[at]
            if tag in (",", ".", ":", "''", "-LRB-", "-RRB-", "WP", "WDT"):
                return True
            if tag in VERBS or tag == "MD":
                return tag == "VBN" or tag == "VBG"
        return True

    def _adjective(self, first: int, last: int, head: int) -> None:
        top = self.stack[-1]
        if top.verb and top.verb.copula and top.predicate is None and not self.loose:
            top.predicate = len(self.phrases)
            self.phrases.append(
                NounPhrase(first, last, head, Span(self.places[0][first], self.places[1][last - 1]))
            )
        self.preposition = None

    def _bare(self, place: int, top: Draft) -> None:
        phrase = self.phrases[place]
        verb = top.verb
        if phrase.conjunct is not None:
            if verb is None or self.comma < phrase.first - 2:
                self.loose.append(place)
            return
        self.loose.append(place)
        if verb is None:
            (top.obliques if phrase.time else top.bare).append(place)
        elif phrase.time and not self.adjacent(place, verb):
            top.obliques.append(place)
        elif self.comma > verb.head:
            top.bare.append(place)
        elif verb.copula:
            if top.predicate is None:
                top.predicate = place
        elif phrase.time and verb.lemma not in ("spend", "waste", "take", "mark"):
            top.obliques.append(place)
        elif verb.passive:
            if verb.lemma in _two_objects() and self.adjacent(place, verb):
                top.objects.append(place)
        elif not top.objects:
            if not any(one > 0 and self.phrases[one].first > verb.head for one in top.obliques):
                top.objects.append(place)
        elif (
            len(top.objects) == 1
            and self.phrases[top.objects[0]].last == phrase.first
            and verb.lemma in _two_objects()
        ):
            top.objects.append(place)

    def adjacent(self, place: int, verb: VerbGroup) -> bool:
        first = self.phrases[place].first
        return first <= verb.last or (
            all(self.tags[at] in _ADVERBS for at in range(max(verb.last, first - 3), first))
            and first <= verb.last + 2
        )

    # Words that join

    def _joining_word(self, at: int) -> int:
        lower = self.lowers[at]
        self.preposition = None
        after = self.tags[at + 1] if at + 1 < len(self.tags) else ""
        if lower == "that" and self.tags[at] == "IN":
            self._open_that(at)
        elif self._subordinates(at, lower, after):
            top = self.stack[-1]
            verb = top.verb
            asks = lower in ("whether", "if") and verb is not None and verb.last >= at - 1
            draft = self.open("complement" if asks else "adverbial", at, at)
            draft.governor = verb.head if verb else None
            draft.after_comma = self.comma == at - 1
        else:
            self.preposition = at
        self.joining = None
        return at + 1

    def _subordinates(self, at: int, lower: str, after: str) -> bool:
        kind = _joining().get(lower, "")
        if kind == "always":
            return after != "VBG" and after != "VBN"
        return kind == "perhaps" and after != "VBG" and self._clause_ahead(at + 1)

    def _clause_ahead(self, first: int) -> bool:
        """Whether a phrase and then a finite verb come before a mark or another joining word."""
        seen = False
        for at in range(first, min(first + _AHEAD, len(self.tags))):
            tag = self.tags[at]
            if tag in _FINITE:
                return seen
            if tag in NOUNS or tag in ("PRP", "EX", "DT", "CD"):
                seen = True
            elif (
                tag in (",", ".", ":", "CC", "WDT", "WP", "WRB", "TO")
                or tag in ("VBG", "VB")
                or (tag == "IN" and self.lowers[at] not in ("of", "in", "on", "at", "for"))
            ):
                return False
        return False

    def _open_that(self, at: int) -> None:
        top = self.stack[-1]
        before = self.phrases[-1] if self.phrases else None
        draft = self.open("complement", at, at)
        noun = before is not None and before.last == at and self.tags[before.head] in NOUNS
        if noun and before and lemma(self.lowers[before.head], "NNS") in _fact_nouns():
            draft.governor = before.head
        elif top.verb:
            draft.governor = top.verb.head
            if self.joining is not None and self._same_governor(draft):
                return
        elif before:
            draft.governor = before.head

    def _same_governor(self, draft: Draft) -> bool:
        """ "said that … and that …": the second hangs on the verb that the first hangs on."""
        stack = self.stack
        if len(stack) > 2 and stack[-2].kind == "complement" and stack[-2].parent is not None:
            first = stack[-2]
            draft.parent, draft.governor = first.parent, first.governor
            stack.remove(first)
            first.last = draft.first
            return True
        return False

    def _question_word(self, at: int) -> int:
        tag, lower = self.tags[at], self.lowers[at]
        before = self.phrases[-1] if self.phrases else None
        opener = at if self.preposition is None else self.preposition
        near = before is not None and (
            before.last == opener or (self.comma == opener - 1 and before.last == self.comma)
        )
        relative = tag == "WDT" or (tag == "WP" and lower in ("who", "whom"))
        if near and (relative or (tag == "WRB" and lower in ("where", "why"))):
            draft = self.open("relative", opener, at)
            draft.governor = before.head if before else None
        else:
            verb = self.stack[-1].verb
            adverbial = lower in ("when", "where", "while", "whenever", "wherever")
            close = verb is not None and opener <= verb.last
            draft = self.open("adverbial" if adverbial and not close else "complement", opener, at)
            draft.governor = verb.head if verb else None
            if tag in ("WP", "WDT"):
                draft.subject_token = at
        draft.after_comma = self.comma == opener - 1
        self.preposition = None
        self.joining = None
        return at + 1

    def open(self, kind: ClauseKind, first: int, marker: int | None) -> Draft:
        top = self.stack[-1]
        draft = Draft(len(self.drafts), kind, top.index, first, marker)
        self.drafts.append(draft)
        self.stack.append(draft)
        if len(self.stack) > 4 * _DEEPEST:
            self.stack.pop(1).last = first
        self.loose = []
        return draft


@cache
def _joining() -> dict[str, str]:
    return mapping("grammar/subordinators")


@cache
def _two_objects() -> frozenset[str]:
    return entries("grammar/two_objects")


@cache
def _fact_nouns() -> frozenset[str]:
    return entries("grammar/fact_nouns")
