"""Resolving underspecified times: each from its anchor, in a stated direction, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armreader.linking.times.anchors import Anchors
from armreader.linking.times.mode import Mode, mode_of
from armreader.linking.times.posts import Posts
from armreader.linking.times.resolution import resolved
from armreader.linking.times.stretches import with_stretches
from armreader.linking.times.thread import NO_THREAD, Place, thread_of
from armreader.records import Annotations, Publication, Reason, Sentence, TimeExpression

_NEWS = Mode("news", Reason("time-mode-news"))


def resolve_times(annotations: Annotations, publication: Publication) -> tuple[TimeExpression, ...]:
    """The article's times with values and ranges, as far as their anchors are known.

    Where the publication is known only to within some days, a time needs the same result for each.
    """
    times, article = annotations.times, annotations.article
    mode = mode_of(times, publication)
    sentences = tuple(_sentences_of(times, annotations.sentences))
    thread = thread_of(times, sentences, article.text) if mode.name == "narrative" else NO_THREAD
    posts = Posts(article)
    anchors = Anchors(publication, mode)
    found: list[TimeExpression] = []
    for at, (time, sentence) in enumerate(zip(times, sentences, strict=True)):
        if posts.turn_to(time.span.start):
            anchors = Anchors(posts.publication or publication, mode, minute=posts.minute)
        place = thread.years.get(at)
        here = anchors.in_year(place.year, _given_by(times, place)) if place else anchors
        if sentence and sentence.section == "dateline":
            # "OSLO, April 27": of the article's own year, whatever years it goes through.
            here = Anchors(publication, _NEWS)
        one = resolved(time, here, sentence)
        found.append(one)
        if at not in thread.asides:
            anchors = anchors.after(one, sentence)
    return with_stretches(found)


def _sentences_of(
    times: Iterable[TimeExpression], sentences: Iterable[Sentence]
) -> Iterable[Sentence | None]:
    """The sentence that each time is in; both run in the order of the text."""
    walk = iter(sentences)
    sentence = next(walk, None)
    for time in times:
        while sentence and sentence.span.end <= time.span.start:
            sentence = next(walk, None)
        yield sentence


def _given_by(times: Sequence[TimeExpression], place: Place) -> TimeExpression | None:
    return times[place.by] if place.by >= 0 else None
