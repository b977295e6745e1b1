"""What the user has selected, and what goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from armreader.records.spans import Span

if TYPE_CHECKING:
    from armreader.records import Disagreement, Passage

SelectionKind = Literal["article", "event", "quote", "actor"]
KINDS: tuple[SelectionKind, ...] = get_args(SelectionKind)
HighlightRole = Literal["selected", "event", "trigger", "quote", "wording", "time", "actor"]


class Selection(NamedTuple):
    """What the user has selected: a kind of record and its id."""

    kind: SelectionKind
    id: str


class Highlight(NamedTuple):
    """A stretch to highlight in one article, and the role that it plays."""

    span: Span
    role: HighlightRole


@dataclass(frozen=True, slots=True)
class Related:
    """Everything that goes with a selection; every pane draws from the same one."""

    selection: Selection | None = None
    highlights: Mapping[str, tuple[Highlight, ...]] = field(default_factory=dict)
    """By article id, ordered by start."""
    stops: tuple[Passage, ...] = ()
    """The mentions to walk through, article by article in the dossier's order."""
    articles: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    disagreements: tuple[Disagreement, ...] = ()
