"""The files to read under the given paths: folders walked, globs expanded, links followed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from armreader.reading.attached import belongs, may_belong
from armreader.reading.kinds import ending_kind, is_system_file
from armreader.records import Problem
from armreader.records.visible import visible_line

STANDARD_INPUT = "-"


class Found(NamedTuple):
    """A file to read and the name to show for it: as given, or relative to the given folder."""

    path: str
    name: str
    root: str = ""
    """The given folder that contains it; empty if the file itself was given."""
    real: str = ""
    """The path with links resolved, if the walk knows it."""


def find_files(paths: Sequence[str]) -> Iterator[Found | Problem]:
    """The files under the paths, folders recursively and sorted; no file is given twice."""
    seen: set[str] = set()
    for path in paths:
        for found in _under(path):
            if isinstance(found, Found) and found.path != STANDARD_INPUT:
                real = found.real or _real(found.path)
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _under(path: str) -> Iterator[Found | Problem]:
    if path == STANDARD_INPUT:
        yield Found(path, path)
    elif _is_folder(path):
        yield from _walk(path)
    elif any(mark in path for mark in "*?[") and not os.path.lexists(path):
        yield from _expand(path)
    else:
        yield Found(path, visible_line(path))


def _expand(pattern: str) -> Iterator[Found | Problem]:
    from glob import glob

    matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - the pattern may be absolute
    if not matches:
        yield Problem(visible_line(pattern), "matches no file; check the pattern")
    for match in matches:
        yield from _under(match)


def _walk(root: str) -> Iterator[Found | Problem]:
    """The files of a folder that may be articles or contain some."""
    empty = True
    for one in _files(root):
        if isinstance(one, Problem):
            empty = False
            yield one
        elif ending_kind(one[0]) != "part":
            empty = False
            path, real = one
            yield Found(path, visible_line(os.path.relpath(path, root)), root, real)
    if empty:
        yield Problem(
            visible_line(root), "contains no articles; put .txt, .md or .html files there"
        )


def _files(root: str) -> Iterator[tuple[str, str] | Problem]:
    """Every file under a folder with its real path, sorted by path.

    A folder is entered only once. A link that leads out of the given folder is not followed: the
    folder may come from somebody else, as an archive, a share or a download does.
    """
    entered: set[str] = set()
    top = _real(root)
    waiting = [(root, top)]
    outside: list[str] = []
    while waiting:
        path, real = waiting.pop()
        if path != root and os.path.islink(path):  # noqa: PTH114 - the path may hold anything
            real = _real(path)
            if not real.startswith(f"{top.rstrip('/')}/") and real != top:
                outside.append(path)
                continue
        if not _is_folder(path):
            yield path, real
            continue
        if real in entered:
            continue
        entered.add(real)
        try:
            children = sorted(map(str, Path(path).iterdir()), reverse=True)
        except OSError as error:
            reason = os.strerror(error.errno or 0).lower()
            yield Problem(visible_line(path), f"the folder cannot be opened: {reason}")
            continue
        names = frozenset(map(os.path.basename, children))
        waiting.extend(
            (child, f"{real.rstrip('/')}/{Path(child).name}")
            for child in children
            if not _is_left_out(Path(child), names)
        )
    if outside:
        count = "a link leads" if len(outside) == 1 else f"{len(outside)} links lead"
        links = f"{count} out of the folder, first {os.path.relpath(outside[0], root)}, and is"
        yield Problem(
            visible_line(root), f"{links} not followed; to read it, name where it leads as a path"
        )


def _is_left_out(path: Path, beside: frozenset[str]) -> bool:
    """Whether a path is hidden or a system file, or the folder of a saved page or export."""
    if is_system_file(path.name):
        return True
    return (
        may_belong(path.name)
        and _is_folder(str(path))
        and belongs(path.name, beside, _names_in(path))
    )


def _names_in(folder: Path) -> Iterator[str]:
    """The names in a folder, read when they are asked for."""
    with suppress(OSError):
        for child in folder.iterdir():
            yield child.name


def _real(path: str) -> str:
    """The path with links resolved; unchanged if it cannot be a path at all."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
