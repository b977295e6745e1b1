"""Front matter: the block between two lines of three dashes at the top of a file."""

from __future__ import annotations

import re
from typing import NamedTuple

_RULE = re.compile(r"-{3}[ \t]*")
_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}):(?:[ \t]+(.*)|)")
_CONTINUED = re.compile(r"[ \t]+\S|-[ \t]|#")
_LINES = 60
"""How many lines a block may have; a rule further down belongs to the article."""

_KEYS = {
    "title": "title",
    "headline": "title",
    "source": "source",
    "publisher": "source",
    "outlet": "source",
    "site": "source",
    "byline": "byline",
    "author": "byline",
    "authors": "byline",
    "date": "date",
    "published": "date",
    "publication date": "date",
    "url": "url",
    "link": "url",
    "canonical": "url",
}


class FrontMatter(NamedTuple):
    """The fields given (title, source, byline, date, url), the text after them, and notices."""

    fields: dict[str, str]
    text: str
    notices: tuple[str, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """The front matter of a text with plain newlines; a text that has none comes back whole.

    A line of the block that is no field stays in the text, and a notice says so; fields that the
    reader does not know are named in a notice.
    """
    if not text.startswith("---"):
        return FrontMatter({}, text)
    lines = text.split("\n", _LINES + 1)
    end = next((n for n in range(1, min(len(lines), _LINES)) if _RULE.fullmatch(lines[n])), None)
    if not _RULE.fullmatch(lines[0]) or end is None:
        return FrontMatter({}, text)
    fields: dict[str, str] = {}
    unknown: list[str] = []
    kept: list[str] = []
    is_block = False
    for line in lines[1:end]:
        match = _FIELD.fullmatch(line.rstrip())
        if match:
            is_block = True
            key = _KEYS.get(match[1].strip().casefold().replace("_", " "))
            value = _unquoted(match[2] or "")
            if key is None:
                unknown.append(match[1].strip())
            elif value:
                fields.setdefault(key, value)
        elif line.strip() and not (is_block and _CONTINUED.match(line)):
            kept.append(line)
    if not is_block:
        return FrontMatter({}, text)
    rest = "\n".join([*kept, *lines[end + 1 :]])
    return FrontMatter(fields, rest, _notices(unknown, kept))


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value


def _notices(unknown: list[str], kept: list[str]) -> tuple[str, ...]:
    notices = [
        f"front matter: {line.strip()!r} is no field, and stays in the text" for line in kept
    ]
    if unknown:
        notices.append(f"front matter: not used: {', '.join(unknown)}")
    return tuple(notices)
