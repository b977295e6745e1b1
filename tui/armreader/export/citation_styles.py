"""A bibliography of the articles that bookmarks are of, in the styles that people hand in.

The forms are those that the Chicago Manual of Style (17th edition, bibliography), the Publication
Manual of the APA (7th edition) and the MLA Handbook (9th edition) give for a newspaper article on
the web. Names of newspapers are in italics, as Markdown has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from armreader.export.authors import Author
from armreader.export.citations import CitedArticle, cited_articles
from armreader.export.date_forms import DateParts, date_in_words, ends_of, month_name
from armreader.notes.bookmark import Bookmark, Origin
from armreader.notes.markdown import inline, one_line

_SHORT_MONTHS = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)


def bibliography(bookmarks: Sequence[Bookmark], style: str) -> str:
    """An entry a paragraph, in the order of the alphabet; KeyError for another style."""
    write = STYLES[style]
    entries = {write(article) for article in cited_articles(bookmarks)}
    return "\n\n".join(sorted(entries, key=_order)) + ("\n" if entries else "")


def _order(entry: str) -> str:
    return entry.lstrip("“*").casefold()


def _chicago(article: CitedArticle) -> str:
    origin = article.origin
    return _sentences(
        _reversed_first(article.authors),
        _quoted_title(origin),
        ", ".join(filter(None, (_italic(origin.source), _american(origin)))),
        _where(origin),
    )


def _mla(article: CitedArticle) -> str:
    origin = article.origin
    names = _reversed_first(article.authors, many=3)
    parts = (_italic(origin.source), _mla_date(origin), _where(origin))
    return _sentences(names, _quoted_title(origin), ", ".join(filter(None, parts)))


def _apa(article: CitedArticle) -> str:
    origin = article.origin
    names = [inline(_initials(one)) for one in article.authors]
    joined = (
        names[0] if len(names) == 1 else ", ".join(names[:-1]) + f", & {names[-1]}" if names else ""
    )
    title = inline(origin.title)
    date = f"({_apa_date(origin)})"
    first = f"{joined} {date}" if joined else f"{title}. {date}"
    return _sentences(first, title if joined else "", _italic(origin.source), _where(origin))


def _plain(article: CitedArticle) -> str:
    origin = article.origin
    names = " and ".join(inline(_whole_name(one)) for one in article.authors)
    title = f"“{inline(origin.title)}”" if origin.title else ""
    parts = (names, title, inline(origin.source), date_in_words(origin.range), _where(origin))
    return ", ".join(filter(None, parts))


STYLES: Mapping[str, Callable[[CitedArticle], str]] = {
    "chicago": _chicago,
    "apa": _apa,
    "mla": _mla,
    "plain": _plain,
}


def _sentences(*parts: str) -> str:
    """The parts, each ended by a full stop that it does not have already; not after an address."""
    sentences = []
    for part in filter(None, parts):
        ended = part.endswith((".", ".”", "?”", "!”", ".*")) or "://" in part.rsplit(" ", 1)[-1]
        sentences.append(part if ended and not part.endswith(".*") else f"{part}.")
    return " ".join(sentences)


def _quoted_title(origin: Origin) -> str:
    title = inline(origin.title)
    return f"“{title}{'' if title.endswith(('.', '?', '!')) else '.'}”" if title else ""


def _italic(source: str) -> str:
    return f"*{inline(source)}*" if source else ""


def _where(origin: Origin) -> str:
    address = one_line(origin.url)
    return address if re.fullmatch(r"https?://\S+", address) else inline(origin.file)


def _whole_name(author: Author) -> str:
    return " ".join(filter(None, (author.given, author.family, author.suffix)))


def _reversed_name(author: Author) -> str:
    return ", ".join(filter(None, (author.family, author.given, author.suffix)))


def _reversed_first(authors: Sequence[Author], many: int = 11) -> str:
    """``Lund, Rosa, and Bo Berg``; if there are many, the first and ``et al.``"""
    if not authors:
        return ""
    first = inline(_reversed_name(authors[0]))
    if len(authors) >= many:
        return f"{first}, et al."
    others = [inline(_whole_name(one)) for one in authors[1:]]
    if not others:
        return first
    return ", ".join((first, *others[:-1])) + f", and {others[-1]}"


def _initials(author: Author) -> str:
    """``Lund, R. A., Jr.``; a body under its name."""
    letters = " ".join(
        "-".join(f"{part[0]}." for part in name.split("-") if part) for name in author.given.split()
    )
    return ", ".join(filter(None, (author.family, letters, author.suffix)))


def _single(origin: Origin) -> DateParts | None:
    """The date of one day, month or year that is not approximate; None for any other."""
    range_ = origin.range
    if range_ is None or range_.approximate or range_.ancient:
        return None
    first, last = ends_of(range_)
    return (
        first if first and first == last and range_.precision in ("day", "month", "year") else None
    )


def _american(origin: Origin) -> str:
    """``May 10, 2030``; a date in words where it is no single one, ``n.d.`` without any."""
    date = _single(origin)
    if date is None:
        return date_in_words(origin.range) if origin.range else "n.d."
    month = month_name(date.month) if date.month else ""
    day = f" {date.day}," if date.day else ""
    return f"{month}{day} {date.year}".strip()


def _apa_date(origin: Origin) -> str:
    date = _single(origin)
    if date is None:
        return date_in_words(origin.range) if origin.range else "n.d."
    month = f", {month_name(date.month)}" if date.month else ""
    return f"{date.year}{month}" + (f" {date.day}" if date.day else "")


def _mla_date(origin: Origin) -> str:
    date = _single(origin)
    if date is None:
        return date_in_words(origin.range) if origin.range else ""
    month = _SHORT_MONTHS[date.month - 1] if date.month else ""
    return " ".join(str(part) for part in (date.day, month, date.year) if part)
