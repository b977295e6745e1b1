"""Articles as bibliography, with what was kept of each: in CSL-JSON, BibTeX and RIS.

CSL-JSON: citationstyles.org's ``csl-data.json``; BibTeX: biblatex's fields, dates in EDTF; RIS: the
tags of Research Information Systems. The quotes and comments go into the entry's notes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from armreader.export.authors import Author, authors
from armreader.export.date_forms import ends_of
from armreader.notes.bookmark import Bookmark, Origin, origin_of
from armreader.notes.citation import cited_speaker, quoted_words
from armreader.notes.markdown import one_line
from armreader.records import Article
from armreader.records.dates import DateRange
from armreader.records.ids import content_id

_TEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
_LONG_TITLE = 50
"""A longer title is accompanied by a shorter one."""
_NOT_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
"""What would end the field, or hide its end."""


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """An article and what was kept from it, in the order of the notebook."""

    key: str
    """``coastdaily2023-8f3a01``: source, year and a few digits that keep two articles apart."""
    origin: Origin
    bookmarks: tuple[Bookmark, ...]

    @property
    def authors(self) -> tuple[Author, ...]:
        """Who wrote it, each by name."""
        return authors(one_line(self.origin.byline))

    @property
    def notes(self) -> tuple[str, ...]:
        """A line for each quote: who, the words, and the comment."""
        return tuple(_note(bookmark) for bookmark in self.bookmarks)

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tag for bookmark in self.bookmarks for tag in bookmark.tags))

    @property
    def date_note(self) -> str:
        """How the date is known where the report does not state it."""
        basis = self.origin.basis
        if not self.origin.date:
            return "undated"
        return f"date {basis}" if basis in ("inferred", "given") else ""


def cited_articles(bookmarks: Iterable[Bookmark]) -> list[CitedArticle]:
    """The articles of the bookmarks, each once, in the order of the first."""
    by_article: dict[str, list[Bookmark]] = {}
    for bookmark in bookmarks:
        by_article.setdefault(bookmark.origin.article, []).append(bookmark)
    return [
        CitedArticle(citation_key(found[0].origin), found[0].origin, tuple(found))
        for found in by_article.values()
    ]


def cited_sources(articles: Iterable[Article]) -> list[CitedArticle]:
    """Articles to cite from which nothing was kept; their keys are those of ``cited_articles``"""
    return [CitedArticle(citation_key(one), one, ()) for one in map(origin_of, articles)]


def csl_json(articles: Iterable[CitedArticle]) -> str:
    """A CSL-JSON array of newspaper articles."""
    items = [_csl_item(article) for article in articles]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def bibtex(articles: Iterable[CitedArticle]) -> str:
    """A ``.bib`` file for biblatex and for BibTeX."""
    return "\n".join(_bibtex_entry(article) for article in articles)


def ris(articles: Iterable[CitedArticle]) -> str:
    """RIS records, with a note for each quote and a keyword for each tag."""
    lines = [line for article in articles for line in _ris_lines(article)]
    return "".join(f"{line}\r\n" for line in lines)


def _csl_item(article: CitedArticle) -> dict[str, Any]:
    origin = article.origin
    item: dict[str, Any] = {"id": article.key, "type": "article-newspaper"}
    item["title"] = one_line(origin.title)
    item["title-short"] = _short_title(article)
    item["container-title"] = one_line(origin.source)
    item["author"] = [_csl_name(author) for author in article.authors]
    item["issued"] = _csl_date(origin.range) if origin.range else {}
    item["URL"] = _address(origin.url)
    item["keyword"] = ", ".join(article.tags)
    item["note"] = "\n".join([*article.notes, article.date_note]).strip()
    return {name: value for name, value in item.items() if value}


def _csl_name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.family}
    name = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {part: value for part, value in name.items() if value}


def _tex_name(author: Author) -> str:
    """``{Soil Board}``, ``Lund, Rosa`` or ``Lund, Jr., Rosa``."""
    if not author.given:
        return f"{{{_tex(author.family)}}}"
    parts = (author.family, author.suffix, author.given)
    return ", ".join(_tex(part) for part in parts if part)


def _ris_name(author: Author) -> str:
    """``Lund, Rosa, Jr.``; commas of a name that is taken whole would part it."""
    if not author.given:
        return author.family.replace(",", " ")
    return ", ".join(part for part in (author.family, author.given, author.suffix) if part)


def _csl_date(range_: DateRange) -> dict[str, Any]:
    ends = ends_of(range_)
    if ends.first is None or ends.last is None:
        return {"literal": range_.edtf}
    both = (ends.first,) if ends.first == ends.last else ends
    parts = [[part for part in end if part is not None] for end in both if end]
    return {"date-parts": parts, **({"circa": True} if range_.approximate else {})}


def _bibtex_entry(article: CitedArticle) -> str:
    origin = article.origin
    note = "; ".join(part for part in (article.date_note, _file(origin)) if part)
    fields = {
        "author": " and ".join(_tex_name(author) for author in article.authors),
        "title": f"{{{_tex(origin.title)}}}" if origin.title else "",
        "shorttitle": _tex(_short_title(article)),
        "journal": _tex(origin.source),
        "date": origin.date if origin.range else "",
        "year": _year(origin.range),
        "url": _address(origin.url).translate(_NOT_IN_ADDRESS),
        "keywords": ", ".join(_tex(tag) for tag in article.tags),
        "note": _tex(note),
        "annote": "\n\n".join(_tex(line) for line in article.notes),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{article.key},", *lines, "}", ""])


def _ris_lines(article: CitedArticle) -> Iterator[str]:
    origin = article.origin
    pairs = [
        ("TY", "NEWS"),
        ("ID", article.key),
        ("TI", one_line(origin.title)),
        *(("AU", _ris_name(author)) for author in article.authors),
        ("T2", one_line(origin.source)),
        ("PY", _year(origin.range)),
        ("DA", _ris_date(origin.range)),
        ("UR", _address(origin.url)),
        *(("KW", tag) for tag in article.tags),
        *(("N1", note) for note in article.notes),
        ("N1", article.date_note),
        ("L1", one_line(origin.file)),
    ]
    yield from (f"{tag}  - {value}" for tag, value in pairs if value)
    yield "ER  - "
    yield ""


def _ris_date(range_: DateRange | None) -> str:
    """``2024/02/23/``, with what is not known left empty; nothing where no year is known."""
    first = ends_of(range_).first if range_ else None
    if first is None or not _year(range_):
        return ""
    month = f"{first.month:02}" if first.month else ""
    day = f"{first.day:02}" if first.day else ""
    return f"{first.year:04}/{month}/{day}/{'about' if range_ and range_.approximate else ''}"


def _year(range_: DateRange | None) -> str:
    """The year that the whole range lies in, else nothing."""
    if range_ is None or range_.earliest is None or range_.latest is None:
        return ""
    same = range_.earliest.year == range_.latest.year
    return f"{range_.earliest.year:04}" if same else ""


def _note(bookmark: Bookmark) -> str:
    speaker = cited_speaker(bookmark)
    who = f"{speaker}: " if speaker else ""
    comment = f" [{one_line(bookmark.comment)}]" if bookmark.comment else ""
    return f"{who}{quoted_words(bookmark)}{comment}"


def _short_title(article: CitedArticle) -> str:
    """The beginning of a long title that an article without authors is cited by, else nothing."""
    title = one_line(article.origin.title)
    if article.authors or len(title) <= _LONG_TITLE:
        return ""
    return f"{title[: _LONG_TITLE - 1].rsplit(' ', 1)[0].rstrip(',;: ')} …"


def _file(origin: Origin) -> str:
    return "" if origin.url else one_line(origin.file)


def citation_key(origin: Origin) -> str:
    """``coastdaily2023-8f3a01``: the same for an article in every format."""
    plain = unicodedata.normalize("NFKD", origin.source or origin.title)
    name = re.sub(r"[^a-z0-9]+", "", plain.encode("ascii", "ignore").decode().lower())[:24]
    return f"{name or 'source'}{_year(origin.range)}-{content_id('', origin.article)[1:7]}"


def _address(url: str) -> str:
    line = one_line(url)
    return line if re.fullmatch(r"https?://\S+", line) else ""


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in one_line(text))
