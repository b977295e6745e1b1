"""Rules: which sign in the text shows that something was said."""

from __future__ import annotations

from typing import Literal

QuoteRule = Literal[
    "quote-before-verb",
    "quote-after-verb",
    "quote-around-verb",
    "quote-according-to",
    "quote-colon",
    "quote-dash",
    "quote-floating",
    "quote-next-sentence",
    "quote-alone",
    "quote-turn",
    "quote-signed",
    "quote-noun",
]
