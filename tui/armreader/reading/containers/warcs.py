"""Web archives (WARC, ISO 28500): each captured page, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha1
from typing import IO, NamedTuple

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.http import Response, content, header_lines, response
from armreader.reading.containers.piece import Found, Member, Refusal
from armreader.reading.decode import decode
from armreader.reading.source import PIECE_LIMIT, Source, UnreadableError, of_bytes, too_large

_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf",
    "text/plain": ".txt",
}  # fmt: skip
_COUNTED = frozenset(["response", "resource", "revisit"])
_LINE, _LINES = 1 << 16, 400
_CHUNK = 1 << 18
_DAMAGED = "is a web archive that is cut short or damaged"


class Record(NamedTuple):
    """A capture: the address, the response, and a digest that tells two responses apart."""

    number: int
    """Its number among the responses, from 1."""
    url: str
    answer: Response
    digest: str
    size: int
    is_revisit: bool

    @property
    def is_page(self) -> bool:
        """Whether there may be an article in it."""
        return self.answer.status == "200" and self.answer.type in _ENDINGS

    @property
    def key(self) -> tuple[str, str]:
        return self.url, self.digest


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """Each page that was captured successfully, numbered among the responses.

    The day of a capture is not a date of publication. The archive is read twice, first to count how
    often each page was captured and how many captures are not pages.
    """
    times, others = _counted(source)
    seen: set[tuple[str, str]] = set()
    for record in _records(source):
        budget.look_at_clock()
        if not record.is_page or record.is_revisit or record.key in seen:
            continue
        seen.add(record.key)
        try:
            data = _page(record, budget)
        except UnreadableError as error:
            yield Refusal(f"{record.number}", str(error))
            continue
        yield Member(
            f"{record.number}",
            of_bytes(f"{record.number}{_ENDINGS[record.answer.type]}", data),
            stated={"url": record.url},
            notices=(_repeated(times[record.key]),) if times[record.key] > 1 else (),
        )
    if others:
        shown = ", ".join(f"{count} {what}" for what, count in sorted(others.items()))
        one = "1 capture is not an article"
        many = f"{others.total()} captures are not articles"
        yield Refusal("", f"{one if others.total() == 1 else many}: {shown}")


def _page(record: Record, budget: Budget) -> bytes:
    """The content of a capture, in UTF-8 if it is text and the server named a charset."""
    if record.size > PIECE_LIMIT:
        raise UnreadableError(too_large(record.size))
    data = content(record.answer, budget)
    if record.answer.charset and record.answer.type != "application/pdf":
        try:
            return data.decode(record.answer.charset).encode("utf-8")
        except (LookupError, ValueError):
            return decode(data, declares=True).text.encode("utf-8", "replace")
    return data


def _counted(source: Source) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """How often each page was captured, and the number of other captures by type."""
    times: Counter[tuple[str, str]] = Counter()
    others: Counter[str] = Counter()
    try:
        for record in _records(source):
            if record.is_page or record.is_revisit:
                times[record.key] += 1
            elif record.answer.status != "200":
                others[f"answered {record.answer.status or 'nothing'}"] += 1
            else:
                others[record.answer.type or "of no type"] += 1
    except UnreadableError:
        # The second pass reports this, after the pages that can be read.
        pass
    return times, others


def _repeated(times: int) -> str:
    return f"captured {'twice' if times == 2 else f'{times} times'}, unchanged"


def _records(source: Source) -> Iterator[Record]:
    number = 0
    with source.open() as stream:
        while headers := _headers(stream):
            size = _length(headers)
            block = _block(stream, size)
            kind = headers.get("warc-type", "")
            if kind not in _COUNTED:
                continue
            number += 1
            answer = response(block)
            if kind == "resource":
                answer = Response("200", headers, block)
            digest = headers.get("warc-payload-digest") or sha1(answer.body).hexdigest()
            url = headers.get("warc-target-uri", "").strip("<>")
            yield Record(number, url, answer, digest, size, kind == "revisit")


def _headers(stream: IO[bytes]) -> dict[str, str]:
    """The headers of the next record; empty at the end of the archive."""
    first = b"\n"
    while first and not first.strip():
        first = stream.readline(_LINE)
    if not first:
        return {}
    if not first.startswith(b"WARC/"):
        raise UnreadableError(_DAMAGED)
    lines: list[str] = []
    while (line := stream.readline(_LINE)).strip():
        lines.append(line.decode("utf-8", "replace"))
        if len(lines) > _LINES:
            raise UnreadableError(_DAMAGED)
    if not line:
        raise UnreadableError(_DAMAGED)
    return header_lines(lines)


def _length(headers: dict[str, str]) -> int:
    length = headers.get("content-length", "")
    if not length.isdigit() or len(length) > 15:
        raise UnreadableError(_DAMAGED)
    return int(length)


def _block(stream: IO[bytes], size: int) -> bytes:
    """The block of a record, or only its beginning if it is too large to be read."""
    kept: list[bytes] = []
    left = size
    while left:
        part = stream.read(min(left, _CHUNK))
        if not part:
            raise UnreadableError(_DAMAGED)
        if size <= PIECE_LIMIT or not kept:
            kept.append(part)
        left -= len(part)
    return b"".join(kept)
