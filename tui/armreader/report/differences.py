"""In what the sources differ, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armreader.records import Disagreement


def difference_words(disagreement: Disagreement, about: str) -> str:
    """``on the day``; ``on the day it was said`` where a statement that reports it is at issue.

    ``about`` is the id of the event or wording group of which it is told.
    """
    reported = "" if disagreement.about == about else " it was said"
    return f"on the {disagreement.kind}{reported}"
