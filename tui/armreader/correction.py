"""Correction: the record of what the user set right, apart from those of what is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CorrectionKind = Literal["date", "source", "speaker", "join", "split", "same", "different"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that the user set right; it wins over whatever was found."""

    kind: CorrectionKind
    subject: str
    """The id of an article (date, source) or quote (speaker, same, different), or a mention."""
    value: str = ""
    """The date, the name, or the other quote or mention; a mention is ``article-id@start``."""
