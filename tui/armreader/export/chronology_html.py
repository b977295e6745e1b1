"""The dossier as one page that opens without network: chronology, statements, and the whole texts.

Nothing in it runs, and nothing is fetched: its policy forbids both. Every sentence and every quote
links to its place in the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby, pairwise

from armreader.export.chronology_markdown import summary, year_of
from armreader.export.date_forms import date_in_words
from armreader.records import Span
from armreader.records.visible import visible
from armreader.story.chronology import (
    Account,
    Chronology,
    Entry,
    Source,
    Statement,
    chronology_of,
)
from armreader.story.dossier import Dossier

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --quiet: #777; --event: #fc03; --quote: #09f2; }
body { font: 1rem/1.55 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 0 auto;
  padding: 1.5rem; overflow-wrap: anywhere; }
h1, h2, h3, nav, time { font-family: system-ui, sans-serif; line-height: 1.25; }
h2 { border-top: 1px solid var(--line); padding-top: 1.5rem; margin-top: 3rem; }
nav a { margin-right: 1.2em; }
.quiet, .text .furniture { color: var(--quiet); }
.entry { margin: 1.4rem 0; break-inside: avoid; }
.entry p { margin: 0; } .entry ul { margin: .3rem 0; padding-left: 1.4rem; }
time { font-weight: 600; margin-right: .6em; }
.text { white-space: pre-wrap; border-left: 3px solid var(--line); padding-left: 1rem; }
.text .event { background: var(--event); } .text .quote { background: var(--quote); }
:target { outline: 2px solid currentColor; outline-offset: 2px; }
@media print { body { max-width: none; } nav { display: none; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def chronology_html(dossier: Dossier) -> str:
    """The page; everything that comes from outside is escaped."""
    chronology = chronology_of(dossier)
    title = _text(f"Chronology: {dossier.name}")
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
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            f"<h1>{title}</h1>",
            f"<p>{_text(summary(chronology))}</p>",
            '<nav><a href="#sources">Sources</a><a href="#events">Events</a>'
            '<a href="#said">What was said</a><a href="#texts">Texts</a></nav>',
            *_sources(chronology),
            *_events(chronology),
            *_said(chronology),
            *_texts(chronology),
            "</body>",
            "</html>",
            "",
        )
    )


def _sources(chronology: Chronology) -> Iterator[str]:
    yield '<h2 id="sources">Sources</h2>'
    yield "<ol>"
    for source in chronology.sources.values():
        article, publication = source.article, source.article.publication
        known = f" ({publication.basis})" if publication.range else ""
        name = f"<strong>{_text(source.name)}</strong>, " if article.source else ""
        yield (
            f'<li dir="auto">{name}'
            f'<a href="#text-{source.number}">{_text(article.title or article.file)}</a>,'
            f" {_text(date_in_words(publication.range))}{known}"
            f'{_address(article.url)} <span class="quiet">{_text(article.file)}</span></li>'
        )
    yield "</ol>"


def _events(chronology: Chronology) -> Iterator[str]:
    yield '<h2 id="events">Events</h2>'
    year = ""
    for entry in chronology.entries:
        if year_of(entry) != year:
            year = year_of(entry)
            yield f"<h3>{_text(year)}</h3>"
        yield from _entry(chronology, entry)


def _entry(chronology: Chronology, entry: Entry) -> Iterator[str]:
    yield f'<div class="entry" id="{_text(entry.id)}" dir="auto">'
    yield f"<p><time>{_text(date_in_words(entry.range))}</time>{_text(entry.headline)}</p>"
    yield "<ul>"
    for account in entry.accounts:
        yield f"<li>{_account(chronology.sources[account.source], account)}</li>"
    for told in entry.differences:
        yield f"<li><em>Sources differ</em>, {_text(told)}</li>"
    yield "</ul>"
    yield "</div>"


def _account(source: Source, account: Account) -> str:
    status = "" if account.status == "asserted" else f" <em>({_text(account.status)})</em>"
    words = " … ".join(
        f"{_text(sentence)} {_place(source, span)}"
        for sentence, span in zip(account.sentences, account.spans, strict=True)
    )
    return f"{_text(source.name)}{status}: {words}"


def _said(chronology: Chronology) -> Iterator[str]:
    yield '<h2 id="said">What was said</h2>'
    others = chronology.other_wordings()
    for article, said in groupby(chronology.statements, key=lambda one: one.source):
        source = chronology.sources[article]
        yield f'<h3 dir="auto">{_text(source.name)}</h3>'
        yield "<ul>"
        for one in said:
            other = others.get(one.id)
            see = f" In other words: {_text(chronology.numbers(other))}" if other else ""
            yield f'<li id="{_text(one.id)}" dir="auto">{_statement(source, one)}{see}</li>'
        yield "</ul>"


def _statement(source: Source, said: Statement) -> str:
    words = f"“{_text(said.words)}”" if said.kind == "direct" else _text(said.words)
    return f"<strong>{_text(said.speaker)}</strong>: {words} {_place(source, said.span)}"


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
        title = _text(article.title or article.file)
        yield f'<h3 id="text-{source.number}" dir="auto">{title}</h3>'
        if article.source:
            yield f'<p class="quiet">{_text(article.source)}</p>'
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


def _place(source: Source, span: Span) -> str:
    return f'<a href="#{_place_id(source, span.start)}">[{source.number}]</a>'


def _place_id(source: Source, start: int) -> str:
    return f"place-{source.number}-{start}"


def _address(url: str) -> str:
    if not url.startswith(("http://", "https://")):
        return ""
    return f', <a href="{_text(url)}" rel="noreferrer">{_text(url)}</a>'


def _text(words: str) -> str:
    return escape(visible(words))
