"""Front matter: YAML between two lines of three dashes, TOML between three plus signs, or lines.

It is written by hand or by another program (Obsidian's and other clippers, Zotero, Omnivore,
Readwise, Hugo, Jekyll, Pandoc); their keys are in the table ``record_keys``. What people write is
often not valid YAML (``title: Fire: three dead``); it is then read line by line, and no line is
lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from armreader.language import rows
from armreader.reading.authors import named_authors

if TYPE_CHECKING:
    from yaml import Node

_RULES = {"---": re.compile(r"(?:-{3}|\.{3})[ \t]*"), "+++": re.compile(r"\+{3}[ \t]*")}
"""The line that opens a block, and the one that closes it."""
_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}):(?:[ \t]+(.*)|)")
_CONTINUED = re.compile(r"[ \t]+\S|-[ \t]|#")
_PLAIN = re.compile(r"[A-Za-z][\w .-]{0,40}: +\w(?:[\w .,;()/?=&%+–—-]|:(?=[^ \n]))*")
"""A line that means the same as YAML and read as a line; most files then need no YAML library."""
_LINES, _CHARACTERS = 200, 20_000
"""The longest block; a rule further down belongs to the article."""
_TITLED = re.compile(r"(?i)(?:title|headline):[ \t]+\S")
_HEAD_LINES = 12
"""The most lines with labels at the top of a text, ``Title: …`` first and a blank line below."""
_VALUES = 500
"""The most values read in one block: a YAML alias can expand to a million."""
_FIELDS = ("title", "source", "byline", "date", "url")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[\s_-]+")
_WIKILINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_LINK = re.compile(r"\[([^\[\]]+)\]\((https?://[^()\s]+)\)")
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")

_METADATA = re.compile(r"^#{1,3} Metadata[ \t]*\n+((?:[-*] [^\n]*(?:\n|$))+)", re.MULTILINE)
_ITEM = re.compile(r"[-*] ([A-Za-z][\w ]{0,30}):[ \t]*(.*)")
_HIGHLIGHTS = re.compile(r"^#{1,3} (?:New )?Highlights?\b", re.MULTILINE)

Values = list[tuple[str, list[str]]]
"""The keys of a block in order, each with its texts: one, or those of a list."""


class FrontMatter(NamedTuple):
    """The fields given (title, source, byline, date, url), the text after them, and notices."""

    fields: dict[str, str]
    text: str
    notices: tuple[str, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """The front matter of a text with plain newlines; a text without any is returned unchanged.

    A line of the block that is not a field stays in the text, and a notice says so. A notice also
    names every key whose value is not used.
    """
    mark = text[:3]
    if mark not in _RULES:
        return _from_head(text)
    lines = text.split("\n", _LINES + 1)
    ends = (n for n in range(1, min(len(lines), _LINES)) if _RULES[mark].fullmatch(lines[n]))
    end = next(ends, None)
    if lines[0].strip() != mark or end is None:
        return FrontMatter({}, text)
    block, rest = lines[1:end], "\n".join(lines[end + 1 :])
    if sum(map(len, block)) > _CHARACTERS:
        return FrontMatter({}, text)
    if mark == "+++":
        return _from_toml(block, rest, text)
    if not any(_FIELD.fullmatch(line.rstrip()) for line in block):
        return FrontMatter({}, text)
    is_plain = all(_PLAIN.fullmatch(line.rstrip()) for line in block)
    values = None if is_plain else _yaml_values("\n".join(block))
    if values is not None:
        return _used(values, rest)
    values, kept = _by_lines(block)
    return _used(values, "\n".join([*kept, rest]), kept)


def split_metadata_list(text: str) -> FrontMatter:
    """What Readwise writes into Markdown: the fields as a list below ``## Metadata``.

    The list stays in the text; what follows are a reader's highlights, and a notice says so.
    """
    listed = _METADATA.search(text)
    if not listed:
        return FrontMatter({}, text)
    items = (_ITEM.fullmatch(line) for line in listed[1].split("\n"))
    values = [(item[1], [item[2]]) for item in items if item]
    highlights = ("highlights only",) if _HIGHLIGHTS.search(text, listed.end()) else ()
    return FrontMatter(_used(values, text).fields, text, highlights)


def _from_head(text: str) -> FrontMatter:
    """The fields in labelled lines at the top of a text, as in MultiMarkdown."""
    if not _TITLED.match(text):
        return FrontMatter({}, text)
    head, _, rest = text.partition("\n\n")
    lines = head.split("\n")
    matches = [_FIELD.fullmatch(line.rstrip()) for line in lines[:_HEAD_LINES]]
    if not rest.strip() or len(lines) > _HEAD_LINES or not all(matches):
        return FrontMatter({}, text)
    values = [(match[1].strip(), [_unquoted(match[2] or "")]) for match in matches if match]
    found = _used(values, rest)
    return found if len(found.fields) > 1 else FrontMatter({}, text)


def _from_toml(block: Sequence[str], rest: str, text: str) -> FrontMatter:
    import tomllib

    try:
        read = tomllib.loads("\n".join(block))
    except (ValueError, RecursionError):
        return FrontMatter({}, text, ("front matter: not valid TOML, left in the text",))
    return _used([(key, list(_toml_texts(value))) for key, value in read.items()], rest)


def _toml_texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for one in value[:_VALUES]:
            yield from _toml_texts(one)
    elif isinstance(value, date | time):
        yield value.isoformat()
    elif isinstance(value, dict):
        yield from (str(value[key]) for key in ("name", "title", "url") if key in value)
    elif not isinstance(value, bool):
        yield str(value)


def _yaml_values(block: str) -> Values | None:
    """The keys and texts of a YAML block, values not converted; None if it is not a mapping."""
    import yaml

    try:
        # The loader in Python raises where the one in C overflows its stack.
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    left = [_VALUES]
    return [
        (key.value, list(_yaml_texts(value, left)))
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode)
    ]


def _yaml_texts(node: Node, left: list[int]) -> Iterator[str]:
    """The texts in a value: itself, those of a list, the names in a list of people."""
    left[0] -= 1
    if left[0] < 0:
        return
    if node.id == "scalar":
        yield node.value
    elif node.id == "sequence":
        for inner in node.value:
            yield from _yaml_texts(inner, left)
    else:
        inner = {key.value: value for key, value in node.value if key.id == "scalar"}
        named = [inner[key] for key in ("name", "given", "family", "title") if key in inner]
        said = [text for one in named for text in _yaml_texts(one, left)]
        if said:
            yield " ".join(said)


def _by_lines(block: Sequence[str]) -> tuple[Values, list[str]]:
    """The fields of a block that is not valid YAML, and the lines that are not fields."""
    values: Values = []
    kept: list[str] = []
    for line in block:
        match = _FIELD.fullmatch(line.rstrip())
        if match:
            values.append((match[1].strip(), [_unquoted(match[2] or "")]))
        elif line.strip() and not (values and _CONTINUED.match(line)):
            kept.append(line)
    return values, kept


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value


def _used(values: Values, text: str, kept: Sequence[str] = ()) -> FrontMatter:
    """The fields that the values give, by the rank of their keys in the table."""
    found: dict[str, tuple[int, int, str]] = {}
    unused = dict(enumerate(key for key, _ in values))
    # Readwise writes the day of the last highlight as ``date``.
    is_of_readwise = any(_folded(key) == "fulltitle" for key, _ in values)
    for number, (key, texts) in enumerate(values):
        rank, name = _known().get(_folded(key), (0, ""))
        said = ", ".join(filter(None, map(_plain, texts)))
        if name == "byline":
            said = ", ".join(named_authors(_plain(text)) or _plain(text) for text in texts)
        if name == "date" and is_of_readwise and _folded(key) == "date":
            continue
        if not said:
            unused.pop(number) if name else None
            continue
        if address := _ADDRESS.fullmatch(_address_in(texts)):
            name, said = ("url", address[1]) if name in ("source", "url") else (name, said)
        if name and (name not in found or rank < found[name][0]):
            if name in found:
                unused[found[name][1]] = values[found[name][1]][0]
            found[name] = (rank, number, said)
            unused.pop(number)
    fields = {name: found[name][2] for name in _FIELDS if name in found}
    return FrontMatter(fields, text, _notices(list(unused.values()), kept))


def _folded(key: str) -> str:
    return _CAMEL.sub("", key).casefold()


@cache
def _known() -> dict[str, tuple[int, str]]:
    """The keys that give a field, each with its rank and the field."""
    table = rows("reading/record_keys")
    return {key: (rank, name) for rank, (key, name) in enumerate(table) if name in _FIELDS}


def _address_in(texts: Sequence[str]) -> str:
    first = texts[0].strip() if texts else ""
    link = _LINK.fullmatch(first)
    return link[2] if link else first


def _plain(text: str) -> str:
    """A value as a person reads it: on one line, without the brackets of wikilinks and links."""
    text = _LINK.sub(r"\1", _WIKILINK.sub(r"\1", text))
    return " ".join(text.split())


def _notices(unused: Sequence[str], kept: Sequence[str]) -> tuple[str, ...]:
    notices = [
        f"front matter: {line.strip()!r} is not a field, and stays in the text" for line in kept
    ]
    if unused:
        notices.append(f"front matter: not used: {', '.join(unused)}")
    return tuple(notices)
