"""From a dependency parse to phrases and clauses: the same records that the rules give."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.drafts import subordinators
from armreader.extraction.grammar.finite import controlling_verbs
from armreader.extraction.grammar.main_verbs import SUBJECTS
from armreader.extraction.grammar.parser import Parse
from armreader.extraction.grammar.phrases import VERBS, denies_next, verb_group
from armreader.extraction.grammar.syntax import (
    FINITE,
    Argument,
    Clause,
    ClauseKind,
    NounPhrase,
    VerbGroup,
)
from armreader.extraction.grammar.tree_repairs import AUXILIARIES
from armreader.extraction.grammar.tree_reports import ReportTree
from armreader.language import entries

_COPULA = frozenset(("cop",))
_PREDICATING = frozenset(("nsubj", "nsubj:pass", "csubj", "obj", "cop", "aux"))
"""Children that only the head of a clause has."""
_NO_CLAUSES = frozenset(("aux", "aux:pass", "cop", "amod", "compound", "case", "mark", "flat"))
_ASKING = frozenset(("WDT", "WP", "WRB", "WP$"))

_Subjects = dict[int, tuple[int, int | None]]
"""By verb: the head of its subject and what opens its clause, as the rules have them."""


class ClauseTree(ReportTree):
    """A parsed sentence, from which its clauses are read."""

    def __init__(
        self,
        lowers: Sequence[str],
        tags: Sequence[str],
        places: tuple[Sequence[int], Sequence[int]],
        phrases: Sequence[NounPhrase],
        parse: Parse,
    ) -> None:
        super().__init__(lowers, tags, places, phrases, parse)
        self._heads_of_clauses = [at for at in range(len(lowers)) if self._has_clause(at)]
        self._numbers = {head: number for number, head in enumerate(self._heads_of_clauses)}

    def _has_clause(self, at: int) -> bool:
        label = self._labels[at]
        if label == "root":
            return True
        if label in _NO_CLAUSES:
            return False
        return self._tags[at] in VERBS or self._child(at, _PREDICATING) is not None

    def has_main_verb(self) -> bool:
        """Whether the root of the sentence is a verb or has a copula."""
        return any(
            head < 0 and (self._tags[at] in VERBS or self._child(at, _COPULA) is not None)
            for at, head in enumerate(self._heads)
        )

    def clauses(self, by_rules: Sequence[Clause]) -> tuple[Clause, ...]:
        """The clauses by their heads; ``sure`` where the rules give the same subject."""
        subjects = {
            clause.verb.head: (clause.subject.head, clause.marker)
            for clause in by_rules
            if clause.verb and clause.subject
        }
        made: dict[int, Clause] = {}
        pending = list(self._heads_of_clauses)
        pending.sort(key=self._depth)
        for head in pending:
            made[head] = self._clause(head, made, subjects)
        self.turn_reports(made)
        self.give_what_is_said(made)
        return tuple(made[head] for head in self._heads_of_clauses)

    def _depth(self, at: int) -> int:
        depth = 0
        while self._heads[at] >= 0:
            at = self._heads[at]
            depth += 1
        return depth

    def _clause(self, head: int, made: dict[int, Clause], subjects: _Subjects) -> Clause:
        above = self._heads[head]
        while above >= 0 and above not in made:
            above = self._heads[above]
        parent = made.get(above)
        verb = self._verb(head)
        kind = self._kind(head, verb)
        marker = self._marker(head, kind)
        subject = self._subject(head, kind, verb, parent)
        known, opener = subjects.get(-1 if verb is None else verb.head, (-1, None))
        if kind == "adverbial" and opener and subject and _holds(subject, opener):
            marker, subject = opener, self._argument(known)
        elif subject is not None and self._is_torn(subject):
            subject = self._argument(known) if known >= 0 else None
            subject = None if subject is None or self._is_torn(subject) else subject
        first, last = self._extent(head)
        below = [
            self._numbers[child]
            for child in self._children[head]
            if child in self._numbers and self._labels[child] in ("ccomp", "xcomp")
        ]
        return Clause(
            self._numbers[head],
            kind,
            None if parent is None else parent.index,
            self._heads[head] if self._heads[head] >= 0 else None,
            marker,
            first,
            last,
            self._span(first, last),
            verb,
            subject,
            self._objects(head),
            tuple(
                self._argument(child)
                for child in self._children[head]
                if self._labels[child] == "obl"
            ),
            self._predicate(head, verb),
            tuple(below),
            subject is not None and known == subject.head,
        )

    def _verb(self, head: int) -> VerbGroup | None:
        """The verb group of a clause; None where it has no verb."""
        tags, children = self._tags, self._children[head]
        copula = self._child(head, _COPULA)
        helping = [child for child in children if self._labels[child] in AUXILIARIES]
        main = head if copula is None else copula
        counted = copula is None and tags[main - 1 : main] == ["CD"]  # "or 67 | cents a share"
        if tags[main] not in VERBS and (counted or self._child(head, _PREDICATING) is None):
            return None
        denying = [
            child
            for child in children
            if self._labels[child] == "advmod"
            and self._lowers[child] in entries("grammar/negations")
            and not denies_next(tags, self._lowers, child)
        ]
        run = [*helping, main]
        if main > 0 and tags[main - 1] == "TO":
            run.append(main - 1)
        run += [at for at in denying if min(run) <= at <= max(run) + 1]
        group = verb_group(tags, self._lowers, self._places, (min(run), max(run) + 1, main))
        particle = next((child for child in children if tags[child] == "RP"), None)
        return group._replace(
            negation=denying[0] if denying else None, particle=particle, copula=copula is not None
        )

    def _kind(self, head: int, verb: VerbGroup | None) -> ClauseKind:
        label = self._labels[head]
        if verb is None:
            return "fragment"
        if label in ("conj", "parataxis"):
            return "coordinated"
        if label == "root":
            return "main"
        if label == "acl:relcl":
            return "coordinated" if self._is_joined(head) else "relative"
        if verb.finite:
            return "adverbial" if label == "advcl" else "complement"
        first = self._tags[verb.first]
        return "infinitive" if first in ("TO", "VB") else "participle"

    def _is_torn(self, subject: Argument) -> bool:
        """Whether a subject has another clause in it: "Lee met friends but", "while the mayor"."""
        if subject.shared:
            return False
        opened = subordinators().get(self._lowers[subject.first]) == "always"
        return opened or not FINITE.isdisjoint(self._tags[subject.first : subject.head])

    def _is_joined(self, head: int) -> bool:
        """Whether "and" is right before the subject of a clause: "…, and Lee has left"."""
        own = self._child(head, SUBJECTS)
        before = -1 if own is None else self._firsts[own] - 1
        return before > 0 and self._tags[before] == "CC" and self._lowers[before - 1] == ","

    def _marker(self, head: int, kind: ClauseKind) -> int | None:
        for child in self._children[head]:
            asks = self._tags[child] in _ASKING
            if self._labels[child] == "mark" or (asks and kind != "main"):
                asked = self._lowers[child + 1 : child + 2] == ["whether"]
                return child + 1 if asked else child  # "focused on | whether"
        if kind == "relative":
            for at in range(self._firsts[head], head):
                if self._tags[at] in _ASKING:
                    return at
        return None

    def _subject(
        self, head: int, kind: ClauseKind, verb: VerbGroup | None, parent: Clause | None
    ) -> Argument | None:
        own = self._child(head, SUBJECTS)
        above = self._heads[head]
        if own is not None:
            if kind == "relative" and self._tags[own] in ("WDT", "WP"):
                return self._argument(self._named(above), shared=True, whole=False)
            return self._argument(self._antecedent(own) if kind == "main" else own)
        number = self._number_before(verb)
        if number is not None:
            return self._argument(number)
        if parent is None or verb is None:
            return None
        if self._labels[head] == "acl" and kind == "participle":
            return self._argument(above, shared=True, whole=False)
        if kind in ("coordinated", "infinitive", "participle"):
            shared = parent.subject
            if self._labels[head] == "parataxis":
                return None
            controlled = self._labels[head] == "xcomp" and parent.objects and parent.verb
            if controlled and parent.verb and parent.verb.lemma in controlling_verbs():
                shared = parent.objects[-1]
            return shared and shared._replace(shared=True)
        return None

    def _antecedent(self, subject: int) -> int:
        """The noun whose relative pronoun was taken for the subject: "Lee, who is ill, left"."""
        before = subject - 2
        apart = before >= 0 and self._lowers[subject - 1] == ","
        relative = self._tags[subject] in ("WDT", "WP")
        return before if relative and apart and self._tags[before][0] == "N" else subject

    def _number_before(self, verb: VerbGroup | None) -> int | None:
        """The number that is the subject of a finite verb: "At least 82 were killed"."""
        before = -1 if verb is None or not verb.finite else verb.first - 1
        bounded = before > 0 and self._lowers[before - 1] in ("least", "than", "most", "about")
        return before if bounded and self._tags[before] == "CD" else None

    def _named(self, head: int) -> int:
        """The name that a noun explains, else the noun: Lee of "Lee, a clerk who rose"."""
        above = self._heads[head]
        explains = self._labels[head] == "appos" and self._tags[above] == "NNP"
        return above if explains else head

    def _objects(self, head: int) -> tuple[Argument, ...]:
        found = []
        joined = self._joined_verb(head)
        for label in ("iobj", "obj"):
            for child in (*self._children[head], *self._adopted(head)):
                if self._labels[child] == label and not (joined and child > joined):
                    asks = self._labels[head] == "acl:relcl" and self._tags[child] in _ASKING
                    token = self._heads[head] if asks else child
                    found.append(self._argument(token, shared=asks, whole=not asks))
        return tuple(found)

    def _joined_verb(self, head: int) -> int | None:
        """The verb joined to one whose object comes before it: an object after it is its own."""
        joined = next(
            (
                child for child in self._children[head]
                if self._labels[child] == "conj" and child in self._numbers and child > head
            ),
            None,
        )  # fmt: skip
        has = any(self._labels[at] == "obj" and at < (joined or 0) for at in self._children[head])
        return joined if has else None

    def _adopted(self, head: int) -> tuple[int, ...]:
        """What comes after a joined verb but depends on the first: "lit a lamp and read a book"."""
        above = self._heads[head]
        if self._labels[head] != "conj" or self._joined_verb(above) != head:
            return ()
        return tuple(at for at in self._children[above] if at > head and at not in self._numbers)

    def _predicate(self, head: int, verb: VerbGroup | None) -> Argument | None:
        if verb is None:
            return None
        if verb.copula:
            first = min((at for at in self._phrase_tokens(head)), default=head)
            return Argument(
                head, self._phrase_of.get(head), first, head + 1, self._span(first, head + 1)
            )
        for child in self._children[head]:
            if self._labels[child] == "xcomp" and child not in self._numbers:
                return self._argument(child)
        return None

    def _extent(self, head: int) -> tuple[int, int]:
        """A clause with its dependents, without the clauses that are joined to it."""
        first, last = self._firsts[head], self._lasts[head]
        for child in self._children[head]:
            joined = self._labels[child] in ("conj", "parataxis") and child in self._numbers
            if joined and child > head:
                last = min(last, self._firsts[child])
        last = max((last, *(self._lasts[at] for at in self._adopted(head))))
        return self._trimmed(first, max(last, head + 1), head)


def _holds(subject: Argument, opener: int) -> bool:
    """Whether what opens a clause is in its subject: "as a member | after the house | voted"."""
    return not subject.shared and subject.head < opener < subject.last
