"""On which line of a TOML file each setting is, which Python's parser does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TABLE = re.compile(r"\s*\[\s*([\w-]+)\s*\]\s*(?:#.*)?")
_SETTING = re.compile(r"""\s*(["']?)([\w-]+)\1(?:\s*\.\s*(["']?)([\w-]+)\3)?\s*=""")


def setting_lines(text: str) -> Mapping[str, int]:
    """The line, from 1, of every setting: ``theme``, or ``keys.bookmark`` in a table."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.fullmatch(line):
            table = header[1]
            lines.setdefault(table, number)
        elif setting := _SETTING.match(line):
            name = ".".join(filter(None, (table, setting[2], setting[4])))
            lines.setdefault(name, number)
    return lines


def mistake(lines: Mapping[str, int], name: str, words: str) -> str:
    """A mistake in a setting, with the line that it is on."""
    line = f", line {lines[name]}" if name in lines else ""
    return f"config.toml{line}: {words}"
