"""Markdown that cites by key, for Obsidian and pandoc: ``[@daily2021-8f3a01, para. 3]``.

The keys are those of the ``bibtex`` and ``csl-json`` formats of the same dossier. Citations are as
pandoc's manual has them under "Citation syntax"; what a source says is under its entry, each
with the paragraph that it is from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from armreader.export.chronology_markdown import (
    comment_lines,
    heading_of,
    marked,
    source_described,
    summary,
)
from armreader.export.citations import citation_key
from armreader.export.date_forms import date_in_words
from armreader.notes.bookmark import Bookmark, origin_of
from armreader.notes.citation import citation_markdown, words_as_said
from armreader.notes.markdown import block_quote, inline
from armreader.records import Span
from armreader.records.visible import visible
from armreader.story.chronology import Chronology, Entry, Source
from armreader.story.phrases import paragraph_of


def chronology_obsidian(chronology: Chronology) -> str:
    """Events by year or by the user's headings, what was said, and the sources by number."""
    keys = {ident: _key(source) for ident, source in chronology.sources.items()}
    lines = [f"# Chronology: {inline(chronology.name)}", "", summary(chronology), ""]
    lines += ["## Events"]
    for above, entries in groupby(chronology.entries, lambda one: heading_of(chronology, one)):
        lines += ["", f"### {inline(above)}"] if above else []
        for entry in entries:
            lines += ["", *_entry(chronology, entry, keys)]
    if chronology.statements:
        lines += ["", "## What was said", "", *_statements(chronology)]
    lines += ["", "## Sources", ""]
    lines += [
        f"{one.number}. {source_described(one)} [@{keys[ident]}]"
        for ident, one in chronology.sources.items()
    ]
    return "\n".join(lines) + "\n"


def bookmarks_obsidian(bookmarks: Sequence[Bookmark]) -> str:
    """The quotes with keys, and with block ids that other notes may link to."""
    blocks = []
    for bookmark in bookmarks:
        cited = f"{citation_markdown(bookmark)} [@{citation_key(bookmark.origin)}]"
        lines = [*block_quote(words_as_said(bookmark)), ">", f"> — {cited}", "", f"^{bookmark.id}"]
        tags = " ".join(f"#{tag}" for tag in bookmark.tags)
        for part in (visible(bookmark.comment), tags):
            lines += ["", part] if part else []
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _entry(chronology: Chronology, entry: Entry, keys: dict[str, str]) -> Iterator[str]:
    cited = "; ".join(f"@{keys[account.source]}" for account in entry.accounts)
    yield f"- **{date_in_words(entry.range)}**: {inline(entry.headline)} [{cited}]"
    if entry.yours:
        yield f"    - *({marked(entry)})*"
    for account in entry.accounts:
        source = chronology.sources[account.source]
        status = "" if account.status == "asserted" else f"({account.status}) "
        words = " … ".join(account.sentences)
        yield f"    - {status}{inline(words)} {_at(source, account.spans[0])}"
    for difference in entry.differences:
        yield f"    - *Sources differ*, {inline(difference)}"
    for words in comment_lines(entry):
        yield from ("", *(f"    {line}" for line in words.split("\n")))


def _statements(chronology: Chronology) -> Iterator[str]:
    for said in chronology.statements:
        words = f"“{inline(said.words)}”" if said.kind == "direct" else inline(said.words)
        at = _at(chronology.sources[said.source], said.span)
        yield f"- **{inline(said.speaker)}**: {words} {at}"


def _at(source: Source, span: Span) -> str:
    paragraph = paragraph_of(source.article, span.start)
    return f"[@{_key(source)}{f', para. {paragraph}' if paragraph else ''}]"


def _key(source: Source) -> str:
    return citation_key(origin_of(source.article))
