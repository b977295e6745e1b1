"""All of stage 2: from one article to everything that is found in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from armreader.extraction.assertions import find_assertions
from armreader.extraction.contested import find_contested
from armreader.extraction.events import find_event_mentions
from armreader.extraction.grammar import analyse
from armreader.extraction.names import find_actors
from armreader.extraction.propositions import find_propositions
from armreader.extraction.quantities import find_figures
from armreader.extraction.quotes import find_quotes
from armreader.extraction.quotes.reread import reread
from armreader.extraction.sentences import find_sentences
from armreader.extraction.times import find_times
from armreader.records import Actor, Annotations, Article, Quote
from armreader.records.collecting import no_collecting
from armreader.records.fence import fenced
from armreader.records.steps import reached

_REACHED = {
    "sentences": 0.0, "times": 0.02, "names": 0.05, "quotes": 0.3, "events": 0.36, "denials": 0.36,
    "figures": 0.41, "chronology": 0.75, "claims": 1.0,
}  # fmt: skip
"""The share of the time after each step, in their order; measured on reports and on long texts."""
S = TypeVar("S")
T = TypeVar("T")


@no_collecting()
def annotate(article: Article) -> Annotations:
    """What one article says, without the others; pure, so that it can be cached and run in a pool.

    A stage that fails, or takes too long or too much, finds nothing and is listed among the faults.
    """
    faults: list[str] = []
    before: list[str] = []

    def found(what: str, look: Callable[[], T], instead: S) -> T | S:
        why = f"its {what} could not be found, its text is shown"
        reached(_REACHED[before[-1]] if before else 0.0, _REACHED[what])
        before.append(what)
        return fenced(look, instead, len(article.text), faults, why)

    sentences = found("sentences", lambda: find_sentences(article), ())
    grammar = analyse(article.text, sentences)
    times = found("times", lambda: find_times(article, sentences), ())
    names = found("names", lambda: find_actors(article, sentences), None)
    nothing: tuple[tuple[Quote, ...], tuple[Actor, ...]] = ((), ())
    quotes, actors = nothing
    if names is not None:
        quotes, actors = found(
            "quotes", lambda: find_quotes(article, sentences, names, grammar), nothing
        )
    mentions = found("events", lambda: find_event_mentions(article, sentences, times, actors), ())
    contested = found("denials", lambda: find_contested(article, sentences, grammar), ())
    figures = found("figures", lambda: find_figures(article, sentences, times, grammar), ())
    propositions, meant = found(
        "chronology",
        lambda: find_propositions(article, sentences, grammar, times, actors, quotes),
        ((), {}),
    )
    quotes = reread(quotes, actors, meant)
    assertions = found(
        "claims", lambda: find_assertions(article, sentences, grammar, contested), ()
    )
    return Annotations(
        *(article, sentences, times, actors, quotes, mentions, propositions),
        *(tuple(faults), figures, contested, assertions),
    )
