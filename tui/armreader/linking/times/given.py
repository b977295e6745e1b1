"""The year that a date without one takes from the words before it: in 2011 it closed in May."""

from __future__ import annotations

from armreader.linking.times.anchors import Anchor, Anchors
from armreader.records import Sentence, TimeExpression
from armreader.records.timex import AHEAD

_NEAR = 60
"""In characters: at a greater distance, a year does not frame the rest of its sentence."""
_OWN_YEAR = ("before", "after", "same", *AHEAD)
"""Directions that say themselves which year is meant: last May, next May."""


def year_given(time: TimeExpression, anchors: Anchors, sentence: Sentence | None) -> Anchor | None:
    """The year that applies here: that of the narrative, or one given just before."""
    year = anchors.year
    if anchors.mode.name == "narrative":
        return year
    frame = anchors.frame_of(sentence) if sentence else None
    if frame and time.form.direction not in _OWN_YEAR:
        return frame
    if year is None:
        return None
    same_sentence = sentence is not None and anchors.year_sentence is sentence
    if not same_sentence or time.form.direction in _OWN_YEAR or not year.passages:
        return None
    if time.form.cue and time.form.direction == "over" and time.form.cue.start >= time.span.end:
        # The May 3 crash is known without its year.
        return None
    return year if time.span.start - year.passages[-1].end <= _NEAR else None
