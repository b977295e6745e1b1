"""What the elements of a page say about the text in them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from armreader.language import mapping
from armreader.reading.pages.attributes import Attributes
from armreader.reading.pages.blocks import Role

_TAG_ROLES: dict[str, Role] = {
    **dict.fromkeys(
        ["script", "style", "template", "object", "canvas", "desc", "metadata"], "hidden"
    ),
    **dict.fromkeys(["audio", "video", "select", "title", "iframe"], "hidden"),
    **dict.fromkeys(["nav", "footer", "aside", "menu", "dialog", "svg"], "furniture"),
    **dict.fromkeys(["form", "button", "noscript", "label", "legend"], "doubtful"),
    **dict.fromkeys(["pre", "textarea"], "preformatted"),
    "article": "article",
    "main": "main",
    "figure": "figure",
    "figcaption": "caption",
}
"""What an element says about its text, by its tag alone."""
_ARIA: dict[str, Role] = {
    **dict.fromkeys(["navigation", "complementary", "contentinfo", "search", "menu"], "furniture"),
    **dict.fromkeys(["dialog", "alertdialog", "toolbar", "tablist"], "furniture"),
    "banner": "doubtful",
    "main": "main",
    "article": "article",
}
"""Landmarks (WAI-ARIA 1.2)."""
_MICRODATA: dict[str, Role] = {
    "articlebody": "article",
    "caption": "caption",
    "comment": "thread",
}
"""Properties of schema.org."""
INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr q rb rp
    rt rtc ruby s samp small span strike strong sub sup time tt tspan u var wbr input meta
    link path use g circle ellipse line polygon polyline rect stop""".split()  # noqa: SIM905
)
VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
LISTED = frozenset(["li", "dt", "dd", "td", "th", "tr", "option"])
"""Elements that end where the next of their kind begins, even without an end tag."""
_POP_UP = frozenset(["tooltip", "popover", "popup", "rollover", "hovercard"])
_PART_OF_POP_UP = frozenset(
    "text content contents body block inner box card panel bubble".split()  # noqa: SIM905
)
"""One name of each in a class, such as ``popover-body``; alone, the first may be the word itself
over which the box opens."""
_NAMES = re.compile(r"[\s_-]+")
_UNSHOWN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_NAMES_LENGTH = 500
"""How many characters of class and id are read."""


def role_of_plain(tag: str) -> Role:
    """The role of an element without attributes, other than a header."""
    return _TAG_ROLES.get(tag, "")


def role_of(tag: str, given: Attributes, *, in_article: bool = False) -> Role:
    """The role of an element by its tag, landmark, microdata and, with doubt, its class and id.

    ``in_article``: whether it is in an article or in the main part, whose header it may be.
    """
    if tag in _TAG_ROLES:
        is_shadow = tag == "template" and ("shadowrootmode" in given or "shadowroot" in given)
        return "" if is_shadow else _TAG_ROLES[tag]
    if tag in ("html", "body") or (tag != "header" and given.has_none_of(_telling())):
        return ""
    if "role" in given and (role := _ARIA.get(given["role"].lower())):
        return role
    if "itemprop" in given and (role := _MICRODATA.get(given["itemprop"].lower())):
        return role
    if "hidden" in given or given.get("aria-hidden") == "true":
        return "doubtful"
    if "style" in given and _UNSHOWN.search(given["style"][:_NAMES_LENGTH]):
        return "doubtful"
    if tag == "header":
        return "" if in_article else "doubtful"
    if "class" in given or "id" in given:
        return _by_name(f"{given.get('class', '')} {given.get('id', '')}"[:_NAMES_LENGTH])
    return ""


def is_pop_up(given: Attributes) -> bool:
    """Whether an element within a line is a box that opens over it: a tooltip, a rollover."""
    if given.get("role") == "tooltip" or "tooltiptext" in given.get("class"):
        return True
    names = frozenset(_NAMES.split(given.get("class")[:_NAMES_LENGTH].lower()))
    return not (names.isdisjoint(_POP_UP) or names.isdisjoint(_PART_OF_POP_UP))


@lru_cache(maxsize=2000)
def _by_name(names: str) -> Role:
    roles = _named()
    return next((roles[name] for name in _NAMES.split(names.lower()) if name in roles), "")


@cache
def _telling() -> frozenset[bytes]:
    """The words without which no attribute says anything about the text."""
    return frozenset(map(str.encode, [*_named(), "role", "itemprop", "hidden", "style"]))


@cache
def _named() -> dict[str, Role]:
    """The roles by the names in class and id; furniture by name alone is ``doubtful``."""
    known: dict[str, Role] = {
        **{"furniture": "doubtful", "thread": "thread", "caption": "caption"},
        **{"byline": "byline", "dateline": "dateline", "summary": "summary"},
    }
    return {name: known[role] for name, role in mapping("reading/page_classes").items()}
