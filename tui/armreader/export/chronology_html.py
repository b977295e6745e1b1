"""A chronology as one page that opens without network: events, disagreements, quotes, sources.

Nothing in it runs, and nothing is fetched: its policy forbids both. What the sources say is folded
below each event. A page of the whole dossier has the texts too, and every sentence and every quote
links to its place in them; a page of a part of it links to the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby, pairwise

from armreader.export.chronology_markdown import comment_lines, heading_of, marked, summary
from armreader.export.date_forms import date_in_words
from armreader.export.html_text import address, escaped
from armreader.export.page_style import STYLE
from armreader.export.timeline_svg import drawn_timeline
from armreader.records import Span
from armreader.records.visible import visible
from armreader.story.chronology import (
    Account,
    Chronology,
    Entry,
    Source,
    Statement,
)

_MOST_ACCOUNTS = 3
"""The most accounts of an event on a page of part of the dossier, a sentence each."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def chronology_html(chronology: Chronology) -> str:
    """The page; everything that comes from outside is escaped."""
    title = escaped(f"Chronology: {chronology.name}")
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            "<header>",
            f"<h1>{title}</h1>",
            f"<p>{escaped(summary(chronology))}</p>",
            *_contents(chronology),
            "</header>",
            "<main>",
            *drawn_timeline(chronology.entries),
            *_events(chronology),
            *_disagreements(chronology),
            *_said(chronology),
            *_sources(chronology),
            *(_texts(chronology) if chronology.whole else ()),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _contents(chronology: Chronology) -> Iterator[str]:
    """Links to the parts that the page has."""
    parts = {
        "events": "Events",
        "disagreements": "Disagreements" if _differing(chronology) else "",
        "said": "What was said" if chronology.statements else "",
        "sources": "Sources",
        "texts": "Texts" if chronology.whole else "",
    }
    links = "".join(f'<a href="#{part}">{name}</a>' for part, name in parts.items() if name)
    yield f'<nav aria-label="Contents">{links}</nav>'


def _sources(chronology: Chronology) -> Iterator[str]:
    yield '<h2 id="sources">Sources</h2>'
    yield "<ol>"
    for source in chronology.sources.values():
        article, publication = source.article, source.article.publication
        known = f" ({publication.basis})" if publication.range else ""
        name = f"<strong>{escaped(source.name)}</strong>, " if article.source else ""
        title = escaped(article.title or article.file)
        if chronology.whole:
            title = f'<a href="#text-{source.number}">{title}</a>'
        yield (
            f'<li id="source-{source.number}" dir="auto">{name}{title},'
            f" {escaped(date_in_words(publication.range))}{known}"
            f'{address(article.url)} <span class="quiet">{escaped(article.file)}</span></li>'
        )
    yield "</ol>"


def _events(chronology: Chronology) -> Iterator[str]:
    yield '<h2 id="events">Events</h2>'
    yield '<div id="all-events">'
    yield from _filter(chronology.entries)
    for above, entries in groupby(chronology.entries, lambda one: heading_of(chronology, one)):
        yield "<section>"
        if above:
            yield f'<h3 dir="auto">{escaped(above)}</h3>'
        for entry in entries:
            yield from _entry(chronology, entry)
        yield "</section>"
    yield "</div>"


def _filter(entries: Sequence[Entry]) -> Iterator[str]:
    """Switches that show only some of the entries, if they differ."""
    kinds = [_kinds(entry) for entry in entries]
    parts = {"shared": "of several sources", "disputed": "where sources differ"}
    found = [part for part in parts if 0 < sum(part in one for one in kinds) < len(kinds)]
    if not found:
        return
    yield "<fieldset><legend>Show</legend>"
    yield '<label><input type="radio" name="show" checked> all</label>'
    for part in found:
        yield f'<label><input type="radio" name="show" id="only-{part}"> {parts[part]}</label>'
    yield "</fieldset>"


def _kinds(entry: Entry) -> tuple[str, ...]:
    """The classes of an entry, by which it is filtered."""
    shared = ("shared",) if len(entry.accounts) > 1 else ()
    return (*shared, "disputed") if entry.differences else shared


def _entry(chronology: Chronology, entry: Entry) -> Iterator[str]:
    """The date and what happened; folded below it, each source's own words."""
    kinds = " ".join(("entry", *_kinds(entry)))
    yield f'<div class="{kinds}" id="{escaped(entry.id)}" dir="auto">'
    differ = (
        f' <a href="#differ-{escaped(entry.id)}"><em>sources differ</em></a>'
        if entry.differences
        else ""
    )
    headline = f"{escaped(entry.headline)}{differ}{_yours(entry)}"
    yield f"<p><time>{escaped(date_in_words(entry.range))}</time> {headline}</p>"
    for words in comment_lines(entry):
        yield f'<p class="comment">{"<br>".join(map(escaped, words.splitlines()))}</p>'
    count = len(entry.accounts)
    number = "1 source" if count == 1 else f"{count} sources"
    yield f"<details><summary>{number}</summary><ul>"
    shown = entry.accounts if chronology.whole else entry.accounts[:_MOST_ACCOUNTS]
    for account in shown:
        yield f"<li>{_account(chronology, account)}</li>"
    if others := tuple(account.source for account in entry.accounts[len(shown) :]):
        yield f"<li>Also in {escaped(chronology.numbers(others))}</li>"
    yield "</ul></details>"
    yield "</div>"


def _yours(entry: Entry) -> str:
    return f' <small class="quiet">({escaped(marked(entry))})</small>' if entry.yours else ""


def _differing(chronology: Chronology) -> list[Entry]:
    return [entry for entry in chronology.entries if entry.differences]


def _disagreements(chronology: Chronology) -> Iterator[str]:
    """What the sources give differently about an event, side by side."""
    differing = _differing(chronology)
    if not differing:
        return
    yield '<h2 id="disagreements">Disagreements</h2>'
    yield "<dl>"
    for entry in differing:
        ident, headline = escaped(entry.id), escaped(entry.headline)
        yield f'<dt id="differ-{ident}" dir="auto"><a href="#{ident}">{headline}</a></dt>'
        yield from (f"<dd>Sources differ, {escaped(words)}</dd>" for words in entry.differences)
    yield "</dl>"


def _account(chronology: Chronology, account: Account) -> str:
    source = chronology.sources[account.source]
    status = "" if account.status == "asserted" else f" <em>({escaped(account.status)})</em>"
    sentences = list(zip(account.sentences, account.spans, strict=True))
    words = " … ".join(
        f"{escaped(sentence)} {_place(chronology, source, span)}"
        for sentence, span in (sentences if chronology.whole else sentences[:1])
    )
    return f"{escaped(source.name)}{status}: {words}"


def _said(chronology: Chronology) -> Iterator[str]:
    if not chronology.statements:
        return
    yield '<h2 id="said">What was said</h2>'
    others = chronology.other_wordings()
    for article, statements in groupby(chronology.statements, key=lambda one: one.source):
        source, said = chronology.sources[article], list(statements)
        quotes = "1 quote" if len(said) == 1 else f"{len(said)} quotes"
        yield f'<h3 dir="auto">{escaped(source.name)}</h3>'
        yield f"<details><summary>{quotes} [{source.number}]</summary><ul>"
        for one in said:
            other = others.get(one.id)
            see = f" In other words: {escaped(chronology.numbers(other))}" if other else ""
            statement = _statement(chronology, source, one)
            yield f'<li id="{escaped(one.id)}" dir="auto">{statement}{see}</li>'
        yield "</ul></details>"


def _statement(chronology: Chronology, source: Source, said: Statement) -> str:
    words = f"“{escaped(said.words)}”" if said.kind == "direct" else escaped(said.words)
    place = _place(chronology, source, said.span)
    return f"<strong>{escaped(said.speaker)}</strong>: {words} {place}"


def _texts(chronology: Chronology) -> Iterator[str]:
    yield '<h2 id="texts">Texts</h2>'
    lit: dict[str, list[tuple[Span, str]]] = {article: [] for article in chronology.sources}
    for entry in chronology.entries:
        for account in entry.accounts:
            lit[account.source] += [(span, "event") for span in account.spans]
    for said in chronology.statements:
        lit[said.source].append((said.span, "quote"))
    for source in chronology.sources.values():
        article = source.article
        lit[article.id] += [
            (section.span, "furniture")
            for section in article.sections
            if section.kind == "furniture"
        ]
        title = escaped(article.title or article.file)
        yield f'<h3 id="text-{source.number}" dir="auto">{title}</h3>'
        if article.source:
            yield f'<p class="quiet">{escaped(article.source)}</p>'
        words = "".join(_lit_text(source, lit[article.id]))
        yield f'<div class="text" dir="auto">{words}</div>'


def _lit_text(source: Source, lit: Sequence[tuple[Span, str]]) -> Iterator[str]:
    """The text cut wherever a stretch begins or ends, each piece with the parts that it plays."""
    text = source.article.text
    cuts = sorted({0, len(text), *(end for span, _ in lit for end in span)})
    parts: list[set[str]] = [set() for _ in cuts]
    starts = {span.start for span, _ in lit}
    for span, part in lit:
        for piece in range(bisect_right(cuts, span.start) - 1, bisect_right(cuts, span.end) - 1):
            parts[piece].add(part)
    for (start, end), played in zip(pairwise(cuts), parts, strict=False):
        words = escape(visible(text[start:end]))
        if not played:
            yield words
            continue
        place = f' id="{_place_id(source, start)}"' if start in starts else ""
        yield f'<span{place} class="{" ".join(sorted(played))}">{words}</span>'


def _place(chronology: Chronology, source: Source, span: Span) -> str:
    """The source's number: a link to the very words, or to the source where it has no text."""
    place = _place_id(source, span.start) if chronology.whole else f"source-{source.number}"
    return f'<a href="#{place}">[{source.number}]</a>'


def _place_id(source: Source, start: int) -> str:
    return f"place-{source.number}-{start}"
