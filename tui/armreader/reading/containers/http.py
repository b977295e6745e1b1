"""A response as a web archive stores it: its status, its type, and its content unpacked."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from armreader.reading.containers.budget import Budget
from armreader.reading.source import PIECE_LIMIT, UnreadableError, too_large

_PACKED = {"gzip": 47, "x-gzip": 47, "deflate": 47}
"""Window bits that let zlib detect whether there is a header."""


class Response(NamedTuple):
    """The response of a server."""

    status: str
    headers: dict[str, str]
    body: bytes

    @property
    def type(self) -> str:
        """The media type alone, in lower case."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset that the server named, or an empty string."""
        return self.headers.get("content-type", "").lower().rpartition("charset=")[2].strip('"; ')


def response(block: bytes) -> Response:
    """The status, headers and body in the block of a record."""
    head, _, body = block.partition(b"\r\n\r\n")
    if not _:
        head, _, body = block.partition(b"\n\n")
    first, *lines = head.decode("latin-1").splitlines() or [""]
    words = first.split(" ")
    return Response(words[1] if len(words) > 1 else "", header_lines(lines), body)


def header_lines(lines: list[str]) -> dict[str, str]:
    """Header lines by their names in lower case."""
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def content(answer: Response, budget: Budget) -> bytes:
    """The body without transfer encodings; ``UnreadableError`` if it is damaged."""
    body = answer.body
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    for packing in reversed(answer.headers.get("content-encoding", "").lower().split(",")):
        name = packing.strip()
        if name in _PACKED:
            body = _unpacked(body, name, budget)
        elif name not in ("", "identity") and body.lstrip()[:1] != b"<":
            raise UnreadableError(f"uses the compression {name}, which is not supported")
    return body


def _unpacked(body: bytes, name: str, budget: Budget) -> bytes:
    for bits in (_PACKED[name], -15):
        unpacker = zlib.decompressobj(bits)
        try:
            data = unpacker.decompress(body, PIECE_LIMIT + 1)
        except zlib.error:
            continue
        budget.unpack(len(data))
        if len(data) > PIECE_LIMIT:
            raise UnreadableError(too_large(len(data)))
        return data
    # Some archives store the unpacked body together with the original headers.
    return body


def _unchunked(body: bytes) -> bytes:
    """The chunks joined; unchanged if the body is not chunked, as in some archives."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 100)
        try:
            size = int(body[at:end].split(b";")[0], 16)
        except ValueError:
            return b"".join(parts) or body
        if end < 0 or size <= 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
