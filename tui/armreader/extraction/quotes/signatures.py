"""Signatures: a paragraph in marks or in the first person that ends in a person's bare name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.records import Actor, Span

_FIRST_PERSON = frozenset(("i", "i'm", "i've", "i'll", "i'd"))


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
    found: dict[int, Signed] = {}
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


def _statement(said: Sequence[Blanked]) -> Span | None:
    """The words of sentences that are all in marks, or told by an "I" without any."""
    if all(one.lowers == [RUN] for one in said):
        return Span(said[0].runs[0].inner_start, said[-1].runs[0].inner_end)
    return Span(said[0].starts[0], said[-1].ends[-1]) if _in_first_person(said) else None


def _in_first_person(said: Sequence[Blanked]) -> bool:
    """Whether sentences without any marks are told by an "I"."""
    return not any(one.runs for one in said) and any(
        lower in _FIRST_PERSON for one in said for lower in one.lowers
    )
