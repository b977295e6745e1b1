"""Who makes, owns or runs a thing: "the ferry, operated by Blue Line", "Blue Line, its owner"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from armreader.extraction.assertions.cores import agent
from armreader.extraction.assertions.predicates import is_asserted
from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.grammar.syntax import Argument, Clause, NounPhrase
from armreader.language import rows
from armreader.records import Span
from armreader.records.assertion import Assertion

_AND = frozenset(("and", "or", "&"))
_REACH = 5
"""Words after the name of a place within which the "based" of "Tolland-based" is."""


@cache
def _relations() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("thing_relations")}


@cache
def _nouns() -> dict[str, str]:
    return {
        noun: row[1]
        for row in rows("thing_relations")
        if len(row) > 2
        for noun in row[2].split(",")
    }


def role_in(tagged: SentenceGrammar, clause: Clause) -> Iterator[Assertion]:
    """The role that the verb of a clause gives: between a name and a known thing."""
    verb = clause.verb
    relation = verb and _relations().get(verb.lemma)
    if verb is None or not relation or verb.negation is not None or verb.modal:
        return
    if not (verb.finite or verb.passive) or verb.progressive or not is_asserted(tagged, clause):
        return
    if not verb.passive and (len(clause.objects) > 1 or _is_bare_name(tagged, clause)):
        return  # "made the player an offer", "made Lee an offer"
    who = agent(tagged, clause) if verb.passive else clause.subject
    thing = clause.subject if verb.passive else next(iter(clause.objects), None)
    if who is None or thing is None:
        return
    maker, made = (_meant(tagged, clause, one) for one in (who, thing))
    maker = maker and _based(tagged, maker)
    if made is not None and verb.passive and verb.first == verb.head:
        made = _before_comma(tagged, clause) or made
    if maker is None or made is None or maker.span == made.span:
        return
    if _is_named(tagged, maker) and _is_one(tagged, made):
        whole = tagged.span(min(clause.first, who.first), max(clause.last, who.last))
        yield _role(tagged, relation, verb.head, maker.span, made.span, whole)


def _is_bare_name(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether its object is a bare name, of a person or the like: nobody makes or runs that."""
    return bool(clause.objects) and tagged.tags[clause.objects[0].first].startswith("NNP")


def _based(tagged: SentenceGrammar, phrase: NounPhrase) -> NounPhrase | None:
    """The last phrase of "by Ardal, Tolland-based Acme"; None where it is not found."""
    behind = tagged.lowers[phrase.last : phrase.last + _REACH]
    if "based" not in behind or not set(behind[: behind.index("based")]) & {",", "-"}:
        return phrase
    at = phrase.last + behind.index("based") + 1
    return next((one for one in tagged.phrases if one.first <= at < one.last), None)


def _meant(tagged: SentenceGrammar, clause: Clause, argument: Argument) -> NounPhrase | None:
    """The phrase of an argument; for "which", the one before its comma."""
    if tagged.tags[argument.head] in ("WDT", "WP"):
        return _before_comma(tagged, clause)
    return None if argument.phrase is None else tagged.phrases[argument.phrase]


def _before_comma(tagged: SentenceGrammar, clause: Clause) -> NounPhrase | None:
    """The phrase that ends before ", operated by …"."""
    comma = clause.first - 1
    if clause.marker is not None and clause.marker < clause.first:
        comma = clause.marker - 1
    if comma < 0 or tagged.lowers[comma] != ",":
        return None
    return next((one for one in tagged.phrases if one.last == comma), None)


def named_roles(tagged: SentenceGrammar) -> Iterator[Assertion]:
    """The roles that nouns next to a name give: "Blue Line, the ferry operator"."""
    for phrase in tagged.phrases:
        relation = _nouns().get(tagged.lemma(phrase.head))
        other = _named_beside(tagged, phrase) if relation else None
        if not relation or other is None:
            continue
        if not _is_named(tagged, other) or _is_named(tagged, phrase):
            continue
        thing = _thing_of(tagged, phrase)
        if thing is not None:
            span = tagged.span(min(other.first, phrase.first), max(other.last, phrase.last))
            yield _role(tagged, relation, phrase.head, other.span, thing, span)


def _named_beside(tagged: SentenceGrammar, phrase: NounPhrase) -> NounPhrase | None:
    """The phrase that a noun for a role is in apposition to: before its comma, or after it."""
    if phrase.apposition is not None:
        return tagged.phrases[phrase.apposition]
    if phrase.first >= 2 and tagged.lowers[phrase.first - 1] == ",":
        for other in tagged.phrases:
            if other.last == phrase.first - 1:
                return other
    return next((one for one in tagged.phrases if one.apposition is not None
                 and tagged.phrases[one.apposition] is phrase), None)  # fmt: skip


def _role(
    tagged: SentenceGrammar, relation: str, trigger: int, who: Span, thing: Span, span: Span
) -> Assertion:
    at = tagged.span(trigger, trigger + 1)
    return Assertion(span, at, "role", relation, True, who, (thing,))


def _thing_of(tagged: SentenceGrammar, phrase: NounPhrase) -> Span | None:
    """The thing of "the ferry operator", "the ferry's operator", "operator of the ferry"."""
    names = [
        token
        for token in range(phrase.first, phrase.head)
        if tagged.tags[token] not in ("DT", "POS", "PRP$")
    ]
    definite = tagged.lowers[phrase.first] == "the"
    if names and not definite and "POS" not in tagged.tags[phrase.first : phrase.head]:
        return None
    if names:
        return tagged.span(names[0], names[-1] + 1)
    for other in tagged.phrases:
        if other.preposition == phrase.last and tagged.lowers[phrase.last] == "of":
            return other.span if _is_one(tagged, other) else None
    return None


def _is_named(tagged: SentenceGrammar, phrase: NounPhrase) -> bool:
    """Whether a phrase is one name, not several together."""
    if not tagged.tags[phrase.head].startswith("NNP"):
        return False
    if tagged.lowers[phrase.last : phrase.last + 1] == [")"] or len(tagged.words[phrase.head]) < 2:
        return False  # the end of a bracket: "Acme (ACM.N), the owner"
    around = (*tagged.lowers[max(0, phrase.first - 1) : phrase.first],
              *tagged.lowers[phrase.last : phrase.last + 1])  # fmt: skip
    return _AND.isdisjoint(around)


def _is_one(tagged: SentenceGrammar, phrase: NounPhrase) -> bool:
    """Whether a phrase means one known thing: "the ferry", "the Northern Star", not "ferries"."""
    if tagged.tags[phrase.head] not in ("NN", "NNP"):
        return False
    first = tagged.lowers[phrase.first]
    return first in ("the", "this", "that", "its") or tagged.tags[phrase.head] == "NNP"
