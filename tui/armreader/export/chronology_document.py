"""A chronology as HTML that a word processor opens as it is: headings, tables, lists and links.

It opens in Word and LibreOffice, and ``pandoc -f html`` makes a DOCX file of it. Nothing in it is
folded, drawn or laid out by a style, so nothing is lost on the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from armreader.export.chronology_markdown import comment_lines, heading_of, marked, summary
from armreader.export.date_forms import date_in_words
from armreader.export.html_text import address, escaped
from armreader.story.chronology import Chronology, Entry


def chronology_document(chronology: Chronology) -> str:
    """A table for each year or heading, what was said as a list, and the sources by number."""
    title = escaped(f"Chronology: {chronology.name}")
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>',
            "<body>",
            f"<h1>{title}</h1>",
            f"<p>{escaped(summary(chronology))}</p>",
            *_events(chronology),
            *_said(chronology),
            *_sources(chronology),
            "</body></html>",
            "",
        )
    )


def _events(chronology: Chronology) -> Iterator[str]:
    yield "<h2>Events</h2>"
    for above, entries in groupby(chronology.entries, lambda one: heading_of(chronology, one)):
        if above:
            yield f"<h3>{escaped(above)}</h3>"
        yield '<table border="1"><colgroup><col width="18%"><col width="70%"><col width="12%">'
        yield "</colgroup><thead><tr><th>Date</th><th>What happened</th><th>Sources</th></tr>"
        yield "</thead><tbody>"
        for entry in entries:
            numbers = chronology.numbers(tuple(account.source for account in entry.accounts))
            yield (
                f"<tr><td>{escaped(date_in_words(entry.range))}</td>"
                f"<td>{''.join(_entry(chronology, entry))}</td><td>{numbers}</td></tr>"
            )
        yield "</tbody></table>"


def _entry(chronology: Chronology, entry: Entry) -> Iterator[str]:
    """What happened, and each source's own words; the user's own is marked."""
    yours = f" ({escaped(marked(entry))})" if entry.yours else ""
    yield f"<p><strong>{escaped(entry.headline)}</strong>{yours}</p>"
    for words in comment_lines(entry):
        yield f"<p><em>{'<br>'.join(map(escaped, words.splitlines()))}</em></p>"
    yield "<ul>"
    for account in entry.accounts:
        source = chronology.sources[account.source]
        status = "" if account.status == "asserted" else f" ({escaped(account.status)})"
        words = escaped(" … ".join(account.sentences))
        yield f"<li>{escaped(source.name)}{status}: {words} [{source.number}]</li>"
    for difference in entry.differences:
        yield f"<li>Sources differ, {escaped(difference)}</li>"
    yield "</ul>"


def _said(chronology: Chronology) -> Iterator[str]:
    if not chronology.statements:
        return
    yield "<h2>What was said</h2>"
    for article, statements in groupby(chronology.statements, key=lambda one: one.source):
        source = chronology.sources[article]
        yield f"<h3>{escaped(source.name)} [{source.number}]</h3><ul>"
        for said in statements:
            words = f"“{escaped(said.words)}”" if said.kind == "direct" else escaped(said.words)
            yield f"<li><strong>{escaped(said.speaker)}</strong>: {words}</li>"
        yield "</ul>"


def _sources(chronology: Chronology) -> Iterator[str]:
    yield "<h2>Sources</h2><ol>"
    for source in chronology.sources.values():
        article, publication = source.article, source.article.publication
        name = f"<strong>{escaped(source.name)}</strong>, " if article.source else ""
        known = f" ({publication.basis})" if publication.range else ""
        dated = f"{escaped(date_in_words(publication.range))}{known}"
        title = escaped(article.title or article.file)
        yield f"<li>{name}{title}, {dated}{address(article.url)}, {escaped(article.file)}</li>"
    yield "</ol>"
