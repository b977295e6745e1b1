"""The sentences of quotes, as they are compared with those of other sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from sys import intern
from typing import NamedTuple

from armreader.language import entries
from armreader.language.event_classes import classes_of, family
from armreader.linking.mentions import Mentions
from armreader.linking.terms import terms_of
from armreader.records import Annotations, Article, Quote, Span

_NAME, _COMMON, _NUMBER = 0.3, 0.5, 2.0
"""What names, verbs of common classes and numbers weigh; any other term weighs 1."""
_COMMON_CLASSES = frozenset(("say", "phase", "move"))
_SHORTEST = 2.3
"""What a sentence must weigh to be compared."""
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?…\n]+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote, with what its sentences have in common."""

    quote: Quote
    number: int
    """The number of the quote in the dossier."""
    article: Article
    speakers: tuple[str, ...]
    """Whom to look it up under: its own speaker, and anybody if it is quoted directly."""
    days: tuple[float, float]
    """The first and the last day on which its article may have appeared, as ordinals."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a sentence says; one for all sentences that say the same."""

    terms: tuple[str, ...]
    weights: tuple[float, ...]
    """What each of its terms weighs."""
    denies: bool
    strong: tuple[str, ...]
    """Those that are not names."""
    weight: float
    """Of all its terms."""


class Said(NamedTuple):
    """One sentence of a quote."""

    quoted: Quoted
    span: Span
    words: Words

    @property
    def text(self) -> str:
        return self.quoted.article.text[slice(*self.span)]


def sentences_of(annotated: Sequence[Annotations]) -> Iterator[Said]:
    """Every sentence of every quote that says enough to be compared."""
    number = 0
    known: dict[tuple[object, ...], Words] = {}
    for one in annotated:
        mentions = Mentions.of(one.article.id, one.mentions)
        verbs = {
            trigger.start: kind.lemma
            for trigger, kind in zip(mentions.triggers, mentions.kinds, strict=True)
        }
        days = _days(one.article)
        for quote in one.quotes:
            quoted = Quoted(quote, number, one.article, _speakers(quote), days)
            for fragment in quote.fragments:
                for match in _SENTENCE.finditer(one.article.text, *fragment):
                    span = Span(*match.span())
                    terms = _meanings(one.article.text, span, verbs)
                    if sum(terms.values()) >= _SHORTEST:
                        yield Said(quoted, span, _words(terms, _denies(match.group()), known))
            number += 1


def _words(
    terms: Mapping[str, float], denies: bool, known: dict[tuple[object, ...], Words]
) -> Words:
    """What a sentence says: the one that is known if another says the same."""
    key = tuple(terms), tuple(terms.values()), denies
    found = known.get(key)
    if found is None:
        strong = tuple(term for term in terms if terms[term] > _NAME)
        found = known[key] = Words(*key, strong, sum(terms.values()))
    return found


def _speakers(quote: Quote) -> tuple[str, ...]:
    speaker = quote.speaker
    own = (speaker.actor,) if speaker and speaker.actor else ()
    return (*own, "") if quote.kind == "direct" else own


def _days(article: Article) -> tuple[float, float]:
    range_ = article.publication.range
    first, last = (range_.earliest, range_.latest) if range_ else (None, None)
    return first.toordinal() if first else -inf, last.toordinal() if last else inf


def _denies(words: str) -> bool:
    words = words.lower().replace("’", "'")
    found = words.split()
    if not entries("negations").isdisjoint(found):
        return True
    return "n't" in words and any(word.endswith("n't") for word in found)


def _meanings(text: str, span: Span, verbs: dict[int, str]) -> dict[str, float]:
    """The terms of a sentence and their weights.

    A word that names an event stands for its class; words of one name are one term.
    """
    terms = terms_of(text).within(span)
    found: dict[str, float] = {}
    name: list[str] = []
    end = span.start
    for start, term, is_name in zip(terms.starts, terms.terms, terms.names, strict=True):
        if name and (not is_name or text[end:start].strip(" -")):
            found.setdefault(intern(" ".join(name)), _NAME)
            name = []
        if start in verbs:
            meaning = classes_of(verbs[start])[0]
            found[meaning] = _COMMON if family(meaning) in _COMMON_CLASSES else 1.0
        elif is_name:
            name.append(term)
        else:
            found[term] = _NUMBER if term[0].isdigit() else 1.0
        if name:
            end = start + _word_length(text, start)
    if name:
        found.setdefault(intern(" ".join(name)), _NAME)
    return found


def _word_length(text: str, start: int) -> int:
    match = _WORD.match(text, start)
    return len(match.group()) if match else 1
