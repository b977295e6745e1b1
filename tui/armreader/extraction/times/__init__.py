"""Temporal expressions: found by a grammar over word classes, with values not yet resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.times.auxiliaries import tense_words
from armreader.extraction.times.compose import compose, with_appositions
from armreader.extraction.times.context import is_no_time, tells_of_money
from armreader.extraction.times.day_pairs import (
    with_both_years,
    with_shared_months,
    with_shared_years,
)
from armreader.extraction.times.found import Found
from armreader.extraction.times.grammar import beginnings, matches
from armreader.extraction.times.meaning import meaning_of
from armreader.extraction.times.measures import is_rate
from armreader.extraction.times.order import with_order
from armreader.extraction.times.ranges import with_ends
from armreader.extraction.times.scanner import Item, may_tell_time, scan
from armreader.extraction.times.setting import Setting, context
from armreader.extraction.times.tense import direction, is_label
from armreader.records import (
    Article,
    Passage,
    Reason,
    Sentence,
    Span,
    TimeAnchor,
    TimeExpression,
)
from armreader.records.interning import shared_form, shared_span

_WORD = re.compile(r"[a-z][a-z-]+")
_OF_GAME = 6
"""Words of a game in an article that is about one."""
_LONGEST_SENTENCE = 20_000
"""In characters; no prose comes near it."""


def find_times(article: Article, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """Every temporal expression of the article, with its value not yet resolved.

    The values are underspecified (``XXXX-WXX-5``), and ``range`` is None, until ``linking`` has
    found the anchor. An expression never crosses the end of a sentence.
    """
    times = [
        _expression(article, items, found)
        for sentence in sentences
        for stretch in _stretches(article.text, sentence.span)
        if may_tell_time(article.text[stretch.start : stretch.end])
        for items in [scan(article.text, stretch)]
        for found in expressions(items)
        if not (_is_part(found, items) and _reports_game(article.text))
    ]
    return tuple(with_order(article, times))


def _is_part(found: Found, items: Sequence[Item]) -> bool:
    """Whether an expression is a quarter or a half in a sentence without sums."""
    of_year = found.form.rule in ("quarter", "half") and found.form.value.startswith("XXXX")
    return of_year and context("sums").isdisjoint(item.lower for item in items)


@lru_cache(maxsize=4)
def _reports_game(text: str) -> bool:
    """Whether an article is about a game, whose quarters and halves are none of the year."""
    return sum(word in context("game") for word in _WORD.findall(text.lower())) >= _OF_GAME


def _stretches(text: str, span: Span) -> Iterator[Span]:
    """The sentence; an extremely long one comes in pieces, so that the cost stays linear."""
    start = span.start
    while span.end - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        cut = blank + 1 if blank > start else start + _LONGEST_SENTENCE
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def expressions(items: Sequence[Item]) -> list[Found]:
    """The expressions of one sentence, in order, none overlapping another."""
    composed = with_shared_years(with_both_years(compose(list(_cores(items)), items)), items)
    dated = with_shared_months([_with_direction(one, items) for one in composed], items)
    return with_ends(with_appositions(dated, items), items)


_FORECAST_REACH = 2
_AGO: Mapping[str, TimeAnchor] = {"ago": "publication", "later": "previous"}


def _with_direction(found: Found, items: Sequence[Item]) -> Found:
    """The expression with the direction of its clause, where it does not have its own."""
    form = found.form
    if form.anchor == "quarter" and not tells_of_money(items, found.first, found.end):
        # "A year ago" is of the quarter under discussion only beside what the quarter brought in.
        shifted = form.value in ("XXXX", "XXXX-XX") and form.shift == -1 and found.form.rule in _AGO
        return replace(found, form=replace(form, anchor=_AGO[form.rule])) if shifted else found
    if form.rule == "last-name" and form.direction == "same" and _is_of_picture(found, items):
        return replace(found, form=replace(form, direction="before"))
    if form.rule == "last-name" and form.direction == "same" and "-WXX-" in form.value:
        # This Thursday is the one to come, unless the clause is about the past.
        toward, cue = direction(items, found.first, found.end)
        toward = "past" if toward in ("past", "over") else "future"
        return replace(found, form=replace(form, direction=toward, cue=cue))
    if form.rule == "half" and form.direction == "same":
        toward, cue = direction(items, found.first, found.end)
        if toward in ("past", "over"):
            return replace(found, form=replace(form, direction=toward, cue=cue))
    if form.value.startswith("XXXX-WXX-") and not form.direction and _is_of_any_week(found, items):
        return replace(found, form=replace(form, anchor="none"))
    if form.anchor not in ("publication", "previous") or form.direction:
        return found
    if form.rule == "clock" and is_label(items, found.first, found.end):
        # An entry of a live blog is of the day of the blog.
        return replace(found, form=replace(form, anchor="publication"))
    tensed = form.rule in ("clock", "later") or (form.unit, form.shift) == ("WE", 0)
    if form.shift is not None and not tensed:
        return found
    if form.rule == "quarter" and any(item.lower == "-" for item in items[found.first : found.end]):
        # Third-quarter results are of the quarter that is over, whenever they come out …
        near = items[max(0, found.first - _FORECAST_REACH) : found.first]
        words = {item.lower for item in near}
        forecast = any(lemma(word, "VBZ") in tense_words("forecasting") for word in words)
        if not forecast or "had" in words:
            return found
        # … unless they are forecast.
        return replace(found, form=replace(form, direction="toward"))
    toward, cue = direction(items, found.first, found.end)
    return replace(found, form=replace(form, direction=toward, cue=cue))


def _is_of_any_week(found: Found, items: Sequence[Item]) -> bool:
    """He came on a Sunday, the Friday before the vote; but a Friday meeting is this week's."""
    before = items[found.first - 1].lower if found.first else ""
    following = items[found.end].lower if found.end < len(items) else ""
    if before == "the":
        return following in ("before", "after", "following")
    ends = not following.isalnum() or following in context("after-day") | {"night", "that"}
    return before in ("a", "an") and ends and following not in ("-", "'s")


def _is_of_picture(found: Found, items: Sequence[Item]) -> bool:
    """In this May 3 photo: an earlier day, not one of this year."""
    day = len(found.form.value) == len("XXXX-05-03") and found.end < len(items)
    return day and items[found.end].lower in context("picture")


def _cores(items: Sequence[Item]) -> Iterator[Found]:
    """The longest match at each token that is a time by its context."""
    at, begins = 0, beginnings()
    while at < len(items):
        item = items[at]
        if not item.classes and item.lower not in begins:
            at += 1
            continue
        found = next(_found(items, at), None)
        if found:
            yield found
        at = found.end if found else at + 1


def _found(items: Sequence[Item], at: int) -> Iterator[Found]:
    """What may begin at a token, the longest first, as far as context and calendar allow it."""
    for match in matches(items, at):
        meaning = meaning_of(match)
        if meaning and not is_no_time(match, items):
            repeats = match.rule == "duration" and is_rate(Setting(match, items))
            kind = "SET" if repeats else meaning.type
            yield Found(match.first, match.end, kind, meaning.form)


def _expression(article: Article, items: Sequence[Item], found: Found) -> TimeExpression:
    form = found.form
    span = shared_span(Span(items[found.first].start, items[found.end - 1].end))
    passage = Passage(article.id, *span)
    return TimeExpression(
        article=article.id,
        span=span,
        type=found.type,
        value=form.value,
        range=None,
        form=shared_form(form),
        reason=Reason("time-open" if form.anchor != "none" else "time-explicit", (passage,)),
    )
