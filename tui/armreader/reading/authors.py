"""Names of authors as programs and services write them, and as they are said."""

from __future__ import annotations

import re

from armreader.language import entries
from armreader.reading.bylines import agency_of

_LAST_FIRST = re.compile(r"([^,;]+), ([^,;]+)")
_ONE_NAME = re.compile(r"[^\W\d_][\w'’-]+, [^\W\d_][\w'’-]*\.?(?: [^\W\d_][\w'’-]*\.?)?")
"""``Marsh, Rosa`` or ``Marsh, Rosa B.``, and not the names of two people."""
_BY = re.compile(r"(?i)by\b[ :]*")


def named_author(name: str) -> str:
    """The name of an author; empty for the placeholders that programs write for nobody."""
    name = " ".join(name.split()).strip(",; ")
    return "" if name.lower() in entries("reading/no_authors") else name


def named_authors(names: str) -> str:
    """The names of authors as they are said: without ``By``, the last name last."""
    names = _BY.sub("", " ".join(names.split()), count=1) if _BY.match(names) else names
    several = [named_author(name) for name in names.split(";")]
    if len(several) > 1 or (_ONE_NAME.fullmatch(several[0]) and not agency_of(several[0])):
        several = list(map(first_last, filter(None, several)))
    return ", ".join(several)


def first_last(name: str) -> str:
    """``Marsh, Rosa`` as ``Rosa Marsh``."""
    match = _LAST_FIRST.fullmatch(name.strip())
    return f"{match[2]} {match[1]}" if match else name.strip()
