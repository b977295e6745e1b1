"""EPUB: the chapters of an issue or a book in reading order."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator
from urllib.parse import unquote

from armreader.reading.containers.archive import Archive
from armreader.reading.containers.piece import Found, Piece, Refusal
from armreader.reading.containers.record import day_of
from armreader.reading.containers.xml import local, parse
from armreader.reading.decode import decode
from armreader.reading.formats import read_document
from armreader.reading.pages.tokens import tokens
from armreader.reading.source import UnreadableError
from armreader.records.visible import visible_line

_LEAST = 120
"""Letters of prose; a cover, a title page or a separate heading has fewer."""
_TITLE = 3
"""Words of a title; a link to the next chapter has fewer."""
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
        lines = _prose(data)
        if sum(map(len, lines)) < _LEAST or _is_contents(data, name, archive.names, len(lines)):
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


def _prose(data: bytes) -> list[str]:
    lines = read_document(data, ".html").text.split("\n")
    return [line for line in lines if len(line) >= _LINE]


def _is_contents(data: bytes, name: str, names: Container[str], prose: int) -> bool:
    """Whether a chapter lists others by their titles, with no more than two lines on each."""
    folder = posixpath.dirname(name)
    titles = 0
    linked: list[str] | None = None
    for (kind, tag, given), text in tokens(decode(data, declares=True).text):
        if tag == "a":
            titles += len(" ".join(linked or ()).split()) >= _TITLE
            place = posixpath.normpath(posixpath.join(folder, unquote(given.get("href"))))
            place = place.split("#")[0]
            linked = [] if kind == "start" and place != name and place in names else None
        if linked is not None:
            linked.append(text)
    return titles > 1 and 2 * titles >= prose


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
