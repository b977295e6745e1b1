"""A figure with its article, who gives it, and the day that it is given for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from armreader.language import entries
from armreader.linking.named import Named
from armreader.records import Annotations, Quote
from armreader.records.dates import DateRange
from armreader.records.quantity import Figure


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure, the article that gives it, and who says so."""

    article: str
    source: str
    """The article, or the first one if it is a copy."""
    figure: Figure
    by: str | None
    as_of: str
    voice: str
    """``by``, or the words that name a source who is not an actor; empty where nobody is named."""
    year: str = ""
    """The year in its sentence that is before the report's, if the figure is from the past."""
    holder: str = ""
    """Whose money it is, an actor or words; empty where nobody is named."""


def stated_figures(
    annotated: Sequence[Annotations], quotes: Sequence[Quote], named: Named
) -> list[StatedFigure]:
    """Every figure of the dossier, with the actor who gives it."""
    said: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.speaker and quote.speaker.actor:
            said[quote.article].append(quote)
    days = {one.article.id: one.article.publication.range for one in annotated}
    found = []
    for one in annotated:
        article = one.article
        root = article.repeats or article.id
        day = days.get(root) or days[article.id]
        dates = {time.span: time.range for time in one.times if time.range}
        for figure in one.figures:
            own = dates.get(figure.day) if figure.day else None
            as_of = own if own and day and _fits(own.earliest, day.latest) else day
            if own and figure.day and figure.day.end < figure.span.start:
                as_of = as_of if as_of is own or not _is_before(own, day) else own
            by = _speaker(figure, said[article.id], named, article.id)
            voice = by or (named.words(article.id, figure.source) if figure.source else "")
            edtf = as_of.edtf if as_of else ""
            year = _past_year(figure, day.earliest.year if day and day.earliest else None)
            whose = _holder(figure, named, article.id)
            found.append(StatedFigure(article.id, root, figure, by, edtf, voice, year, whose))
    return found


def _holder(figure: Figure, named: Named, article: str) -> str:
    """The actor whose money it is, or the words for it; empty for "the company"."""
    if figure.holder is None:
        return ""
    words = named.words(article, figure.holder)
    if words.split()[-1:] and words.split()[-1] in entries("general_things"):
        return ""
    return named.actor(article, figure.holder) or words


def _is_before(own: DateRange, published: DateRange | None) -> bool:
    """Whether the date at the beginning of a sentence is before its report: "Last month, …"."""
    return bool(published and own.latest and published.earliest and own.latest < published.earliest)


def _fits(own: date | None, published: date | None) -> bool:
    """Whether a date in the clause can be the day that the figure is given for."""
    if own is None or published is None:
        return False
    return 0 <= (published - own).days <= _RECENT


_RECENT = 14
"""The most days before its report that a figure can be given for."""


def _past_year(figure: Figure, published: int | None) -> str:
    years = [word for word in figure.anchors if word.isdigit()]
    past = [year for year in years if published and int(year) < published]
    return past[0] if past and len(past) == len(years) else ""


def _speaker(figure: Figure, quotes: Sequence[Quote], named: Named, article: str) -> str | None:
    """The source that the clause names, else the speaker whose words the figure is in."""
    if figure.source is not None:
        found = named.actor(article, figure.source)
        if found:
            return found
    holding = [
        quote
        for quote in quotes
        if quote.span.start < figure.span.end and figure.span.start < quote.span.end
    ]
    if not holding:
        return None
    nearest = min(holding, key=lambda quote: quote.span.end - quote.span.start)
    if figure.aside and nearest.kind == "indirect":
        return None
    return nearest.speaker.actor if nearest.speaker else None


def days_between(one: str, other: str) -> int | None:
    """The days between the first days of two EDTF dates; None where one has none."""
    first, second = _first_day(one), _first_day(other)
    return None if first is None or second is None else abs(second - first)


@lru_cache(10_000)
def _first_day(edtf: str) -> int | None:
    range_ = DateRange.from_edtf(edtf) if edtf else None
    return range_.earliest.toordinal() if range_ and range_.earliest else None
