"""Links of a terminal (OSC 8): which addresses may be one, where, and how one begins and ends.

By https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda: an address is of the bytes 32
to 126 alone, and stretches with the same ``id`` are one link, wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

CLOSE = "\x1b]8;;\x1b\\"
SEQUENCE = r"\x1b\]8;(?:;|id=[0-9a-f]+;https?://[!-~]+)\x1b\\"
"""A pattern of all that is ever sent."""

_LONGEST = 2000
"""Characters; terminals take 2083 or more, and nobody has chosen a longer one on purpose."""
_ADDRESS = re.compile(r"https?://[!-~]+")
_NOT_ASCII = re.compile(r"[^\x00-\x9f]+")
_WITHOUT = ("linux", "dumb", "unknown", "vt", "cons", "sun", "ansi", "eterm", "screen")
"""Beginnings of TERM where an unknown sequence is shown as text, or has unknown effects."""
_FIRST_VTE = 5001
"""VTE_VERSION; the first with links crashed on them."""


def are_known(environ: Mapping[str, str]) -> bool:
    """Whether the terminal takes links, or at least passes over them.

    ``FORCE_HYPERLINK``, which other programs know as well, has the last word.
    """
    forced = environ.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    term, vte = environ.get("TERM", ""), environ.get("VTE_VERSION", "")
    if vte.isascii() and vte.isdigit() and int(vte) < _FIRST_VTE:
        return False
    # tmux takes the name of screen, but passes over what it does not know.
    return bool(term) and (not term.startswith(_WITHOUT) or bool(environ.get("TMUX")))


@lru_cache(maxsize=1024)
def safe(address: str) -> str:
    """The address as it may be sent; "" for one that is none, or could do anything else."""
    if len(address) > _LONGEST:
        return ""
    encoded = _NOT_ASCII.sub(_percent, address)
    return encoded if len(encoded) <= _LONGEST and _ADDRESS.fullmatch(encoded) else ""


def begin(address: str) -> str:
    """What makes all that follows a link to a safe address; for "", what ends one."""
    return f"\x1b]8;id={crc32(address.encode()):x};{address}\x1b\\" if address else CLOSE


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
