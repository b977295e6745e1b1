"""One object for all equal records: a large dossier is small enough to be held.

Most of its memory would be spans, and the same few reasons many times over.
"""

from __future__ import annotations

from functools import lru_cache

from armreader.records import Reason, Span, TimeForm

_MOST_SPANS = 100_000
"""Spans held to be shared, about 15 MB; then the table begins anew."""
_spans: dict[Span, Span] = {}
_offsets: dict[int, int] = {}


def shared_span(span: Span) -> Span:
    """The span as the one object that its equals share, down to the numbers in it."""
    found = _spans.get(span)
    if found is None:
        if len(_spans) >= _MOST_SPANS:
            _spans.clear()
            _offsets.clear()
        found = Span(*(_offsets.setdefault(offset, offset) for offset in span))
        _spans[found] = found
    return found


@lru_cache(maxsize=10_000)
def shared_form(form: TimeForm) -> TimeForm:
    """The form as the one object that its equals share."""
    return form


@lru_cache(maxsize=1_000)
def shared_reason(rule: str) -> Reason:
    """The reason that is a rule alone, without passages."""
    return Reason(rule)
