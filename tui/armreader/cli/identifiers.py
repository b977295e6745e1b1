"""Ids as they are typed: the beginning of one is enough, and it may stand behind the paths."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from armreader.story.dossier import Dossier

_MOST_NAMED = 4
_ID = re.compile(r"[a-z]+-[0-9a-f]{2,}")


def set_in_order(options: Namespace) -> None:
    """Take the id from the end of the paths, if it was typed after them."""
    paths = options.paths
    if paths and _ID.fullmatch(paths[-1]) and not Path(paths[-1]).exists():
        options.id, options.paths = paths[-1], [options.id, *paths[:-1]]


def whole_id(dossier: Dossier, typed: str) -> tuple[str, str]:
    """The id that begins as typed, and what is wrong: none does, or several do."""
    tables = (
        dossier.event_by_id, dossier.quote_by_id, dossier.article_by_id, dossier.actor_by_id,
        dossier.wording_by_id, dossier.quantity_by_id,
        {one.id: one for one in dossier.disagreements},
    )  # fmt: skip
    if any(typed in table for table in tables):
        return typed, ""
    found = sorted({one for table in tables for one in table if typed and one.startswith(typed)})
    if len(found) == 1:
        return found[0], ""
    if not found:
        return "", f"nothing has the id {typed}"
    more = ", …" if len(found) > _MOST_NAMED else ""
    return "", f"{len(found)} ids begin like this: {', '.join(found[:_MOST_NAMED])}{more}"
