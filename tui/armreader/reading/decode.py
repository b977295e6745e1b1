"""Bytes to text: a byte order mark, strict UTF-8, the declared charset, then Windows-1252."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from armreader.reading.kinds import wide_without_mark

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Where HTML 5 (section 13.2.3.2) and XML declare the encoding: within the first 1024 bytes.
_DECLARED = re.compile(rb"""(?i)(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})""")
_DECLARED_WITHIN = 1024
# What browsers read these names as (WHATWG Encoding Standard).
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "euc_kr": "cp949"}
_BYTE_OF = {
    **{chr(byte): byte for byte in range(0x80, 0x100)},
    **{
        bytes((byte,)).decode("cp1252"): byte
        for byte in range(0x80, 0xA0)
        if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
    },
}
"""The bytes of the letters of Windows-1252 (Latin-1 for the bytes that it leaves undefined)."""
_FOLLOWING = "".join(sorted(letter for letter, byte in _BYTE_OF.items() if byte < 0xC0))
_TWICE = re.compile(
    f"[\u00c3-\u00df][{_FOLLOWING}]|[\u00e0-\u00ef][{_FOLLOWING}]{{2}}"
    f"|[\u00f0-\u00f4][{_FOLLOWING}]{{3}}|\u00c2[\u00a0-\u00bf](?=[^\\w])"
)
"""The bytes of one UTF-8 letter, each misread as a letter."""
_MAYBE_TWICE = re.compile(
    b"\xc3[\x82-\xb4][%s]" % re.escape(bytes({letter.encode()[0] for letter in _FOLLOWING}))
)
"""A quick check of the bytes that rules out most texts: what a double-encoded letter begins with
in UTF-8, and the first byte of what may follow."""
REPLACEMENT = "\ufffd"


class Decoded(NamedTuple):
    """The text, the encoding it was read in, and what the reader should know about that."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, *, declares: bool = False) -> Decoded:
    """The text of the bytes; ``declares`` if the format may name its charset, as HTML does.

    Never fails: bytes that are invalid in the encoding become U+FFFD, and a notice counts them.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    wide = wide_without_mark(data[:8192])
    if wide:
        return _lenient(data, wide, "no byte order mark")
    try:
        decoded = Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return _mended(decoded) if _MAYBE_TWICE.search(data) else decoded
    charset = _declared(data) if declares else None
    if charset:
        return _lenient(data, charset)
    if _is_damaged_utf8(data):
        return _lenient(data, "utf-8")
    return _lenient(
        data, "cp1252", "a guess, because it is not UTF-8; if letters look wrong, convert it"
    )


def _mended(decoded: Decoded) -> Decoded:
    """The text with double-encoded letters repaired, such as ``â€œ`` for a quotation mark."""
    count = 0

    def once(match: re.Match[str]) -> str:
        nonlocal count
        try:
            text = bytes(map(_BYTE_OF.__getitem__, match.group())).decode("utf-8")
        except UnicodeDecodeError:
            return match.group()
        count += len(text)
        return text

    text = _TWICE.sub(once, decoded.text)
    if not count:
        return decoded
    letters = f"{count} double-encoded letter{'s' if count > 1 else ''} repaired"
    return Decoded(text, decoded.encoding, (*decoded.notices, letters))


def _lenient(data: bytes, encoding: str, remark: str = "") -> Decoded:
    text = data.decode(encoding, "replace")
    notices = []
    if encoding != "utf-8":
        notices.append(f"read as {encoding}" + (f": {remark}" if remark else ""))
    # The file itself may contain U+FFFD; only bytes that strict decoding rejects are counted.
    lost = text.count(REPLACEMENT)
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        notices.append(f"{lost} bytes are not valid {encoding.upper()} and show as {REPLACEMENT}")
    return Decoded(text, encoding, tuple(notices))


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if not match:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        b"".decode(name)
    except (LookupError, ValueError):
        return None
    # A declaration that reads as ASCII cannot be in a wide encoding; UTF-8 was tried before.
    return None if name.startswith(("utf-16", "utf-32")) else _READ_AS.get(name, name)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether over four fifths of the non-ASCII characters are valid: cut or patched UTF-8."""
    text = data.decode("utf-8", "replace")
    lost = text.count(REPLACEMENT)
    sound = len(text) - len(text.encode("ascii", "ignore")) - lost
    return sound > 4 * lost
