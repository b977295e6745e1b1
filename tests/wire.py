"""Reports made by hand for the tests of linking: read, annotated and linked as files would be."""

from __future__ import annotations

from armreader.extraction.annotate import annotate
from armreader.linking.link import link
from armreader.records import (
    UNKNOWN_PUBLICATION,
    Annotations,
    Article,
    Correction,
    Event,
    Publication,
    Reason,
    Section,
    Span,
)
from armreader.records.dates import DateRange
from armreader.records.ids import content_id
from armreader.records.linked import Linked


def report(text: str, day: str = "", source: str = "") -> Annotations:
    """A report whose first line is its title; ``day`` is EDTF, empty where none is known."""
    title, _, _ = text.partition("\n")
    sections = (Section("title", Span(0, len(title))), Section("body", Span(len(title), len(text))))
    range_ = DateRange.from_edtf(day)
    published = (
        Publication(range_, "given", Reason("publication-front-matter"))
        if range_
        else UNKNOWN_PUBLICATION
    )
    ident = content_id("a", text)
    return annotate(
        Article(ident, f"{ident}.txt", title, source, "", "", text, sections, published)
    )


def labels(text: str) -> list[str]:
    """The labels of a report of these sentences, each of its stretches joined."""
    one = report(f"Notes\n{text}", "2021-02-01")
    return [
        " ".join(one.article.text[slice(*span)] for span in each.label).replace(" ,", ",")
        for each in one.propositions
        if each.label
    ]


def linked(*reports: Annotations, corrections: tuple[Correction, ...] = ()) -> Linked:
    return link(reports, corrections)


def event_at(found: Linked, one: Annotations, words: str) -> Event:
    """The event whose trigger is at these words of a report."""
    start = one.article.text.index(words)
    return next(
        event
        for event in found.events
        for mention in event.mentions
        if mention.article == one.article.id
        and mention.trigger.start <= start < mention.trigger.end
    )


QUAKE = report(
    "Strong quake kills 12 in Velmora\n"
    "An earthquake struck the town of Velmora on Tuesday, killing 12 people and destroying the"
    " old market, officials said.\n"
    "Rescue teams searched the ruins of the market through the night.\n"
    "“We have lost our whole street and everything on it,” said the mayor, Ines Talbot.",
    "2021-05-12",
    "Coast Gazette",
)
QUAKE_AGAIN = report(
    "Earthquake hits Velmora, 15 dead\n"
    "A powerful earthquake hit Velmora on Tuesday, killing 15 people, the government said.\n"
    "The market of the old town was destroyed. Rescue teams searched the ruins.\n"
    "“Our whole street is lost, and everything on it,” Ines Talbot, the mayor, told reporters.",
    "2021-05-12",
    "Inland Post",
)
QUAKE_UNDATED = report(
    "Velmora quake: search goes on\n"
    "Rescue teams searched the ruins of Velmora after an earthquake struck the town on Tuesday.\n"
    "The earthquake destroyed the old market of Velmora.",
)
VOTE = report(
    "Parliament rejects harbour law\n"
    "The parliament of Ostrava voted on Friday against a law on harbour fees.\n"
    "The minister, Paul Renner, resigned after the vote.",
    "2022-11-05",
)
