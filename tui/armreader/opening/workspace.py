"""What was made from the articles of an open dossier, kept so that a change costs little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from armreader.extraction.annotate import annotate
from armreader.linking.link import DRAFTED, draft, link, with_corrections
from armreader.opening.annotating import Found, is_large
from armreader.records import Correction
from armreader.records.linked import Linked

if TYPE_CHECKING:
    from armreader.store.store import Store


class KeptWork:
    """The annotations of the last dossier, and its draft; a very large one is left in the store.
    For one thread at a time.
    """

    def __init__(self) -> None:
        self.files = ""
        """The files that were read, as ``fingerprint.files_of`` tells them."""
        self.found = Found()
        self._draft: Linked | None = None
        self._drafted: tuple[tuple[bytes, ...], tuple[Correction, ...]] = ((), ())

    def link(self, found: Found, store: Store, corrections: Sequence[Correction]) -> Linked:
        """Link the annotations; the draft is made again only if it would be different."""
        self.found = found
        drafted = tuple(found.keys), tuple(one for one in corrections if one.kind in DRAFTED)
        if self._draft is None or drafted != self._drafted:
            self._draft = None
            annotated = found.annotated(store, annotate)
            if is_large(found.articles):
                return link(annotated, corrections)
            self._draft, self._drafted = draft(annotated, corrections), drafted
        return with_corrections(self._draft, corrections)
