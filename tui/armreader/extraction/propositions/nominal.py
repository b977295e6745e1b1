"""Events that a noun names: with a time of their own, "the visit by X in March", or known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from armreader.extraction.grammar import Argument, Clause, SentenceGrammar
from armreader.extraction.propositions.words import words
from armreader.language.event_classes import classes_of, event_words, family
from armreader.records import Proposition, Span

INSIDE = frozenset(("in", "by"))
"""Prepositions before an event in which another happened: "died in a crash"."""
_LONG = 90
"""The most characters of a noun phrase as a label."""
_LEAST = 3
"""The fewest tokens of one."""
_JOINED = frozenset(
    ("of", "in", "by", "between", "on", "at", "against", "over", "with", "from", "near", "for",
     "to")
)  # fmt: skip
_AGAINST = frozenset(("against", "over", "with", "from", "for", "on"))
_PHRASE = ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS")
"""Tags inside a noun phrase."""
_POINTING = frozenset(
    ("another", "different", "earlier", "other", "previous", "same", "separate",
     "similar", "subsequent")
)  # fmt: skip
"""Adjectives that point to another event of the kind."""
_AHEAD = frozenset(
    ("next", "upcoming", "coming", "planned", "forthcoming", "proposed", "scheduled")
)


def nominal_events(
    grammar: SentenceGrammar, runs: Sequence[tuple[int, int]], times: Sequence[Span]
) -> list[Proposition]:
    """The noun phrases of a sentence that name an event and its time."""
    found = []
    for time, (first, last) in zip(times, runs, strict=True):
        noun = _noun_after(grammar, first, last)
        if noun is None:
            noun = _noun_before(grammar, first)
        if noun is None or grammar.lemma(noun[1]) not in happenings():
            continue
        begin, head, end = noun
        if any(begun <= head < over for begun, over in runs):
            continue  # "in March from 5% a year ago": a month, no march
        if _may_be_ahead(grammar, last, head):
            continue
        spoken = any(family(name) == "say" for name in classes_of(grammar.lemma(head)))
        if spoken or grammar.lemma(head) in words("things", "somebody"):
            continue
        label = [(begin, end)]
        span = grammar.span(begin, end)
        if _is_where(grammar, begin) or not _is_named(grammar, noun, (first, last)):
            continue
        if end - begin < _LEAST or span.end - span.start > _LONG:
            continue
        if grammar.lowers[end - 1] in words("dangling") or _goes_on(grammar, end):
            continue
        if grammar.tags[end - 2 : end] == ["JJ", "CD"]:
            continue  # "wins in three of the last 10"
        if _is_of_several(grammar, last) or _ends_quoted(grammar, begin, end):
            continue
        ahead = any(grammar.lowers[at] in _AHEAD for at in range(max(first - 1, 0), last))
        found.append(
            Proposition(
                span=span,
                trigger=grammar.span(head, head + 1),
                form="nominal",
                status="planned" if ahead else "asserted",
                label=tuple(grammar.span(*run) for run in label),
                lemmas=(grammar.lemma(head),),
                subject=None,
                actor=None,
                time=time,
                weight=-0.1,
            )
        )
    return found


def _may_be_ahead(grammar: SentenceGrammar, last: int, head: int) -> bool:
    """Whether a day of an event may be the next or the last: "needs a win in Friday's ballot"."""
    if grammar.lowers[last : last + 1] != ["'s"]:
        return False
    around = [
        (one.last - one.first, one.verb)
        for one in grammar.clauses
        if one.verb is not None and one.verb.finite and one.first <= head < one.last
    ]
    verb = min(around, key=itemgetter(0))[1] if around else None
    wanted = verb is not None and verb.lemma in words("intending", "wanting")
    return wanted and verb is not None and verb.tense == "present" and not verb.perfect


def _is_where(grammar: SentenceGrammar, begin: int) -> bool:
    """Whether an event only says where or how another came about: "those killed in the fire"."""
    at = begin - (grammar.tags[begin - 1] == "DT") if begin else 0
    return at > 1 and grammar.lowers[at - 1] in INSIDE and grammar.tags[at - 2].startswith("VB")


def _is_named(grammar: SentenceGrammar, noun: tuple[int, int, int], time: tuple[int, int]) -> bool:
    """Whether a phrase names who acts or where something happens: "Lee's visit", "a fire in Oslo".

    The name of the other side is not enough: "a win over Ann Lee", "the board's win".
    """
    begin, head, end = noun
    tags, lowers = grammar.tags, grammar.lowers
    if not _POINTING.isdisjoint(lowers[begin:head]):
        return False  # "a separate accident in Ardal": from which?
    if any(tags[at] == "POS" and tags[at - 1] != "NNP" for at in range(begin + 1, head)):
        return False
    occurs = grammar.lemma(head) in words("occurrence")
    side = next((at for at in range(head, end) if lowers[at] in _AGAINST and not occurs), end)
    named = [
        at
        for at in range(begin, side)
        if tags[at].startswith("NNP") and not time[0] <= at < time[1]
    ]
    acts = any(at < head for at in named) or "by" in lowers[head:side]
    return bool(named) and (acts or occurs)


def _is_of_several(grammar: SentenceGrammar, last: int) -> bool:
    """Whether a time is the first of several: "her visits in 1994, | 1996 and 1999"."""
    after = last + (grammar.lowers[last : last + 1] in ([","], ["and"]))
    return after > last and grammar.tags[after : after + 1] == ["CD"]


def _ends_quoted(grammar: SentenceGrammar, begin: int, end: int) -> bool:
    """Whether marks that open before a phrase close in it: "'sound and | thorough' checks"."""
    return any(
        grammar.words[at] in ("'", "’", "''", "”") and not grammar.lowers[at - 1].endswith("s")
        for at in range(begin + 1, end)
    ) and not any(grammar.words[at] in ("‘", "``", "“") for at in range(begin, end))


def _goes_on(grammar: SentenceGrammar, end: int) -> bool:
    """Whether a phrase is cut inside its last name: "a poll from Ardal | Daily"."""
    after = grammar.tags[end : end + 1]
    return after in (["NNP"], ["NNPS"], ["HYPH"], ["SYM"]) or grammar.lowers[end : end + 1] == ["/"]


@cache
def happenings() -> frozenset[str]:
    """The nouns that name a class of events."""
    return event_words().nouns & event_words().classes.keys()


def _noun_after(grammar: SentenceGrammar, first: int, last: int) -> tuple[int, int, int] | None:
    """The phrase that a time modifies: "Tuesday's primary in Ohio" without "Tuesday's"."""
    if grammar.lowers[last : last + 1] == ["'s"]:
        last += 1
    elif grammar.lowers[last - 1] not in ("'s",) and grammar.tags[first] != "CD":
        return None
    return _phrase(grammar, last)


def _phrase(grammar: SentenceGrammar, begin: int) -> tuple[int, int, int] | None:
    """The phrase from a token on, its noun, and its end with the phrases joined to it."""
    at = begin
    while (
        at < len(grammar)
        and grammar.tags[at][:2] in ("NN", "JJ", "CD", "VB")
        and grammar.tags[at] not in ("VBD", "VBZ", "VBP", "VB")
    ):
        at += 1
    if at == begin or not grammar.tags[at - 1].startswith("NN"):
        return None
    head, end = at - 1, at
    while end + 1 < len(grammar) and grammar.lowers[end] in _JOINED:
        stop = end + 1
        while stop < len(grammar) and grammar.tags[stop] in ("DT", *_PHRASE):
            stop += 1
        if stop == end + 1 or not grammar.tags[stop - 1].startswith(("NN", "CD")):
            break
        end = stop
    if "between" in grammar.lowers[head:end] and grammar.lowers[end : end + 1] == ["and"]:
        return None  # "a meeting between Lee | and the mayor"
    return begin, head, end


def _determined(grammar: SentenceGrammar, head: int) -> bool:
    """Whether a phrase has its article: "the visit by", not "confirmed to have flu by"."""
    while head > 0 and grammar.tags[head][:2] in ("NN", "JJ", "CD"):
        head -= 1
    return grammar.tags[head] in ("DT", "POS", "PRP$")


def _noun_before(grammar: SentenceGrammar, first: int) -> tuple[int, int, int] | None:
    """The phrase that a time follows: "the visit by X" before "in March"."""
    if not first or grammar.lowers[first - 1] not in ("in", "on", "of", "this", "last", "next"):
        if grammar.lowers[first - 1 : first] != ["for"]:
            end = first
        else:
            return None
    else:
        end = first - 1
    at = end - 1
    while at > 0:
        tag, low = grammar.tags[at], grammar.lowers[at]
        if tag.startswith("NN") and grammar.lemma(at) in happenings():
            joined = at + 1 == end or grammar.lowers[at + 1] in _JOINED - {"by"}
            joined = joined or (grammar.lowers[at + 1] == "by" and _determined(grammar, at))
            if joined:
                break
        prefix = tag == "RB" and grammar.tags[at + 1] == "HYPH"  # "then-Speaker Ann Lee"
        towards = low == "to" and grammar.tags[at + 1].startswith("NNP")
        doing = tag == "VBG" and grammar.tags[at - 1] == "DT"  # "the drilling rig"
        if not (
            prefix or doing or towards or tag in ("DT", "IN", "HYPH", *_PHRASE)
        ) or low in words("condition"):
            return None
        at -= 1
    else:
        return None
    begin = at
    while begin > 0 and grammar.tags[begin - 1] in ("HYPH", *_PHRASE):
        begin -= 1
    if grammar.tags[begin] == "POS":
        return None
    return begin, at, end


def is_of_known(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause says more of what was reported before: "the blast killed six"."""
    subject = clause.subject
    own = subject is not None and not subject.shared and _is_known(grammar, subject)
    return own or is_in_known(grammar, clause)


def is_in_known(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause reports a part of what was reported before: "was hurt in the blast"."""
    inside = (one for one in clause.obliques if grammar.lowers[one.first - 1] in INSIDE)
    return any(_is_known(grammar, one) for one in inside)


def _is_known(grammar: SentenceGrammar, one: Argument) -> bool:
    """Whether a noun names an event that the article has reported before: "the blast"."""
    return grammar.lowers[one.first] == "the" and grammar.lemma(one.head) in happenings()
