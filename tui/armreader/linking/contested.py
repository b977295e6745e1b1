"""Contested claims across the dossier: each with its denial, and who reports it as a fact."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from armreader.language import rows
from armreader.linking.opposed import Opposed
from armreader.linking.opposed_sides import RULES as OPPOSED_RULES
from armreader.linking.terms import terms_of
from armreader.records import (
    Annotations,
    Disagreement,
    Event,
    Passage,
    Proposition,
    Reason,
    Side,
    Span,
)
from armreader.records.contested import Contested
from armreader.records.ids import content_id

RULE = "disagreement-contested"
_YEAR = re.compile(r"\bin ((?:19|20)\d\d)\b")
_SHARED, _PART = 3, 0.75
"""Terms, and their share of the shorter of two clauses, that a claim and a fact have in common."""
_NEAR, _LESS = 1_500, 0.1
"""Within so many characters of one report, one term fewer and this much less share are enough."""
_MOST_FACTS = 2
_WORD = re.compile(r"[a-z]+")


def contested_claims(
    annotated: Sequence[Annotations], events: Iterable[Event], pairs: Sequence[Opposed] = ()
) -> tuple[Disagreement, ...]:
    """One disagreement for each claim that is contested; copies of one report count once.

    Where one of the ``pairs`` asserts such a claim elsewhere, that assertion is a side too.
    """
    lemmas = {lemma for one in annotated for each in one.contested for lemma in each.lemmas}
    if not any(one.contested for one in annotated):
        return ()
    opposite = _Opposite(pairs)
    facts: defaultdict[str, list[tuple[Annotations, Proposition]]] = defaultdict(list)
    for one in annotated:
        if one.article.repeats:
            continue
        for fact in one.propositions:
            if fact.status == "asserted" or _is_hedged(one.article.text, fact):
                for lemma in lemmas.intersection(fact.lemmas):
                    facts[lemma].append((one, fact))
    about = _Events(events, {one.article.id for one in annotated if one.contested})
    found: dict[str, Disagreement] = {}
    for one in annotated:
        if one.article.repeats:
            continue
        for contested in one.contested:
            if _is_past(one, contested):
                continue
            made = _disagreement(one, contested, facts, about, opposite)
            words = terms_of(one.article.text).inside(contested.claim)
            found.setdefault(" ".join(words), made)
    return tuple(found.values())


def _is_past(one: Annotations, contested: Contested) -> bool:
    """Whether it was contested in an earlier year: "an advert in 2008 questioned whether …"."""
    day = one.article.publication.range
    years = _YEAR.findall(one.article.text, *contested.denial)
    latest = day.latest.year if day and day.latest else None
    return latest is not None and any(int(year) < latest for year in years)


def contested_before(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """The disagreements about claims: no other correction changes them."""
    return tuple(one for one in found if one.reason.rule in (RULE, *OPPOSED_RULES))


def answers_contested(pair: Opposed, annotated: Mapping[str, Sequence[Contested]]) -> bool:
    """Whether a pair's denial already belongs to a contested claim."""
    span = pair.no.made.span
    return any(
        one.claim.start < span.end and span.start < one.claim.end
        for one in annotated.get(pair.no.article, ())
    )


class _Opposite:
    """What is asserted elsewhere against each rebuttal, by the place of the rebuttal."""

    def __init__(self, pairs: Iterable[Opposed]) -> None:
        self._at: defaultdict[str, list[Opposed]] = defaultdict(list)
        for pair in pairs:
            if pair.no.made.form == "rebuttal":
                self._at[pair.no.article].append(pair)

    def sides(self, article: str, claim: Span) -> list[Side]:
        """The first stretches elsewhere that assert a claim."""
        found: dict[tuple[str, Span], Side] = {}
        for pair in self._at[article]:
            span = pair.no.made.span
            if claim.start < span.end and span.start < claim.end:
                yes = pair.yes
                found[yes.article, yes.made.span] = Side(yes.article, yes.made.span, "reported")
        return list(found.values())[:_MOST_FACTS]


class _Events:
    """Events by where these articles mention them."""

    def __init__(self, events: Iterable[Event], articles: AbstractSet[str]) -> None:
        self._at: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        for event in events:
            for mention in event.mentions:
                if mention.article in articles:
                    self._at[mention.article].append((mention.trigger, event.id))

    def inside(self, article: str, span: Span) -> str:
        """The event whose trigger is in a stretch; empty where there is none."""
        for trigger, event in self._at[article]:
            if span.start <= trigger.start and trigger.end <= span.end:
                return event
        return ""


def _disagreement(
    one: Annotations,
    contested: Contested,
    facts: dict[str, list[tuple[Annotations, Proposition]]],
    about: _Events,
    opposite: _Opposite,
) -> Disagreement:
    article = one.article
    asserted = opposite.sides(article.id, contested.claim) or _asserted_elsewhere(
        one, contested, facts
    )
    sides = [
        *asserted,
        Side(article.id, contested.claim, "claimed"),
        Side(article.id, contested.denial, "denied"),
    ]
    passages = tuple(Passage(side.article, *side.span) for side in sides)
    ident = content_id("d", article.id, str(contested.claim.start), "contested")
    event = about.inside(article.id, contested.claim)
    return Disagreement(ident, event, "denial", tuple(sides), Reason(RULE, passages))


def _is_hedged(text: str, fact: Proposition) -> bool:
    """Whether it is reported without being vouched for: "the test was supposedly done"."""
    words = text[slice(*fact.cue)].lower().split() if fact.cue else []
    return any(word.endswith("edly") for word in words)


def _has_its_subject(text: str, fact: Proposition, wanted: AbstractSet[str]) -> bool:
    """Whether what is contested names the head of the subject: "a test" of "the ghost test"."""
    subject = terms_of(text).inside(fact.subject) if fact.subject else []
    return fact.subject is None or not wanted.isdisjoint(subject[-1:])


def _referred_to(text: str, contested: Contested) -> set[str]:
    """The terms of who contests, if the claim is of them: "he denied that his firm was slow"."""
    words = _WORD.findall(text.lower(), *contested.claim)
    if _referring().isdisjoint(words):
        return set()
    return set(terms_of(text).inside(contested.denial))


@cache
def _referring() -> frozenset[str]:
    """Pronouns and possessives."""
    kinds = ("pronoun", "possessive")
    return frozenset(row[0] for row in rows("function_words") if row[1] in kinds)


def _is_attributed(text: str, span: Span) -> bool:
    """Whether a clause is somebody's claim, not a fact: "according to the mayor, it was"."""
    return "according to" in text[slice(*span)].lower()


def _asserted_elsewhere(
    one: Annotations,
    contested: Contested,
    facts: dict[str, list[tuple[Annotations, Proposition]]],
) -> list[Side]:
    """Clauses elsewhere that report the contested claim as a fact."""
    within = terms_of(one.article.text).within(contested.claim)
    wanted = set(within.terms)
    subjects = wanted | _referred_to(one.article.text, contested)
    names = {term for term, name in zip(within.terms, within.names, strict=True) if name}
    scored = []
    for lemma in contested.lemmas:
        for number, (other, fact) in enumerate(facts.get(lemma, ())):
            near = other is one and fact.span.start < contested.claim.end
            if near and contested.denial.start < fact.span.end:
                continue
            terms = set(terms_of(other.article.text).inside(fact.span))
            if _is_attributed(other.article.text, fact.span):
                continue  # "according to the mayor, …" is of the mayor
            shared = len(wanted & terms)
            if wanted & terms <= names:
                continue  # they share nothing but a name
            close = other is one and abs(fact.span.start - contested.claim.start) <= _NEAR
            if fact.status == "asserted":
                least = (_PART - close * _LESS) * min(len(wanted), len(terms))
                fits = shared >= max(_SHARED - close, least)
            else:
                fits = close
            if fits and _has_its_subject(other.article.text, fact, subjects):
                scored.append((-shared, number, Side(other.article.id, fact.span, "reported")))
    return [side for *_, side in sorted(scored, key=lambda one: one[:2])[:_MOST_FACTS]]
