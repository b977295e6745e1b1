"""The notebook for other programs: each format a function from bookmarks to text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence

from armreader.export.web_annotation import web_annotations
from armreader.notes.block_text import selector_objects
from armreader.notes.bookmark import Bookmark
from armreader.notes.citation import citation_markdown, date_known, words_as_said
from armreader.notes.markdown import block_quote, one_line
from armreader.records.visible import visible

SCHEMA = "armreader.notes/1"
_ZERO_WIDTH = "\u200b"
_ORG_ACTS = re.compile(
    r"\[(?=\[|fn:)|@(?=@)|\{(?=\{)|<(?=<)|(?:src|call)_|\\(?=[(\[])|\$(?=\S)|[<\[](?=\d{4}-)|:(?=\s*$)"
    r"|(?<![a-z])(?:elisp|shell|file\+?\w*|attachment|docview|help|info|id|irc|man|news|mailto)"
    r":(?=\S)",
    re.IGNORECASE,
)
"""Links, markup of other languages, macros, targets, footnotes, code, formulas, dates, tags."""
_ORG_MARKS = ("#", "*", ":", "|", "-", "+", "[")


def export_notes(bookmarks: Sequence[Bookmark], format_: str) -> str:
    """The bookmarks in one of ``NOTES_FORMATS``; KeyError for another."""
    return NOTES_FORMATS[format_](bookmarks)


def _markdown(bookmarks: Sequence[Bookmark]) -> str:
    """Quotes with their citations, comments and tags, and nothing for machines."""
    blocks = []
    for bookmark in bookmarks:
        lines = [*block_quote(words_as_said(bookmark)), ">", f"> — {citation_markdown(bookmark)}"]
        for part in (visible(bookmark.comment), _tag_line(bookmark, "#{}")):
            lines += ["", part] if part else []
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _csv(bookmarks: Sequence[Bookmark]) -> str:
    from armreader.export.chronology_csv import csv_text

    columns = (
        *("words", "speaker", "kind", "source", "title", "date", "known", "url", "file"),
        *("comment", "tags", "start", "end", "id"),
    )
    rows = [
        [
            *(bookmark.words, bookmark.speaker, bookmark.kind),
            *(bookmark.origin.source, bookmark.origin.title, bookmark.origin.date),
            *(bookmark.origin.basis, bookmark.origin.url, bookmark.origin.file),
            *(bookmark.comment, " ".join(bookmark.tags)),
            *(str(bookmark.selector.start), str(bookmark.selector.end), bookmark.id),
        ]
        for bookmark in bookmarks
    ]
    return csv_text(columns, rows)


def _json(bookmarks: Sequence[Bookmark]) -> str:
    return (
        json.dumps(
            {"schema": SCHEMA, "bookmarks": [bookmark_object(one) for one in bookmarks]},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def bookmark_object(bookmark: Bookmark) -> dict[str, object]:
    """One bookmark for JSON."""
    origin = bookmark.origin
    return {
        "id": bookmark.id,
        "kind": bookmark.kind,
        "words": bookmark.words,
        "speaker": bookmark.speaker,
        "comment": bookmark.comment,
        "tags": list(bookmark.tags),
        "selector": selector_objects(bookmark.selector),
        "article": {
            "id": origin.article,
            "sha256": origin.sha256,
            "file": origin.file,
            "url": origin.url,
            "title": origin.title,
            "source": origin.source,
            "byline": origin.byline,
            "published": {"edtf": origin.date, "basis": origin.basis},
        },
    }


def _org(bookmarks: Sequence[Bookmark]) -> str:
    """Org mode: a headline each, its tags, a drawer of properties, the quote and the comment."""
    return "\n".join(_org_entry(bookmark) for bookmark in bookmarks)


def _org_entry(bookmark: Bookmark) -> str:
    origin = bookmark.origin
    tags = _tag_line(bookmark, "{}", ":").replace("-", "_").replace("/", "_")
    headline = one_line(bookmark.speaker) or one_line(origin.source) or "Bookmark"
    properties = {
        "CUSTOM_ID": bookmark.id,
        "SOURCE": one_line(origin.source),
        "TITLE": one_line(origin.title),
        "DATE": date_known(origin),
        "URL": one_line(origin.url),
        "FILE": one_line(origin.file),
    }
    title = _org_words(f"{headline}: {_short(bookmark.words)}")
    lines = [f"* {title}" + (f" :{tags}:" if tags else "")]
    lines += [":PROPERTIES:"]
    lines += [f":{name}: {_org_words(value)}" for name, value in properties.items() if value]
    lines += [":END:", "#+begin_quote", *_org_lines(words_as_said(bookmark)), "#+end_quote"]
    lines += ["", *_org_lines(bookmark.comment)] if bookmark.comment else []
    return "\n".join(lines) + "\n"


def _org_lines(text: str) -> list[str]:
    """Lines that Org takes as words: indented, a mark at the start after a zero-width space, as
    Org's manual says under "Escape Character".
    """
    lines = [visible(line).strip() for line in text.split("\n")]
    return [
        f"  {_ZERO_WIDTH if line.startswith(_ORG_MARKS) else ''}{_org_words(line)}".rstrip()
        for line in lines
    ]


def _org_words(line: str) -> str:
    """The line with a zero-width space in everything that Org would act on."""
    return _ORG_ACTS.sub(lambda match: f"{match[0][0]}{_ZERO_WIDTH}{match[0][1:]}", line)


def _short(words: str, most: int = 60) -> str:
    line = one_line(words)
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def _tag_line(bookmark: Bookmark, form: str, between: str = " ") -> str:
    return between.join(form.format(tag) for tag in bookmark.tags)


def _library(name: str) -> Callable[[Sequence[Bookmark]], str]:
    def write(bookmarks: Sequence[Bookmark]) -> str:
        from armreader.export import citations

        written: str = getattr(citations, name)(citations.cited_articles(bookmarks))
        return written

    return write


def _obsidian(bookmarks: Sequence[Bookmark]) -> str:
    from armreader.export.obsidian import bookmarks_obsidian

    return bookmarks_obsidian(bookmarks)


def _style(name: str) -> Callable[[Sequence[Bookmark]], str]:
    def write(bookmarks: Sequence[Bookmark]) -> str:
        from armreader.export.citation_styles import bibliography

        return bibliography(bookmarks, name)

    return write


NOTES_FORMATS: Mapping[str, Callable[[Sequence[Bookmark]], str]] = {
    "markdown": _markdown,
    "obsidian": _obsidian,
    "csv": _csv,
    "json": _json,
    "csl-json": _library("csl_json"),
    "bibtex": _library("bibtex"),
    "ris": _library("ris"),
    "jsonld": web_annotations,
    "org": _org,
    **{name: _style(name) for name in ("chicago", "apa", "mla", "plain")},
}
