"""What a clause says about its subject, and whether it says that it is so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from armreader.extraction.assertions.cores import agent, core, objects_of
from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.grammar.syntax import Argument, Clause
from armreader.language import entries, mapping, rows
from armreader.records import Span
from armreader.records.assertion import Assertion, AssertionForm

_NONE = frozenset(("no", "neither", "none", "nobody", "nothing"))
_FINDING = frozenset(("find", "discover", "detect", "spot", "locate", "identify"))
_BESIDE_VERB = 4
"""Words after a verb within which "not … all" and "not … yet" are found."""
_STEPS = 6
"""How many clauses up governors are checked, and how many clauses down a chain is followed."""


def _opposite(word: str) -> tuple[str, bool] | None:
    return _opposites().get(word)


@cache
def _opposites() -> dict[str, tuple[str, bool]]:
    return {row[0]: (row[2], row[1] == "yes") for row in rows("opposites")}


@cache
def opposed_keys() -> frozenset[str]:
    """What is asserted by a word that has an opposite, and by that opposite."""
    return frozenset(word for word, _ in _opposites().values())


def asserted_by(tagged: SentenceGrammar, clause: Clause) -> Iterator[Assertion]:
    """The assertion of a finite clause that is not a wish, a condition or denied."""
    verb = clause.verb
    if verb is None or not verb.finite or verb.lemma in mapping("accusing_verbs"):
        return
    if not is_asserted(tagged, clause) or _answers(tagged, clause):
        return
    found = assertion_of(tagged, clause, "clause")
    if found:
        yield found


def found_in(tagged: SentenceGrammar, clause: Clause) -> Iterator[Assertion]:
    """From "Divers found two leaks in the hull": there is a leak; from "found no leaks": none."""
    verb = clause.verb
    if verb is None or verb.lemma not in _FINDING or verb.negation is not None or verb.modal:
        return
    things = (clause.subject,) if verb.passive else clause.objects[:1]
    if not is_asserted(tagged, clause):
        return
    for one in things:
        if one is None or one.phrase is None or not tagged.tags[one.head].startswith("NN"):
            continue
        around = objects_of(tagged, clause)
        yield Assertion(
            tagged.span(clause.first, clause.last),
            tagged.span(one.head, one.head + 1),
            *("clause", tagged.lemma(one.head), not _is_none(tagged, one), None, around),
        )


def _answers(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether it says how somebody answers what was said: "rejected claims", "denied it"."""
    if clause.verb is None or clause.verb.lemma not in entries("contesting_verbs"):
        return False
    if clause.verb.lemma != "reject":
        return True
    rejected = clause.subject if clause.verb.passive else next(iter(clause.objects), None)
    return rejected is None or tagged.lemma(rejected.head) in entries("claiming_nouns")


def is_asserted(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether the content of a clause is asserted, by what opens it and what governs it."""
    unasserted, contesting = entries("unasserted"), entries("contesting_verbs")
    at = clause
    for _ in range(_STEPS):
        if at.verb is not None and at.verb.modal:
            return False
        if at.marker is not None and tagged.lowers[at.marker] in unasserted:
            return False
        if _after_as(tagged, at) or _is_denied_saying(tagged, at):
            return False
        if at.parent is None or at.parent == at.index:
            return True
        above = tagged.clauses[at.parent]
        if at.kind in ("complement", "infinitive", "participle"):
            governor = None if at.governor is None else tagged.lemma(at.governor)
            for lemma in (governor, above.verb.lemma if above.verb else None):
                if lemma in unasserted or lemma in contesting:
                    return False
            if above.verb is not None and above.verb.negation is not None:
                return False
            if governor in entries("claiming_nouns") or _denies(tagged, above):
                return False
        elif at.kind == "relative":
            return True
        at = above
    return True


def _is_denied_saying(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether an infinitive right before it leaves it open: "no way to say it was unsafe"."""
    if clause.marker is not None or clause.first == 0:
        return False
    before = [one for one in tagged.clauses if one.last == clause.first and one is not clause]
    return any(
        one.kind == "infinitive"
        and one.parent is not None
        and _denies(tagged, tagged.clauses[one.parent])
        for one in before
    )


def _after_as(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether it is what something only looks like: "as though it were safe"."""
    words = tagged.lowers[max(0, clause.first - 2) : clause.first + 2]
    return any(pair in (("as", "though"), ("as", "if")) for pair in pairwise(words))


def _denies(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause says that something is not there or untrue: "there was no evidence"."""
    subject = clause.subject
    if subject is not None and _is_none(tagged, subject):
        return True  # also of "there is no way"
    named = (*clause.objects, *((clause.predicate,) if clause.predicate else ()))
    if any(_is_none(tagged, one) for one in named):
        return True
    side = clause.predicate and _opposite(tagged.lemma(clause.predicate.head))
    return bool(side and side == ("true", False))


def _is_none(tagged: SentenceGrammar, argument: Argument) -> bool:
    first = argument.head
    if argument.phrase is not None:
        first = tagged.phrases[argument.phrase].first
    return tagged.lowers[first] in _NONE


def assertion_of(
    tagged: SentenceGrammar, clause: Clause, form: AssertionForm, denied: bool = False
) -> Assertion | None:
    """What a clause and the verbs that it opens assert; None where that is too little."""
    if _is_partial(tagged, clause) or _is_of_infinitive(tagged, clause):
        return None
    last, holds = _end_of_chain(tagged, clause)
    if last is None or last.verb is None:
        return None
    subject = clause.subject or last.subject
    if last.verb.lemma == "work" and not _is_success(tagged, last, subject):
        return None
    objects = objects_of(tagged, last)
    word, trigger = last.verb.lemma, last.verb.head
    if last.verb.particle is not None:
        word = f"{word} {tagged.lowers[last.verb.particle]}"
    if last.predicate is not None:
        word, trigger = tagged.lemma(last.predicate.head), last.predicate.head
        adverb = tagged.tags[trigger].startswith("JJ") or _opposite(word) is not None
        if not adverb and not tagged.tags[trigger].startswith("NN"):
            return None
    elif word in entries("light_verbs"):
        return None
    if subject is not None and _is_none(tagged, subject):
        holds = not holds
    if any(_is_none(tagged, one) for one in last.objects):
        holds = not holds
    is_state = last.verb.passive and agent(tagged, last) is None
    is_state = is_state and _opposite(tagged.lowers[trigger]) is not None  # "was closed"
    opposite = _opposite(tagged.lowers[trigger] if is_state else word)
    if opposite:
        word, side = opposite
        holds = holds == side
    if denied:
        holds = not holds
    doer: Span | None = None
    if subject is not None and tagged.lowers[subject.head] not in _NONE:
        doer = core(tagged, subject)
    if last.verb.passive and not is_state:
        by = agent(tagged, last)
        objects = (*((doer,) if doer else ()), *objects)
        doer = core(tagged, by) if by is not None else None
    if not objects and (doer is None or (form == "clause" and _goes_on(last))):
        return None
    return Assertion(
        _shown(tagged, clause, last),
        tagged.span(trigger, trigger + 1),
        form,
        word,
        holds,
        doer,
        objects,
    )


def _goes_on(clause: Clause) -> bool:
    """Whether something only goes on: "the votes are counting" is not "the votes count"."""
    verb = clause.verb
    return bool(verb and verb.progressive and verb.lemma != "work" and clause.predicate is None)


def _is_success(tagged: SentenceGrammar, clause: Clause, subject: Argument | None) -> bool:
    """Whether "work" means that a thing does what it should: "the pump was working"."""
    if clause.objects or clause.obliques or subject is None:
        return False
    tag, lower = tagged.tags[subject.head], tagged.lowers[subject.head]
    return lower == "it" or (tag in ("NN", "NNS") and lower not in entries("people_words"))


def _shown(tagged: SentenceGrammar, clause: Clause, last: Clause) -> Span:
    first = clause.first
    if clause.marker is not None and first <= clause.marker:
        first = clause.marker + 1
    return tagged.span(min(first, last.last - 1), max(clause.last, last.last))


def _is_partial(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether it is denied only in part or for a time: "not only", "not yet", "no longer"."""
    if clause.verb is None:
        return True
    last = clause.verb.last + _BESIDE_VERB
    words = tagged.lowers[clause.first : min(clause.last, last)]
    if not any(word in ("not", "n't", "never", *_NONE) for word in words):
        return False
    return not entries("partial_denials").isdisjoint(words)


def _is_of_infinitive(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether "not" goes with what follows: "they were ordered not to land"."""
    verb = clause.verb
    if verb is None or verb.negation is None or verb.negation < verb.head:
        return False
    return tagged.lowers[verb.negation + 1 : verb.negation + 2] == ["to"]


def _end_of_chain(tagged: SentenceGrammar, clause: Clause) -> tuple[Clause | None, bool]:
    """The clause whose verb carries the assertion, and whether the verbs before allow it."""
    chain, holds, at = mapping("chain_verbs"), True, clause
    for _ in range(_STEPS):
        verb = at.verb
        if verb is None or verb.modal:
            return None, holds
        if verb.negation is not None:
            holds = not holds
        below = [
            one
            for one in tagged.clauses
            if one.parent == at.index and one.kind in ("infinitive", "participle")
            if one.index in at.complements or one.governor == verb.head
        ]
        if not below:
            return at, holds
        lemma = verb.lemma
        if at.predicate is not None or lemma not in chain or len(below) > 1:
            return None, holds
        if lemma == "be" and (below[0].verb is None or _opposite(below[0].verb.lemma) is None):
            return None, holds  # "was to leave", but "was not to blame"
        holds = holds == (chain[lemma] == "yes")
        at = below[0]
    return None, holds
