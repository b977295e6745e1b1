"""What was made of the articles of an open dossier, so that a change costs what it changes."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.annotate import annotate
from armreader.linking.link import DRAFTED, Linked, draft, with_corrections
from armreader.records import Annotations, Article, Correction, Problem

MOST = 12_000_000
"""Characters of articles whose annotations are kept: they take some 17 bytes for each."""


class KeptWork:
    """The annotations of the last dossier, and its draft; of a very large one, nothing.

    For one thread at a time.
    """

    def __init__(self) -> None:
        self.files = ""
        """The files that the annotations are of, as ``fingerprint.files_of`` tells them."""
        self.annotated: tuple[Annotations, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        self._by_id: dict[str, Annotations] = {}
        self._draft: Linked | None = None
        self._drafted: tuple[Correction, ...] = ()

    def annotate(self, article: Article) -> Annotations:
        """What is found in an article; what was, where it is the same to the letter."""
        found = self._by_id.get(article.id)
        return found if found and found.article == article else annotate(article)

    def keep(
        self, files: str, annotated: Sequence[Annotations], problems: Sequence[Problem]
    ) -> bool:
        """Keep what was found in files in place of what was kept; false where it is too much."""
        kept = sum(len(one.article.text) for one in annotated) <= MOST
        if not kept:
            files, annotated, problems = "", (), ()
        if not _same(annotated, self.annotated):
            self._draft = None
        self.files, self.annotated, self.problems = files, tuple(annotated), tuple(problems)
        self._by_id = {one.article.id: one for one in annotated}
        return kept

    def link(self, corrections: Sequence[Correction]) -> Linked:
        """What is kept, linked; the draft is made again only where it would be another."""
        drafted = tuple(one for one in corrections if one.kind in DRAFTED)
        if self._draft is None or drafted != self._drafted:
            self._draft, self._drafted = draft(self.annotated, corrections), drafted
        return with_corrections(self._draft, corrections)


def _same(one: Sequence[Annotations], other: Sequence[Annotations]) -> bool:
    return len(one) == len(other) and all(map(lambda a, b: a is b, one, other))
