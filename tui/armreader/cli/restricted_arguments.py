"""Which parts of the command line are accepted in restricted mode."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from armreader.home import restricted
from armreader.home.standard_error import tell

OPTION = "--restricted"


def enter(given: list[str]) -> list[str]:
    """Turn restricted mode on; returns the remaining arguments, or exits with a line that says why.

    Paths beside ``--restricted`` come from whoever wrote it there; others are a user's own.
    """
    chosen = OPTION in given
    restricted.restrict(os.environ)
    rest = [word for word in given if word not in (OPTION, "-l")]
    if any(word.startswith("-") and word not in ("--json", "--help", "-h") for word in rest):
        refuse("takes no options")
    if rest and not chosen and not restricted.permits("paths"):
        refuse("takes no paths")
    return rest


def refuse(why: str) -> NoReturn:
    """End with a line that says why."""
    tell(f"restricted mode {why}")
    sys.exit(2)
