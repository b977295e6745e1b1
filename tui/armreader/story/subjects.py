"""What a disagreement is about, in words of a source."""

from __future__ import annotations

from armreader.records import Disagreement
from armreader.story.dossier import Dossier
from armreader.story.phrases import quote_words


def subject_of(dossier: Dossier, found: Disagreement) -> str:
    """What the sources differ about: an event's label, the words of a quote or a figure's name."""
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
    side = found.sides[0]
    return " ".join(dossier.article_by_id[side.article].text[slice(*side.span)].split())
