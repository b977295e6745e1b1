"""From the drafts of clauses to their records: whole arguments, spans and kinds."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.drafts import Draft, OpenClauses
from armreader.extraction.grammar.syntax import Argument, Clause
from armreader.records.spans import Span

_TRAILING = frozenset((",", ":", "RB", "IN", "CC", "``", "''", "-LRB-", "HYPH", ".", "MD"))


class Assembly:
    """Makes the records of one sentence's clauses."""

    def __init__(self, read: OpenClauses) -> None:
        self._read = read
        self._starts, self._ends = read.places
        self._tags = read.tags
        self._phrases = read.phrases
        self._places_of_heads = {phrase.head: at for at, phrase in enumerate(self._phrases)}
        self._followers: dict[int, int] = {}
        for place, phrase in enumerate(self._phrases):
            for before in (phrase.attached, phrase.apposition, phrase.conjunct):
                if before is not None:
                    self._followers[before] = place
        self._relatives = {
            draft.governor: draft.last
            for draft in read.drafts
            if draft.kind in ("relative", "participle") and draft.governor is not None
            and draft.verb is not None and self._tags[draft.governor].startswith("N")
        }  # fmt: skip

    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, each with the indices of those that its verb governs."""
        drafts = self._read.drafts
        complements: dict[int, list[int]] = {}
        for draft in drafts:
            if draft.parent is not None and draft.governor is not None:
                verb = drafts[draft.parent].verb
                governs = verb is not None and verb.head == draft.governor and verb.lemma != "be"
                if governs and draft.parent < draft.index and self._is_complement(draft):
                    complements.setdefault(draft.parent, []).append(draft.index)
        return tuple(self._clause(draft, complements.get(draft.index, ())) for draft in drafts)

    def _is_complement(self, draft: Draft) -> bool:
        if draft.kind in ("complement", "infinitive"):
            return draft.completes
        return (
            draft.completes
            and draft.kind == "participle"
            and draft.marker is None
            and not draft.after_comma
        )

    def _clause(self, draft: Draft, complements: Sequence[int]) -> Clause:
        first, last = draft.first, max(draft.last, draft.first + 1)
        while last > first + 1 and self._tags[last - 1] in (",", ":", "CC", "."):
            last -= 1
        kind = "fragment" if draft.verb is None and draft.kind == "main" else draft.kind
        predicate = None if draft.predicate is None else self._argument(draft.predicate)
        return Clause(
            draft.index,
            kind,
            draft.parent,
            draft.governor,
            draft.marker,
            first,
            last,
            self._span(first, last),
            draft.verb,
            self._subject(draft),
            self._objects(draft),
            tuple(self._argument(place) for place in draft.obliques),
            predicate,
            tuple(complements),
        )

    def _span(self, first: int, last: int) -> Span:
        return Span(self._starts[first], self._ends[last - 1])

    def _objects(self, draft: Draft) -> tuple[Argument, ...]:
        """The objects; the pact in "the pact which they signed"."""
        if draft.objects or draft.kind != "relative" or draft.governor is None:
            return tuple(self._argument(place) for place in draft.objects)
        verb = draft.verb
        asks = draft.marker == draft.first and self._tags[draft.first] in ("WDT", "WP")
        own = draft.subject is not None and not draft.subject_shared
        if verb and asks and own and not (verb.passive or verb.copula or draft.predicate):
            return (self._token_subject(draft.governor, shared=True),)
        return ()

    def _subject(self, draft: Draft) -> Argument | None:
        shared = draft.subject_shared
        if draft.subject is not None:
            phrase = self._phrases[draft.subject]
            hangs_on_it = draft.governor == phrase.head
            last = phrase.last if hangs_on_it else self._end(draft.subject, 0)
            if not shared and draft.verb is not None and phrase.last < draft.verb.first:
                last = draft.verb.first
                while last > phrase.last and self._tags[last - 1] in _TRAILING:
                    last -= 1
            return Argument(
                phrase.head, draft.subject, phrase.first, last,
                self._span(phrase.first, last), shared,
            )  # fmt: skip
        if draft.subject_token is not None:
            return self._token_subject(draft.subject_token, shared)
        if draft.subject_clause is not None:
            gerund = self._read.drafts[draft.subject_clause]
            if gerund.verb is not None:
                last = max(gerund.last, gerund.verb.last)
                return Argument(
                    gerund.verb.head, None, gerund.first, last,
                    self._span(gerund.first, last), shared,
                )  # fmt: skip
        return None

    def _token_subject(self, token: int, shared: bool) -> Argument:
        place = self._places_of_heads.get(token)
        if place is not None:
            phrase = self._phrases[place]
            return Argument(token, place, phrase.first, phrase.last, phrase.span, shared)
        return Argument(token, None, token, token + 1, self._span(token, token + 1), shared)

    def _argument(self, place: int) -> Argument:
        phrase = self._phrases[place]
        last = self._end(place, 0)
        return Argument(phrase.head, place, phrase.first, last, self._span(phrase.first, last))

    def _end(self, place: int, depth: int) -> int:
        """Where a phrase ends, with everything that depends on it."""
        last = self._phrases[place].last
        while (follower := self._followers.get(place)) is not None and depth < 40:
            last = max(last, self._phrases[follower].last)
            place = follower
            depth += 1
        last = max(last, self._relatives.get(self._phrases[place].head, 0))
        while self._tags[last - 1] in (",", ".", ":", "''") and last > self._phrases[place].last:
            last -= 1
        return last
