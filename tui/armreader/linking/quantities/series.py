"""Series: figures of equal value first, then groups of one role, head and context."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from armreader.linking.quantities.relations import relations_of
from armreader.records import Annotations, Quote
from armreader.records.ids import content_id
from armreader.records.quantity import Claim, Figure, Quantity

_TOLERANCE = 0.015
_EQUAL, _ALIKE = 0.05, 0.22
"""Cosines of context from which figures of one value, and groups of different values, join."""
_BONUS, _MALUS = 0.12, 0.03
_MOST = 4000
"""Figures of one dimension that are compared; the rest keep to series of one value."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, the article that gives it, and who says so."""

    article: str
    source: str
    figure: Figure
    by: str | None
    as_of: str


@dataclass(slots=True)
class _Group:
    members: list[Told]
    weights: Counter[str]

    @property
    def role(self) -> str:
        counted = Counter(one.figure.role for one in self.members if one.figure.role)
        return counted.most_common(1)[0][0] if counted else ""

    @property
    def noun(self) -> str:
        return Counter(one.figure.unit for one in self.members).most_common(1)[0][0]


def link_quantities(
    annotated: Sequence[Annotations], quotes: Iterable[Quote]
) -> tuple[Quantity, ...]:
    """The series of the dossier, those that most articles tell first."""
    told = _told(annotated, quotes)
    frequency = Counter(term for one in told for term in one.figure.terms)
    weight = {term: log((len(told) + 1) / count) for term, count in frequency.items()}
    by_dimension: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if not one.figure.relative:
            by_dimension[one.figure.dimension].append(one)
    found: list[Quantity] = []
    for key in sorted(by_dimension):
        groups = _equal(by_dimension[key], weight)
        found += (_quantity(group) for group in _joined(groups))
    found.sort(key=lambda one: (-len({claim.article for claim in one.claims}), one.id))
    return tuple(found)


def _told(annotated: Sequence[Annotations], quotes: Iterable[Quote]) -> list[Told]:
    said: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.speaker and quote.speaker.actor:
            said[quote.article].append(quote)
    days = {one.article.id: one.article.publication.range for one in annotated}
    told = []
    for one in annotated:
        article = one.article
        root = article.repeats or article.id
        day = days.get(root) or days[article.id]
        for figure in one.figures:
            by = _speaker(figure, said[article.id])
            told.append(Told(article.id, root, figure, by, day.edtf if day else ""))
    return told


def _speaker(figure: Figure, quotes: Sequence[Quote]) -> str | None:
    """Whose words the figure stands in, of the shortest quote that holds it."""
    holding = [
        quote
        for quote in quotes
        if quote.span.start < figure.span.end and figure.span.start < quote.span.end
    ]
    if not holding:
        return None
    nearest = min(holding, key=lambda quote: quote.span.end - quote.span.start)
    return nearest.speaker.actor if nearest.speaker else None


def _vector(figure: Figure, weight: Mapping[str, float]) -> Counter[str]:
    vector: Counter[str] = Counter()
    for place, term in enumerate(figure.terms):
        vector[term] = weight[term] / (1 + place / 5)  # type: ignore[assignment]
    return vector


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    if len(one) > len(other):
        one, other = other, one
    common = sum(value * other[term] for term, value in one.items() if term in other)
    if not common:
        return 0.0
    return common / sqrt(sum(v * v for v in one.values()) * sum(v * v for v in other.values()))


def ends(figure: Figure) -> tuple[float, float]:
    """Low and high in the base unit of the dimension, an open end as its closed one."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    return (low or 0.0) * figure.size, (high or 0.0) * figure.size


def _same_value(one: Figure, other: Figure) -> bool:
    return all(
        abs(a - b) <= _TOLERANCE * max(a, b) for a, b in zip(ends(one), ends(other), strict=True)
    )


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _equal(told: Sequence[Told], weight: Mapping[str, float]) -> list[_Group]:
    """Groups of one value whose contexts share something."""
    ordered = sorted(told, key=lambda one: ends(one.figure))
    groups: list[_Group] = []
    near: list[_Group] = []
    for one in ordered:
        near = [group for group in near if _same_value(group.members[0].figure, one.figure)]
        vector = _vector(one.figure, weight)
        options = [
            (_cosine(vector, group.weights), -number)
            for number, group in enumerate(near)
            if not _clash(group.role, one.figure.role)
            and (one.figure.dimension != "count" or _nouns_fit(group, one))
        ]
        best = max(options, default=(0.0, 0))
        if best[0] >= _EQUAL:
            group = near[-best[1]]
            group.members.append(one)
            group.weights.update(vector)
        else:
            near.append(_Group([one], vector))
            groups.append(near[-1])
    return groups


def _nouns_fit(group: _Group, one: Told) -> bool:
    if group.role and group.role == one.figure.role:
        return True
    return any(member.figure.unit == one.figure.unit for member in group.members)


def _joined(groups: list[_Group]) -> list[_Group]:
    """Groups of different values that are of one role and context, joined from the most alike."""
    if len(groups) > _MOST:
        return groups
    by_term: defaultdict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for term, _ in group.weights.most_common(8):
            by_term[term].append(number)
    pairs = {
        (a, b)
        for numbers in by_term.values()
        if len(numbers) <= 200
        for place, a in enumerate(numbers)
        for b in numbers[place + 1 :]
    }
    scored = sorted(
        ((-_likeness(groups[a], groups[b]), a, b) for a, b in pairs),
    )
    root = list(range(len(groups)))

    def top(number: int) -> int:
        while root[number] != number:
            number = root[number]
        return number

    for negative, a, b in scored:
        if -negative < _ALIKE:
            break
        first, second = top(a), top(b)
        if first == second:
            continue
        if _likeness(groups[first], groups[second]) < _ALIKE:
            continue
        root[second] = first
        groups[first].members += groups[second].members
        groups[first].weights.update(groups[second].weights)
    return [group for number, group in enumerate(groups) if root[number] == number]


def _likeness(one: _Group, other: _Group) -> float:
    first, second = one.role, other.role
    if _clash(first, second):
        return -1.0
    a, b = ends(one.members[0].figure)[0], ends(other.members[0].figure)[0]
    if a and b and max(a, b) > 100 * min(a, b):
        return -1.0
    if one.members[0].figure.dimension == "count" and one.noun != other.noun and first != second:
        return -1.0
    found = _cosine(one.weights, other.weights)
    if first and first == second:
        return found + _BONUS
    return found - _MALUS * (not first or not second)


def _quantity(group: _Group) -> Quantity:
    unit = group.noun
    size = next(one.figure.size for one in group.members if one.figure.unit == unit)
    members = sorted(group.members, key=lambda one: (one.as_of, one.article, one.figure.span))
    claims = tuple(_claim(one, size) for one in members)
    name = " ".join(
        part for part in (group.role, *(term for term, _ in group.weights.most_common(3))) if part
    )
    first = members[0]
    ident = content_id("n", first.article, str(first.figure.span.start), unit)
    return Quantity(ident, name, unit, claims, relations_of(members, group.role))


def _claim(told: Told, size: float) -> Claim:
    figure = told.figure
    factor = figure.size / size

    def value(end: float | None) -> float | None:
        return None if end is None else round(end * factor, 4)

    return Claim(
        told.article,
        figure.span,
        value(figure.low),
        value(figure.high),
        figure.bound,
        told.by,
        told.as_of,
    )
