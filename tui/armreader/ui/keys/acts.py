"""What each command of the reader does besides showing something; restricted mode decides by it.
Every command has a line here; a test fails for one without.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from armreader.home.restricted import Act, permits

_LOOK = (
    *(
        "down",
        "up",
        "left",
        "right",
        "page-down",
        "page-up",
        "top",
        "bottom",
        "percent",
        "next-heading",
        "next-new",
        "previous-heading",
        "open",
        "jump",
        "articles",
        "text",
        "timeline",
        "quotes",
        "next-pane",
    ),
    *(
        "previous-pane",
        "text-down",
        "text-up",
        "text-page-down",
        "text-page-up",
        "next-paragraph",
        "previous-paragraph",
    ),
    *(
        "next-mention",
        "previous-mention",
        "next-source",
        "previous-source",
        "people",
        "speaker",
        "compare",
        "coverage",
        "why",
    ),
    *(
        "related-only",
        "back",
        "forward",
        "search",
        "select",
        "notebook",
        "clear",
        "group-quotes",
        "group-events",
        "list-events",
        "alone",
    ),
    *("next-article", "previous-article"),
    *("differ", "widen", "shrink", "divider-left", "divider-right"),
    *("theme", "redraw", "reload", "help", "palette", "quit"),
)
_ACTS: dict[str, Act] = {
    "bookmark": "write",
    "comment": "write",
    "edit": "run",
    "copy": "copy",
    "remove": "write",
    "undo": "write",
    "correct": "write",
}
ACTS: Mapping[str, Act] = MappingProxyType({**dict.fromkeys(_LOOK, "look"), **_ACTS})


def is_permitted(command_id: str) -> bool:
    """Whether a command is permitted; in restricted mode, one without a line is not."""
    return permits(ACTS.get(command_id, "run"))
