"""Corpora for ``library.py``: from the reports of a timeline set, or by repeating a library."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from armreader.records import Article
from armreader.store.indexed import library_paths
from armreader.store.library import Library
from armreader.store.members import write_words
from armreader.store.packing import pack, unpack
from armreader.store.store import Store

_STORY = 20
_PIECES = 60
"""Paragraphs that the reports of one story are made of."""
_IN_FOLDER = 1_000
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
_NUMBER = re.compile(r"\b\d{1,3}\b")
_SYLLABLES = tuple("ba do fe gu ka li mo na pe ri so ta vu we xi zo".split())  # noqa: SIM905


def made(set_: Path, folder: Path, count: int, recombined: int, paragraphs: int) -> None:
    """Write so many reports as they are or recombined, at most a thousand files a folder."""
    with gzip.open(set_, "rt", encoding="utf-8") as lines:
        topics = [json.loads(line) for line in lines]
    texts = (
        _recombined(topics, recombined, paragraphs) if recombined else _as_they_are(topics, count)
    )
    for number, text in enumerate(texts):
        place = folder / f"{number // _IN_FOLDER:03}" / f"{number:06}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def _as_they_are(topics: list[dict], count: int) -> Iterator[str]:  # type: ignore[type-arg]
    reports = sorted(
        (one["time"], topic["topic"], one["text"]) for topic in topics for one in topic["articles"]
    )
    for number in range(count):
        day, topic, text = reports[number * len(reports) // count]
        yield f"---\nsource: {topic.split('_')[-1]}\ndate: {day}\n---\n{text}\n"


def _recombined(topics: list[dict], count: int, paragraphs: int) -> Iterator[str]:  # type: ignore[type-arg]
    chance = random.Random(20)
    for number in range(count):
        if number % _STORY == 0:
            topic = topics[chance.randrange(len(topics))]["articles"]
            first = chance.randrange(max(1, len(topic) - 25))
            near = topic[first : first + 25]
            pieces = [
                " ".join(sentences[at : at + 2])
                for one in near
                for sentences in [re.split(r"(?<=[.!?])\s+", one["text"])]
                for at in range(0, len(sentences), 2)
            ]
            pieces = chance.sample(pieces, min(_PIECES, len(pieces)))
            names: dict[str, str] = {}
            day = date(2010, 1, 1) + timedelta(days=chance.randrange(5_000))
        chosen = chance.sample(pieces, min(paragraphs, len(pieces)))
        text = "\n\n".join(chosen)
        for name in dict.fromkeys(_NAME.findall(text)):
            names.setdefault(name, _name(chance))
        text = _NAME.sub(lambda m, own=names: own[m.group()], text)  # type: ignore[misc]
        text = _NUMBER.sub(lambda m: str(chance.randrange(2, 999)), text)
        when = day + timedelta(days=number % _STORY // 4)
        yield f"---\nsource: Paper {number % 7}\ndate: {when}\n---\n{text}\n"


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 4)))).capitalize()


def growing(folder: Path, home: Path, times: int) -> None:
    """Repeat every article, story and word of a library, each time with names of its own.

    Records of linked stories are shared: what is opened is what was indexed.
    """
    with Store(home / "cache" / "store.db") as store:
        library = Library(store, library_paths([str(folder)]))
        number = library.id
        originals = store.connection.execute(
            "SELECT record FROM article JOIN member ON member.article = article.id"
            " WHERE library = ? AND place < 100000 ORDER BY member.id",
            (number,),
        ).fetchall()
        articles = [unpack(record) for (record,) in originals]
        for time_ in range(1, times):
            with store.writing() as connection:
                connection.executemany(
                    "INSERT INTO article (key, used, record) VALUES (randomblob(16), 0, ?)",
                    ((pack(_renamed(article, time_)),) for article in articles),
                )
                last = connection.execute("SELECT max(id) FROM article").fetchone()[0]
                connection.execute(
                    "INSERT INTO story (library, name, label, earliest, latest, articles, sources,"
                    " events, changed, linked) SELECT library, name || ?2, label, earliest, latest,"
                    " articles, sources, events, changed, linked FROM story"
                    " WHERE library = ?1 AND name NOT LIKE '%+%'",
                    (number, f"+{time_}"),
                )
                connection.execute(
                    "INSERT INTO member (library, article, name, file, place, story, earliest,"
                    " latest) SELECT member.library, ?3 - ?4 + row_number() OVER (ORDER BY"
                    " member.id), member.name || ?2, file, place + 100000, other.id,"
                    " member.earliest, member.latest FROM member JOIN story ON story.id ="
                    " member.story JOIN story AS other ON other.library = story.library AND"
                    " other.name = story.name || ?2 WHERE member.library = ?1 AND place < 100000",
                    (number, f"+{time_}", last, len(articles)),
                )
            for _ in write_words(store):
                pass
        print(f"{library.size()[0]} articles, {store.size() / 1e6:.0f} MB", flush=True)


def _renamed(article: Article, time_: int) -> Article:
    """The same report with other names, so that a library has as many words as one that grew."""
    chance = random.Random(f"{article.id} {time_}")
    names: defaultdict[str, str] = defaultdict(lambda: _name(chance))
    return replace(article, text=_NAME.sub(lambda name: names[name.group()], article.text))
