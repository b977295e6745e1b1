"""Storms: they are named like people, but they are not actors, and "she" never means one."""

from __future__ import annotations

from collections.abc import Iterable

from armreader.extraction.names.mentions import Mention
from armreader.language import entries


def without_storms(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without those of storms: "Hurricane Opal", and "Opal" from there on."""
    found = list(mentions)
    alone = {one.words[-1:] for one in found if _is_storm(one)}
    return [one for one in found if not (_is_storm(one) or one.words in alone)]


def _is_storm(one: Mention) -> bool:
    before = " ".join(one.words[:-1]).lower()
    return before in entries("storms") and one.kind != "organisation"
