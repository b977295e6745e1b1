"""One mail: its text with its headers above it, and its attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import Message

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.forwards import forwarded
from armreader.reading.containers.messages import Leaf, header, leaves, parsed, sender, sent_on
from armreader.reading.containers.piece import Found, Member, Part, Piece
from armreader.reading.formats import read_document
from armreader.reading.kinds import STORED
from armreader.reading.source import Source, of_bytes
from armreader.reading.wrapping import unwrapped
from armreader.records.visible import visible_line

_SHOWN = ("From", "To", "Cc", "Subject", "Date")
_PREFIX = re.compile(
    r"(?i)(?:(?:re|fw|fwd|aw|wg|tr|sv)(?:\[\d+\])?|press release|media release|news release"
    r"|for immediate release|pressemitteilung|communiqué(?: de presse)?)\s*[:|–-]\s*"
)
_TRAILING = re.compile(r"(?<!--)[ \t]*\r?\n")
"""The end of a line; the space of the line above a signature is part of its mark."""
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
    message = parsed(_unstored(source.read()))
    parts = list(leaves(message))
    bodies = [one for one in parts if not one.name and one.type in ("text/plain", "text/html")]
    chosen, byline = _chosen(bodies)
    attached = [one for one in parts if one.name and not _NO_ARTICLES.match(one.type)]
    notes = [one for one in attached if _is_note(one)]
    if chosen and chosen.text.strip():
        piece = _piece(message, chosen)
        below = (Part("furniture", f"{one.name}: {one.text}") for one in notes)
        yield replace(piece, after=(*piece.after, *below), fallback={"byline": byline})
    for one in attached:
        if one not in notes:
            name = f"{one.name}.eml" if one.type == "message/rfc822" else one.name
            yield Member(visible_line(one.name), of_bytes(name, one.data))


def _unstored(data: bytes) -> bytes:
    """The mail in a file of Apple Mail: a line with its length above, its flags below."""
    stored = STORED.match(data)
    return data[stored.end() : stored.end() + int(stored[1])] if stored else data


def _piece(message: Message, chosen: Leaf) -> Piece:
    """The mail with its headers above the text; or the one that it passes on."""
    subject = header(message, "Subject")
    headers = "\n".join(f"{n}: {said}" for n in _SHOWN if (said := header(message, n)))
    before = [Part("furniture", headers)]
    stated = {"title": bare(subject), "source": sender(message), "date": sent_on(message)}
    text, suffix = chosen.text, ".html"
    after: tuple[Part, ...] = ()
    if chosen.type != "text/html":
        text, suffix = _TRAILING.sub("\n", text), ".txt"
        inner = forwarded(text, subject)
        if inner:
            text = inner.text
            before.append(Part("furniture", inner.above))
            stated = {"title": bare(inner.subject), "source": inner.author, "date": inner.day}
        text, after = _without_signature(text)
    return Piece(
        data=text.encode("utf-8", "replace"),
        suffix=suffix,
        before=tuple(before),
        after=after,
        stated=stated,
        rule="publication-mail",
    )


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


def _without_signature(text: str) -> tuple[str, tuple[Part, ...]]:
    """The text that was written, and the quoted mail and the signature below it."""
    written, signature = _split(_SIGNATURE, text)
    written, answered = _split(_ANSWERED, unwrapped(written, 1))
    if not written.strip():
        return text, ()
    return written, tuple(Part("furniture", below) for below in (answered, signature) if below)


def _split(form: re.Pattern[str], text: str) -> tuple[str, str]:
    """The text before the first match of a form, and the rest."""
    match = form.search(text)
    return (text[: match.start()], text[match.start() :]) if match else (text, "")
