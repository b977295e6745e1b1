"""Other people's words as HTML: escaped, and linked only if the address is a web address."""

from __future__ import annotations

from html import escape

from armreader.records.visible import visible


def escaped(words: str) -> str:
    """The words as HTML, in an element or an attribute."""
    return escape(visible(words))


def address(url: str) -> str:
    """The address as a link after a comma; nothing if it is not a web address."""
    if not url.startswith(("http://", "https://")):
        return ""
    return f', <a href="{escaped(url)}" rel="noreferrer">{escaped(url)}</a>'
