"""The result of linking the articles of one story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from armreader.records.actor import Actor
from armreader.records.article import Article, Sentence
from armreader.records.disagreement import Disagreement
from armreader.records.event import Event
from armreader.records.quantity import Quantity
from armreader.records.quote import Quote, WordingGroup
from armreader.records.timex import TimeExpression


@dataclass(frozen=True)
class Linked:
    """The records of a dossier after its sources have been brought together."""

    articles: tuple[Article, ...]
    sentences: Mapping[str, tuple[Sentence, ...]]
    """By article id."""
    times: tuple[TimeExpression, ...]
    quotes: tuple[Quote, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    wordings: tuple[WordingGroup, ...]
    disagreements: tuple[Disagreement, ...]
    quantities: tuple[Quantity, ...] = ()
    """The ledger of figures, those that most articles give first."""
