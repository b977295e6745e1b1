"""One mail: its text with its headers above it, and its attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.messages import Leaf, header, leaves, parsed, sender, sent_on
from armreader.reading.containers.piece import Found, Member, Part, Piece
from armreader.reading.formats import read_document
from armreader.reading.source import Source, of_bytes
from armreader.reading.wrapping import unwrapped
from armreader.records.visible import visible_line

_SHOWN = ("From", "To", "Cc", "Subject", "Date")
_PREFIX = re.compile(
    r"(?i)(?:(?:re|fw|fwd|aw|wg|tr|sv)(?:\[\d+\])?|press release|media release|news release"
    r"|for immediate release|pressemitteilung|communiqué(?: de presse)?)\s*[:|–-]\s*"
)
_SIGNATURE = re.compile(r"\n-- ?\n")
_ANSWERED = re.compile(
    r"\n(?:(?:On|Am|Le|El|Il) [^\n]{6,150}"
    r"(?:wrote|schrieb[^\n]*|a écrit|escribió|ha scritto) ?:\s*\n"
    r"|-{3,} ?(?:Original Message|Ursprüngliche Nachricht|Message d'origine) ?-{3,}[ \t]*\n)"
)
_SECOND_TEXT = 600
"""Characters; a shorter attached text is a note about the mail, not an article."""
_NO_ARTICLES = re.compile(
    r"image/|audio/|video/|font/|text/(?:calendar|css|x-vcard|vcard)"
    r"|application/(?:pgp|pkcs7|x-pkcs7|ms-tnef|ics)"
)


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """The mail itself, if it has a text, then its attachments."""
    message = parsed(source.read())
    parts = list(leaves(message))
    bodies = [one for one in parts if not one.name and one.type in ("text/plain", "text/html")]
    chosen, byline = _chosen(bodies)
    attached = [one for one in parts if one.name and not _NO_ARTICLES.match(one.type)]
    notes = [one for one in attached if _is_note(one)]
    if chosen and chosen.text.strip():
        subject = header(message, "Subject")
        headers = "\n".join(f"{n}: {said}" for n in _SHOWN if (said := header(message, n)))
        text, below = _without_signature(chosen)
        yield Piece(
            data=text.encode("utf-8", "replace"),
            suffix=".html" if chosen.type == "text/html" else ".txt",
            before=(Part("furniture", headers),),
            after=(*below, *(Part("furniture", f"{one.name}: {one.text}") for one in notes)),
            stated={"title": bare(subject), "source": sender(message), "date": sent_on(message)},
            fallback={"byline": byline},
            rule="publication-mail",
        )
    for one in attached:
        if one not in notes:
            name = f"{one.name}.eml" if one.type == "message/rfc822" else one.name
            yield Member(visible_line(one.name), of_bytes(name, one.data))


def bare(subject: str) -> str:
    """A subject without a leading ``Re:``, ``Fwd:`` or ``Press release:``."""
    while match := _PREFIX.match(subject):
        subject = subject[match.end() :]
    return subject


def _chosen(bodies: Sequence[Leaf]) -> tuple[Leaf | None, str]:
    """The form of the text to read, and the byline of its HTML form.

    The plain form, unless that is a stub: ``View this message in your browser``.
    """
    plain = next((one for one in bodies if one.type == "text/plain" and one.text.strip()), None)
    page = next((one for one in bodies if one.type == "text/html"), None)
    if plain is None or page is None:
        return plain or page, ""
    document = read_document(page.text.encode("utf-8", "replace"), ".html")
    is_whole = 2 * len(plain.text.split()) >= len(document.text.split())
    return (plain if is_whole else page), document.stated.get("byline", "")


def _is_note(one: Leaf) -> bool:
    return one.type == "text/plain" and len(one.text.strip()) < _SECOND_TEXT


def _without_signature(chosen: Leaf) -> tuple[str, tuple[Part, ...]]:
    """The text that was written, and the signature and quoted mail below it."""
    if chosen.type == "text/html":
        return chosen.text, ()
    text = unwrapped(chosen.text.replace("\r\n", "\n"), 1)
    found = [match.start() for form in (_SIGNATURE, _ANSWERED) if (match := form.search(text))]
    at = min(found, default=len(text))
    if not text[:at].strip():
        return text, ()
    return text[:at], (Part("furniture", text[at:]),)
