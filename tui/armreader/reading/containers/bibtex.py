"""BibTeX: entries and their values, with braces matched and accents applied to their letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ENTRY = re.compile(r"@(\w+)\s*\{")
_FIELD = re.compile(r"\s*(?:,\s*)?([A-Za-z][\w-]*)\s*=\s*")
_BARE = re.compile(r"[^,}\s]+")
_NOT_ENTRIES = frozenset(["comment", "string", "preamble"])
_DEEPEST = 200
_LONGEST = 1_000_000
"""Characters; a longer value is kept as it is."""
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "c": "\u0327",
    "k": "\u0328",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "i", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "ldots": "…",
}  # fmt: skip
_MARKED = re.compile(r"\\([`'^~=.\"]|[uvHckr](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?")
_NAMED = re.compile(r"\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))")
_ESCAPED = re.compile(r"\\([&%_$#{}])")
_DASHES = ((r"``", "“"), (r"''", "”"), ("---", "—"), ("--", "–"), ("~", " "))


def bibtex_entries(text: str) -> Iterator[dict[str, str]]:
    """The values of each entry by the lower-case names of their fields."""
    at = 0
    while match := _ENTRY.search(text, at):
        at = match.end()
        if match[1].lower() in _NOT_ENTRIES:
            continue
        comma = text.find(",", at)
        if comma < 0:
            return
        values, at = _values(text, comma + 1)
        yield values


def _values(text: str, at: int) -> tuple[dict[str, str], int]:
    """The values of the entry whose fields begin at ``at``, and where it ends."""
    values: dict[str, str] = {}
    while match := _FIELD.match(text, at):
        start = match.end()
        opening = text[start : start + 1]
        if opening in ("{", '"'):
            at = _end_of(text, start)
            value = text[start + 1 : at - 1]
        else:
            bare = _BARE.match(text, start)
            if bare is None:
                break
            at, value = bare.end(), bare.group()
        values.setdefault(match[1].lower(), _readable(match[1], value))
    return values, at


def _readable(field: str, value: str) -> str:
    return value if field == "file" or len(value) > _LONGEST else plain(value)


def _end_of(text: str, start: int) -> int:
    """The position after the brace or quotation mark that closes what opens at ``start``."""
    if text[start] == '"':
        return _behind_quote(text, start)
    depth = 0
    for match in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, start, start + _LONGEST):
        depth += (match.group() == "{") - (match.group() == "}")
        if depth == 0 or depth > _DEEPEST:
            return match.end()
    return len(text)


def _behind_quote(text: str, start: int) -> int:
    depth = 0
    for match in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(text, start + 1, start + _LONGEST):
        depth += (match.group() == "{") - (match.group() == "}")
        if match.group() == '"' and depth == 0:
            return match.end()
    return len(text)


def plain(value: str) -> str:
    """A value as text: ``{\\"u}`` as ü, without braces, white space as single spaces."""
    if "\\" in value:
        value = _MARKED.sub(lambda match: match[2] + _ACCENTS[match[1]], value)
        value = _NAMED.sub(lambda match: _LETTERS.get(match[1], match.group()), value)
    for written, meant in _DASHES:
        value = value.replace(written, meant)
    value = value.replace("{", "").replace("}", "")
    if "\\" in value:
        value = _ESCAPED.sub(r"\1", value)
    return unicodedata.normalize("NFC", re.sub(r"[ \t]*\n[ \t]*|[ \t]+", " ", value)).strip()
