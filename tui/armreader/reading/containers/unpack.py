"""The articles in a file, one after another, whatever is nested in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module

from armreader.reading.containers.budget import NESTED, PIECES, TOO_MANY, Budget
from armreader.reading.containers.piece import Found, Member, Piece, Refusal
from armreader.reading.kinds import READ, kind_of
from armreader.reading.source import LimitError, NoArticleError, Source, UnreadableError

OPENERS: Mapping[str, str] = {
    "text": "texts",
    "page": "texts",
    "markdown": "texts",
    "zip": "zips",
    "gzip": "gzips",
    "mail": "mails",
    "mailbox": "mailboxes",
    "mhtml": "mhtml",
    "feed": "feeds",
    "outline": "feeds",
    "links": "bookmarks",
    "json": "records",
    "jsonl": "records",
    "csv": "tables",
    "ris": "references",
    "bibtex": "references",
    "clippings": "clippings",
    "rtf": "rtf",
    "warc": "warcs",
    "pdf": "pdfs",
}
"""The module that opens a kind, each with ``open_(source, budget) -> Iterator[Found]``."""

Opener = Callable[[Source, Budget], Iterator[Found]]


def unpack(source: Source) -> Iterator[Piece | Refusal]:
    """Every article in a file, and in its place each item that is not an article.

    Raises ``UnreadableError`` if the file as a whole cannot be read. A problem further inside is a
    ``Refusal``, and everything else is still read.
    """
    budget = Budget(source.size)
    pieces = _opened(source, budget, 0)
    found = 0
    while True:
        budget.start_clock()
        one = next(pieces, None)
        budget.stop_clock()
        if one is None:
            return
        found += isinstance(one, Piece)
        if found > PIECES:
            raise LimitError(TOO_MANY)
        yield one


def _opened(source: Source, budget: Budget, depth: int) -> Iterator[Piece | Refusal]:
    kind = kind_of(source.head, source.name)
    if kind not in READ and depth >= NESTED:
        raise UnreadableError(f"lies in {NESTED} containers; unpack the outer ones first")
    if kind not in OPENERS:
        raise NoArticleError(f"a file of the kind {kind}", "save it as plain text or HTML")
    opener: Opener = import_module(f"{__package__}.{OPENERS[kind]}").open_
    any_read = False
    try:
        for one in opener(source, budget):
            budget.add()
            if isinstance(one, Member):
                # Being packed does not count as a container.
                yield from _in_member(one, budget, depth + (kind != "gzip"))
            else:
                yield one
            any_read = True
    except LimitError:
        raise
    except UnreadableError as error:
        if not any_read:
            raise
        yield Refusal("", str(error), ends=True)


def _in_member(member: Member, budget: Budget, depth: int) -> Iterator[Piece | Refusal]:
    """The pieces of a member, each with what the container says about it."""
    try:
        for one in _opened(member.source, budget, depth):
            name = "#".join(filter(None, (member.name, one.name)))
            if isinstance(one, Refusal):
                yield one._replace(name=name, ends=one.ends and not name)
            else:
                yield replace(
                    one,
                    name=name,
                    stated={**one.stated, **member.stated},
                    fallback={**member.fallback, **one.fallback},
                    rule=member.rule if "date" in member.stated else one.rule,
                    notices=(*member.notices, *one.notices),
                    before=(*member.before, *one.before),
                )
    except LimitError:
        raise
    except UnreadableError as error:
        yield Refusal(member.name, str(error))
