"""Resolving underspecified times against an anchor: scaffold."""

from __future__ import annotations

from armreader.records import Annotations, Publication, TimeExpression


def resolve_times(annotations: Annotations, publication: Publication) -> tuple[TimeExpression, ...]:
    """The article's times with values and ranges, as far as their anchors are known."""
    return annotations.times
