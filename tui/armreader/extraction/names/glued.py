"""Two names that stand side by side where a mark is missing: "met Ann Lee NATO claims …"."""

from __future__ import annotations

from collections.abc import Iterable

from armreader.extraction.names.mentions import Mention


def without_glued(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without those of a person and a body in one, both of which the text names."""
    found = list(mentions)
    alone = {one.words for one in found}
    return [one for one in found if not _is_glued(one.words, alone)]


def _is_glued(words: tuple[str, ...], alone: set[tuple[str, ...]]) -> bool:
    body = words[-1]
    acronym = len(body) > 1 and body.isalpha() and body.isupper()
    return len(words) > 2 and acronym and (body,) in alone and words[:-1] in alone
