"""A dependency parse, mended where the treebanks have too few examples or another analysis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from armreader.extraction.grammar.finite import thinking_verbs
from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.main_verbs import (
    SUBJECTS,
    pass_day,
    raise_apposition,
    raise_main_verb,
)
from armreader.extraction.grammar.parser import Parse
from armreader.extraction.grammar.phrases import VERBS, time_nouns
from armreader.extraction.grammar.syntax import FINITE, NounPhrase
from armreader.extraction.grammar.verb_repairs import is_accused

AUXILIARIES = frozenset(("aux", "aux:pass", "cop"))
_BEFORE_TIME = 7
"""Tokens from a verb of saying to the "that" after the time of the saying."""
_IN_NOUN_PHRASE = frozenset(("det", "compound", "amod", "nummod", "nmod:poss"))
_OF_CONTENT = frozenset(("ccomp", "acl", "acl:relcl"))
_LONGEST_TIME = 6
"""Tokens between "and" and the subject of what it joins."""
_OF_TIME = frozenset(("IN", "DT", "JJ", "CD", "NN", "NNP", ",", "RB"))


class RepairedTree:
    """The words of a parsed sentence with their heads and labels."""

    def __init__(
        self,
        lowers: Sequence[str],
        tags: Sequence[str],
        phrases: Sequence[NounPhrase],
        parse: Parse,
    ) -> None:
        self._lowers, self._tags = lowers, tags
        self._heads, self._labels = list(parse.heads), list(parse.labels)
        for at, label in enumerate(parse.labels):
            if label == "cop":
                self._raise_copula(at)
            elif lowers[at] == "that" and at and lowers[at - 1] in time_nouns():
                self._free_content(at)
            elif lowers[at] == "that" and at and tags[at - 1] == "CC":
                self._join_content(at)
            elif tags[at] == "VBN" and is_accused(lowers, at):
                self._lower_accused(at)
            elif tags[at] == "VBG" and label == "advcl":
                self._free_result(at)
            elif label == "root" and tags[at] in ("JJ", "VBN") and self._only_describes(at):
                self._lower_accused(at)
            elif label == "nsubj" and tags[at + 1 : at + 2] == ["NNP"]:
                self._join_title(at)
            elif label == "conj" and tags[at] in FINITE:
                self._join_finite(at)
        raise_main_verb(lowers, tags, phrases, self._heads, self._labels)
        raise_apposition(lowers, tags, phrases, self._heads, self._labels)
        pass_day(lowers, phrases, self._heads, self._labels)
        self._part_subjects()
        self._join_clauses(phrases)
        self._part_times(phrases)
        if not is_tree(self._heads):
            self._heads, self._labels = list(parse.heads), list(parse.labels)

    def _raise_copula(self, copula: int) -> None:
        """Let a copula govern the clause that is its predicate: "The aim is that he goes".

        The treebanks attach copula and subject to the verb of that clause, which would assert it.
        """
        verb = self._heads[copula]
        if copula > verb or self._tags[verb] not in VERBS:
            return
        inner = [at for at in range(copula + 1, verb) if self._heads[at] == verb]
        has_clause_parts = any(
            self._labels[at] in SUBJECTS or self._labels[at] == "mark" for at in inner
        )
        if not has_clause_parts:
            return
        self._heads[copula], self._labels[copula] = self._heads[verb], self._labels[verb]
        self._heads[verb], self._labels[verb] = copula, "ccomp"
        for at in range(copula):
            if self._heads[at] == verb:
                self._heads[at] = copula

    def _lower_accused(self, accused: int) -> None:
        """Let the finite verb after it govern a participle that describes its subject.

        "A man accused of theft was jailed": the parse takes the first verb for the main one. Not in
        "was accused of theft, and fled", where it has its auxiliary.
        """
        below = [at for at, head in enumerate(self._heads) if head == accused]
        if any(self._labels[at] in AUXILIARIES for at in below):
            return
        subject = next((at for at in below if self._labels[at] in SUBJECTS), None)
        verb = next((at for at in below if at > accused and self._is_finite(at)), None)
        if subject is None or verb is None:
            return
        self._heads[verb], self._labels[verb] = self._heads[accused], self._labels[accused]
        self._heads[accused], self._labels[accused] = subject, "acl"
        self._heads[subject] = verb
        for at in below:
            if at > verb or (at < accused and at != subject):
                self._heads[at] = verb

    def _only_describes(self, at: int) -> bool:
        """Whether the verb of a sentence comes later: "a virus - like that of 1918 - spread"."""
        below = [one for one, head in enumerate(self._heads) if head == at]
        labels = {self._labels[one] for one in below}
        verb = next((one for one in below if one > at and self._is_finite(one)), None)
        if verb is None or self._is_finite(at) or not labels.isdisjoint(("cop", "aux")):
            return False
        own = {self._labels[one] for one, head in enumerate(self._heads) if head == verb}
        return self._labels[verb] in ("conj", "parataxis") and own.isdisjoint(SUBJECTS | {"cc"})

    def _is_finite(self, at: int) -> bool:
        """Whether a word is a finite verb, or a participle with its auxiliary before it."""
        return self._tags[at] in FINITE or (
            self._tags[at] == "VBN"
            and any(
                head == at and self._labels[child] in AUXILIARIES
                for child, head in enumerate(self._heads)
            )
        )

    def _free_content(self, that: int) -> None:
        """Let a verb of saying govern what follows its time: "said last month that he left".

        The treebanks have few of these, so the parse takes "month" for a relative's antecedent.
        """
        said = that - 1
        while said and said > that - _BEFORE_TIME and self._tags[said] not in VERBS:
            said -= 1
        verb = self._heads[that]
        if verb <= that or self._tags[verb] not in VERBS:
            return
        if lemma(self._lowers[said], self._tags[said]) not in thinking_verbs():
            return
        if is_under(said, verb, self._heads):
            self._heads[said], self._labels[said] = self._heads[verb], self._labels[verb]
        self._heads[verb], self._labels[verb], self._labels[that] = said, "ccomp", "mark"
        for at in range(said + 1, that):
            if self._heads[at] == verb:
                self._heads[at], self._labels[at] = said, "obl"

    def _join_content(self, that: int) -> None:
        """Join what two clauses say: "said that Lee had asked Berg, and that Berg had gone"."""
        verb = self._heads[that]
        first = next(
            (
                self._heads[at]
                for at in range(that - 1, 0, -1)
                if self._lowers[at] == "that" and self._labels[at] == "mark"
            ),
            None,
        )
        if first is None or is_under(first, verb, self._heads):
            return
        if first < that < verb and self._labels[verb] in _OF_CONTENT:
            self._heads[verb], self._labels[verb] = first, "conj"

    def _free_result(self, verb: int) -> None:
        """Let the main verb have a result: "has lost a tenth since it opened, costing millions"."""
        above = self._heads[verb]
        since = any(
            head == above and self._lowers[at] == "since" for at, head in enumerate(self._heads)
        )
        if since and self._labels[above] == "advcl" and self._heads[above] < above < verb:
            self._heads[verb] = self._heads[above]

    def _join_title(self, noun: int) -> None:
        """Join a noun to the name after it: "candidates | Ann Lee and Ivo Berg met"."""
        name = noun + 1
        copula = any(
            head == name and self._labels[at] == "cop" for at, head in enumerate(self._heads)
        )
        if self._heads[noun] == name and not copula:
            self._labels[noun] = "compound"

    def _join_finite(self, verb: int) -> None:
        """Join a finite verb to the one above the participle that describes its object: "sold a
        boat built by Lee and bought a van", where the parse joins "built" and "bought".
        """
        built = self._heads[verb]
        described = self._tags[built] == "VBN" and self._labels[built] == "acl"
        has = any(h == verb and self._labels[at] == "obj" for at, h in enumerate(self._heads))
        governors = self._governors(built) if described and has else ()
        alike = (at for at in governors if self._tags[at] == self._tags[verb])
        self._heads[verb] = next(alike, built)

    def _governors(self, at: int) -> Iterator[int]:
        """The tokens above one, from near to far; a loop that a repair made is gone round once."""
        seen = {at}
        while (at := self._heads[at]) >= 0 and at not in seen:
            seen.add(at)
            yield at

    def _part_subjects(self) -> None:
        """Give what is before "and" back to the first verb: "help from ten towns, and she left"."""
        for at, joint in enumerate(self._labels):
            verb = self._heads[at]
            if joint != "cc" or at > verb or self._labels[verb] != "conj":
                continue
            own = [one for one in range(at, verb) if self._is_subject_of(one, verb)]
            for one in range(at) if own else ():
                if self._is_subject_of(one, verb) and one > self._heads[verb]:
                    self._heads[one], self._labels[one] = self._heads[verb], "obl"

    def _is_subject_of(self, at: int, verb: int) -> bool:
        return self._heads[at] == verb and self._labels[at] in SUBJECTS

    def _join_clauses(self, phrases: Sequence[NounPhrase]) -> None:
        """Let what is between "and" and a subject open its clause: "and in 1995 Lee left"."""
        firsts = {phrase.head: phrase.first for phrase in phrases}
        times = {phrase.first for phrase in phrases if phrase.time}
        for subject, verb in enumerate(self._heads):
            if self._labels[subject] not in SUBJECTS or subject > verb:
                continue
            first = firsts.get(subject, subject)
            joint = self._joint(first)
            if joint is None or self._heads[verb] >= joint:
                continue
            if self._labels[verb] == "acl":
                self._labels[verb] = "conj"
            elif self._labels[verb] != "conj":
                continue
            self._heads[joint], self._labels[joint] = verb, "cc"
            opening = range(joint + 1, first)
            if self._tags[joint + 1] == "IN" or not times.isdisjoint(opening):
                for at in opening:
                    if self._heads[at] not in opening:
                        self._heads[at], self._labels[at] = verb, "obl"

    def _part_times(self, phrases: Sequence[NounPhrase]) -> None:
        """Part a time from the object before it: "received a “genius grant” | last year"."""
        for phrase in phrases:
            head, verb = phrase.head, self._heads[phrase.head]
            if not phrase.time or self._labels[head] != "obl" or self._tags[verb] not in VERBS:
                continue
            before = [
                at
                for at in range(verb + 1, phrase.first)
                if self._heads[at] == head and self._labels[at] in _IN_NOUN_PHRASE
            ]
            if not before or self._tags[before[-1]][0] != "N":
                continue
            own = before[-1]
            for at in before:
                self._heads[at] = own
            self._heads[own], self._labels[own] = verb, "obj"

    def _joint(self, first: int) -> int | None:
        """The "and" that joins a clause with such a subject, perhaps before a time; or None."""
        at = first - 1
        while at > 0 and first - at <= _LONGEST_TIME and self._tags[at] in _OF_TIME:
            at -= 1
        return at if at > 0 and self._tags[at] == "CC" else None


def is_under(at: int, above: int, heads: Sequence[int]) -> bool:
    """Whether a word is another one or hangs under it, also where repairs have made a circle."""
    for _ in heads:
        if at in (-1, above):
            break
        at = heads[at]
    return at == above


def is_tree(heads: Sequence[int]) -> bool:
    """Whether every word hangs on a root: repairs of one sentence may have made a circle."""
    hanging: set[int] = set()
    for at in range(len(heads)):
        path: set[int] = set()
        while at >= 0 and at not in hanging:
            if at in path:
                return False
            path.add(at)
            at = heads[at]
        hanging |= path
    return True
