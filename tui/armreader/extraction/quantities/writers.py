"""Paragraphs whose writer says "I": a reader's comment or an opinion, which reports nothing."""

from __future__ import annotations

import re

from armreader.records import Span

_FIRST_PERSON = re.compile(r"(?:^|[.,;:!?(–-] ?|\b[a-z]+ )I(?=[ ’'][a-z])")
"""Not the "I" of "World War I" or "Phase I"."""
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")


def is_personal(text: str, sentence: Span) -> bool:
    """Whether the writer of the paragraph speaks as "I", outside quotation marks."""
    start = text.rfind("\n", 0, sentence.start) + 1
    end = text.find("\n", sentence.end)
    paragraph = text[start : len(text) if end < 0 else end]
    if "I" not in paragraph:
        return False
    return _FIRST_PERSON.search(_QUOTED.sub("", paragraph)) is not None
