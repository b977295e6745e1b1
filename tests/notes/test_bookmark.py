"""Bookmarks: what is kept of a quote, an event or a stretch, and the id that makes ``b`` toggle."""

from __future__ import annotations

from dataclasses import replace

from armreader.notes.bookmark import bookmark_event, bookmark_quote, bookmark_stretch
from armreader.records import Sentence, Span
from armreader.story.dossier import Dossier


def test_a_quote_is_kept_with_its_speaker_and_its_fragments(dossier: Dossier) -> None:
    kept = bookmark_quote(dossier, dossier.quotes[0].id)
    assert kept.words == "We will not load a single crate … until the hours are fair."
    assert (kept.kind, kept.speaker) == ("direct", "Maria Olsen")
    assert kept.selector.exact.startswith("We will")
    assert "who leads" in kept.selector.exact
    assert (kept.origin.date, kept.origin.basis) == ("2023-05-09", "stated")


def test_an_event_is_kept_as_its_sentence(dossier: Dossier) -> None:
    mention = dossier.events[0].mentions[0]
    clause = replace(mention, span=mention.trigger)
    event = replace(dossier.events[0], mentions=(clause,))
    sentences = {mention.article: (Sentence(mention.span, "body", 1),)}
    kept = bookmark_event(replace(dossier, events=(event,), sentences=sentences), "e-1")
    assert kept.kind == "event"
    assert kept.words == "Dockers at the northern port stopped work again on Monday."


def test_a_stretch_over_a_whole_quote_is_the_quote(dossier: Dossier) -> None:
    quote = dossier.quotes[0]
    same = bookmark_stretch(dossier, quote.article, Span(*quote.span))
    assert same == bookmark_quote(dossier, quote.id)


def test_a_stretch_inside_a_quote_has_its_speaker(dossier: Dossier) -> None:
    quote = dossier.quotes[0]
    part = bookmark_stretch(dossier, quote.article, Span(quote.span.start, quote.span.start + 8))
    assert (part.words, part.speaker, part.kind) == ("We will", "Maria Olsen", "direct")


def test_ids_depend_only_on_the_place(dossier: Dossier) -> None:
    article = dossier.articles[0]
    first = bookmark_stretch(dossier, article.id, Span(0, 7))
    assert first.id == bookmark_stretch(dossier, article.id, Span(0, 8)).id, "blanks do not count"
    assert first.id != bookmark_stretch(dossier, article.id, Span(8, 14)).id
