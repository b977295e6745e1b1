"""MIME messages (mail and saved pages): their parts, decoded; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from armreader.reading.decode import decode
from armreader.reading.source import UnreadableError

_MOST_PARTS = 10_000
_MOST_NESTED = 100
"""Parts that have parts of their own; a forwarded thread has about ten."""
_LONGEST_HEAD, _LONGEST_HEADER, _LONGEST_LINE = 500_000, 30_000, 8_000_000
"""Bytes; the standard library's parser needs eight times the size of a line in memory."""
_BOUNDARY = re.compile(rb"(?im)^(?:content-type:.*|[ \t].*)boundary\s*=")


class Leaf(NamedTuple):
    """A part of a message that has no parts of its own."""

    type: str
    """``text/html``; ``message/rfc822`` for a message within the message."""
    name: str
    """The file name of an attachment; empty if it is a part of the text."""
    data: bytes
    charset: str
    location: str
    """Its original web address."""

    @property
    def text(self) -> str:
        """The part as text, in the charset that it declares or that its bytes suggest."""
        try:
            return self.data.decode(self.charset)
        except (LookupError, ValueError):
            return decode(self.data, declares=self.type == "text/html").text


def parsed(data: bytes) -> Message:
    """The message in the bytes; ``UnreadableError`` if it has too many parts or headers."""
    if len(_BOUNDARY.findall(data)) > _MOST_NESTED or data.count(b"\n--") > _MOST_PARTS:
        raise UnreadableError("is a message with more parts than real mail has")
    if _has_longer_line(data):
        raise UnreadableError("is a message with a longer line than real mail has")
    head = min((at for at in map(data.find, (b"\n\n", b"\r\n\r\n")) if at > 0), default=0)
    if head > _LONGEST_HEAD:
        raise UnreadableError("is a message with more headers than real mail has")
    try:
        message: Message = BytesParser().parsebytes(data)
        parts = message.walk()
        if any(len(str(said)) > _LONGEST_HEADER for part in parts for _, said in part.raw_items()):
            raise UnreadableError("is a message with a longer header than real mail has")
        return message
    except (RecursionError, ValueError, HeaderParseError, TypeError) as error:
        raise UnreadableError("is a damaged message") from error


def _has_longer_line(data: bytes) -> bool:
    at = 0
    while len(data) - at > _LONGEST_LINE:
        at = data.rfind(b"\n", at, at + _LONGEST_LINE) + 1
        if not at:
            return True
    return False


def header(message: Message, name: str) -> str:
    """A header as plain text on one line; empty if it is missing."""
    raw = next((said for key, said in message.raw_items() if key.lower() == name.lower()), "")
    # Non-ASCII letters may be there unencoded, in UTF-8.
    value = str(raw).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with suppress(HeaderParseError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())


def sender(message: Message) -> str:
    """The name of the sender, or the domain of the address if there is no name."""
    name, address = parseaddr(header(message, "From"))
    return name or address.rpartition("@")[2]


def sent_on(message: Message) -> str:
    """The day on which it was sent, by the sender's clock, as ISO 8601; empty if unknown."""
    try:
        return parsedate_to_datetime(header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def leaves(message: Message) -> Iterator[Leaf]:
    """The parts that have no parts of their own, in order."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload()
        if part.get_content_type() == "message/rfc822" and isinstance(payload, list):
            inner = payload[0] if payload else None
            if isinstance(inner, Message):
                name = header(inner, "Subject") or "message"
                yield Leaf("message/rfc822", name, inner.as_bytes(), "", "")
        elif isinstance(payload, list):
            waiting.extend(one for one in reversed(payload) if isinstance(one, Message))
        else:
            yield _leaf(part)


def _leaf(part: Message) -> Leaf:
    data = part.get_payload(decode=True)
    try:
        charset = part.get_content_charset() or "utf-8"
        name = part.get_filename() or ""
    except (LookupError, ValueError, TypeError):
        charset, name = "utf-8", ""
    if not name and part.get_content_disposition() == "attachment":
        name = "attachment"
    return Leaf(
        part.get_content_type(),
        " ".join(name.split()),
        data if isinstance(data, bytes) else b"",
        charset,
        header(part, "Content-Location"),
    )
