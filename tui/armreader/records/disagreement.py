"""What the sources of one event or utterance give differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from armreader.records.dates import DateRange
from armreader.records.reason import Reason
from armreader.records.spans import Span


@dataclass(frozen=True, slots=True)
class Side:
    """What one source gives in a disagreement."""

    article: str
    """The article's id."""
    span: Span
    """The passage that gives it."""
    value: DateRange | str
    """A day as it is; a figure or a stance in words."""

    @property
    def says(self) -> str:
        """The value in words; a day as EDTF."""
        return self.value if isinstance(self.value, str) else self.value.edtf


DisagreementKind = Literal["day", "number", "denial", "who"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What the sources of one event or utterance give differently."""

    id: str
    """Made from content."""
    about: str
    """The id of the event, wording group or series of figures."""
    kind: DisagreementKind
    """What they differ on."""
    sides: tuple[Side, ...]
    """Each source's side, in the order of the articles."""
    reason: Reason
    """The rule behind it, with its passages."""
