"""Zip archives: whatever they contain, member by member; zipped documents are read as documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath

from armreader.reading.attached import belongs, may_belong
from armreader.reading.containers.archive import Archive
from armreader.reading.containers.budget import Budget
from armreader.reading.containers.piece import Found, Member, Refusal
from armreader.reading.kinds import ending_kind, is_system_file, unread_error
from armreader.reading.source import Source
from armreader.records.visible import visible_line

_SLIDES, _SHEETS = "ppt/presentation.xml", "xl/workbook.xml"
_DEEPEST = 10
"""How many folders down the texts of an export may lie."""
_DOCUMENT = "application/vnd.oasis.opendocument."


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """The articles of a zipped document, or else the members that may be articles."""
    with source.open() as stream:
        archive = Archive(stream if stream.seekable() else BytesIO(source.read()), budget)
        if "word/document.xml" in archive.names:
            from armreader.reading.containers.office import open_docx

            yield from open_docx(archive)
        elif "META-INF/container.xml" in archive.names:
            from armreader.reading.containers.epub import open_epub

            yield from open_epub(archive)
        elif "mimetype" in archive.names and "content.xml" in archive.names:
            yield from _open_odf(archive)
        elif _SLIDES in archive.names or _SHEETS in archive.names:
            raise unread_error("slides" if _SLIDES in archive.names else "spreadsheet")
        else:
            yield from _members(archive)


def _members(archive: Archive) -> Iterator[Found]:
    attached = _attached(archive.names)
    for name, is_locked in sorted(archive.names.items()):
        path = PurePosixPath(name)
        if _is_hidden(path) or ending_kind(name) == "part" or _is_of_web_archive(path, archive):
            continue
        if name in attached:
            continue
        if is_locked:
            yield Refusal(visible_line(name), "is locked with a password; unpack it first")
        else:
            yield Member(visible_line(name), archive.source(name))


def _attached(names: Iterable[str]) -> frozenset[str]:
    """The members in folders that belong to a file next to them."""
    beside: dict[str, list[str]] = {}
    held: dict[str, list[str]] = {}
    for name in names:
        *folders, last = name.split("/")
        beside.setdefault("/".join(folders), []).append(last)
        for level, folder in enumerate(folders[:_DEEPEST]):
            if may_belong(folder):
                held.setdefault("/".join(folders[: level + 1]), []).append(name)
    return frozenset(
        name
        for folder, members in held.items()
        for above, _, own in [folder.rpartition("/")]
        if belongs(own, beside.get(above, ()), _children(folder, members))
        for name in members
    )


def _children(folder: str, members: Iterable[str]) -> Iterator[str]:
    return (name[len(folder) + 1 :].split("/", 1)[0] for name in members)


def _open_odf(archive: Archive) -> Iterator[Found]:
    from armreader.reading.containers.office import open_odt

    kind = archive.source("mimetype").read().decode("ascii", "replace").removeprefix(_DOCUMENT)
    if kind.startswith(("spreadsheet", "presentation")):
        raise unread_error("spreadsheet" if kind.startswith("s") else "slides")
    yield from open_odt(archive)


def _is_hidden(path: PurePosixPath) -> bool:
    """Whether a path is a system file, or in a folder of a system: ``__MACOSX/…``."""
    return any(map(is_system_file, path.parts))


def _is_of_web_archive(path: PurePosixPath, archive: Archive) -> bool:
    """Whether a file is a part of a WACZ other than its captures: page lists, indexes, logs."""
    return "datapackage.json" in archive.names and path.parts[0] != "archive"
