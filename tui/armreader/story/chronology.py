"""The chronology of a dossier, as every format prints it: events, their accounts, statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from armreader.records import Article, Disagreement, Event, Span
from armreader.records.dates import DateRange
from armreader.story.chosen import Chosen, everything
from armreader.story.compare import ComparedSource, compare
from armreader.story.dossier import Dossier
from armreader.story.phrases import place, quote_words, speaker_name
from armreader.story.sources import difference_words, source_name


@dataclass(frozen=True, slots=True)
class Source:
    """An article and the number by which it is cited, from 1."""

    number: int
    name: str
    article: Article


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says about an event: whole sentences, in the order of its text."""

    source: str
    """The article's id."""
    status: str
    """Asserted, denied, planned or hypothetical; several joined by a slash."""
    sentences: tuple[str, ...]
    spans: tuple[Span, ...]
    place: str
    """``file:line`` of the first sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with the account of each source that has it."""

    id: str
    range: DateRange | None
    label: str
    accounts: tuple[Account, ...]
    differences: tuple[str, ...]
    """What the sources differ in: ``day: [1] Thursday; [4] Friday``."""
    heading: str = ""
    """The user's heading above it."""
    yours: tuple[str, ...] = ()
    """Which of its fields are the user's own: wording, date, speaker, source, published."""
    comment: str = ""
    tags: tuple[str, ...] = ()

    @property
    def headline(self) -> str:
        """The label, with the status where no source asserts that it happened."""
        statuses = dict.fromkeys(
            one for account in self.accounts for one in account.status.split("/")
        )
        doubted = statuses and "asserted" not in statuses
        return f"{self.label} ({', '.join(statuses)})" if doubted else self.label


@dataclass(frozen=True, slots=True)
class Statement:
    """A quote, who said it, and the other wordings of the same utterance."""

    id: str
    source: str
    speaker: str
    kind: str
    words: str
    span: Span
    place: str
    group: str
    """The id of its wording group, or empty."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """The sources by article id, the events in order, and the quotes by source."""

    name: str
    sources: Mapping[str, Source]
    entries: tuple[Entry, ...]
    statements: tuple[Statement, ...]
    whole: bool = True
    """Whether it contains everything that was found in its sources."""
    own: bool = False
    """Whether it is the user's own: its order and its headings are kept."""

    def numbers(self, articles: tuple[str, ...]) -> str:
        """The numbers of the sources: ``[1, 4]``."""
        return f"[{', '.join(str(self.sources[article].number) for article in articles)}]"

    def other_wordings(self) -> Mapping[str, tuple[str, ...]]:
        """By quote id the other articles that give the same utterance in their own words."""
        groups: defaultdict[str, list[Statement]] = defaultdict(list)
        for said in self.statements:
            if said.group:
                groups[said.group].append(said)
        return {
            said.id: tuple(dict.fromkeys(o.source for o in group if o.source != said.source))
            for group in groups.values()
            for said in group
        }


def chronology_of(dossier: Dossier, chosen: Chosen | None = None) -> Chronology:
    """Everything that a printed chronology says, of the whole dossier or of what was chosen."""
    chosen = chosen or everything(dossier)
    sources = {
        article.id: Source(number, source_name(article), article)
        for number, article in enumerate(dossier.articles, 1)
    }
    entries = tuple(entry_of(dossier, event, sources) for event in chosen.events)
    statements = tuple(
        Statement(
            id=quote.id,
            source=quote.article,
            speaker=speaker_name(dossier, quote),
            kind=quote.kind,
            words=" ".join(quote_words(dossier, quote).split()),
            span=quote.span,
            place=place(dossier.article_by_id[quote.article], quote.span.start),
            group=quote.wording_group or "",
        )
        for quote in chosen.quotes
    )
    return Chronology(dossier.name, sources, entries, statements, chosen.whole)


def entry_of(dossier: Dossier, event: Event, sources: Mapping[str, Source]) -> Entry:
    """An event as an entry, its sources under the numbers given."""
    comparison = compare(dossier, event.id)
    compared = comparison.sources if comparison else ()
    return Entry(
        id=event.id,
        range=event.range,
        label=event.label,
        accounts=tuple(
            _account(dossier, event, source)
            for source in sorted(compared, key=lambda one: sources[one.article].number)
        ),
        differences=tuple(
            _difference(found, event.id, sources)
            for found in dossier.disagreements_about.get(event.id, ())
        ),
    )


def _account(dossier: Dossier, event: Event, source: ComparedSource) -> Account:
    article = dossier.article_by_id[source.article]
    spans = tuple(stretch.sentence for stretch in source.stretches) or tuple(
        mention.span for mention in event.mentions if mention.article == source.article
    )
    statuses = (mention.status for mention in event.mentions if mention.article == source.article)
    return Account(
        source=source.article,
        status="/".join(dict.fromkeys(statuses)),
        sentences=tuple(" ".join(article.text[start:end].split()) for start, end in spans),
        spans=spans,
        place=place(article, spans[0].start),
    )


def _difference(found: Disagreement, about: str, sources: Mapping[str, Source]) -> str:
    sides = "; ".join(f"[{sources[side.article].number}] {side.says}" for side in found.sides)
    return f"{difference_words(found, about).removeprefix('on the ')}: {sides}"
