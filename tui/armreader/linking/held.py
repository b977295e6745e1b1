"""Held: an assertion with its article, its day, who says so and whom it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from armreader.linking.named import Named
from armreader.linking.opposed_cores import Core
from armreader.linking.terms import terms_of
from armreader.records import Annotations, Quote, Span
from armreader.records.assertion import Assertion


@dataclass(frozen=True, slots=True)
class Held:
    """An assertion, its article, and who says so."""

    article: str
    source: str
    """The article, or the first one if it is a copy."""
    day: int | None
    """The day of publication, as an ordinal."""
    voice: str | None
    """The actor whose words it is in."""
    made: Assertion
    subject: Core | None
    objects: tuple[Core, ...]


class Holding:
    """Knows who says what is asserted, and which actors it names."""

    def __init__(self, quotes: Iterable[Quote], named: Named) -> None:
        self._named = named
        self._said: defaultdict[str, list[Quote]] = defaultdict(list)
        for quote in quotes:
            self._said[quote.article].append(quote)

    def held(self, one: Annotations, made: Assertion) -> Held:
        """An assertion of an article as it is compared."""
        article = one.article
        range_ = article.publication.range
        return Held(
            article.id,
            article.repeats or article.id,
            range_.earliest.toordinal() if range_ and range_.earliest else None,
            self._voice(article.id, made.trigger.start),
            made,
            self._core(one, made.subject) if made.subject else None,
            tuple(self._core(one, span) for span in made.objects),
        )

    def _voice(self, article: str, at: int) -> str | None:
        """The actor whose words a place is in: the speaker of the shortest quote around it."""
        holding = [one for one in self._said[article] if one.span.start <= at < one.span.end]
        nearest = min(holding, key=lambda one: one.span.end - one.span.start, default=None)
        return nearest.speaker.actor if nearest and nearest.speaker else None

    def _core(self, one: Annotations, span: Span) -> Core:
        article = one.article
        within = terms_of(article.text).within(span)
        names = frozenset(
            term for term, name in zip(within.terms, within.names, strict=True) if name
        )
        lower = article.text[slice(*span)].lower()
        return Core(tuple(within.terms), names, self._named.actor(article.id, span), lower)
