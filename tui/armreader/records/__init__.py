"""What the reader knows: frozen records without logic, in the vocabulary of the screens.

Offsets are code points into ``Article.text``, half-open. Extraction fills these records from one
article alone, with its own actors and undated; linking resolves them across the dossier. A name is
imported when it is asked for, so that the screen can be painted with spans alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armreader.records.actor import Actor as Actor
    from armreader.records.actor import ActorKind as ActorKind
    from armreader.records.actor import Gender as Gender
    from armreader.records.actor import Spelling as Spelling
    from armreader.records.annotations import Annotations as Annotations
    from armreader.records.article import REPORTING as REPORTING
    from armreader.records.article import UNKNOWN_PUBLICATION as UNKNOWN_PUBLICATION
    from armreader.records.article import Article as Article
    from armreader.records.article import Basis as Basis
    from armreader.records.article import DateEvidence as DateEvidence
    from armreader.records.article import Post as Post
    from armreader.records.article import Problem as Problem
    from armreader.records.article import Publication as Publication
    from armreader.records.article import Section as Section
    from armreader.records.article import SectionKind as SectionKind
    from armreader.records.article import Sentence as Sentence
    from armreader.records.correction import Correction as Correction
    from armreader.records.correction import CorrectionKind as CorrectionKind
    from armreader.records.correction import Whereabouts as Whereabouts
    from armreader.records.disagreement import Disagreement as Disagreement
    from armreader.records.disagreement import DisagreementKind as DisagreementKind
    from armreader.records.disagreement import Side as Side
    from armreader.records.event import Event as Event
    from armreader.records.event import EventMention as EventMention
    from armreader.records.event import Status as Status
    from armreader.records.proposition import Pronoun as Pronoun
    from armreader.records.proposition import Proposition as Proposition
    from armreader.records.proposition import PropositionForm as PropositionForm
    from armreader.records.quote import Quote as Quote
    from armreader.records.quote import QuoteKind as QuoteKind
    from armreader.records.quote import Speaker as Speaker
    from armreader.records.quote import WordingGroup as WordingGroup
    from armreader.records.reason import Reason as Reason
    from armreader.records.spans import Passage as Passage
    from armreader.records.spans import Span as Span
    from armreader.records.timex import TimeAnchor as TimeAnchor
    from armreader.records.timex import TimeDirection as TimeDirection
    from armreader.records.timex import TimeExpression as TimeExpression
    from armreader.records.timex import TimeForm as TimeForm
    from armreader.records.timex import TimeType as TimeType

_MODULES = {
    "actor": ("Actor", "ActorKind", "Gender", "Spelling"),
    "annotations": ("Annotations",),
    "article": (
        "REPORTING",
        "UNKNOWN_PUBLICATION",
        "Article",
        "Basis",
        "DateEvidence",
        "Post",
        "Problem",
        "Publication",
        "Section",
        "SectionKind",
        "Sentence",
    ),
    "correction": ("Correction", "CorrectionKind", "Whereabouts"),
    "disagreement": ("Disagreement", "DisagreementKind", "Side"),
    "event": ("Event", "EventMention", "Status"),
    "proposition": ("Pronoun", "Proposition", "PropositionForm"),
    "quote": ("Quote", "QuoteKind", "Speaker", "WordingGroup"),
    "reason": ("Reason",),
    "spans": ("Passage", "Span"),
    "timex": ("TimeAnchor", "TimeDirection", "TimeExpression", "TimeForm", "TimeType"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}
__all__ = sorted(_MODULE_OF)


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = found
    return found
