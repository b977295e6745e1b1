"""Which clause a verb group belongs to: one that waits for it, or one that it opens."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from armreader.extraction.grammar.phrases import NOUNS, VERBS, verb_group, verb_group_end
from armreader.extraction.grammar.syntax import NounPhrase, VerbGroup
from armreader.language import entries

if TYPE_CHECKING:
    from armreader.extraction.grammar.clauses import ClauseBuilder, Draft

_INVERTING = frozenset(("be", "do", "have"))
_ADVERBS = frozenset(("RB", "RBR", "RBS"))


def read_verb(builder: ClauseBuilder, first: int) -> int:
    """Give the verb group that begins at a token to its clause; the token after it."""
    tags, lowers = builder.tags, builder.lowers
    last, head = verb_group_end(tags, lowers, first)
    if head < 0:
        return first + 1
    group = verb_group(tags, lowers, builder.places, (first, last, head))
    if not group.finite and tags[first] in ("VBN", "VBG") and _describes(builder, first, last):
        return first + 1
    if not group.finite and _lost_past(builder, group):
        group = group._replace(finite=True, tense="past", passive=False)
    if group.finite:
        inverted = _inverted(builder, group)
        if inverted is not None:
            return inverted
        _finite(builder, group)
    elif tags[first] == "TO":
        _infinitive(builder, group)
    elif tags[head] == "VB":
        _bare_infinitive(builder, group)
    else:
        _participle(builder, group)
    builder.loose = []
    builder.joining = None
    builder.preposition = None
    return last


def _describes(builder: ClauseBuilder, first: int, last: int) -> bool:
    """Whether a lone participle stands before its noun: "rising prices fell"."""
    tags = builder.tags
    if last - first > 1 or first + 1 >= len(tags) or tags[first + 1] not in NOUNS:
        return False
    return tags[first] == "VBN" and tags[first - 1 : first] in (["IN"], ["CC"], ["JJ"])


def _lost_past(builder: ClauseBuilder, group: VerbGroup) -> bool:
    """Whether a participle is the past that its clause waits for: none other comes."""
    top = builder.stack[-1]
    return (
        builder.tags[group.first] == "VBN"
        and group.first == group.head
        and builder.last_finite < group.head
        and top.verb is None
        and bool(top.bare)
        and bool(builder.loose)
        and builder.preposition is None
        and (group.last >= len(builder.tags) or builder.lowers[group.last] != "by")
    )


def _inverted(builder: ClauseBuilder, group: VerbGroup) -> int | None:
    """A question: "did he go"; the token after its main verb, or None for no question."""
    tags, lowers = builder.tags, builder.lowers
    at = group.last
    auxiliary = group.lemma in _INVERTING or tags[group.head] == "MD"
    if not auxiliary or builder.loose or at >= len(tags):
        return None
    from armreader.extraction.grammar.phrases import noun_phrase_end

    if tags[at] not in ("PRP", "DT", "NNP", "PRP$", "NN", "NNS", "EX"):
        return None
    end, _ = noun_phrase_end(tags, builder.words, at)
    after = end
    while after < len(tags) and tags[after] in _ADVERBS and after < end + 3:
        after += 1
    if after >= len(tags) or tags[after] not in VERBS or tags[after] in ("VBD", "VBP", "VBZ"):
        return None
    last, head = verb_group_end(tags, lowers, after)
    builder.read_phrase(at)
    whole = verb_group(
        tags, lowers, builder.places, (group.first, group.last, group.head), head
    )._replace(last=last)
    _finite(builder, whole)
    builder.loose = []
    return last


# Finite verbs


def _finite(builder: ClauseBuilder, group: VerbGroup) -> None:
    top = builder.stack[-1]
    candidate = _candidate(builder)
    if top.verb is None:
        _take(builder, top, group)
        return
    waiting = _waiting(builder)
    fresh = candidate is not None and builder.phrases[candidate].first > top.verb.head
    if builder.joining is not None and _near(builder, builder.joining, group.first):
        _coordinate(builder, group, None)
    elif fresh and candidate is not None:
        _with_new_subject(builder, group, candidate, waiting)
    elif waiting is not None:
        builder.close_to(waiting, group.first)
        _take(builder, builder.stack[-1], group)
    elif builder.comma == group.first - 1 or builder.comma > top.verb.head:
        builder.close_to(0, group.first)
        _sibling(builder, group, None)
    else:
        _coordinate(builder, group, None)


def _near(builder: ClauseBuilder, joining: int, first: int) -> bool:
    return all(builder.tags[at] in _ADVERBS for at in range(joining + 1, first))


def _candidate(builder: ClauseBuilder) -> int | None:
    """The last phrase since the verb before that may be a subject."""
    for place in reversed(builder.loose[-4:]):
        phrase = builder.phrases[place]
        if not phrase.time and phrase.preposition is None and phrase.apposition is None:
            return place
    return None


def _waiting(builder: ClauseBuilder) -> int | None:
    """The depth of the innermost clause that has no verb yet."""
    for depth in range(len(builder.stack) - 1, max(-1, len(builder.stack) - 12), -1):
        if builder.stack[depth].verb is None:
            return depth
    return 0 if builder.stack[0].verb is None else None


def _take(builder: ClauseBuilder, draft: Draft, group: VerbGroup) -> None:
    """Give a clause its verb, and the subject that it has gathered."""
    draft.verb = group
    place = _own_subject(builder, draft)
    draft.bare = []
    if place is not None:
        phrase = builder.phrases[place]
        draft.subject = phrase.conjunct if phrase.conjunct is not None else place
        if builder.lowers[phrase.head] == "there" and builder.tags[phrase.head] == "EX":
            draft.subject = None
    elif draft.kind == "relative" and draft.governor is not None:
        draft.subject_token = draft.governor
        draft.subject_shared = True
    elif draft.subject_token is None and builder.drafts[-1].kind == "participle":
        gerund = builder.drafts[-1]
        opens = gerund.verb and gerund.marker is None and gerund.parent == draft.index
        if opens and builder.comma < gerund.first:
            draft.subject_clause = gerund.index


def _own_subject(builder: ClauseBuilder, draft: Draft) -> int | None:
    for place in reversed(draft.bare[-4:]):
        phrase = builder.phrases[place]
        if not phrase.time and builder.tags[phrase.head] != "CD":
            return place
    return draft.bare[-1] if draft.bare else None


def _release(builder: ClauseBuilder, place: int) -> NounPhrase:
    """Take a phrase from the clause that holds it as object: it is a subject."""
    phrases = builder.phrases
    phrase = phrases[place]
    if phrase.conjunct is not None and builder.joining is None:
        between = range(phrases[place - 1].last, phrase.first) if place else range(0)
        if not any(builder.tags[at] == "CC" for at in between):
            return phrases[phrase.conjunct]
    for draft in builder.stack[-2:]:
        for held in (draft.objects, draft.bare, draft.obliques):
            if place in held:
                held.remove(place)
        if draft.predicate == place:
            draft.predicate = None
    phrases[place] = phrase = phrase._replace(conjunct=None, apposition=None)
    return phrase


def _with_new_subject(
    builder: ClauseBuilder, group: VerbGroup, place: int, waiting: int | None
) -> None:
    """A verb with a subject of its own after a clause that has its verb: what joins the two?"""
    top = builder.stack[-1]
    verb = top.verb
    if verb is None:
        return
    first = builder.phrases[place]
    if first.conjunct is not None:
        start = builder.phrases[first.conjunct]
        if builder.adjacent(first.conjunct, verb) and verb.lemma in _thinking():
            place, first = first.conjunct, start
    phrase = _release(builder, place)
    joined = any(builder.tags[at] == "CC" for at in range(max(0, phrase.first - 2), phrase.first))
    if builder.comma > verb.head and waiting is not None and not joined:
        builder.close_to(waiting, phrase.first)
        outer = builder.stack[-1]
        outer.bare.append(place)
        _take(builder, outer, group)
    elif joined:
        _coordinate(builder, group, place)
    elif builder.comma < verb.head and verb.lemma in _thinking():
        draft = builder.open("complement", phrase.first, None)
        draft.governor = verb.head
        draft.bare.append(place)
        _take(builder, draft, group)
    elif builder.comma < verb.head and place and builder.phrases[place - 1].last == phrase.first:
        draft = builder.open("relative", phrase.first, None)
        draft.governor = builder.phrases[place - 1].head
        draft.bare.append(place)
        _take(builder, draft, group)
    else:
        builder.close_to(0, phrase.first)
        _sibling(builder, group, place)


def _sibling(builder: ClauseBuilder, group: VerbGroup, place: int | None) -> None:
    """A clause beside the main one, without a joining word: "“…,” he said" governs."""
    main = builder.stack[0]
    if main.verb is None:
        if place is not None:
            main.bare.append(place)
        _take(builder, main, group)
        return
    first = group.first if place is None else builder.phrases[place].first
    draft = builder.open("coordinated", first, None)
    if place is not None:
        draft.bare.append(place)
    _take(builder, draft, group)
    if place is None:
        _share_subject(draft, main)
    builder.stack.remove(main)
    main.last = first
    if group.lemma in _thinking() and builder.comma == first - 1:
        draft.kind, draft.parent = "main", None
        main.kind, main.parent, main.governor = "complement", draft.index, group.head


def _coordinate(builder: ClauseBuilder, group: VerbGroup, place: int | None) -> None:
    """A verb after "and": its clause goes on beside the clause before."""
    stack = builder.stack
    if place is not None and builder.comma >= builder.phrases[place].first - 2:
        while len(stack) > 1 and stack[-1].kind != "complement":
            builder.pop(group.first)
    else:
        while len(stack) > 1 and stack[-1].verb is not None and not stack[-1].verb.finite:
            builder.pop(group.first)
    before = stack[-1]
    first = group.first if place is None else builder.phrases[place].first
    if before.verb is None:
        if place is not None:
            before.bare.append(place)
        _take(builder, before, group)
        return
    draft = builder.open("coordinated", first, None)
    draft.parent = before.index
    draft.governor = before.verb.head
    stack.remove(before)
    before.last = first
    if place is not None:
        draft.bare.append(place)
    _take(builder, draft, group)
    if place is None:
        _share_subject(draft, before)


def _share_subject(draft: Draft, other: Draft) -> None:
    draft.subject, draft.subject_token = other.subject, other.subject_token
    draft.subject_clause = other.subject_clause
    draft.subject_shared = True


# Verbs that are not finite


def _infinitive(builder: ClauseBuilder, group: VerbGroup) -> None:
    tags, top = builder.tags, builder.stack[-1]
    before = group.first - 1
    while before >= 0 and tags[before] in _ADVERBS:
        before -= 1
    joins = builder.joining is not None and top.kind == "infinitive" and top.verb is not None
    if joins:
        builder.pop(group.first)
        draft = builder.open("infinitive", group.first, None)
        draft.parent, draft.governor = top.parent, top.governor
        draft.verb = group
        _share_subject(draft, top)
        return
    draft = builder.open("infinitive", group.first, group.first)
    draft.verb = group
    verb = top.verb
    phrase = builder.phrases[-1] if builder.phrases else None
    if verb is not None and before < verb.last:
        draft.governor = verb.head
        _share_subject(draft, top)
    elif verb is not None and phrase is not None and phrase.last == before + 1:
        place = len(builder.phrases) - 1
        if place in top.objects and verb.lemma in _controlling():
            draft.governor = verb.head
            draft.subject, draft.subject_shared = place, True
        elif place == top.predicate and tags[phrase.head] in ("JJ", "JJR"):
            draft.governor = phrase.head
            _share_subject(draft, top)
        else:
            draft.governor = phrase.head
            _share_subject(draft, top)
    elif verb is not None:
        draft.governor = verb.head
        draft.kind = "infinitive"
        _share_subject(draft, top)
    elif phrase is not None:
        draft.governor = phrase.head


def _bare_infinitive(builder: ClauseBuilder, group: VerbGroup) -> None:
    """A base form without "to": an order, "let him go", or "would … and go"."""
    top = builder.stack[-1]
    if top.verb is None and not top.bare:
        top.verb = group._replace(finite=True, tense="present")
        return
    if builder.joining is not None and top.verb is not None:
        draft = builder.open("coordinated", group.first, None)
        draft.parent, draft.governor = top.index, top.verb.head
        builder.stack.remove(top)
        top.last = group.first
        draft.verb = group._replace(
            finite=top.verb.finite, tense=top.verb.tense, modal=top.verb.modal
        )
        _share_subject(draft, top)
        return
    if top.verb is None:
        _take(builder, top, group._replace(finite=True, tense="present"))
        return
    draft = builder.open("infinitive", group.first, None)
    draft.verb = group
    draft.governor = top.verb.head
    if top.objects:
        draft.subject, draft.subject_shared = top.objects[-1], True
    else:
        _share_subject(draft, top)


def _participle(builder: ClauseBuilder, group: VerbGroup) -> None:
    tags, top = builder.tags, builder.stack[-1]
    before = group.first - 1
    while before >= 0 and tags[before] in _ADVERBS:
        before -= 1
    marker = builder.preposition
    phrase = builder.phrases[-1] if builder.phrases else None
    if builder.joining is not None and top.verb is not None and top.kind == "participle":
        builder.pop(group.first)
        draft = builder.open("participle", group.first, None)
        draft.parent, draft.governor = top.parent, top.governor
        _share_subject(draft, top)
        draft.verb = group
        return
    if builder.joining is not None and top.verb is not None and not top.verb.modal:
        same = tags[top.verb.head] == tags[group.head] and top.verb.first < top.verb.head
        if same:
            _coordinate(builder, group._replace(passive=top.verb.passive), None)
            return
    verb = top.verb
    draft = builder.open("participle", group.first if marker is None else marker, marker)
    draft.verb = group
    draft.after_comma = builder.comma == before
    if marker is not None:
        draft.governor = verb.head if verb else None
        _share_subject(draft, top)
    elif verb is not None and before < verb.last and before >= 0:
        draft.governor = verb.head
        _share_subject(draft, top)
    elif phrase is not None and phrase.last == before + 1:
        draft.governor = phrase.head
        draft.subject, draft.subject_shared = len(builder.phrases) - 1, True
    else:
        draft.governor = verb.head if verb else None
        if verb is None and top.bare:
            draft.subject, draft.subject_shared = top.bare[-1], True
        else:
            _share_subject(draft, top)


@cache
def _thinking() -> frozenset[str]:
    """Verbs that take a clause without "that": "said he left"."""
    return entries("saying_verbs") | entries("grammar/thinking_verbs")


@cache
def _controlling() -> frozenset[str]:
    """Verbs whose object is the subject of the infinitive after it: "asked him to leave"."""
    return entries("control_verbs")
