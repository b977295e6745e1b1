"""The dossier as one JSON object: the public contract of the extraction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from armreader.records import (
    Actor,
    Article,
    Disagreement,
    Event,
    Passage,
    Quote,
    Span,
    TimeExpression,
)
from armreader.records.dates import DateRange
from armreader.records.quantity import Quantity
from armreader.story.chosen import Chosen, everything
from armreader.story.dossier import Dossier

SCHEMA = "armreader.dossier/1"

JsonObject = dict[str, Any]


class _Placed(Protocol):
    @property
    def article(self) -> str: ...

    @property
    def span(self) -> Span: ...


def export_json(dossier: Dossier, chosen: Chosen | None = None) -> str:
    """The whole dossier, or all articles with what was chosen; byte-identical from run to run.

    Offsets are code points, half-open.
    """
    return "".join(json_pieces(dossier, chosen))


def json_pieces(dossier: Dossier, chosen: Chosen | None = None) -> Iterator[str]:
    """Like ``export_json``, record by record, so that what is written can leave memory."""
    before = "{"
    for key, value in _parts(dossier, chosen).items():
        yield f"{before}\n {json.dumps(key)}: "
        before = ","
        if isinstance(value, str):
            yield json.dumps(value, ensure_ascii=False)
            continue
        opening = "["
        for record in value:
            # No string has a line break in it: JSON writes them as letters.
            text = json.dumps(record, ensure_ascii=False, indent=1).replace("\n", "\n  ")
            yield f"{opening}\n  {text}"
            opening = ","
        yield "[]" if opening == "[" else "\n ]"
    yield "\n}\n"


def dossier_object(dossier: Dossier) -> JsonObject:
    """The exported object, its keys in the order of the contract."""
    return {
        key: value if isinstance(value, str) else list(value)
        for key, value in _parts(dossier).items()
    }


def _parts(dossier: Dossier, chosen: Chosen | None = None) -> dict[str, str | Iterable[JsonObject]]:
    """The keys of the contract in their order; records are made when they are asked for."""
    chosen = chosen or everything(dossier)
    quotes = {quote.id for quote in chosen.quotes}
    wordings = [group for group in dossier.wordings if quotes.intersection(group.quotes)]
    about = {event.id for event in chosen.events} | {group.id for group in wordings}
    return {
        "schema": SCHEMA,
        "articles": map(article_object, dossier.articles),
        "times": map(time_object, dossier.times),
        "quotes": (quote_object(dossier, quote) for quote in chosen.quotes),
        "actors": map(actor_object, dossier.actors),
        "events": map(event_object, chosen.events),
        "wordings": ({"id": group.id, "quotes": list(group.quotes)} for group in wordings),
        "disagreements": [
            disagreement_object(found)
            for found in dossier.disagreements
            if chosen.whole or found.about in about
        ],
        "quantities": map(quantity_object, dossier.quantities if chosen.whole else ()),
    }


def article_object(article: Article) -> JsonObject:
    publication = article.publication
    return {
        "id": article.id,
        "file": article.file,
        "piece": article.piece or None,
        "title": article.title,
        "source": article.source,
        "byline": article.byline,
        "url": article.url,
        "text": article.text,
        "publication": {
            **range_fields(publication.range),
            "basis": publication.basis,
            "evidence": [_passage(passage) for passage in publication.evidence],
            "rule": publication.reason.rule,
            "others": [
                {
                    "edtf": other.range.edtf,
                    "reason": _reason(other.reason.rule, other.reason.passages),
                }
                for other in publication.others
            ],
        },
        "sections": [
            {"kind": section.kind, "start": section.span.start, "end": section.span.end}
            for section in article.sections
        ],
        "encoding": article.encoding,
        "notices": list(article.notices),
        "sha256": article.sha256,
        "repeats": article.repeats or None,
    }


def time_object(time: TimeExpression) -> JsonObject:
    return {
        **_place(time),
        "type": time.type,
        "value": time.value,
        "edtf": time.range.edtf if time.range else "",
        "reason": _reason(time.reason.rule, time.reason.passages),
    }


def quote_object(dossier: Dossier, quote: Quote) -> JsonObject:
    speaker, said = quote.speaker, dossier.said(quote)
    return {
        "id": quote.id,
        **_place(quote),
        "fragments": [list(fragment) for fragment in quote.printed or quote.fragments],
        "kind": quote.kind,
        "cue": list(quote.cue) if quote.cue else None,
        "speaker": speaker
        and {"actor": speaker.actor, "start": speaker.span.start, "end": speaker.span.end},
        "wording_group": quote.wording_group,
        "said": said.range.edtf if said else "",
        "reason": _reason(quote.reason.rule, quote.evidence),
    }


def actor_object(actor: Actor) -> JsonObject:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "spellings": [
            {
                "text": spelling.text,
                **_place(spelling),
            }
            for spelling in actor.spellings
        ],
        "roles": list(actor.roles),
    }


def event_object(event: Event) -> JsonObject:
    return {
        "id": event.id,
        "label": event.label,
        **range_fields(event.range),
        "sources": list(event.articles),
        "prominent": event.prominent,
        "mentions": [
            {
                **_place(mention),
                "trigger": list(mention.trigger),
                "status": mention.status,
                "edtf": mention.range.edtf if mention.range else "",
                "reason": _reason(mention.reason.rule, mention.evidence),
            }
            for mention in event.mentions
        ],
    }


def disagreement_object(found: Disagreement) -> JsonObject:
    return {
        "id": found.id,
        "about": found.about,
        "kind": found.kind,
        "sides": [
            {
                **_place(side),
                "says": side.says,
            }
            for side in found.sides
        ],
    }


def quantity_object(quantity: Quantity) -> JsonObject:
    """A series of figures: what is counted, and who gives which figure."""
    return {
        "id": quantity.id,
        "what": quantity.what,
        "unit": quantity.unit,
        "claims": [
            {
                **_place(claim),
                "low": claim.low,
                "high": claim.high,
                "bound": claim.bound,
                "by": claim.by,
                "as_of": claim.as_of,
            }
            for claim in quantity.claims
        ],
        "relations": [{"a": one.a, "b": one.b, "kind": one.kind} for one in quantity.relations],
    }


def range_fields(range_: DateRange | None) -> JsonObject:
    """EDTF and the first and last day as ISO dates, null where they are open or unknown."""
    return {
        "edtf": range_.edtf if range_ else "",
        "earliest": range_.earliest.isoformat() if range_ and range_.earliest else None,
        "latest": range_.latest.isoformat() if range_ and range_.latest else None,
    }


def _place(one: _Placed) -> JsonObject:
    """Where a record is."""
    return {"article": one.article, "start": one.span.start, "end": one.span.end}


def _reason(rule: str, passages: Sequence[Passage]) -> JsonObject:
    return {"rule": rule, "passages": [_passage(passage) for passage in passages]}


def _passage(passage: Passage) -> JsonObject:
    return {"article": passage.article, "start": passage.start, "end": passage.end}
