"""Signatures: a paragraph in marks or in the first person that ends in a person's bare name.

So does a post that a report embeds: "The pier is open. — Ana Lund (@analund) May 9, 2030".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.records import Actor, Span

_FIRST_PERSON = frozenset(("i", "i'm", "i've", "i'll", "i'd"))
_POST = re.compile(
    r"(?:—|–|--?) ?(?P<name>\w[^—–()@\n]{1,60}?) ?\(@\w{1,30}\)"
    r"(?: (?:\w{3,9}\.? \d\d?, \d{4}|\d\d? \w{3,9} \d{4}))?$"
)
"""The name, handle and day that an embedded post ends in."""
_LINKS = re.compile(r"(?: (?:https?://|pic\.twitter\.com/)\S+)+$")
_LONGEST_NAME_LINE = 140
"""Letters of a name, a handle and a day."""


class Signed(NamedTuple):
    """What somebody says in a paragraph of their own, and the name below it."""

    statement: Span
    name: Span


def find_signatures(sentences: Sequence[Blanked], names: Sequence[Actor]) -> dict[int, Signed]:
    """The signed statements of an article, by the number of their paragraph."""
    persons = {
        spelling.span
        for actor in names
        if actor.kind == "person"
        for spelling in actor.spellings
        if " " in spelling.text
    }
    found = dict(_posts(sentences))
    opening = 0
    for number, sentence in enumerate(sentences):
        if sentence.paragraph != sentences[opening].paragraph:
            opening = number
        last = number + 1 == len(sentences)
        if opening == number or not (last or sentences[number + 1].paragraph != sentence.paragraph):
            continue
        name = Span(sentence.starts[0], sentence.ends[-1])
        statement = _statement(sentences[opening:number]) if name in persons else None
        if statement is not None:
            found[sentence.paragraph] = Signed(statement, name)
    return found


def _posts(sentences: Sequence[Blanked]) -> Iterator[tuple[int, Signed]]:
    """The posts, each under the number of its paragraph and of that with its name."""
    before: tuple[int, Span] | None = None
    for paragraph, within in groupby(sentences, key=lambda sentence: sentence.paragraph):
        said = list(within)
        first, text = said[0], said[0].text
        start, end = first.starts[0], said[-1].ends[-1]
        tail = text[max(start, end - _LONGEST_NAME_LINE) : end]
        signed = _POST.search(tail) if "(@" in tail else None
        if signed is not None:
            cut = end - len(tail) + signed.start()
            name = Span(
                end - len(tail) + signed.start("name"), end - len(tail) + signed.end("name")
            )
            words = text[start:cut].rstrip()
            words = words[: len(words) - len((_LINKS.search(words) or [""])[0])]
            if words and 0 not in first.runs:
                yield paragraph, Signed(Span(start, start + len(words)), name)
            elif not words and before is not None:
                yield before[0], Signed(before[1], name)
                yield paragraph, Signed(before[1], name)
        before = (paragraph, Span(start, end)) if 0 not in first.runs else None


def _statement(said: Sequence[Blanked]) -> Span | None:
    """The words of sentences that are all in marks, or in the first person without any."""
    if all(one.lowers == [RUN] for one in said):
        return Span(said[0].runs[0].inner_start, said[-1].runs[0].inner_end)
    return Span(said[0].starts[0], said[-1].ends[-1]) if _in_first_person(said) else None


def _in_first_person(said: Sequence[Blanked]) -> bool:
    """Whether sentences without any marks are in the first person."""
    return not any(one.runs for one in said) and any(
        lower in _FIRST_PERSON for one in said for lower in one.lowers
    )
