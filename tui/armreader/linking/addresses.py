"""Addresses of pages in one form, so that two captures of a page are known to be one page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_VARIANT_HOSTS = ("www.", "amp.", "m.", "mobile.")
_VARIANT_PATHS = frozenset(["amp", "print", "index.html"])
"""Steps at either end of a path that lead to another form of one page."""
_VARIANT_ENDINGS = re.compile(r"\.(?:amp|print)(?=\.html?$|$)")
_NO_PART = frozenset(
    "amp output outputtype print view fbclid gclid mc_cid mc_eid cmp cmpid ref smid sh".split()  # noqa: SIM905
)
"""Parameters that choose a form of the page, or say where its reader came from."""
_TRACKING = "utm_"
_AMP_CACHE = re.compile(r"https?://[\w.-]+\.cdn\.ampproject\.org/[cvi]/(?:s/)?")


def page_of(url: str) -> str:
    """The page that an address leads to, for comparison; empty for the address of a whole site.

    ``https://amp.example.org/a/b/?utm_source=x`` and ``http://www.example.org/a/b`` are the same.
    """
    try:
        parts = urlsplit(_AMP_CACHE.sub("https://", url, count=1))
        given = parse_qsl(parts.query, max_num_fields=50)
    except ValueError:
        return ""
    host = parts.netloc.lower()
    for variant in _VARIANT_HOSTS:
        host = host.removeprefix(variant)
    steps = [step for step in parts.path.split("/") if step]
    while steps and steps[-1].lower() in _VARIANT_PATHS:
        steps.pop()
    if steps and steps[0].lower() in _VARIANT_PATHS:
        steps.pop(0)
    kept = sorted(
        (name, value)
        for name, value in given
        if name.lower() not in _NO_PART and not name.lower().startswith(_TRACKING)
    )
    if not host or not (steps or kept):
        return ""
    path = _VARIANT_ENDINGS.sub("", "/".join(steps))
    return f"{host}/{path}" + (f"?{urlencode(kept)}" if kept else "")
