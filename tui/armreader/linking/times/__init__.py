"""Resolving underspecified times: each from its anchor, in a stated direction, with the reason."""

from __future__ import annotations

from collections.abc import Iterable

from armreader.linking.times.anchors import Anchors
from armreader.linking.times.mode import mode_of
from armreader.linking.times.resolution import resolved
from armreader.linking.times.stretches import with_stretches
from armreader.records import Annotations, Publication, Sentence, TimeExpression


def resolve_times(annotations: Annotations, publication: Publication) -> tuple[TimeExpression, ...]:
    """The article's times with values and ranges, as far as their anchors are known.

    A publication known to within some days settles what comes out the same for each of them.
    """
    mode = mode_of(annotations.times, publication)
    anchors = Anchors(publication, mode)
    found = []
    for time, sentence in _with_sentence(annotations.times, annotations.sentences):
        one = resolved(time, anchors, sentence)
        found.append(one)
        if not _is_aside(one, annotations.article.text):
            anchors = anchors.after(one, sentence)
    return with_stretches(found)


def _is_aside(time: TimeExpression, text: str) -> bool:
    """Whether it is a bare year in brackets or the end of a range, which moves no narrative on."""
    return time.form.rule == "year" and text[max(time.span.start - 1, 0)] in "([-–—"


def _with_sentence(
    times: Iterable[TimeExpression], sentences: Iterable[Sentence]
) -> Iterable[tuple[TimeExpression, Sentence | None]]:
    """Each time with the sentence that it stands in; both run in the order of the text."""
    walk = iter(sentences)
    sentence = next(walk, None)
    for time in times:
        while sentence and sentence.span.end <= time.span.start:
            sentence = next(walk, None)
        yield time, sentence
