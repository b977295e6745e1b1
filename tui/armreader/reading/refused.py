"""What could not be read as an article, in one line for each file or folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from armreader.reading.discover import Found
from armreader.reading.kinds import shown
from armreader.reading.source import NoArticleError
from armreader.records import Problem
from armreader.records.visible import visible_line


def refusals(refused: Sequence[tuple[str, str]], read: int, end: str = "") -> str:
    """What in a file is not an article, and how many were read if its end was not reached.

    ``refused``: the place of each in the file (empty for the file itself) and the reason.
    """
    lines = [reason for name, reason in refused if not name]
    inside = [f"#{name} {reason}" for name, reason in refused if name]
    if len(inside) == 1:
        lines += inside
    elif inside:
        lines.append(f"{len(inside)} pieces are not articles: {shown(inside)}")
    if end:
        lines.append(f"{end}; {read} {'article was' if read == 1 else 'articles were'} read")
    return visible_line("; ".join(lines))


class LeftOut:
    """Collects the files of a folder that are of unsupported kinds."""

    def __init__(self) -> None:
        self._root = ""
        self._names: dict[str, list[str]] = {}

    def add(self, found: Found, error: NoArticleError) -> None:
        """Add an unsupported file that was found in a folder."""
        self._root = found.root
        self._names.setdefault(error.advice, []).append(found.name)

    def before(self, found: Found | Problem) -> Iterator[Problem]:
        """The problems of the previous folder, once a file from elsewhere is found."""
        if isinstance(found, Found) and found.root != self._root:
            yield from self.rest()

    def rest(self) -> Iterator[Problem]:
        """The problems of the current folder."""
        for advice, names in self._names.items():
            files = "1 file" if len(names) == 1 else f"{len(names)} files"
            yield Problem(visible_line(self._root), f"left out {files}: {shown(names)}; {advice}")
        self._names = {}
