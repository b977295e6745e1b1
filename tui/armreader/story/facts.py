"""The facts in a source that a reader compares: numbers, dates and names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING

from armreader.language import rows
from armreader.records.spans import Span

if TYPE_CHECKING:
    from armreader.story.dossier import Dossier

_ARTICLE = "article"
"""The kind of the number words ``a`` and ``an``, which mostly count nothing."""


@cache
def _number() -> re.Pattern[str]:
    """A number in figures or in words."""
    words = "|".join(word for word, _, kind in rows("times_numbers") if kind != _ARTICLE)
    return re.compile(rf"\d[\d.,]*\d|\d|\b(?:{words})\b", re.IGNORECASE)


def facts(dossier: Dossier, articles: Collection[str]) -> Mapping[str, list[Span]]:
    """By article the spans of its dates and names; numbers are found by ``is_number``."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for article in articles:
        found[article] += [time.span for time in dossier.times_by_article.get(article, ())]
    for actor in dossier.actors:
        for spelling in actor.spellings:
            if spelling.article in articles:
                found[spelling.article].append(spelling.span)
    return found


def is_number(word: str) -> bool:
    """Whether a word is a number, in figures or in letters."""
    return _number().match(word) is not None
