"""Contested claims across the dossier: each with its denial, and who tells it as a fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

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
_SHARED, _PART = 3, 0.6
"""Terms, and their share of the shorter of two clauses, that a claim and a fact have in common."""
_MOST_FACTS = 2


def contested_claims(
    annotated: Sequence[Annotations], events: Iterable[Event]
) -> tuple[Disagreement, ...]:
    """One disagreement for each claim that is contested; copies of one report count once."""
    facts: defaultdict[str, list[tuple[Annotations, Proposition]]] = defaultdict(list)
    for one in annotated:
        if one.article.repeats:
            continue
        for fact in one.propositions:
            if fact.status == "asserted":
                for lemma in dict.fromkeys(fact.lemmas):
                    facts[lemma].append((one, fact))
    about = _Events(events)
    found: dict[str, Disagreement] = {}
    for one in annotated:
        if one.article.repeats:
            continue
        for contested in one.contested:
            made = _disagreement(one, contested, facts, about)
            words = terms_of(one.article.text).within(contested.claim).terms
            found.setdefault(" ".join(words), made)
    return tuple(found.values())


def contested_before(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """Those of the disagreements that are contested claims: no correction changes them."""
    return tuple(one for one in found if one.reason.rule == RULE)


class _Events:
    """Events by where they are mentioned."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._at: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        for event in events:
            for mention in event.mentions:
                self._at[mention.article].append((mention.trigger, event.id))

    def inside(self, article: str, span: Span) -> str:
        """The event whose trigger stands in a stretch; empty where none does."""
        for trigger, event in self._at[article]:
            if span.start <= trigger.start and trigger.end <= span.end:
                return event
        return ""


def _disagreement(
    one: Annotations,
    contested: Contested,
    facts: dict[str, list[tuple[Annotations, Proposition]]],
    about: _Events,
) -> Disagreement:
    article = one.article
    sides = [
        *_told(one, contested, facts),
        Side(article.id, contested.claim, "claimed"),
        Side(article.id, contested.denial, "denied"),
    ]
    passages = tuple(Passage(side.article, *side.span) for side in sides)
    ident = content_id("d", article.id, str(contested.claim.start), "contested")
    event = about.inside(article.id, contested.claim)
    return Disagreement(ident, event, "denial", tuple(sides), Reason(RULE, passages))


def _told(
    one: Annotations,
    contested: Contested,
    facts: dict[str, list[tuple[Annotations, Proposition]]],
) -> list[Side]:
    """Clauses elsewhere that tell as a fact what is contested."""
    wanted = set(terms_of(one.article.text).within(contested.claim).terms)
    scored = []
    for lemma in contested.lemmas:
        for number, (other, fact) in enumerate(facts.get(lemma, ())):
            near = other is one and fact.span.start < contested.claim.end
            if near and contested.denial.start < fact.span.end:
                continue
            terms = set(terms_of(other.article.text).within(fact.span).terms)
            shared = len(wanted & terms)
            if shared >= _SHARED and shared >= _PART * min(len(wanted), len(terms)):
                scored.append((-shared, number, Side(other.article.id, fact.span, "told")))
    return [side for *_, side in sorted(scored, key=lambda one: one[:2])[:_MOST_FACTS]]
