"""What `=` offers of an event, a quote or a report: asked for, previewed, kept as corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from armreader.linking.corrected import correct_events
from armreader.records import Correction, Event, Quote
from armreader.records.dates import DateRange
from armreader.story.listed_events import each_once
from armreader.story.phrases import quote_words, speaker_name
from armreader.story.shown_dates import full_date
from armreader.ui.lines.wrap import cut
from armreader.ui.prompts.choices import Choice
from armreader.ui.prompts.correct import correction, mention_of, mention_places
from armreader.ui.prompts.menu import TITLE_CELLS, MenuTyping, PickerTyping, Say, ValueTyping
from armreader.ui.session.notices import Fault
from armreader.ui.session.state import quote_here

if TYPE_CHECKING:
    from armreader.ui.session.desk import Desk

_MOST = 300
"""How many rows a picker has: the most similar ones."""
_REPLACED = ("when", "date", "speaker", "name", "source")
"""Corrections whose value is typed from its first letter; the others are edited."""


def say_menu(desk: Desk) -> MenuTyping:
    """The menu of what is selected, and of the report that is read."""
    state = desk.state
    event = state.dossier.event_by_id.get(state.selection.id) if state.selection else None
    quote = None if event else state.dossier.quote_by_id.get(quote_here(state))
    article = state.dossier.article_by_id.get(state.article)
    entries = [*(_of_event(desk, event) if event else ()),
               *(_of_quote(desk, quote) if quote else ())]  # fmt: skip
    if state.selection and state.selection.kind == "actor":
        entries.append(_typed(desk, "w", "who it is", "name", ""))
    if event or quote:
        entries.append(Say("f", "this paragraph is furniture", _done(desk, "furniture")))
    if article:
        date = article.publication.range
        entries += [
            _typed(desk, "p", "the day the report appeared", "date", *_shown(date)),
            _typed(desk, "o", "the source of the report", "source", article.source),
        ]
    title = event.label if event else quote_words(state.dossier, quote) if quote else ""
    title = title or (article.title if article else "") or "nothing selected"
    return MenuTyping(desk, f"About: {cut(' '.join(title.split()), TITLE_CELLS)}", entries)


def _of_event(desk: Desk, event: Event) -> Iterator[Say]:
    yield _typed(desk, "d", "the date of this event", "when", *_shown(event.range))
    yield _typed(desk, "c", "call it", "call", event.label)
    yield Say("a", "the same as … (another event)", lambda: _pick_event(desk, event))
    if len(event.mentions) > 1:
        yield Say("x", "this mention is another event", _done(desk, "split"))
    yield Say("n", "this is not an event", _done(desk, "hide"))


def _of_quote(desk: Desk, quote: Quote) -> Iterator[Say]:
    speaker = speaker_name(desk.state.dossier, quote) if quote.speaker else ""
    yield _typed(desk, "s", "the speaker of this quote", "speaker", speaker)
    if quote.speaker and quote.speaker.actor:
        yield _typed(desk, "w", "who the speaker is, everywhere", "name", speaker)
    yield Say("a", "the same as … (another quote)", lambda: _pick_quote(desk, quote, "same"))
    if quote.wording_group:
        yield Say("x", "not the same as …", lambda: _pick_quote(desk, quote, "different"))
    yield Say("n", "this is not a quote", _done(desk, "hide"))


def _done(desk: Desk, kind: str) -> Callable[[], None]:
    """What says at once what needs no value."""

    def say() -> None:
        _say(desk, kind)

    return say


def _say(desk: Desk, typed: str) -> str:
    """Save the correction of a kind and its value; else returns what is wrong, which is shown as
    well."""
    found = correction(desk.state, typed)
    if isinstance(found, str):
        desk.tell(Fault(found))
        return found
    desk.program.correct(found)
    return ""


def _shown(date: DateRange | None) -> tuple[str, str]:
    """A date as it is typed, and as it is read."""
    return (date.edtf, full_date(date)) if date else ("", "")


def _typed(desk: Desk, key: str, words: str, kind: str, value: str, shown: str = "") -> Say:
    """What needs a value: it is typed at the foot, beginning with the one that holds.

    ``shown``: the value as people read it, where that is another text.
    """

    def begin() -> None:
        desk.begin_typing(
            ValueTyping(
                desk, words, value, lambda text: _say(desk, f"{kind} {text}"),
                replaced=kind in _REPLACED,
            )
        )  # fmt: skip

    return Say(key, words + (f": {shown or value}" if value else ""), begin)


def _pick_event(desk: Desk, event: Event) -> None:
    """Choose the event that is the same; a preview shows both and the result."""
    dossier = desk.state.dossier
    place = mention_of(desk.state, event)
    others = sorted(
        (one for one in each_once(dossier.events) if one.id != event.id),
        key=lambda one: -_likeness(event, one),
    )[:_MOST]

    def asked(number: int) -> Correction:
        return Correction("join", place, mention_places(others[number])[0])

    def preview(number: int) -> list[str]:
        other = others[number]
        (joined,) = correct_events((event, other), (asked(number),))
        clash = event.range and other.range and not event.range.overlaps(other.range)
        return [
            f"this:     {_row(event)}",
            f"that:     {'(another date) ' if clash else ''}{_row(other)}",
            f"becomes:  {_row(joined)}",
        ]

    choices = [Choice("", _row(one)) for one in others]
    desk.begin_typing(
        PickerTyping(
            desk, "The same event as …", choices, preview,
            lambda number: desk.program.correct(asked(number)),
        )
    )  # fmt: skip


def _pick_quote(desk: Desk, quote: Quote, kind: str) -> None:
    """Choose the quote that is the same utterance, or one of its group that is not."""
    dossier = desk.state.dossier
    group = dossier.wording_by_id.get(quote.wording_group or "")
    inside = set(group.quotes) if group else set()
    words = quote_words(dossier, quote)
    others = sorted(
        (
            one
            for one in dossier.quotes
            if one.id != quote.id and (one.id in inside) == (kind == "different")
        ),
        key=lambda one: -fuzz.token_set_ratio(words, quote_words(dossier, one)),
    )[:_MOST]

    def row(one: Quote) -> str:
        article = dossier.article_by_id[one.article]
        said = " ".join(quote_words(dossier, one).split())
        return f"{speaker_name(dossier, one)}, {article.source or article.title}: “{said}”"

    def preview(number: int) -> list[str]:
        became = "one utterance" if kind == "same" else "two utterances"
        return [
            f"this:     {row(quote)}",
            f"that:     {row(others[number])}",
            f"becomes:  {became}",
        ]

    def choose(number: int) -> None:
        made = "same" if kind == "same" else "different"
        desk.program.correct(Correction(made, quote.id, others[number].id))  # type: ignore[arg-type]

    title = "The same words as …" if kind == "same" else "Not the same as …"
    choices = [Choice("", row(one)) for one in others]
    desk.begin_typing(PickerTyping(desk, title, choices, preview, choose))


def _row(event: Event) -> str:
    sources = len(event.articles)
    date = full_date(event.range) if event.range else "undated"
    return f"{date}  {event.label} · {sources} source{'s' if sources > 1 else ''}"


def _likeness(one: Event, other: Event) -> float:
    """How similar two rows are: in their words, and in whether their dates agree."""
    same_day = bool(one.range and other.range and one.range.overlaps(other.range))
    return float(fuzz.token_set_ratio(one.label, other.label)) + 30 * same_day
