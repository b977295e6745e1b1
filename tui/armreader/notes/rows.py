"""The user's own chronology: the rows made of a notebook's bookmarks, in its order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from armreader.notes.bookmark import Bookmark
from armreader.notes.citation import cited_speaker, words_as_said
from armreader.notes.facts import corrected
from armreader.notes.kept import QUOTES, event_of, quote_of
from armreader.notes.markdown import one_line
from armreader.notes.verify import Verdict, verify
from armreader.records import Correction, Event, Quote
from armreader.records.dates import DateRange
from armreader.story.chosen import Choice, between, in_any_case
from armreader.story.dossier import Dossier
from armreader.story.ordered_quotes import said_by


@dataclass(frozen=True, slots=True)
class Part:
    """One bookmark of a row, with the record that it keeps."""

    bookmark: Bookmark
    """With the values that the user corrected."""
    verdict: Verdict
    event: Event | None
    quote: Quote | None
    yours: tuple[str, ...]
    """Which of its fields the user corrected: speaker, source, published, event, date."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row of the user's chronology: one bookmark, or several that were merged."""

    heading: str
    """The heading that it is under, or empty."""
    parts: tuple[Part, ...]
    """The bookmark that names it first, then those merged with it."""
    wording: str
    date: DateRange | None
    yours: tuple[str, ...]
    """Which of its fields are the user's own: wording, date, speaker, source, published."""

    @property
    def id(self) -> str:
        return self.parts[0].bookmark.id

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tag for part in self.parts for tag in part.bookmark.tags))

    @property
    def comments(self) -> tuple[str, ...]:
        """The user's comments, part by part."""
        return tuple(part.bookmark.comment for part in self.parts if part.bookmark.comment)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that have it, each once."""
        found = (
            article
            for part in self.parts
            for article in (
                part.verdict.article or part.bookmark.origin.article,
                *(part.event.articles if part.event else ()),
            )
        )
        return tuple(dict.fromkeys(found))


def kept_rows(
    bookmarks: Sequence[Bookmark],
    headings: Mapping[str, str],
    dossier: Dossier,
    corrections: Sequence[Correction] = (),
) -> tuple[KeptRow, ...]:
    """The rows of a notebook's bookmarks, in their order."""
    parts: dict[str, list[Part]] = {}
    leaders = leaders_of(bookmarks)
    for verdict in verify(bookmarks, dossier):
        bookmark, yours = corrected(verdict, dossier, corrections)
        part = Part(
            bookmark, verdict, event_of(verdict, dossier), quote_of(verdict, dossier), yours
        )
        row = parts.setdefault(leaders[bookmark.id], [])
        row.insert(0 if leaders[bookmark.id] == bookmark.id else len(row), part)
    ordered = (one.id for one in bookmarks if leaders[one.id] == one.id)
    return tuple(_row(tuple(parts[ident]), headings.get(ident, ""), dossier) for ident in ordered)


def leaders_of(bookmarks: Iterable[Bookmark]) -> dict[str, str]:
    """By bookmark id, the id of the bookmark that leads its row: mostly itself."""
    part_of = {one.id: one.own.part_of for one in bookmarks}

    def leader(ident: str) -> str:
        seen = {ident}
        while (above := part_of[ident]) in part_of and above not in seen:
            seen.add(above)
            ident = above
        # A circle of parts, as a person may write it, has no leader: each is a row then.
        return ident if part_of[ident] not in part_of else ""

    return {ident: leader(ident) or ident for ident in part_of}


def plain_wording(bookmark: Bookmark) -> str:
    """The wording of a row without one of the user's own."""
    if bookmark.event:
        return one_line(bookmark.event.label)
    words, speaker = one_line(words_as_said(bookmark)), cited_speaker(bookmark)
    return f"{speaker}: {words}" if speaker else words


def _row(parts: tuple[Part, ...], heading: str, dossier: Dossier) -> KeptRow:
    first = parts[0]
    own = first.bookmark.own
    given = (("wording", own.wording), ("date", own.date))
    yours = [name for name, value in given if value]
    yours += ["wording" if name == "event" else name for part in parts for name in part.yours]
    return KeptRow(
        heading=heading,
        parts=parts,
        wording=own.wording or plain_wording(first.bookmark),
        date=DateRange.from_edtf(own.date) or plain_date(first, dossier),
        yours=tuple(dict.fromkeys(yours)),
    )


def plain_date(part: Part, dossier: Dossier) -> DateRange | None:
    """When what a bookmark keeps was: the event, the saying, a day named in the stretch; else
    the day on which its source appeared."""
    bookmark = part.bookmark
    if bookmark.event:
        return DateRange.from_edtf(bookmark.event.date)
    said = said_by(dossier, part.quote) if part.quote else None
    if said and said.days is not None:
        return said
    if bookmark.kind == "stretch" and part.verdict.article and part.verdict.span:
        start, end = part.verdict.span
        for time in dossier.times_by_article.get(part.verdict.article, ()):
            if start <= time.span.start and time.span.end <= end and time.range:
                return time.range
    return bookmark.origin.range


def chosen_rows(
    rows: Iterable[KeptRow], dossier: Dossier, choice: Choice, tag: str = ""
) -> tuple[KeptRow, ...]:
    """The rows that a choice leaves in, in their order; ``tag`` without its mark."""
    found = [row for row in rows if _is_chosen(row, dossier, choice, tag.casefold().lstrip("#"))]
    if choice.top is not None and len(found) > choice.top:
        best = sorted(found, key=lambda row: -len(row.articles))[: choice.top]
        found = [row for row in found if row in best]
    return tuple(found)


def _is_chosen(row: KeptRow, dossier: Dossier, choice: Choice, tag: str) -> bool:
    least = max(choice.min_sources, 2 if choice.listed == "shared" else 1)
    about = [
        one
        for part in row.parts
        for one in (
            part.event.id if part.event else "",
            (part.quote.wording_group or "") if part.quote else "",
        )
    ]
    speakers = [part.bookmark.speaker for part in row.parts if part.bookmark.kind in QUOTES]
    sources = [
        name
        for article in row.articles
        if (known := dossier.article_by_id.get(article))
        for name in (known.source or known.title or known.file,)
    ] + [part.bookmark.origin.source for part in row.parts]
    return (
        len(row.articles) >= least
        and (
            choice.listed != "disputed" or any(one in dossier.disagreements_about for one in about)
        )
        and between(row.date, choice)
        and in_any_case(choice.source, sources)
        and in_any_case(choice.speaker, speakers)
        and (not tag or tag in (one.casefold() for one in row.tags))
    )
