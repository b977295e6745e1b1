"""EPUB: the chapters of an issue or a book in reading order."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from armreader.reading.containers.archive import Archive
from armreader.reading.containers.piece import Found, Piece, Refusal
from armreader.reading.containers.record import day_of
from armreader.reading.containers.xml import local, parse
from armreader.reading.formats import read_document
from armreader.reading.source import UnreadableError
from armreader.records.visible import visible_line

_LEAST = 120
"""Letters of prose; a cover, a title page or a separate heading has fewer."""
_LINE = 60
"""Letters in a line that may be prose; the lines of a table of contents are shorter."""


def open_epub(archive: Archive) -> Iterator[Found]:
    """Each chapter with prose in it, numbered in order; covers and contents are skipped."""
    package = _Package()
    place = _package_file(archive)
    _read(archive, place, package)
    folder = posixpath.dirname(place)
    number = 0
    locked = 0
    for ident in dict.fromkeys(package.spine):
        href, properties = package.manifest.get(ident, ("", ""))
        name = posixpath.normpath(posixpath.join(folder, unquote(href)))
        if not href or "nav" in properties.split() or name not in archive.names:
            continue
        if archive.names[name]:
            locked += 1
            continue
        try:
            data = archive.source(name).read()
        except UnreadableError as error:
            yield Refusal(visible_line(name), str(error))
            continue
        if not _has_prose(data):
            continue
        number += 1
        yield Piece(
            f"{number}",
            data=data,
            suffix=".html",
            stated={"source": package.fields.get("title", "")},
            fallback={"date": day_of(package.fields.get("date", ""))},
            rule="publication-issue",
        )
    if locked or ("META-INF/encryption.xml" in archive.names and not number):
        yield Refusal("", "is copy-protected")


def _has_prose(data: bytes) -> bool:
    lines = read_document(data, ".html").text.split("\n")
    return sum(len(line) for line in lines if len(line) >= _LINE) >= _LEAST


def _package_file(archive: Archive) -> str:
    """The path of the package file, which lists the contents, from ``META-INF/container.xml``."""
    found: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "rootfile":
            found.append(attributes.get("full-path", ""))

    with archive.source("META-INF/container.xml").open() as stream:
        parse(stream, start, lambda _: None, lambda _: None)
    if not found:
        raise UnreadableError("is an EPUB without a list of its chapters")
    return found[0]


def _read(archive: Archive, place: str, package: _Package) -> None:
    with archive.source(place).open() as stream:
        parse(stream, package.start, package.end, package.text)


class _Package:
    """What an issue says about itself, and its chapters."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.manifest: dict[str, tuple[str, str]] = {}
        self.spine: list[str] = []
        self._inside = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._inside = local(name)
        if self._inside == "item":
            href = attributes.get("href", "")
            self.manifest[attributes.get("id", "")] = (href, attributes.get("properties", ""))
        elif self._inside == "itemref" and attributes.get("linear") != "no":
            self.spine.append(attributes.get("idref", ""))

    def end(self, _: str) -> None:
        self._inside = ""

    def text(self, data: str) -> None:
        if self._inside in ("title", "date") and data.strip():
            self.fields.setdefault(self._inside, data.strip())
