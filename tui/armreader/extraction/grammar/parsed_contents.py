"""What is said, as the rules find it, in a parse that takes its subject for an object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from armreader.extraction.grammar.content_clauses import clausal_verbs
from armreader.extraction.grammar.main_verbs import SUBJECTS
from armreader.extraction.grammar.parser import Parse
from armreader.extraction.grammar.phrases import VERBS
from armreader.extraction.grammar.syntax import FINITE, Clause
from armreader.extraction.grammar.tree_repairs import AUXILIARIES, is_tree, is_under
from armreader.language import entries

_LOOSE = frozenset(("ccomp", "xcomp", "conj", "parataxis"))
"""How a parse hangs on the verb of saying what describes the subject of what is said."""


class _Content(NamedTuple):
    """The tokens of a verb of saying, and of the subject and the verb of what is said."""

    said: int
    subject: tuple[int, int]
    """The first token of its phrase and its head."""
    verb: tuple[int, int]
    """The first token of its group and its head."""


def with_contents(
    parse: Parse, by_rules: Sequence[Clause], lowers: Sequence[str], tags: Sequence[str]
) -> Parse:
    """A parse in which verbs of saying govern what the rules find them to say, where it has none.

    "Lund said grants to bakers hurt by the fire had risen": the treebanks have few of these, so
    the parse takes "grants" for what Lund said.
    """
    for content in _contents(by_rules, lowers):
        heads, labels = list(parse.heads), list(parse.labels)
        if _says_something(content, heads, labels, tags):
            continue
        _attach(content, heads, labels, tags)
        if is_tree(heads):
            parse = Parse(heads, labels)
    return parse


def _contents(clauses: Sequence[Clause], lowers: Sequence[str]) -> Iterator[_Content]:
    for clause in clauses:
        if clause.verb is None or clause.verb.passive or clause.verb.lemma not in _governing():
            continue
        for one in (clauses[at] for at in clause.complements[:1]):
            if one.subject is None or one.subject.shared or one.verb is None:
                continue
            that = one.marker is None or lowers[one.marker] == "that"
            first, head = one.subject.first, one.subject.head
            if one.kind != "complement" or not (that and one.verb.finite):
                continue
            if clause.verb.last <= first <= head < one.verb.first:
                yield _Content(clause.verb.head, (first, head), (one.verb.first, one.verb.head))


def _says_something(
    content: _Content, heads: Sequence[int], labels: Sequence[str], tags: Sequence[str]
) -> bool:
    """Whether a parse has a finite clause after a verb of saying that it governs."""
    governed = [
        at
        for at, head in enumerate(heads)
        if head == content.said and labels[at] == "ccomp" and at > content.said
    ]
    return any(
        tags[at] in FINITE
        or any(head == at and labels[one] in AUXILIARIES for one, head in enumerate(heads))
        for at in governed
    )


def _attach(content: _Content, heads: list[int], labels: list[str], tags: Sequence[str]) -> None:
    """Let a verb of saying govern the clause, and the clause have its subject."""
    said, (first, head), (begun, verb) = content
    phrase = range(first, head + 1)
    subject = next(at for at in phrase if heads[at] not in phrase)
    helps = labels[verb] in AUXILIARIES and heads[verb] > verb and tags[heads[verb]].isalpha()
    top = heads[verb] if helps else verb
    if is_under(said, top, heads):
        heads[said], labels[said] = heads[top], labels[top]
    for at in range(begun, verb):
        if tags[at] in VERBS or tags[at] == "MD":
            heads[at], labels[at] = top, "aux"
    for at in range(said + 1, top):
        if heads[at] == said and labels[at] in _LOOSE and at > subject:
            heads[at], labels[at] = subject, "acl"
    heads[top], labels[top] = said, "ccomp"
    if not any(heads[at] == top and labels[at] in SUBJECTS and at > said for at in range(top)):
        passive = any(head == top and labels[at] == "aux:pass" for at, head in enumerate(heads))
        heads[subject], labels[subject] = top, "nsubj:pass" if passive else "nsubj"


@cache
def _governing() -> frozenset[str]:
    """The verbs whose clause the rules find more often than a parse."""
    return clausal_verbs() | entries("grammar/clause_or_noun_verbs")
