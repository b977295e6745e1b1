"""One object for all equal records, so that a large dossier fits into memory.

Most of its memory would be spans, and the same few reasons many times over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from sys import intern
from typing import Any, get_args

from armreader.records import (
    Actor,
    EventMention,
    Passage,
    Proposition,
    PropositionForm,
    Reason,
    Span,
    Spelling,
    Status,
    TimeForm,
)
from armreader.records.dates import DateRange

_SHORT = 40
"""Up to this length, another article is likely to have an equal span."""
_MOST_SHORT, _MOST_LONG = 300_000, 10_000
"""Spans held to be shared, the short ones about 40 MB; of the long ones the table begins again."""
_short: dict[Span, Span] = {}
_long: dict[Span, Span] = {}
_offsets: dict[int, int] = {}
_STATUSES: Mapping[Status, Status] = {one: one for one in get_args(Status)}
_FORMS: Mapping[PropositionForm, PropositionForm] = {one: one for one in get_args(PropositionForm)}


def shared_span(span: Span) -> Span:
    """The one object that all equal spans share, down to the numbers in it."""
    return _span(*span)


def _span(start: int, end: int) -> Span:
    table = _short if end - start <= _SHORT else _long
    found = table.get((start, end))  # type: ignore[call-overload]
    if found is not None:
        return found  # type: ignore[no-any-return]
    found = Span(_offset(start), _offset(end))
    if table is _long and len(_long) >= _MOST_LONG:
        _long.clear()
    if table is _long or len(_short) < _MOST_SHORT:
        table[found] = found
    return found


def _offset(offset: int) -> int:
    if len(_offsets) > _MOST_SHORT:
        _offsets.clear()
    return _offsets.setdefault(offset, offset)


@lru_cache(maxsize=10_000)
def shared_form(form: TimeForm) -> TimeForm:
    """The one object that all equal forms share."""
    return form


@lru_cache(maxsize=1_000)
def shared_reason(rule: str) -> Reason:
    """The shared reason that is only a rule, without passages."""
    return Reason(rule)


@lru_cache(maxsize=10_000)
def shared_range(range_: DateRange | None) -> DateRange | None:
    """The one object that all equal ranges share: that they have days in common is seen at once."""
    return range_


def _passage(article: str, start: int, end: int) -> Passage:
    return Passage(intern(article), _offset(start), _offset(end))


def _reason(rule: str, passages: tuple[Passage, ...]) -> Reason:
    return Reason(intern(rule), passages) if passages else shared_reason(rule)


def _spelling(text: str, article: str, span: Span) -> Spelling:
    return Spelling(intern(text), article, span)


@lru_cache(maxsize=10_000)
def _form(*values: Any) -> TimeForm:
    return shared_form(TimeForm(*values))


@lru_cache(maxsize=10_000)
def _range(*values: Any) -> DateRange | None:
    return shared_range(DateRange(*values))


@lru_cache(maxsize=50_000)
def _words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The one tuple of these words or ids; those of one article recur in others."""
    return tuple(map(intern, words))


def shared_proposition(one: Proposition) -> Proposition:
    """The proposition with the words and spans that others have too: where many are held."""
    return replace(
        one,
        span=shared_span(one.span),
        trigger=shared_span(one.trigger),
        label=tuple(map(shared_span, one.label)),
        subject=one.subject and shared_span(one.subject),
        time=one.time and shared_span(one.time),
        cue=one.cue and shared_span(one.cue),
        form=_FORMS[one.form],
        status=_STATUSES[one.status],
        lemmas=_words(one.lemmas),
        actor=intern(one.actor) if one.actor else None,
        victim=intern(one.victim) if one.victim else None,
        said=_STATUSES[one.said] if one.said else None,
    )


def _mention(
    article: str, span: Span, trigger: Span, event_class: str, status: Status,
    actors: tuple[str, ...], time: Span | None, range_: DateRange | None, reason: Reason,
    lemma: str, cue: Span | None, joined_to: Passage | None,
) -> EventMention:  # fmt: skip
    return EventMention(
        article, span, trigger, intern(event_class), _STATUSES.get(status, status), _words(actors),
        time, range_, reason, intern(lemma), cue, joined_to,
    )  # fmt: skip


MAKING: Mapping[type, Callable[..., Any]] = {
    Span: _span,
    Passage: _passage,
    Reason: _reason,
    EventMention: _mention,
    Spelling: _spelling,
    TimeForm: _form,
    DateRange: _range,
    Actor: lambda ident, name, *rest: Actor(intern(ident), intern(name), *rest),
}
"""How to make records of which many are equal, or have equal words, out of their values."""
