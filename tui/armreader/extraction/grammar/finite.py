"""Finite verbs: the clause that waits for one, or the one that it opens with its subject."""

from __future__ import annotations

from functools import cache

from armreader.extraction.grammar.content_clauses import content_subject
from armreader.extraction.grammar.drafts import Draft, OpenClauses
from armreader.extraction.grammar.joining import clause_ahead
from armreader.extraction.grammar.syntax import NounPhrase, VerbGroup
from armreader.language import entries

_ADVERBS = frozenset(("RB", "RBR", "RBS"))
_MARKS = frozenset((",", ":", "``", "''"))
_FARTHEST = 60
"""The most tokens between a verb and the subject of the clause that it governs."""


def finite(clauses: OpenClauses, group: VerbGroup) -> None:
    top = clauses.stack[-1]
    if top.verb is None:
        take(clauses, top, group)
        return
    waiting = _waiting(clauses)
    fresh = _fresh(clauses, top.verb, waiting)
    if clauses.joining is not None and _near(clauses, clauses.joining, group.first):
        coordinate(clauses, group, None)
    elif (said := content_subject(clauses, group, fresh, waiting)) is not None:
        _with_content(clauses, group, *said)
    elif fresh is not None:
        _with_new_subject(clauses, group, fresh, waiting)
    elif waiting is not None:
        clauses.close_to(waiting, group.first)
        take(clauses, clauses.stack[-1], group)
    elif clauses.comma == group.first - 1 or clauses.comma > top.verb.head:
        clauses.close_to(0, group.first)
        _sibling(clauses, group, None)
    else:
        coordinate(clauses, group, None)


def _with_content(clauses: OpenClauses, group: VerbGroup, depth: int, place: int) -> None:
    """A verb whose subject was taken for the object of a verb of saying."""
    clauses.close_to(depth, group.first)
    said, phrase = clauses.stack[-1].verb, _release(clauses, place)
    assert said is not None
    draft = clauses.open("complement", phrase.first, None)
    draft.governor = said.head
    draft.bare.append(place)
    take(clauses, draft, group)


def _near(clauses: OpenClauses, joining: int, first: int) -> bool:
    return all(clauses.tags[at] in _ADVERBS for at in range(joining + 1, first))


def _candidate(clauses: OpenClauses) -> int | None:
    """The last phrase since the previous verb that may be a subject."""
    for place in reversed(clauses.loose[-4:]):
        phrase = clauses.phrases[place]
        if not phrase.time and phrase.preposition is None and phrase.apposition is None:
            return place
    return None


def _fresh(clauses: OpenClauses, verb: VerbGroup, waiting: int | None) -> int | None:
    """The last phrase since a verb that may be a subject.

    Where a clause waits for its verb, not what can only be an object: "who shot two clerks | will".
    """
    place = _candidate(clauses)
    if place is None or clauses.phrases[place].first <= verb.head:
        return None
    held = place in clauses.stack[-1].objects and clauses.adjacent(place, verb)
    only = held and waiting is not None and verb.lemma not in thinking_verbs()
    return None if only else place


def _waiting(clauses: OpenClauses) -> int | None:
    """The depth of the innermost clause that has no verb yet."""
    for depth in range(len(clauses.stack) - 1, max(-1, len(clauses.stack) - 12), -1):
        if clauses.stack[depth].verb is None:
            return depth
    return 0 if clauses.stack[0].verb is None else None


def take(clauses: OpenClauses, draft: Draft, group: VerbGroup) -> None:
    """Give a clause its verb, and the subject that it has gathered."""
    draft.verb = group
    place = _own_subject(clauses, draft)
    draft.bare = []
    if place is not None:
        phrase = clauses.phrases[place]
        draft.subject = phrase.conjunct if phrase.conjunct is not None else place
        for before in clauses.drafts[draft.index + 1 : draft.index + 3]:
            # "Leaving the hall, Brown said": the one who said it left
            if before.kind == "participle" and before.parent == draft.index:
                before.subject, before.subject_shared = draft.subject, True
        if clauses.lowers[phrase.head] == "there" and clauses.tags[phrase.head] == "EX":
            draft.subject = None
            draft.there = True
    elif draft.kind == "relative" and draft.governor is not None:
        draft.subject_token = draft.governor
        draft.subject_shared = True
    elif draft.subject_token is None and clauses.drafts[-1].kind == "participle":
        gerund = clauses.drafts[-1]
        opens = gerund.verb and gerund.marker is None and gerund.parent == draft.index
        if opens and clauses.comma < gerund.first:
            draft.subject_clause = gerund.index


def _own_subject(clauses: OpenClauses, draft: Draft) -> int | None:
    for place in reversed(draft.bare[-4:]):
        phrase = clauses.phrases[place]
        if not phrase.time and clauses.tags[phrase.head] != "CD":
            return place
    return draft.bare[-1] if draft.bare else None


def _release(clauses: OpenClauses, place: int) -> NounPhrase:
    """Take a phrase from the clause that holds it as an object, because it is a subject."""
    phrases = clauses.phrases
    phrase = phrases[place]
    if phrase.conjunct is not None and clauses.joining is None:
        between = range(phrases[place - 1].last, phrase.first) if place else range(0)
        if not any(clauses.tags[at] == "CC" for at in between):
            return phrases[phrase.conjunct]
    for draft in clauses.stack[-2:]:
        for held in (draft.objects, draft.bare, draft.obliques):
            if place in held:
                held.remove(place)
        if draft.predicate == place:
            draft.predicate = None
    phrases[place] = phrase = phrase._replace(conjunct=None, apposition=None)
    return phrase


def _with_new_subject(
    clauses: OpenClauses, group: VerbGroup, place: int, waiting: int | None
) -> None:
    """A verb with a subject of its own after a clause that has its verb: what joins the two?"""
    top = clauses.stack[-1]
    verb = top.verb
    if verb is None:
        return
    first = clauses.phrases[place]
    if first.conjunct is not None:
        start = clauses.phrases[first.conjunct]
        if clauses.adjacent(first.conjunct, verb) and verb.lemma in thinking_verbs():
            place, first = first.conjunct, start
    phrase = _release(clauses, place)
    opened = max(phrase.first - 2, verb.last)  # "but said the port was shut" joins no ports
    joined = any(clauses.tags[at] == "CC" for at in range(opened, phrase.first))
    apart = _is_apart(clauses, verb, phrase.first)
    if clauses.comma > verb.head and apart and waiting is not None and not joined:
        clauses.close_to(waiting, phrase.first)
        outer = clauses.stack[-1]
        outer.bare.append(place)
        take(clauses, outer, group)
    elif joined:
        coordinate(clauses, group, place)
    elif not apart and verb.lemma in thinking_verbs():
        draft = clauses.open("complement", phrase.first, None)
        draft.governor = verb.head
        draft.bare.append(place)
        take(clauses, draft, group)
    elif not apart and place and clauses.phrases[place - 1].last == phrase.first:
        draft = clauses.open("relative", phrase.first, None)
        draft.governor = clauses.phrases[place - 1].head
        draft.bare.append(place)
        take(clauses, draft, group)
    else:
        clauses.close_to(0, phrase.first)
        _sibling(clauses, group, place)


def _is_apart(clauses: OpenClauses, verb: VerbGroup, first: int) -> bool:
    """Whether a comma separates a phrase from the verb before; in "said, “We …" it does not."""
    between = clauses.tags[max(verb.last, first - _FARTHEST) : first]
    if between and all(tag in _MARKS for tag in between):
        return "``" not in between and ":" not in between
    return "," in between


def _sibling(clauses: OpenClauses, group: VerbGroup, place: int | None) -> None:
    """A clause next to the main one, without a joining word: "“…,” he said" governs."""
    main = clauses.stack[0]
    if main.verb is None:
        if place is not None:
            main.bare.append(place)
        take(clauses, main, group)
        return
    first = group.first if place is None else clauses.phrases[place].first
    draft = clauses.open("coordinated", first, None)
    if place is not None:
        draft.bare.append(place)
    take(clauses, draft, group)
    if place is None:
        draft.share_subject(main)
    clauses.stack.remove(main)
    main.last = first
    goes_on = clauses.lowers[group.last : group.last + 1] == ["that"]
    goes_on = goes_on or clause_ahead(clauses, group.last)  # "…, his aides say it may close"
    if group.lemma in thinking_verbs() and clauses.comma == first - 1 and not goes_on:
        draft.kind, draft.parent = "main", None
        main.kind, main.parent, main.governor = "complement", draft.index, group.head


def coordinate(clauses: OpenClauses, group: VerbGroup, place: int | None) -> None:
    """A verb after "and": its clause is coordinated with the clause before."""
    stack = clauses.stack
    if place is not None and clauses.comma >= clauses.phrases[place].first - 2:
        while len(stack) > 1 and stack[-1].kind != "complement":
            clauses.pop(group.first)
    elif place is None and clauses.joining is not None and clauses.comma == clauses.joining - 1:
        # "He said that …, and left": after the comma the outermost clause goes on
        clauses.close_to(0, group.first)
    else:
        while len(stack) > 1 and stack[-1].verb is not None and not stack[-1].verb.finite:
            clauses.pop(group.first)
    before = stack[-1]
    first = group.first if place is None else clauses.phrases[place].first
    if before.verb is None:
        if place is not None:
            before.bare.append(place)
        take(clauses, before, group)
        return
    draft = clauses.open("coordinated", first, None)
    draft.parent = before.index
    draft.governor = before.verb.head
    stack.remove(before)
    before.last = first
    if place is not None:
        draft.bare.append(place)
    take(clauses, draft, group)
    if place is None:
        draft.share_subject(before)


@cache
def thinking_verbs() -> frozenset[str]:
    """Verbs that take a clause without "that": "said he left"."""
    return entries("saying_verbs") | entries("grammar/thinking_verbs")


@cache
def controlling_verbs() -> frozenset[str]:
    """Verbs whose object is the subject of the infinitive after it: "asked him to leave"."""
    return entries("control_verbs") | entries("grammar/wanting_verbs")
