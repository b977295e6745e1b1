"""Cases of quotes in a form to be read.

A case is a text and the quotes in it, one a line: kind, then the words with `` … `` between
fragments, then ``<`` and the verb or sign that attributes them, then ``=`` and the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass

from armreader.records import Article
from sample_articles import article_of, quotes_of


@dataclass(frozen=True)
class Case:
    """A text, and what is said in it by whom."""

    text: str
    quotes: str


def quote_lines(article: Article) -> list[str]:
    """The quotes of an article in the form of the cases."""
    quotes, actors = quotes_of(article)
    names = {actor.id: actor.name for actor in actors}
    lines = []
    for quote in quotes:
        words = " … ".join(article.text[slice(*part)] for part in quote.fragments)
        cue = article.text[slice(*quote.cue)] if quote.cue else "-"
        actor = quote.speaker.actor if quote.speaker else None
        lines.append(f"{quote.kind} {words} < {cue} = {names[actor] if actor else '?'}")
    return lines


def said_in(text: str) -> list[str]:
    """The words of each quote in a text."""
    quotes, _ = quotes_of(article_of(text))
    return [" … ".join(text[slice(*part)] for part in quote.fragments) for quote in quotes]
