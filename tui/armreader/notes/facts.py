"""What is known now about something kept, compared with when it was kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from armreader.notes.bookmark import Bookmark, bookmark_event, bookmark_stretch
from armreader.notes.kept import event_of, quote_of
from armreader.notes.verify import Verdict
from armreader.records import Correction, Span
from armreader.story.dossier import Dossier

_MARKS = frozenset("“”„‟\"«»‹›‘’‚'「」『』")


class Change(NamedTuple):
    """One thing that has changed since it was kept."""

    what: str
    """Speaker, source, title, published, date, event or words."""
    kept: str
    now: str
    yours: bool
    """Whether it changed because the user corrected it."""

    @property
    def in_words(self) -> str:
        """``speaker now Ross Barkhurst (yours)``."""
        return f"{self.what} now {self.now or 'unknown'}" + (" (yours)" if self.yours else "")


def as_now(verdict: Verdict, dossier: Dossier) -> Bookmark:
    """The bookmark as it would be saved now, with the user's own words; the id stays."""
    old = verdict.bookmark
    if verdict.article is None or verdict.span is None:
        return old
    event = event_of(verdict, dossier)
    if event:
        new = bookmark_event(dossier, event.id, verdict.article)
    else:
        new = bookmark_stretch(dossier, verdict.article, _whole(verdict, verdict.span, dossier))
        if old.kind == "event":
            new = replace(new, kind="event", speaker="", event=old.event)
    return replace(new, id=old.id, comment=old.comment, tags=old.tags, own=old.own)


def _whole(verdict: Verdict, span: Span, dossier: Dossier) -> Span:
    """The stretch that is like the words; up to the marks of the quote where they went so far."""
    quote = quote_of(verdict, dossier) if verdict.status == "changed" else None
    if quote is None:
        return span
    selector = verdict.bookmark.selector
    begun, ended = selector.prefix[-1:] in _MARKS, selector.suffix[:1] in _MARKS
    return Span(
        quote.span.start if selector.prefix and begun else span.start,
        quote.span.end if selector.suffix and ended else span.end,
    )


def rewritten(now: Bookmark) -> Callable[[Bookmark], Bookmark]:
    """The updated bookmark for the one in the file: the user's own words stay."""
    return lambda old: replace(now, comment=old.comment, tags=old.tags, own=old.own)


def changes(
    verdict: Verdict, dossier: Dossier, corrections: Sequence[Correction] = ()
) -> tuple[Change, ...]:
    """What has changed about a bookmark: by the user's corrections, or in the source."""
    old, new = verdict.bookmark, as_now(verdict, dossier)
    pairs = {
        "speaker": (old.speaker, new.speaker),
        "source": (old.origin.source, new.origin.source),
        "title": (old.origin.title, new.origin.title),
        "published": (old.origin.date, new.origin.date),
        "words": (old.words, new.words),
    }
    if old.event and new.event:
        pairs["event"] = (old.event.label, new.event.label)
        pairs["date"] = (old.event.date, new.event.date)
    yours = _corrected(verdict, dossier, corrections)
    return tuple(
        Change(what, kept, now, what in yours) for what, (kept, now) in pairs.items() if kept != now
    )


def corrected(
    verdict: Verdict, dossier: Dossier, corrections: Sequence[Correction]
) -> tuple[Bookmark, tuple[str, ...]]:
    """The bookmark with the user's corrections, and which fields they changed."""
    old, new = verdict.bookmark, as_now(verdict, dossier)
    yours = _corrected(verdict, dossier, corrections)
    origin = old.origin
    if "source" in yours:
        origin = replace(origin, source=new.origin.source)
    if "published" in yours:
        origin = replace(origin, date=new.origin.date, basis=new.origin.basis)
    event = old.event
    if event and new.event and "event" in yours:
        event = replace(event, label=new.event.label)
    if event and new.event and "date" in yours:
        event = replace(event, date=new.event.date)
    speaker = new.speaker if "speaker" in yours else old.speaker
    return replace(old, origin=origin, event=event, speaker=speaker), yours


def _corrected(
    verdict: Verdict, dossier: Dossier, corrections: Sequence[Correction]
) -> tuple[str, ...]:
    """The fields of a bookmark that the user corrected."""
    given = {(one.kind, one.subject) for one in corrections}
    found: list[str] = []
    if ("source", verdict.article) in given:
        found.append("source")
    if ("date", verdict.article) in given:
        found.append("published")
    quote = quote_of(verdict, dossier)
    if quote:
        speaker = dossier.speaker_of(quote)
        names = {one.value for one in corrections if one.kind == "name"}
        if ("speaker", quote.id) in given or (speaker and speaker.name in names):
            found.append("speaker")
    event = event_of(verdict, dossier)
    places = [f"{one.article}@{one.trigger.start}" for one in event.mentions] if event else []
    if any(("call", place) in given for place in places):
        found.append("event")
    if any(("when", place) in given for place in places):
        found.append("date")
    return tuple(found)
