"""Words that join: prepositions, subordinators, relative and question words."""

from __future__ import annotations

from functools import cache

from armreader.extraction.grammar.drafts import Draft, OpenClauses, subordinators
from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.phrases import NOUNS
from armreader.extraction.grammar.syntax import FINITE, NounPhrase
from armreader.language import entries

_AHEAD = 14
"""Tokens searched for the verb of a clause that "after" or "as" may open."""


def read_joining_word(clauses: OpenClauses, at: int) -> int:
    lower = clauses.lowers[at]
    clauses.preposition = None
    after = clauses.tags[at + 1] if at + 1 < len(clauses.tags) else ""
    if lower == "that" and clauses.tags[at] == "IN":
        _open_that(clauses, at)
    elif _subordinates(clauses, at, lower, after):
        top = clauses.stack[-1]
        verb = top.verb
        asks = lower in ("whether", "if") and verb is not None and verb.last >= at - 1
        draft = clauses.open("complement" if asks else "adverbial", at, at)
        draft.governor = verb.head if verb else None
        draft.after_comma = clauses.comma == at - 1
    else:
        clauses.preposition = at
    clauses.joining = None
    return at + 1


def _subordinates(clauses: OpenClauses, at: int, lower: str, after: str) -> bool:
    kind = subordinators().get(lower, "")
    if kind == "always":
        return after != "VBG" and after != "VBN"
    return kind == "perhaps" and after != "VBG" and clause_ahead(clauses, at + 1)


def clause_ahead(clauses: OpenClauses, first: int) -> bool:
    """Whether a phrase and then a finite verb come before a mark or another joining word."""
    seen = False
    for at in range(first, min(first + _AHEAD, len(clauses.tags))):
        tag = clauses.tags[at]
        if tag in FINITE:
            return seen
        if tag in NOUNS or tag in ("PRP", "EX", "DT", "CD"):
            seen = True
        elif (
            tag in (",", ".", ":", "CC", "WDT", "WP", "WP$", "WRB", "TO")
            or tag in ("VBG", "VB")
            or (tag == "IN" and clauses.lowers[at] not in ("of", "in", "on", "at", "for"))
        ):
            return False
    return False


def _open_that(clauses: OpenClauses, at: int) -> None:
    top = clauses.stack[-1]
    before = clauses.phrases[-1] if clauses.phrases else None
    draft = clauses.open("complement", at, at)
    noun = before is not None and before.last == at and clauses.tags[before.head] in NOUNS
    explained = before is not None and lemma(clauses.lowers[before.head], "NNS") in _fact_nouns()
    if noun and before and explained and not _is_said_in(clauses, top, before):
        draft.governor = before.head
    elif top.verb:
        draft.governor = top.verb.head
        if clauses.joining is not None and _same_governor(clauses, draft):
            return
    elif before:
        draft.governor = before.head


def _is_said_in(clauses: OpenClauses, top: Draft, phrase: NounPhrase) -> bool:
    """Whether a noun is only what somebody says something in: "said in a statement that"."""
    at = phrase.preposition
    said = top.verb is not None and top.verb.lemma in entries("saying_verbs")
    if not said or at is None:
        return False
    occasion = clauses.lowers[phrase.head] in entries("occasions")
    return occasion or (clauses.lowers[at] == "in" and not (top.objects or top.bare))


def _same_governor(clauses: OpenClauses, draft: Draft) -> bool:
    """ "said that … and that …": the second depends on the same verb as the first."""
    stack = clauses.stack
    if len(stack) > 2 and stack[-2].kind == "complement" and stack[-2].parent is not None:
        first = stack[-2]
        draft.parent, draft.governor = first.parent, first.governor
        stack.remove(first)
        first.last = draft.first
        return True
    return False


def open_whose(clauses: OpenClauses, at: int) -> None:
    """Open the clause that "whose" begins after a noun: "Lee, whose boat sank, sued"."""
    before, opener = _noun_before(clauses, at)
    if before is None:
        return
    draft = clauses.open("relative", opener, at)
    draft.governor = before.head
    draft.after_comma = clauses.comma == opener - 1
    clauses.joining = None


def _noun_before(clauses: OpenClauses, at: int) -> tuple[NounPhrase | None, int]:
    """The noun phrase right before a question word, also before a comma; and where they part."""
    before = clauses.phrases[-1] if clauses.phrases else None
    opener = at if clauses.preposition is None else clauses.preposition
    near = before is not None and (
        before.last == opener or (clauses.comma == opener - 1 and before.last == clauses.comma)
    )
    return before if near else None, opener


def read_question_word(clauses: OpenClauses, at: int) -> int:
    tag, lower = clauses.tags[at], clauses.lowers[at]
    before, opener = _noun_before(clauses, at)
    near = before is not None
    relative = tag == "WDT" or (tag == "WP" and lower in ("who", "whom"))
    if near and (relative or (tag == "WRB" and lower in ("where", "why"))):
        draft = clauses.open("relative", opener, at)
        draft.governor = before.head if before else None
    else:
        verb = clauses.stack[-1].verb
        adverbial = lower in ("when", "where", "while", "whenever", "wherever")
        close = verb is not None and opener <= verb.last
        draft = clauses.open("adverbial" if adverbial and not close else "complement", opener, at)
        draft.governor = verb.head if verb else None
        if tag in ("WP", "WDT"):
            draft.subject_token = at
    draft.after_comma = clauses.comma == opener - 1
    clauses.preposition = None
    clauses.joining = None
    return at + 1


@cache
def _fact_nouns() -> frozenset[str]:
    return entries("grammar/fact_nouns")
