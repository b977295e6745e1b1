"""What is reported, given to the verb of saying, where a parse attaches it elsewhere."""

from __future__ import annotations

from dataclasses import replace

from armreader.extraction.grammar.finite import thinking_verbs
from armreader.extraction.grammar.syntax import Clause
from armreader.extraction.grammar.tree import Tree
from armreader.language import entries


class ReportTree(Tree):
    """A parsed sentence that knows what its verbs of saying report.

    Its methods change the clauses in place; they are kept by the tokens of their heads.
    """

    def turn_reports(self, made: dict[int, Clause]) -> None:
        """Let the verb after what is said govern it: "The road is open, he said"."""
        for head, clause in list(made.items()):
            if self._labels[head] != "parataxis" or clause.verb is None or clause.complements:
                continue
            if clause.subject is None and clause.objects:
                continue  # "accused them after the mayor, ill himself, ordered ten home"
            above = made.get(self._heads[head])
            if above is None or above.verb is None or clause.verb.lemma not in thinking_verbs():
                continue
            made[self._heads[head]] = replace(
                above, kind="complement", parent=clause.index, governor=clause.verb.head
            )
            made[head] = replace(clause, kind="main", parent=above.parent, governor=above.governor)

    def give_what_is_said(self, made: dict[int, Clause]) -> None:
        """Let the verb of saying govern what is said: "told the paper that the road is open".

        Not what a noun says: "told the paper of the claim that the road is open".
        """
        for head, clause in list(made.items()):
            noun = self._described(head)
            above = made.get(self._heads[noun]) if noun >= 0 else None
            if above is None or above.verb is None or not self._opens(clause):
                continue
            said = above.verb.lemma in entries("saying_verbs") and above.verb.head < noun < head
            if said and self._labels[noun] in ("obl", "obj", "iobj") and self._is_addressed(noun):
                made[head] = replace(
                    clause, kind="complement", parent=above.index, governor=above.verb.head
                )
                found = (*above.complements, clause.index)
                made[self._heads[noun]] = replace(above, complements=found)

    def _described(self, head: int) -> int:
        """The noun that a clause is attached to, also to its participle: "a letter sent Monday"."""
        above = self._heads[head]
        sent = above >= 0 and self._labels[above] == "acl" and self._tags[above] == "VBN"
        return self._heads[above] if sent else above

    def _is_addressed(self, noun: int) -> bool:
        """Whether a noun is whom something is told, or what it is said in, and says nothing."""
        low = self._lowers[noun]
        if self._tags[noun][:2] != "NN" or low in entries("occasions"):
            return low in entries("occasions")
        if self._lowers[noun] in entries("grammar/fact_nouns"):
            return False
        return self._tags[noun] == "NNP" or self._labels[noun] != "obl"

    def _opens(self, clause: Clause) -> bool:
        """Whether a clause has a "that" and a subject of its own."""
        own = clause.subject is not None and not clause.subject.shared
        return own and clause.marker is not None and self._lowers[clause.marker] == "that"
