"""Assertions across the dossier: what one source says is so and another says is not.

Two assertions are compared only where they say the same of the same thing: their
subjects and their objects are one actor or share their heads, and no name of one clashes with the
other's. They are from two speakers, or from two reports of about the same days, because what was
not so may be so later.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from armreader.language import groups
from armreader.linking.held import Held, Holding
from armreader.linking.named import Named
from armreader.linking.opposed_cores import Core, fit, fit_objects
from armreader.linking.terms import places
from armreader.records import Annotations, Quote, Span
from armreader.records.assertion import Assertion

_CLOSE, _ANSWERED = 3, 10
"""The most days between two reports on one state of affairs, and a charge and its rebuttal."""
_LONG = 60
"""The same, for what does not change: a comparison, who made a thing."""
_NEAR = 1_500
"""Characters of one report within which "the procedure" refers back to what was named."""
_LEAST = 2
"""The fewest terms that two assertions share in subjects and objects, besides what is asserted."""
_SOON = 700
"""Characters after a charge in which "she denied the accusation" answers it."""
_OTHERS = frozenset(("else", "other", "others", "another", "rest"))
_MOST = 400
"""Assertions of one key that are compared."""


_Made = tuple[Annotations, Assertion]
"""An assertion with the article that makes it."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two assertions that cannot both be true; for a role, two different answers."""

    yes: Held
    no: Held


def opposed(
    annotated: Sequence[Annotations], quotes: Sequence[Quote], named: Named
) -> list[Opposed]:
    """Every pair of assertions that exclude each other, in the order of the articles."""
    by_key = _by_key(annotated)
    charges: defaultdict[str, list[_Made]] = defaultdict(list)
    for one, made in chain.from_iterable(by_key.values()):
        if made.form == "charge":
            charges[one.article.id].append((one, made))
    speakers = {quote.speaker.actor for quote in quotes if quote.speaker}
    holding = Holding(quotes, named)
    found: list[Opposed] = []
    for (kind, key), several in by_key.items():
        if kind == "role":
            found += _roles([holding.held(*each) for each in several[:_MOST]])
        elif kind == "clause" and not key:
            found += _answers(several, charges, holding)
        elif kind == "clause" and key in groups("proposition_words")["said"]:
            continue
        elif kind == "clause" or not _is_party(holding.held(*several[0]), speakers):
            found += _pairs(*_both_ways(several, holding))
    return found


def _by_key(annotated: Iterable[Annotations]) -> dict[tuple[str, str], list[_Made]]:
    """What is asserted by form and key, without what would be one too many to be compared."""
    by_key: defaultdict[tuple[str, str], list[_Made]] = defaultdict(list)
    counts: Counter[tuple[str, str, bool]] = Counter()
    for one in annotated:
        for made in one.assertions:
            form = made.form if made.form in ("role", "comparison") else "clause"
            counts[form, made.key, made.holds] += 1
            if (
                counts[form, made.key, made.holds] <= _MOST
                or made.form == "charge"
                or (form == "clause" and not made.key)  # a rebuttal
            ):
                by_key[form, made.key].append((one, made))
    return by_key


def _both_ways(several: Sequence[_Made], holding: Holding) -> tuple[list[Held], list[Held]]:
    """Those that say that it is so and that it is not; none where all say the same."""
    yes = [each for each in several if each[1].holds][:_MOST]
    no = [each for each in several if not each[1].holds][:_MOST]
    if not yes or not no:
        return [], []
    return [holding.held(*each) for each in yes], [holding.held(*each) for each in no]


def _pairs(yes: Sequence[Held], no: Sequence[Held]) -> Iterator[Opposed]:
    for second in no:
        for first in yes:
            if _may_differ(first, second) and _is_same(first, second):
                yield Opposed(first, second)


def _answers(
    rebuttals: Sequence[_Made], charges: Mapping[str, Sequence[_Made]], holding: Holding
) -> Iterator[Opposed]:
    """Charges, by article, against somebody who denies there whatever was charged."""
    for one, rebuttal in rebuttals:
        for other, charge in charges.get(one.article.id, ()):
            if not 0 <= rebuttal.span.start - charge.span.end <= _SOON:
                continue
            first, second = holding.held(other, charge), holding.held(one, rebuttal)
            if fit(first.subject, second.subject) == 2:
                yield Opposed(first, second)


def _roles(several: Sequence[Held]) -> Iterator[Opposed]:
    """Two names for who made or runs one thing."""
    for first, second in combinations(several, 2):
        if not first.subject or not second.subject or not _may_differ(first, second):
            continue
        one, other = first.subject, second.subject
        if one.actor == other.actor is not None or set(one.terms) & set(other.terms):
            continue
        things = (first.objects[0], second.objects[0])
        if _is_one_thing(*things) or _is_one_thing_by(several, *things):
            yield Opposed(first, second)


def _is_one_thing_by(several: Sequence[Held], one: Core, other: Core) -> bool:
    """Whether a third report calls a thing by both names: "the Northern Star ferry"."""
    return bool(one.names) != bool(other.names) and any(
        held.objects[0].head in (one.head, other.head)
        and _is_one_thing(one, held.objects[0])
        and _is_one_thing(other, held.objects[0])
        for held in several
    )


def _is_one_thing(one: Core, other: Core) -> bool:
    shared = one.names & other.names
    if shared and shared in (one.names, other.names):
        return True  # "the Northern Star", "the Northern Star ferry"
    if one.head != other.head or not one.head:
        return False
    return bool(one.names & other.names) or not (one.names and other.names)


def _is_party(comparison: Held, speakers: Iterable[str | None]) -> bool:
    """Whether the standard of comparison is a speaker or a country."""
    standard = comparison.objects[0]
    return standard.actor in speakers or not set(places().values()).isdisjoint(standard.terms)


def _may_differ(first: Held, second: Held) -> bool:
    """Whether the two are from two speakers or two reports, and near enough in time."""
    forms = {first.made.form, second.made.form}
    if first.source == second.source:
        if first.article != second.article or _overlap(first.made.span, second.made.span):
            return False
        if "rebuttal" in forms:
            return first.made.span != second.made.span
        return first.voice != second.voice
    if first.voice is not None and first.voice == second.voice:
        return False
    if first.day is None or second.day is None:
        return False
    if forms <= {"role", "comparison"}:
        return abs(second.day - first.day) <= _LONG
    if "rebuttal" in forms or "charge" in forms:
        return -_CLOSE <= second.day - first.day <= _ANSWERED
    return 0 <= second.day - first.day <= _CLOSE  # what was not so yet may be so later


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_same(first: Held, second: Held) -> bool:
    """Whether two assertions of one key say it of the same thing."""
    if first.made.form == "comparison":
        return True
    if _tells_less(first, second) or _is_of_some(first) or _is_of_some(second):
        return False
    near = (
        first.article == second.article
        and abs(first.made.span.start - second.made.span.start) <= _NEAR
    )
    subjects = fit(first.subject, second.subject, near)
    if not subjects:
        return False
    numbers = [
        {term for core in held.objects for term in core.terms if term[0].isdigit()}
        for held in (first, second)
    ]
    if numbers[0] != numbers[1]:
        return False
    if _is_plain(first, second) and not _tell_the_same(first, second, subjects):
        return False
    objects = fit_objects(first.objects, second.objects, near)
    if objects is None or (not near and _is_elsewhere(first, second)):
        return False
    shared = objects + (subjects == 2)
    if shared and not near:
        shared = len(_terms(first) & _terms(second))
    return shared >= _LEAST or (near and shared >= 1) or (near and _is_answered(first, second))


def _is_plain(first: Held, second: Held) -> bool:
    """Whether both are plain clauses: neither makes a charge nor answers one."""
    return first.made.form == second.made.form == "clause"


def _tell_the_same(first: Held, second: Held, subjects: int) -> bool:
    """Whether two plain clauses have one subject, if any, and the same objects.

    They were not written to answer each other, so nothing but their words ties them together.
    """
    known = [one for one in (first.subject, second.subject) if one is not None]
    if known and subjects != 2:
        return False
    ones, others = ({core.head for core in held.objects if core.head} for held in (first, second))
    return ones == others


def _tells_less(first: Held, second: Held) -> bool:
    """Whether one of two plain clauses has a subject or an object that the other leaves out.

    "They won praise" and "she did not win", "no case was found" and "Lumen found a case".
    """
    if not _is_plain(first, second):
        return False
    if bool(first.objects) != bool(second.objects):
        return True
    subjects = [one.subject for one in (first, second) if one.subject is not None]
    return len(subjects) == 1 and (bool(subjects[0].names) or first.article != second.article)


def _is_of_some(held: Held) -> bool:
    """Whether a subject is indefinite ("a firm"), so that nothing else need be about it."""
    if held.subject is None:
        return False
    words = held.subject.lower.split()
    return words[:1] in (["a"], ["an"]) or not _OTHERS.isdisjoint(words)


def _is_elsewhere(first: Held, second: Held) -> bool:
    """Whether one has a name in its objects that the other does not mention."""
    names = [
        frozenset[str]().union(*(core.names for core in held.objects)) for held in (first, second)
    ]
    terms = [_terms(held) for held in (first, second)]
    return bool(names[0] - terms[1] or names[1] - terms[0])


def _is_answered(first: Held, second: Held) -> bool:
    """Whether one contests what the other may say of the same thing: "it works", "the plan"."""
    return "rebuttal" in (first.made.form, second.made.form) and first.made.form != "charge"


def _terms(held: Held) -> set[str]:
    cores = (*held.objects, *((held.subject,) if held.subject else ()))
    found = {term for core in cores for term in core.terms}
    return found | {core.actor for core in cores if core.actor}
