"""What the user says about the selection, as a correction."""

from __future__ import annotations

from typing import get_args

from armreader.records import Correction, CorrectionKind, Event
from armreader.story.selection import Selection
from armreader.ui.prompts.typed_dates import WRONG, typed_edtf
from armreader.ui.session.state import State, quote_here

_QUOTE_FIRST = "Select the quote first."
_MISSING: dict[CorrectionKind, str] = {
    "speaker": _QUOTE_FIRST, "same": _QUOTE_FIRST, "different": _QUOTE_FIRST,
    "name": "Select the person first, or what they said.",
}  # fmt: skip


def kinds_here(state: State) -> tuple[CorrectionKind, ...]:
    """What can be corrected of what is selected, and of the article that is read."""
    of_article: tuple[CorrectionKind, ...] = ("date", "source")
    if quote_here(state):
        return ("speaker", "name", "same", "different", "hide", "furniture", *of_article)
    if state.selection and state.selection.kind == "actor":
        return ("name", *of_article)
    if state.selection and state.selection.kind == "event":
        return ("when", "call", "join", "split", "hide", "furniture", *of_article)
    return of_article


def correction(state: State, typed: str) -> Correction | str:
    """What was typed as a correction; else what is wrong with it, in words.

    ``same``, ``different`` and ``join`` take the quote or event that was selected before this one.
    """
    word, _, value = typed.partition(" ")
    value = value.strip()
    if word in ("when", "date"):
        edtf = typed_edtf(value)
        if not edtf:
            return WRONG.format(value)
        value = edtf
    kind: CorrectionKind | None = next((k for k in get_args(CorrectionKind) if k == word), None)
    match kind:
        case None:
            return f"“{word}” cannot be corrected here: {', '.join(kinds_here(state))}."
        case "when" | "call":
            subject = _mention_of(state, state.selection)
        case "hide":
            subject, value = _hidden_of(state)
        case "furniture":
            subject, value = _passage_of(state)
        case "date" | "source":
            subject = state.article
        case "speaker":
            subject = quote_here(state)
        case "name":
            subject = _naming_of(state)
        case "same" | "different":
            subject, value = quote_here(state), _quote_before(state)
        case "split":
            subject, value = _mention_of(state, state.selection), ""
        case "join":
            subject = _mention_of(state, state.selection)
            value = _mention_of(state, _before(state, "event"))
    if not subject:
        return _MISSING.get(kind, "Select the event first, and go to its mention with n.")
    if kind not in ("split", "hide") and not value:
        return {
            "source": "Type the name of the source.",
            "call": "Type what it is to be called.",
            "speaker": "Type the name of the speaker.",
            "name": "Type the name of the person or body.",
            "join": "Select the other event first, then this one.",
        }.get(kind, "Select the other quote first, then this one.")
    return Correction(kind, subject, value)


def mention_places(event: Event) -> tuple[str, ...]:
    """The mentions of an event, as corrections name them."""
    return tuple(f"{one.article}@{one.trigger.start}" for one in event.mentions)


def _hidden_of(state: State) -> tuple[str, str]:
    """The hidden quote, or the first mention of the event and all others."""
    quote, chosen = quote_here(state), state.selection
    event = state.dossier.event_by_id.get(chosen.id) if chosen else None
    if event:
        first, *others = mention_places(event)
        return first, " ".join(others)
    return quote, ""


def _passage_of(state: State) -> tuple[str, str]:
    """The paragraph of the mention or quote gone to, as a place and where it ends."""
    quote = state.dossier.quote_by_id.get(quote_here(state))
    place = _mention_of(state, state.selection)
    if quote and not place:
        place = f"{quote.article}@{quote.span.start}"
    ident, _, start = place.partition("@")
    article = state.dossier.article_by_id.get(ident)
    if article is None:
        return "", ""
    begin = article.text.rfind("\n", 0, int(start)) + 1
    end = article.text.find("\n", int(start))
    return f"{ident}@{begin}", str(len(article.text) if end < 0 else end)


def _naming_of(state: State) -> str:
    """Where the selected actor, or the speaker of the selected quote, is first named."""
    chosen = state.selection
    quote = state.dossier.quote_by_id.get(quote_here(state))
    if chosen and chosen.kind == "actor":
        ident = chosen.id
    else:
        ident = (quote.speaker.actor or "") if quote and quote.speaker else ""
    actor = state.dossier.actor_by_id.get(ident)
    first = next(iter(actor.spellings), None) if actor else None
    return f"{first.article}@{first.span.start}" if first else ""


def _before(state: State, kind: str) -> Selection | None:
    """The previous selection of a kind."""
    return next(
        (
            visit.selection
            for visit in reversed(state.past)
            if visit.selection
            and visit.selection.kind == kind
            and visit.selection != state.selection
        ),
        None,
    )


def _quote_before(state: State) -> str:
    """The quote that was selected before, else the only other wording of this one."""
    before = _before(state, "quote")
    if before:
        return before.id
    quote = state.dossier.quote_by_id.get(quote_here(state))
    group = state.dossier.wording_by_id.get(quote.wording_group or "") if quote else None
    others = [one for one in group.quotes if quote and one != quote.id] if group else []
    return others[0] if len(others) == 1 else ""


def mention_of(state: State, event: Event) -> str:
    """The mention of an event that was gone to, else its first, as corrections name it."""
    here = [
        one
        for one in event.mentions
        if state.current and (one.article, *one.trigger) == state.current
    ]
    mention = (here or event.mentions)[0]
    return f"{mention.article}@{mention.trigger.start}"


def _mention_of(state: State, selection: Selection | None) -> str:
    """The mention of an event that was gone to, else its first, as corrections name it."""
    event = state.dossier.event_by_id.get(selection.id) if selection else None
    return mention_of(state, event) if event else ""
