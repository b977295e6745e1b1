"""Bookmarks as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from typing import Any

from armreader.notes.block_text import selector_objects
from armreader.notes.bookmark import Bookmark, Origin

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def web_annotations(bookmarks: Sequence[Bookmark]) -> str:
    """One AnnotationPage, an annotation a bookmark; no dates of making, which are not kept."""
    page = {
        "@context": CONTEXT,
        "id": "urn:armreader:notebook",
        "type": "AnnotationPage",
        "items": [annotation(bookmark) for bookmark in bookmarks],
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def annotation(bookmark: Bookmark) -> dict[str, Any]:
    """One annotation: the comment and tags as bodies, the stretch of the article as target."""
    bodies: list[dict[str, str]] = []
    if bookmark.comment:
        bodies.append(
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/markdown",
                "value": bookmark.comment,
            }
        )
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in bookmark.tags]
    found: dict[str, Any] = {
        "id": f"urn:armreader:{bookmark.id}",
        "type": "Annotation",
        "motivation": "commenting" if bookmark.comment else "bookmarking",
    }
    if bodies:
        found["body"] = bodies
    found["target"] = {
        "type": "SpecificResource",
        "source": _source(bookmark.origin),
        "selector": selector_objects(bookmark.selector),
    }
    if bookmark.speaker:
        found["target"]["schema:spokenByCharacter"] = bookmark.speaker
    return found


def _source(origin: Origin) -> dict[str, str]:
    """The article under its address, else under the name that RFC 6920 gives its bytes."""
    found = {"id": _iri(origin), "type": "Text"}
    known = {
        "dc:title": origin.title,
        "dc:publisher": origin.source,
        "dc:creator": origin.byline,
        "dc:date": origin.date,
        "dc:identifier": origin.file,
    }
    return found | {name: value for name, value in known.items() if value}


def _iri(origin: Origin) -> str:
    if origin.url.startswith(("http://", "https://")) and not set(origin.url) & set(' <>"{}|\\^`'):
        return origin.url
    try:
        digest = bytes.fromhex(origin.sha256)
    except ValueError:
        digest = b""
    if len(digest) == 32:
        return "ni:///sha-256;" + urlsafe_b64encode(digest).decode().rstrip("=")
    return f"urn:armreader:{origin.article}"
