"""Accounts: how each source reports an event, in its own sentence."""

from __future__ import annotations

from armreader.records import Event, Passage
from armreader.story.dossier import Dossier


def accounts(dossier: Dossier, event: Event) -> tuple[Passage, ...]:
    """One passage a source, in the order in which the sources appeared.

    It is the sentence of the mention whose words are the label, else of the first mention.
    """
    chosen: dict[str, Passage] = {}
    for mention in event.mentions:
        sentence = dossier.sentences_around(mention.article, mention.trigger)
        words = dossier.article_by_id[mention.article].text[sentence.start : sentence.end]
        if mention.article not in chosen or event.label in words:
            chosen[mention.article] = Passage(mention.article, *sentence)
    return tuple(sorted(chosen.values(), key=lambda one: dossier.place_by_day[one.article]))
