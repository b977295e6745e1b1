"""The dossier as a chronology in Markdown, each entry with its sources."""

from __future__ import annotations

from collections.abc import Iterator

from armreader.export.date_forms import date_in_words
from armreader.notes.markdown import inline, link, one_line
from armreader.records.visible import visible
from armreader.story.chronology import Chronology, Entry, Source


def chronology_markdown(chronology: Chronology) -> str:
    """Sources with their numbers, events by year, and what was said, source by source."""
    lines = [
        f"# Chronology: {inline(chronology.name)}",
        "",
        summary(chronology),
        "",
        "## Sources",
        "",
    ]
    lines += [f"{one.number}. {source_described(one)}" for one in chronology.sources.values()]
    lines += ["", "## Events", *_events(chronology)]
    if not chronology.own:
        lines += ["", "## What was said", *_statements(chronology)]
    return "\n".join(lines) + "\n"


def summary(chronology: Chronology) -> str:
    """How much is in the chronology, and how to read it, in plain sentences."""
    counts = (
        (len(chronology.sources), "report"),
        (len(chronology.entries), "event"),
        (len(chronology.statements), "quote"),
    )
    numbers = ", ".join(
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in counts
        if count or not chronology.own
    )
    return (
        f"{numbers}. Numbers in brackets are the sources. Dates are as precise as the reports;"
        " for a report without a date it says how the date is known."
    )


def source_described(source: Source) -> str:
    """A source with its title, date and file, as Markdown."""
    article, publication = source.article, source.article.publication
    title = f"“{one_line(article.title)}”" if article.title else one_line(article.url)
    dated = date_in_words(publication.range)
    parts = [
        f"**{inline(source.name)}**" if article.source else "",
        link(title, article.url) if title else "",
        f"{dated} ({publication.basis})" if publication.range else dated,
        f"file {inline(article.file)}",
    ]
    return ", ".join(part for part in parts if part)


def _events(chronology: Chronology) -> Iterator[str]:
    above = ""
    for entry in chronology.entries:
        if heading_of(chronology, entry) != above:
            above = heading_of(chronology, entry)
            yield from ("", f"### {inline(above)}") if above else ()
        yield ""
        numbers = chronology.numbers(tuple(account.source for account in entry.accounts))
        yield f"**{date_in_words(entry.range)}**: {inline(entry.headline)} {numbers}"
        if entry.yours:
            yield f"*({marked(entry)})*"
        yield ""
        for account in entry.accounts:
            number = chronology.sources[account.source].number
            status = "" if account.status == "asserted" else f" ({account.status})"
            yield f"- [{number}]{status} {inline(' … '.join(account.sentences))}"
        for difference in entry.differences:
            yield f"- *Sources differ*, {inline(difference)}"
        for words in comment_lines(entry):
            yield from ("", words)


def heading_of(chronology: Chronology, entry: Entry) -> str:
    """The heading of an entry: the user's own, else its year."""
    return entry.heading if chronology.own else year_of(entry)


def marked(entry: Entry) -> str:
    """Which fields are the user's and not the sources': ``my wording and date``."""
    *first, last = entry.yours
    return "my " + (f"{', '.join(first)} and {last}" if first else last)


def comment_lines(entry: Entry) -> list[str]:
    """The user's comment, and the tags that are not in it; empty ones are left out."""
    tags = " ".join(f"#{tag}" for tag in entry.tags if f"#{tag}" not in entry.comment)
    return [words for words in (visible(entry.comment), tags) if words]


def year_of(entry: Entry) -> str:
    """The year that an event is listed under: the first of its range."""
    if entry.range is None:
        return "Undated"
    if entry.range.ancient:
        return entry.range.in_words
    first = entry.range.earliest or entry.range.latest
    return str(first.year) if first else "Undated"


def _statements(chronology: Chronology) -> Iterator[str]:
    others = chronology.other_wordings()
    source = ""
    for said in chronology.statements:
        if said.source != source:
            source = said.source
            yield from (
                "",
                f"### [{chronology.sources[source].number}] "
                + inline(chronology.sources[source].name),
                "",
            )
        other = others.get(said.id, ())
        see = f" (in other words: {chronology.numbers(other)})" if other else ""
        words = inline(said.words)
        quoted = f"“{words}”" if said.kind == "direct" else words
        yield f"- **{inline(said.speaker)}**: {quoted}{see}"
