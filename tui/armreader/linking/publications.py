"""When each article was published: scaffold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from armreader.records import Annotations, Publication


def infer_publications(annotated: Sequence[Annotations]) -> Mapping[str, Publication]:
    """Each article's publication by its id: as read, or inferred from itself and the others."""
    return {one.article.id: one.article.publication for one in annotated}
