"""What a disagreement is about, in words of a source."""

from __future__ import annotations

from armreader.records import Disagreement, Side
from armreader.story.dossier import Dossier
from armreader.story.phrases import quote_words


def subject_of(dossier: Dossier, found: Disagreement) -> str:
    """What the sources differ about: an event's label, a claim, a quote or a figure's name."""
    claimed = next((side for side in found.sides if side.says == "claimed"), None)
    if claimed:
        return _words(dossier, claimed)
    event = dossier.event_by_id.get(found.about)
    if event:
        return event.label
    quantity = dossier.quantity_by_id.get(found.about)
    if quantity:
        return quantity.what
    wording = dossier.wording_by_id.get(found.about)
    quote = dossier.quote_by_id.get(wording.quotes[0]) if wording and wording.quotes else None
    if quote:
        return quote_words(dossier, quote)
    return _words(dossier, found.sides[0])


def _words(dossier: Dossier, side: Side) -> str:
    return " ".join(dossier.article_by_id[side.article].text[slice(*side.span)].split())
