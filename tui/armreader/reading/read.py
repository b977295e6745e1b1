"""Paths as the user gave them to articles, and to problems where a file cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from armreader.dates import DateRange
from armreader.ids import content_id
from armreader.records import (
    UNKNOWN_PUBLICATION,
    Article,
    Problem,
    Publication,
    Reason,
    Section,
    Span,
)


def read_paths(paths: Sequence[str]) -> Iterator[Article | Problem]:
    """The articles under the paths in a stable order, each problem in the place of its file."""
    for path in paths:
        root = Path(path)
        files = sorted(p for p in root.rglob("*") if p.is_file()) if root.is_dir() else [root]
        for file in files:
            name = str(file.relative_to(root)) if root.is_dir() else path
            data = file.read_bytes()
            text = data.decode("utf-8", "replace")
            publication = UNKNOWN_PUBLICATION
            if text.startswith("---\ndate: "):
                head, _, text = text[4:].partition("\n---\n")
                range_ = DateRange.from_edtf(head.removeprefix("date: ").strip()[:10])
                publication = Publication(range_, "given", Reason("publication-front-matter"))
            yield Article(
                id=content_id("a", text),
                file=name,
                title="",
                source="",
                byline="",
                url="",
                text=text,
                sections=(Section("body", Span(0, len(text))),),
                publication=publication,
                sha256=sha256(data).hexdigest(),
            )
