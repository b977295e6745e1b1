"""A mail that passes another one on: the text of that one, who wrote it and when."""

from __future__ import annotations

import re
from email.utils import parseaddr
from typing import NamedTuple

from armreader.language import mapping
from armreader.reading.containers.export_days import day_in

_PASSED_ON = re.compile(r"(?i)\s*(?:re\s*:\s*)*(?:fwd?|wg|tr|rv)\s*:")
"""How the subject of such a mail begins."""
_MARK = re.compile(
    r"(?im)^[> \t]*(?:-{2,} ?(?:forwarded message|weitergeleitete nachricht|message transféré"
    r"|mensaje reenviado|messaggio inoltrato) ?-{2,}|begin forwarded message:)[ \t]*$"
)
_HEADER = re.compile(r"[> \t*]*([^\W\d_][\w-]{0,10})\*?[ \t]?:[ \t*]*(.*)")
_QUOTED = re.compile(r"(?m)^>[ \t]?")
_LEAST = 3
"""Lines of the header of a mail that is passed on."""
_DEEPEST = 5
"""How often a mail may have been passed on."""


class Forwarded(NamedTuple):
    """The mail that was passed on."""

    text: str
    above: str
    """What the one who passed it on wrote, and the lines that name its author and its day."""
    fields: dict[str, str]
    """from, date, subject."""

    @property
    def subject(self) -> str:
        return self.fields.get("subject", "")

    @property
    def author(self) -> str:
        """The name of its author, or the domain of the address."""
        name, address = parseaddr(self.fields["from"].replace("[mailto:", "<").replace("]", ">"))
        return name or address.rpartition("@")[2] or self.fields["from"]

    @property
    def day(self) -> str:
        """The day on which it was sent; empty if it is not understood."""
        found = day_in(self.fields.get("date", ""))
        return found.edtf if found else ""


def forwarded(text: str, subject: str) -> Forwarded | None:
    """The innermost mail that this one passes on; None if it is not one that does only that.

    It is, if its subject or a line says so, and less is written above that mail than there is in
    it.
    """
    found: Forwarded | None = None
    for _ in range(_DEEPEST):
        inner = _passed_on(text, subject)
        if inner is None:
            break
        above = f"{found.above}\n\n{inner.above}" if found else inner.above
        found = inner._replace(above=above)
        text, subject = inner.text, inner.subject
    return found


def _passed_on(text: str, subject: str) -> Forwarded | None:
    mark = _MARK.search(text)
    if not mark and not _PASSED_ON.match(subject):
        return None
    lines = text[mark.end() if mark else 0 :].split("\n")
    first, end, fields = _header(lines)
    if not fields:
        return None
    rest = "\n".join(lines[end:])
    above = text[: len(text) - len(rest)]
    written = (text[: mark.start()] if mark else "") + "\n".join(lines[:first])
    if _QUOTED.match(lines[first]):
        rest = _QUOTED.sub("", rest)
    if len(written.strip()) >= len(rest.strip()):
        return None
    return Forwarded(rest.strip("\n"), above.strip(), fields)


def _header(lines: list[str]) -> tuple[int, int, dict[str, str]]:
    """Where the first header among the lines begins and ends, and what it gives."""
    kinds = mapping("reading/mail_headers")
    at = 0
    while at < len(lines):
        first, fields, count = at, dict[str, str](), 0
        while at < len(lines) and (match := _HEADER.fullmatch(lines[at].rstrip())):
            kind = kinds.get(match[1].lower())
            if kind is None:
                break
            fields.setdefault(kind, match[2].strip())
            count += 1
            at += 1
        if count >= _LEAST and {"from", "date"} <= fields.keys():
            return first, at, fields
        at = max(at, first + 1)
    return 0, 0, {}
