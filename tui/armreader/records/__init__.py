"""What the reader knows: frozen records without logic, in the vocabulary of the screens.

Offsets are code points into ``Article.text``, half-open. Extraction fills these records from one
article alone, with its own actors and undated; linking resolves them across the dossier.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from armreader.records.correction import Correction as Correction
from armreader.records.correction import CorrectionKind as CorrectionKind
from armreader.records.dates import DateRange
from armreader.records.reason import Reason as Reason
from armreader.records.spans import Passage as Passage
from armreader.records.spans import Span as Span
from armreader.records.timex import TimeAnchor as TimeAnchor
from armreader.records.timex import TimeDirection as TimeDirection
from armreader.records.timex import TimeExpression as TimeExpression
from armreader.records.timex import TimeForm as TimeForm
from armreader.records.timex import TimeType as TimeType
from armreader.records.visible import visible_line

SectionKind = Literal[
    "title", "source", "byline", "dateline", "summary", "body", "caption", "furniture"
]
Basis = Literal["stated", "given", "inferred", "unknown"]
QuoteKind = Literal["direct", "mixed", "indirect"]
ActorKind = Literal["person", "organisation", "place", "role"]
Gender = Literal["female", "male", "plural", "neuter", "unknown"]
Status = Literal["asserted", "denied", "planned", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of an article that plays one part; sections are ordered and never overlap."""

    kind: SectionKind
    span: Span


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """The days that one piece of evidence allows, and the evidence."""

    range: DateRange
    reason: Reason


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article appeared, and how that is known; ``range`` is None where it is unknown."""

    range: DateRange | None
    basis: Basis
    reason: Reason
    grounds: tuple[DateEvidence, ...] = ()
    """Where several pieces of evidence together give the date, each of them."""
    others: tuple[DateEvidence, ...] = ()
    """What clashes with the date: shown beside it, never averaged with it."""

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages, in whichever article, that the date was taken from."""
        return self.reason.passages


UNKNOWN_PUBLICATION = Publication(None, "unknown", Reason("publication-unknown"))


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was read: everything in the file that a person can read, nothing cut."""

    id: str
    file: str
    """The path as the user gave it, or relative to the folder given."""
    title: str
    source: str
    """The outlet, or empty."""
    byline: str
    url: str
    text: str
    sections: tuple[Section, ...]
    publication: Publication
    """After reading stated, given or unknown; after linking perhaps inferred."""
    encoding: str = "utf-8"
    """The encoding that the bytes were read in."""
    notices: tuple[str, ...] = ()
    """What a reader should know of the file: an odd encoding, direction overrides made visible."""
    sha256: str = ""
    """Of the file's bytes, hexadecimal."""
    repeats: str = ""
    """The id of the first article that this one is no other source than; set by linking."""
    repeats_reason: Reason | None = None
    """Why: much of its text stands there, or one agency is credited with both."""

    def __post_init__(self) -> None:
        _clean(self, "file", "title", "source", "byline", "url")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The mention that names who speaks, which may be a pronoun, and the actor it stands for."""

    span: Span
    actor: str | None
    reason: Reason | None = None
    """Why this actor: the rule that led from the mention to it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody said: without their marks, in fragments where a clause breaks them."""

    id: str
    article: str
    span: Span
    fragments: tuple[Span, ...]
    kind: QuoteKind
    cue: Span | None
    speaker: Speaker | None
    reason: Reason
    wording_group: str | None = None
    printed: tuple[Span, ...] = ()
    """The fragments with the quotation marks that they stand in, where they stand in marks."""

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages that it was made of: the words, the cue, the mention of the speaker."""
        used = (self.span, self.cue, self.speaker and self.speaker.span)
        return tuple(Passage(self.article, *span) for span in used if span)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One place where an actor is named, and the letters that stand there."""

    text: str
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Who can speak or act, under one canonical name, with every spelling seen and where."""

    id: str
    name: str
    kind: ActorKind
    spellings: tuple[Spelling, ...]
    gender: Gender = "unknown"
    roles: tuple[str, ...] = ()
    """Titles and offices given to the actor: "prime minister", "Kremlin spokesman"."""
    reason: Reason | None = None
    """Why it has this name, where the user gave it."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """A clause that reports something that happened, and the word that names it."""

    article: str
    span: Span
    trigger: Span
    event_class: str
    """The class of the trigger in ``words``, or its lemma where it has none."""
    status: Status
    actors: tuple[str, ...]
    time: Span | None
    """The extent of the TimeExpression that dates it."""
    range: DateRange | None
    """The days it fell on; None before linking, or where nothing dates it."""
    reason: Reason
    lemma: str = ""
    """The trigger's word or phrase as ``words`` lists it."""
    cue: Span | None = None
    """The words that make it denied, planned or hypothetical."""
    first_told: Passage | None = None
    """The trigger of the mention that it was put to as one event, by the rule of its reason."""

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages behind its reason: both triggers, or the words that give status and time."""
        if self.first_told:
            return Passage(self.article, *self.trigger), self.first_told
        return tuple(Passage(self.article, *span) for span in (self.cue, self.time) if span)


_EVIDENCE = 4
"""Mentions quoted as the reason of an event."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, and every mention of it in any source."""

    id: str
    label: str
    range: DateRange | None
    mentions: tuple[EventMention, ...]
    reason: Reason
    prominent: bool = True
    """Whether a timeline lists it at first: an event with a date or more than one source."""

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages behind its reason: the triggers of the mentions told first."""
        return tuple(Passage(one.article, *one.trigger) for one in self.mentions[:_EVIDENCE])

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that mention it, each once, in the order of the mentions."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """Quotes in different sources that are one utterance, in other words or another translation."""

    id: str
    quotes: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Side:
    """What one source gives in a disagreement."""

    article: str
    span: Span
    says: str


DisagreementKind = Literal["day", "number", "denial"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What the sources of one event or utterance give differently."""

    id: str
    about: str
    """The id of the event or wording group."""
    kind: DisagreementKind
    sides: tuple[Side, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line that stands for itself, and the kind of section it is in."""

    span: Span
    section: SectionKind
    paragraph: int
    """The number of its paragraph, from 0; a paragraph is a run of text without a line break."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything that stage 2 finds in one article, knowing no other."""

    article: Article
    sentences: tuple[Sentence, ...]
    times: tuple[TimeExpression, ...]
    actors: tuple[Actor, ...]
    """Local: their ids hold for this article only."""
    quotes: tuple[Quote, ...]
    mentions: tuple[EventMention, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be opened, or only in part, in one line that says what to do."""

    file: str
    message: str

    def __post_init__(self) -> None:
        _clean(self, "file", "message")


def _clean(record: Article | Problem, *names: str) -> None:
    """Make visible what could steer a terminal or deceive a reader, whoever wrote it."""
    for name in names:
        value = getattr(record, name)
        shown = visible_line(value)
        if shown != value:
            object.__setattr__(record, name, shown)
