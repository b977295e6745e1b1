"""A dossier made by hand, every span found by its words: for tests that need no extraction."""

from __future__ import annotations

from datetime import date

from armreader.records import (
    UNKNOWN_PUBLICATION,
    Actor,
    Article,
    Disagreement,
    Event,
    EventMention,
    Publication,
    Quote,
    QuoteKind,
    Reason,
    Section,
    SectionKind,
    Sentence,
    Side,
    Span,
    Speaker,
    Spelling,
    WordingGroup,
)
from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier

WHY = Reason("made-by-hand")

GAZETTE = """\
Harbour board votes to close the old pier

The harbour board of Lumen voted on Thursday to close the old pier. “We cannot keep it standing,”
said Ada Quill, who chairs the board. The pier was built in 1931.

Fishermen have mended it twice. Boats will move to the north basin next year, the board said, and
the ferry will call there too.
"""
COURIER = """\
Subscribe to our newsletter
Old pier of Lumen to be closed
The old pier in evening light. Photo: a reader

Lumen’s board closed the old pier on Friday, after years of dispute. Ms Quill told the council:
“It can no longer be kept upright.” Nobody was hurt.
"""
HERALD = """\
No vote on pier, mayor insists

The mayor, Tom Birk, denied that the pier had been closed. [sic] He spoke on the radio.
"""


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where words stand in a text, for the nth time from 0."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def article(
    key: str,
    text: str,
    *,
    source: str = "",
    published: Publication = UNKNOWN_PUBLICATION,
    parts: tuple[tuple[SectionKind, str], ...] = (),
) -> Article:
    """An article whose sections are given by their words; the first title is its title."""
    sections = tuple(
        sorted(
            (Section(kind, span(text, words)) for kind, words in parts),
            key=lambda section: section.span,
        )
    )
    title = next((words for kind, words in parts if kind == "title"), "")
    return Article(key, f"{key}.txt", title, source, "", "", text, sections, published)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Each line of a text as a sentence: coarse, but enough to tell what is together."""
    found, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line:
            found.append(Sentence(Span(at, at + len(line)), "body", number))
        at += len(line) + 1
    return tuple(found)


def quote(
    key: str,
    of: Article,
    words: str,
    *,
    speaker: tuple[str, str] | None = None,
    kind: QuoteKind = "direct",
    group: str | None = None,
) -> Quote:
    """A quote by its words; the speaker is the words that name them and the actor's id."""
    said_by = Speaker(span(of.text, speaker[0]), speaker[1]) if speaker else None
    where = span(of.text, words)
    return Quote(key, of.id, where, (where,), kind, None, said_by, WHY, group)


def mention(
    of: Article, clause: str, trigger: str, day: date | None, *, actors: tuple[str, ...] = ()
) -> EventMention:
    """A mention by the words of its clause and of its trigger."""
    where = span(of.text, clause)
    word = Span(*(where.start + offset for offset in span(clause, trigger)))
    range_ = DateRange.day(day) if day else None
    return EventMention(of.id, where, word, "close", "asserted", actors, None, range_, WHY)


def harbour_dossier() -> Dossier:
    """Three reports of one vote: two days given, one utterance in two wordings, one denial."""
    gazette = article(
        "gazette",
        GAZETTE,
        source="Lumen Gazette",
        published=Publication(DateRange.day(date(2030, 3, 8)), "stated", WHY),
        parts=(("title", "Harbour board votes to close the old pier"),),
    )
    courier = article(
        "courier",
        COURIER,
        source="The Courier",
        published=Publication(DateRange.day(date(2030, 3, 9)), "inferred", WHY),
        parts=(
            ("furniture", "Subscribe to our newsletter"),
            ("title", "Old pier of Lumen to be closed"),
            ("caption", "The old pier in evening light. Photo: a reader"),
        ),
    )
    herald = article("herald", HERALD, parts=(("title", "No vote on pier, mayor insists"),))
    stand = quote(
        "q-stand", gazette, "We cannot keep it standing",
        speaker=("Ada Quill", "quill"), group="w-stand",
    )  # fmt: skip
    upright = quote(
        "q-upright", courier, "It can no longer be kept upright.",
        speaker=("Ms Quill", "quill"), group="w-stand",
    )  # fmt: skip
    move = quote("q-move", gazette, "Boats will move to the north basin next year", kind="indirect")
    vote = Event(
        "e-vote",
        "closed the old pier",
        DateRange(date(2030, 3, 7), date(2030, 3, 8)),
        (
            mention(gazette, "voted on Thursday to close the old pier", "close",
                    date(2030, 3, 7), actors=("board",)),
            mention(courier, "closed the old pier on Friday", "closed", date(2030, 3, 8)),
            mention(herald, "the pier had been closed", "closed", None),
        ),
        WHY,
    )  # fmt: skip
    built = Event(
        "e-built", "built the pier", DateRange.year(1931),
        (mention(gazette, "The pier was built in 1931", "built", None),), WHY,
    )  # fmt: skip
    spoke = Event(
        "e-spoke", "spoke on the radio", None,
        (mention(herald, "He spoke on the radio", "spoke", None, actors=("birk",)),), WHY,
    )  # fmt: skip
    quill = Actor(
        "quill", "Ada Quill", "person",
        (
            Spelling("Ada Quill", "gazette", span(GAZETTE, "Ada Quill")),
            Spelling("Ms Quill", "courier", span(COURIER, "Ms Quill")),
        ),
    )  # fmt: skip
    birk = Actor(
        "birk", "Tom Birk", "person", (Spelling("Tom Birk", "herald", span(HERALD, "Tom Birk")),)
    )
    days = Disagreement(
        "d-day", "e-vote", "day",
        (
            Side("gazette", span(GAZETTE, "Thursday"), DateRange.day(date(2030, 3, 7))),
            Side("courier", span(COURIER, "Friday"), DateRange.day(date(2030, 3, 8))),
        ),
        WHY,
    )  # fmt: skip
    articles = (gazette, courier, herald)
    return Dossier(
        name="harbour",
        articles=articles,
        sentences={one.id: sentences(one.text) for one in articles},
        times=(),
        quotes=(stand, move, upright),
        actors=(quill, birk),
        events=(built, vote, spoke),
        wordings=(WordingGroup("w-stand", ("q-stand", "q-upright"), WHY),),
        disagreements=(days,),
    )


def dossier_of(*texts: str) -> Dossier:
    """A dossier of articles without other records, called a0, a1 and so on."""
    articles = tuple(article(f"a{number}", text) for number, text in enumerate(texts))
    return Dossier(
        name="texts",
        articles=articles,
        sentences={one.id: sentences(one.text) for one in articles},
        times=(),
        quotes=(),
        actors=(),
        events=(),
        wordings=(),
        disagreements=(),
    )
