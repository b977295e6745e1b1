"""The files to read under the paths given: folders walked, globs expanded, links followed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from armreader.language import mapping
from armreader.records import Problem
from armreader.records.visible import visible_line

STANDARD_INPUT = "-"


class Found(NamedTuple):
    """A file to read and the name to show for it: as given, or relative to the folder given."""

    path: str
    name: str


def find_files(paths: Sequence[str]) -> Iterator[Found | Problem]:
    """The files under the paths, folders recursively and sorted; no file comes twice."""
    seen: set[str] = set()
    for path in paths:
        for found in _under(path):
            if isinstance(found, Found) and found.path != STANDARD_INPUT:
                real = _real(found.path)
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
    """The files of a folder that may be articles; documents left out are named in one problem."""
    kinds = mapping("reading/file_kinds")
    documents: list[str] = []
    empty = True
    for path in _files(root):
        if isinstance(path, Problem):
            empty = False
            yield path
            continue
        name = visible_line(os.path.relpath(path, root))
        kind = kinds.get(Path(path).suffix[1:].lower(), "text")
        if kind == "text":
            empty = False
            yield Found(path, name)
        elif kind == "document":
            documents.append(name)
    if documents:
        yield Problem(visible_line(root), _left_out(documents))
    elif empty:
        yield Problem(visible_line(root), "holds no article; put .txt, .md or .html files there")


def _left_out(names: list[str]) -> str:
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    files = "1 file" if len(names) == 1 else f"{len(names)} files"
    return f"left out {files} that hold no plain text: {shown}; save as .txt, .md or .html"


def _files(root: str) -> Iterator[str | Problem]:
    """Every file under a folder in the order of its path; a folder is entered once, links too."""
    entered: set[str] = set()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if not _is_folder(path):
            yield path
            continue
        real = _real(path)
        if real in entered:
            continue
        entered.add(real)
        try:
            children = sorted(map(str, Path(path).iterdir()), reverse=True)
        except OSError as error:
            reason = os.strerror(error.errno or 0).lower()
            yield Problem(visible_line(path), f"the folder cannot be opened: {reason}")
            continue
        waiting.extend(child for child in children if not Path(child).name.startswith("."))


def _real(path: str) -> str:
    """The path without links; as it is where it can be no path at all."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
