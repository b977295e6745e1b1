"""Opposed assertions as disagreements: one for each thing that sources disagree on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armreader.linking.disjoint_sets import DisjointSets
from armreader.linking.held import Held
from armreader.linking.opposed import Opposed
from armreader.records import Article, Disagreement, DisagreementKind, Passage, Reason, Side
from armreader.records.ids import content_id

RULE = "disagreement-opposed"
RULE_WHO = "disagreement-who"
RULES = (RULE, RULE_WHO)
_MOST_SIDES = 6


def opposed_sides(
    pairs: Sequence[Opposed], articles: Iterable[Article], known: Sequence[Disagreement] = ()
) -> tuple[Disagreement, ...]:
    """One disagreement for all pairs that share an assertion, without what is ``known``."""
    found = [one for one in pairs if not any(_is_known(one, other) for other in known)]
    text = {one.id: one.text for one in articles}
    helds = [held for pair in found for held in (pair.yes, pair.no)]
    number = {key: n for n, key in enumerate(dict.fromkeys(map(_key, helds)))}
    sets = DisjointSets(len(number))
    for pair in found:
        sets.join(number[_key(pair.yes)], number[_key(pair.no)])
    groups: dict[int, dict[tuple[str, int, str], tuple[Held, str]]] = {}
    for pair in found:
        group = groups.setdefault(sets.root(number[_key(pair.yes)]), {})
        for held, says in ((pair.yes, "yes"), (pair.no, "no")):
            group.setdefault(_key(held), (held, _says(held, says, text[held.article])))
    return tuple(_made(list(group.values())) for group in groups.values())


def _is_known(pair: Opposed, known: Disagreement) -> bool:
    """Whether both assertions of a pair overlap the sides of a disagreement."""
    return all(
        any(
            side.article == held.article
            and side.span.start < held.made.span.end
            and held.made.span.start < side.span.end
            for side in known.sides
        )
        for held in (pair.yes, pair.no)
    )


def _key(held: Held) -> tuple[str, int, str]:
    return held.article, held.made.trigger.start, held.made.form


def _says(held: Held, says: str, text: str) -> str:
    if held.made.form == "role" and held.made.subject:
        return " ".join(text[slice(*held.made.subject)].split())
    if held.made.form == "comparison":
        return "more" if held.made.holds else "less"
    return says


def _made(group: Sequence[tuple[Held, str]]) -> Disagreement:
    """One disagreement: the first assertion of each answer, then further ones."""
    firsts = {says: number for number, (_, says) in reversed(list(enumerate(group)))}
    order = sorted(range(len(group)), key=lambda n: (firsts[group[n][1]] != n, n))[:_MOST_SIDES]
    chosen = [group[n] for n in sorted(order, key=lambda n: (firsts[group[n][1]], n))]
    sides = tuple(Side(held.article, held.made.span, says) for held, says in chosen)
    who = group[0][0].made.form == "role"
    kind: DisagreementKind = "who" if who else "denial"
    passages = tuple(Passage(side.article, *side.span) for side in sides)
    ident = content_id("d", sides[0].article, str(sides[0].span.start), RULE_WHO if who else RULE)
    return Disagreement(ident, "", kind, sides, Reason(RULE_WHO if who else RULE, passages))
