"""When each article was published: as read, or inferred from itself and from the other sources.

An article without a date gets one, as narrow as the evidence allows: from the dates it mentions (it
cannot be older than the latest of them), from ``this year`` beside a bare year, from ``last year``
where another source gives that year, and from the weekday of news that a dated source reports too.
Where two kinds of evidence clash, the one from other sources is dropped; dates are never averaged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from armreader.language import entries
from armreader.language.event_classes import event_words
from armreader.linking.events.telling import Telling, Tellings
from armreader.linking.mentions import Mentions
from armreader.linking.openings import DatedNews
from armreader.records import (
    Annotations,
    DateEvidence,
    Passage,
    Publication,
    Reason,
    Span,
    TimeExpression,
)
from armreader.records.dates import DateRange
from armreader.records.timex import AHEAD

_NEWS_LASTS = timedelta(days=6)
"""How long after its day a piece of news can be reported by weekday alone."""
_SHARED_TERMS = 2
"""Terms that two clauses must share, besides the class, to be one event without a common date."""


_POSTINGS = 50
"""Tellings kept for each class and term, for looking up one from another source."""
_Absolute = tuple[Telling, TimeExpression, DateRange]
"""A telling, the expression that dates it, and its days."""


def _evidence(range_: DateRange, rule: str, passages: tuple[Passage, ...]) -> DateEvidence:
    """The days that an article may have appeared on, and why."""
    return DateEvidence(range_, Reason(rule, passages))


def infer_publications(
    annotated: Sequence[Annotations], stories: Mapping[str, int]
) -> dict[str, Publication]:
    """Each article's publication by its id: as read, or inferred from itself and the others."""
    publications = {one.article.id: one.article.publication for one in annotated}
    undated = [one for one in annotated if one.article.publication.range is None]
    if not undated:
        return publications
    years = _years_from_others(annotated, undated, stories)
    news = DatedNews(annotated, stories)
    for one in undated:
        found = _from_within(one)
        found += years.get(one.article.id, [])
        found += _from_news(one, news)
        publications[one.article.id] = _combined(found) or one.article.publication
    return publications


def _combined(found: Iterable[DateEvidence]) -> Publication | None:
    """The days that all the evidence allows; what contradicts earlier evidence is kept apart."""
    range_: DateRange | None = None
    grounds: list[DateEvidence] = []
    others: list[DateEvidence] = []
    for evidence in found:
        common = range_.intersection(evidence.range) if range_ else evidence.range
        if common is None:
            others.append(evidence)
        elif common != range_:
            range_ = common
            grounds.append(evidence)
    if range_ is None:
        return None
    passages = (passage for ground in grounds for passage in ground.reason.passages)
    reason = Reason(grounds[-1].reason.rule, tuple(dict.fromkeys(passages)))
    several = tuple(grounds) if len(grounds) > 1 else ()
    return Publication(range_, "inferred", reason, several, tuple(others))


def _from_within(annotations: Annotations) -> list[DateEvidence]:
    """From the article alone: no older than its latest date, and in its "this year"."""
    stated = _stated_dates(annotations)
    if not stated:
        return []
    latest, time = max(stated, key=lambda one: (one[0], -one[1].span.start))
    found = [
        _evidence(DateRange(latest, None), "publication-latest-date", (_passage(time),)),
    ]
    current = next((one for one in annotations.times if _years_back(one) == 0), None)
    if current:
        # It surely appeared in the very next year only where it dwells on the latest year.
        dwells = sum(day.year == latest.year for day, _ in stated) > 1 or latest.month > 1
        first = DateRange.year(latest.year + 1)
        range_ = first if dwells else DateRange(first.earliest, None)
        passages = (_passage(current), _passage(time))
        found.append(_evidence(range_, "publication-this-year", passages))
    return found


def _stated_dates(annotations: Annotations) -> list[tuple[date, TimeExpression]]:
    """The first days of the calendar dates at which the article says that something happened."""
    past: set[Span | None] = set()
    unreal: set[Span | None] = set()
    text = annotations.article.text
    timed = Mentions.of(annotations.article.id, annotations.mentions).timed()
    for kind, trigger, span in zip(timed.kinds, timed.triggers, timed.times, strict=True):
        if kind.status in ("planned", "hypothetical"):
            unreal.add(span)
        elif _is_past(text[slice(*trigger)]):
            past.add(span)
    found = []
    for time in annotations.times:
        if time.span in past - unreal and time.form.direction not in AHEAD:
            before = text[max(0, time.span.start - 12) : time.span.start].lower().split()
            range_ = DateRange.from_edtf(time.value.partition("T")[0])
            if range_ and range_.earliest and not set(before[-1:]) & entries("until_words"):
                found.append((range_.earliest, time))
    return found


def _is_past(trigger: str) -> bool:
    """Whether a verb form is a past tense or a participle."""
    word = trigger.split(" ", 1)[0].lower()
    return word.endswith("ed") or word in event_words().verb_forms


def _years_back(time: TimeExpression) -> int | None:
    """How many years before publication an expression puts itself; None where it does not say."""
    form = time.form
    if form.anchor == "publication" and form.unit == "Y" and form.shift is not None:
        return -form.shift
    return None


def _years_from_others(
    annotated: Sequence[Annotations],
    undated: Sequence[Annotations],
    stories: Mapping[str, int],
) -> dict[str, list[DateEvidence]]:
    """From ``September last year`` for an event to which other sources give one year."""
    wanted = {one.article.id for one in undated}
    backward: list[tuple[Telling, TimeExpression]] = []
    absolute: list[_Absolute] = []
    times = {(time.article, time.span): time for one in annotated for time in one.times}
    for telling in Tellings(map(_with_timed, annotated), stories):
        time = times.get((telling.article, telling.time or Span(0, 0)))
        if time is None or not telling.real:
            continue
        range_ = _days(time.value)
        if _years_back(time) and time.article in wanted:
            backward.append((telling, time))
        elif range_ and (range_.days or 999) <= 366:
            absolute.append((telling, time, range_))
    by_term = _postings(absolute, {key for telling, _ in backward for key in _keys(telling)})
    found: defaultdict[str, list[DateEvidence]] = defaultdict(list)
    for telling, time in backward:
        near = sorted({number for key in _keys(telling) for number in by_term.get(key, ())})
        matches = [absolute[n] for n in near if _same_but_year(telling, time, absolute[n])]
        years = {range_.earliest.year for _, _, range_ in matches if range_.earliest}
        if len(years) == 1:
            range_ = DateRange.year(years.pop() + (_years_back(time) or 0))
            evidence = (_passage(time), _passage(matches[0][1]))
            found[time.article].append(_evidence(range_, "publication-last-year", evidence))
    return found


def _postings(
    absolute: Sequence[_Absolute], keys: Set[tuple[str, str]]
) -> Mapping[tuple[str, str], list[int]]:
    """For each of these classes and terms, the numbers of the first tellings that have both."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    classes = {name for name, _ in keys}
    for number, (telling, _, _) in enumerate(absolute):
        if not classes.isdisjoint(telling.classes):
            for key in keys & set(_keys(telling)):
                if len(found[key]) < _POSTINGS:
                    found[key].append(number)
    return found


@lru_cache(10_000)
def _days(value: str) -> DateRange | None:
    """The days of a value: one time expression may date many mentions."""
    return DateRange.from_edtf(value)


def _with_timed(one: Annotations) -> Annotations:
    """An article with only those of its mentions that have a time."""
    return replace(one, mentions=Mentions.of(one.article.id, one.mentions).timed())


def _keys(telling: Telling) -> list[tuple[str, str]]:
    return [(name, term) for term in telling.terms() for name in telling.classes]


def _same_but_year(telling: Telling, time: TimeExpression, dated: _Absolute) -> bool:
    """Whether a telling in another source is of the same event, by its words and its month."""
    other, _, range_ = dated
    if other.article == telling.article:
        return False
    month = time.form.value[5:7] if time.form.value[4:5] == "-" else ""
    if month.isdigit() and (range_.precision != "month" or f"{range_.earliest:%m}" != month):
        return False
    return len(set(telling.terms()) & set(other.terms())) >= _SHARED_TERMS


def _from_news(annotations: Annotations, news: DatedNews) -> list[DateEvidence]:
    """From sources with a date that open with the same news, on the same weekday."""
    found: list[tuple[int, DateRange, tuple[Passage, ...]]] = []
    own = _weekdays(annotations)
    for other, published, shared in news.of(annotations):
        theirs = (*_weekdays(other), None)
        for time in own:
            for weekday in theirs:
                anchor = _last_weekday(weekday, published) if weekday else published
                near = _nearest(anchor, _weekday(time))
                if near and (weekday or near <= published):
                    passages = (_passage(time), *shared, *([_passage(weekday)] if weekday else []))
                    rank = 2 * abs((near - anchor).days) + (weekday is None)
                    found.append((rank, DateRange(near, near + _NEWS_LASTS), passages))
    found.sort(key=lambda one: (one[0], one[1].sort_key, one[2]))
    return [_evidence(found[0][1], "publication-same-news", found[0][2])] if found else []


def _nearest(anchor: date, weekday: int | None) -> date | None:
    """The day with that weekday, at most one day away from the anchor."""
    for step in (0, -1, 1):
        day = anchor + timedelta(days=step)
        if day.isoweekday() == weekday:
            return day
    return None


def _weekdays(annotations: Annotations) -> list[TimeExpression]:
    """The bare weekdays of the article that lie in its past, in the order of the text."""
    return [
        time
        for time in annotations.times
        if _weekday(time) and time.form.direction not in AHEAD and time.form.shift is None
    ]


def _weekday(time: TimeExpression) -> int | None:
    """The ISO number of a bare weekday (``XXXX-WXX-4``)."""
    value = time.form.value
    return int(value[9]) if value[:9] == "XXXX-WXX-" and value[9:10].isdigit() else None


def _last_weekday(time: TimeExpression, published: date) -> date:
    """The day that a bare weekday means in an article of a known day: never a later one."""
    weekday = _weekday(time) or published.isoweekday()
    return published - timedelta(days=(published.isoweekday() - weekday) % 7)


def _passage(time: TimeExpression) -> Passage:
    return Passage(time.article, *time.span)
