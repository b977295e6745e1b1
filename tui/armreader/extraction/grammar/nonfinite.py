"""Infinitives and participles: the clauses that they open, and whose subject they share."""

from __future__ import annotations

from armreader.extraction.grammar.drafts import OpenClauses
from armreader.extraction.grammar.finite import controlling_verbs, coordinate, take, thinking_verbs
from armreader.extraction.grammar.syntax import VerbGroup
from armreader.language import entries

_ADVERBS = frozenset(("RB", "RBR", "RBS"))


def infinitive(clauses: OpenClauses, group: VerbGroup) -> None:
    tags, top = clauses.tags, clauses.stack[-1]
    before = group.first - 1
    while before >= 0 and tags[before] in _ADVERBS:
        before -= 1
    if top.verb is None and top.bare and len(clauses.stack) == 1 and not clauses.finite_left[0]:
        # "Mayor to reopen bridge": a headline's infinitive is what will be done
        take(clauses, top, group._replace(finite=True, tense="future"))
        return
    joins = clauses.joining is not None and top.kind == "infinitive" and top.verb is not None
    if joins:
        clauses.pop(group.first)
        draft = clauses.open("infinitive", group.first, None)
        draft.parent, draft.governor, draft.completes = top.parent, top.governor, top.completes
        draft.verb = group
        draft.share_subject(top)
        return
    draft = clauses.open("infinitive", group.first, group.first)
    draft.verb = group
    verb = top.verb
    phrase = clauses.phrases[-1] if clauses.phrases else None
    if verb is not None and before < verb.last:
        draft.governor = verb.head
        draft.completes = verb.lemma in entries("grammar/infinitive_verbs") or (
            verb.passive and (verb.lemma in controlling_verbs() or verb.lemma in thinking_verbs())
        )
        draft.share_subject(top)
    elif verb is not None and phrase is not None and phrase.last == before + 1:
        place = len(clauses.phrases) - 1
        if place in top.objects and verb.lemma in controlling_verbs():
            draft.governor = verb.head
            draft.subject, draft.subject_shared = place, True
        elif place == top.predicate and tags[phrase.head] in ("JJ", "JJR"):
            draft.governor = phrase.head
            draft.share_subject(top)
        else:
            draft.governor = phrase.head
            draft.share_subject(top)
    elif verb is not None:
        draft.governor = verb.head
        draft.completes = False
        draft.share_subject(top)
    elif phrase is not None:
        draft.governor = phrase.head


def bare_infinitive(clauses: OpenClauses, group: VerbGroup) -> None:
    """A base form without "to": an order, "let him go", or "would … and go"."""
    top = clauses.stack[-1]
    if top.verb is None and not top.bare:
        top.verb = group._replace(finite=True, tense="present")
        return
    if clauses.joining is not None and top.verb is not None:
        draft = clauses.open("coordinated", group.first, None)
        draft.parent, draft.governor = top.index, top.verb.head
        clauses.stack.remove(top)
        top.last = group.first
        draft.verb = group._replace(
            finite=top.verb.finite, tense=top.verb.tense, modal=top.verb.modal
        )
        draft.share_subject(top)
        return
    if top.verb is None:
        take(clauses, top, group._replace(finite=True, tense="present"))
        return
    draft = clauses.open("infinitive", group.first, None)
    draft.verb = group
    draft.governor = top.verb.head
    if top.objects:
        draft.subject, draft.subject_shared = top.objects[-1], True
    else:
        draft.share_subject(top)


def participle(clauses: OpenClauses, group: VerbGroup) -> None:
    tags, top = clauses.tags, clauses.stack[-1]
    before = group.first - 1
    while before >= 0 and tags[before] in _ADVERBS:
        before -= 1
    marker = clauses.preposition
    phrase = clauses.phrases[-1] if clauses.phrases else None
    if clauses.joining is not None and top.verb is not None and top.kind == "participle":
        clauses.pop(group.first)
        draft = clauses.open("participle", group.first, None)
        draft.parent, draft.governor, draft.completes = top.parent, top.governor, top.completes
        draft.share_subject(top)
        draft.verb = group
        return
    if clauses.joining is not None and top.verb is not None and not top.verb.modal:
        same = tags[top.verb.head] == tags[group.head] and top.verb.first < top.verb.head
        if same:
            coordinate(clauses, group._replace(passive=top.verb.passive), None)
            return
    verb = top.verb
    draft = clauses.open("participle", group.first if marker is None else marker, marker)
    draft.verb = group
    draft.after_comma = clauses.comma == before
    if marker is not None:
        draft.governor = verb.head if verb else None
        draft.share_subject(top)
    elif verb is not None and before < verb.last and before >= 0:
        draft.governor = verb.head
        draft.completes = verb.lemma in entries("grammar/gerund_verbs")
        draft.share_subject(top)
    elif phrase is not None and phrase.last == before + 1:
        draft.governor = phrase.head
        draft.subject, draft.subject_shared = len(clauses.phrases) - 1, True
    else:
        draft.governor = verb.head if verb else None
        if verb is None and top.bare:
            draft.subject, draft.subject_shared = top.bare[-1], True
        else:
            draft.share_subject(top)
