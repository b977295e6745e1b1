"""Words of others as HTML: escaped, and an address only where it is one of the web."""

from __future__ import annotations

from html import escape

from armreader.records.visible import visible


def escaped(words: str) -> str:
    """The words as HTML, in an element or an attribute."""
    return escape(visible(words))


def address(url: str) -> str:
    """The address as a link behind a comma; nothing for what is no address of the web."""
    if not url.startswith(("http://", "https://")):
        return ""
    return f', <a href="{escaped(url)}" rel="noreferrer">{escaped(url)}</a>'
