"""``armreader.toml`` in a dossier's folder: what its owner knows about the files.

One table for each file, named by its path within the folder; every key is optional::

    ["report-3.txt"]
    date = "2024-02-22"      # EDTF; or a TOML date
    source = "Morning Post"
    title = "…"
    byline = "…"
    url = "https://…"

An article in a file with several articles has its own table: ``["exports.docx#17"]``.

A line with a mistake is reported and skipped; the rest of the file still counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from armreader.reading.small_file import read_small
from armreader.records import Article, Problem, Publication, Reason
from armreader.records.dates import DateRange

NAME = "armreader.toml"
LARGEST = 4_000_000
_MISTAKES = 100
"""After this many lines with mistakes the rest of a file is not read."""
_TEXTS = ("source", "title", "byline", "url")
_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the user gives for one file; empty or None if not given."""

    date: DateRange | None = None
    source: str = ""
    title: str = ""
    byline: str = ""
    url: str = ""


def folder_facts(paths: Sequence[str]) -> tuple[dict[str, Facts], tuple[Problem, ...]]:
    """The facts by the name that reading gives to a file, and a problem for every mistake."""
    facts: dict[str, Facts] = {}
    problems: list[Problem] = []
    for path in paths:
        place = Path(path)
        folder = place if place.is_dir() else place.parent
        file = folder / NAME
        if path == "-" or not file.is_file():
            continue
        for name, found in _read(file, problems):
            if place.is_dir():
                facts.setdefault(name, found)
            elif name == place.name or name.startswith(f"{place.name}#"):
                facts.setdefault(path + name[len(place.name) :], found)
    return facts, tuple(dict.fromkeys(problems))


def apply_facts(article: Article, facts: Mapping[str, Facts]) -> Article:
    """The article with the facts that are given for its file."""
    given = facts.get(article.file)
    if given is None:
        return article
    if given.date:
        article = replace(
            article,
            publication=Publication(given.date, "given", Reason("publication-folder-facts")),
        )
    return replace(
        article,
        source=given.source or article.source,
        title=given.title or article.title,
        byline=given.byline or article.byline,
        url=given.url or article.url,
    )


def _read(file: Path, problems: list[Problem]) -> Iterator[tuple[str, Facts]]:
    """The facts in a file; mistakes are added to ``problems``."""
    try:
        data = read_small(file, LARGEST)
    except OSError as error:
        problems.append(Problem(str(file), f"cannot be read: {error.strerror or error}"))
        return
    lines = data.decode("utf-8", "replace").splitlines()
    for name, table in _tables(lines, str(file), problems).items():
        if isinstance(table, dict):
            yield name, _facts(name, table, lines, str(file), problems)
        else:
            where = _place(lines, name)
            problems.append(
                Problem(str(file), f"line {where}: {name} is not inside a file's table")
            )


def _tables(lines: list[str], file: str, problems: list[Problem]) -> dict[str, Any]:
    """The TOML tables; lines with syntax errors are reported and left out."""
    import tomllib

    lines = list(lines)
    for _ in range(_MISTAKES):
        try:
            return tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError as error:
            match = _LINE.search(str(error))
            at = min(int(match.group(1)) if match else len(lines), len(lines)) - 1
            while at > 0 and not lines[at].strip():
                at -= 1
            what = _LINE.sub("", str(error)).split("(")[0].strip()
            problems.append(Problem(file, f"line {at + 1}: {what or 'cannot be understood'}"))
            lines[at] = ""
        except (RecursionError, ValueError, OverflowError):
            problems.append(Problem(file, "holds a value that is too deep or too long"))
            return {}
    problems.append(Problem(file, "has too many mistakes to be read"))
    return {}


def _facts(
    name: str, table: dict[str, Any], lines: list[str], file: str, problems: list[Problem]
) -> Facts:
    date: DateRange | None = None
    texts: dict[str, str] = {}
    for key, value in table.items():
        wrong = ""
        if key == "date":
            date = DateRange.from_edtf(str(value)[:21])
            wrong = "" if date else f"{value!s:.40} is not a date (2024-02-22, 2024-02, 2023/2024)"
        elif key in _TEXTS and isinstance(value, str):
            texts[key] = " ".join(value.split())
        else:
            wrong = f"{key} must be a string" if key in _TEXTS else f"unknown key {key}"
        if wrong:
            problems.append(Problem(file, f"line {_place(lines, key, name)}: {wrong}"))
    return Facts(date, **texts)


def _place(lines: Sequence[str], key: str, table: str = "") -> int:
    """The line number of a key, after the line that names its table."""
    inside = not table
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("["):
            inside = table in line if table else False
        elif inside and line.split("=")[0].strip().strip("\"'") == key:
            return number
    return 1
