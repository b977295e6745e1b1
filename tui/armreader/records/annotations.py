"""Everything that is found in one article, without knowing any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armreader.records.actor import Actor
from armreader.records.article import Article, Sentence
from armreader.records.assertion import Assertion
from armreader.records.contested import Contested
from armreader.records.event import EventMention
from armreader.records.proposition import Proposition
from armreader.records.quantity import Figure
from armreader.records.quote import Quote
from armreader.records.timex import TimeExpression


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything that extraction finds in one article."""

    article: Article
    sentences: tuple[Sentence, ...]
    times: tuple[TimeExpression, ...]
    actors: tuple[Actor, ...]
    """Local: their ids hold for this article only."""
    quotes: tuple[Quote, ...]
    mentions: Sequence[EventMention]
    propositions: Sequence[Proposition] = ()
    """The clauses that a chronology may show, in the order of the text."""
    faults: tuple[str, ...] = ()
    """What could not be searched for, and why, in words: a bug, or a budget that was exceeded."""
    figures: Sequence[Figure] = ()
    contested: tuple[Contested, ...] = ()
    """What somebody in it denies, rejects or questions."""
    assertions: Sequence[Assertion] = ()
    """What its clauses hold or deny, to be compared with those of others."""
