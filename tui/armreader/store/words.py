"""Search over a library: every word of every article, best first, tolerating misspellings."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from armreader.records import Article
from armreader.store.library import Library

_WORD = re.compile(r'"[^"]*"|[^\s"]+')
_PLAIN = re.compile(r"\w+")
_MOST_RANKED = 5_000
"""Articles that are ranked; of words that more have, those that were indexed last come first."""
_MOST_PLACES = 50
"""Places of a word in one text among which the best is shown."""
_NEAR = 75
"""How similar (of 100) a word must be to be suggested for one that occurs nowhere."""
_LIKELY = 5
"""How many similar words are tried, the most similar first."""
_AROUND = 90
"""Characters shown on both sides of what was found."""


class Hit(NamedTuple):
    """An article that a query was found in."""

    article: str
    file: str
    title: str
    story: str
    label: str
    """Of the story."""
    latest: str
    """Day of publication, ISO; empty where it is not known."""
    words: str
    """The stretch of the text that has most of the query, one for one as it stands there."""
    start: int
    """Where it begins, in code points."""


class Hits(NamedTuple):
    """What a query found in a library."""

    hits: tuple[Hit, ...]
    instead: str
    """The query that was answered where a word of it occurs nowhere; empty otherwise."""
    more: bool
    """Whether there are more hits than were asked for."""
    left_out: tuple[str, ...] = ()
    """The filters in the query: they ask a dossier, not a library."""


def search(library: Library, query: str, limit: int = 50) -> Hits:
    """The articles that have all words of the query; the last word may be the beginning of one.

    Words in quotation marks must follow each other, and ``-word`` must not be there. A word that no
    article has stands for the one most like it.
    """
    query, left_out = _without_filters(query)
    terms = _terms(query)
    if not terms or all(term.startswith("NOT ") for term in terms):
        return Hits((), "", False, left_out)
    rows = _matching(library, terms, limit)
    instead = ""
    if not rows:
        terms, changed = _nearest(library, terms)
        if changed:
            rows = _matching(library, terms, limit)
            instead = " ".join(term.strip('"* ') for term in terms) if rows else ""
    wanted = [word.casefold() for term in terms for word in _PLAIN.findall(term) if word != "NOT"]
    hits = tuple(_shown(library, rows[:limit], wanted))
    return Hits(hits, instead, len(rows) > limit, left_out)


def _without_filters(query: str) -> tuple[str, tuple[str, ...]]:
    """The query without its filters, such as ``speaker:smith``, and their names."""
    if ":" not in query:
        return query, ()
    from armreader.search.query import FILTERS

    names: list[str] = []

    def left_out(match: re.Match[str]) -> str:
        names.append(match[1].lower())
        return ""

    pattern = rf'(?<!\S)[-!]?({"|".join(FILTERS)}):(?:"[^"]*"?|\S*)'
    rest = re.sub(pattern, left_out, query, flags=re.IGNORECASE)
    return rest, tuple(dict.fromkeys(names))


def _terms(query: str) -> list[str]:
    """The words as FTS5 has them, each quoted, so that nothing in a query is a command."""
    terms: list[str] = []
    for word in _WORD.findall(query):
        not_there = word.startswith("-")
        plain = " ".join(_PLAIN.findall(word))
        if plain:
            terms.append(f'NOT "{plain}"' if not_there else f'"{plain}"')
    if terms and query[-1:].isalnum() and not terms[-1].startswith("NOT "):
        terms[-1] += "*"
    return sorted(terms, key=lambda term: term.startswith("NOT "))


def _matching(library: Library, terms: Sequence[str], limit: int) -> list[tuple[str, ...]]:
    """Name, file, story, its label, day and key of the best articles, one more than the limit."""
    wanted = " AND ".join(term for term in terms if not term.startswith("NOT "))
    without = " ".join(term for term in terms if term.startswith("NOT "))
    expression = f"({wanted}) {without}".strip()
    # CROSS keeps SQLite from asking for the members first, and the order of the hits.
    sql = (
        "SELECT member.name, file, story.name, story.label, member.latest, article.key FROM"
        " (SELECT rowid AS number FROM words WHERE words MATCH ?1 ORDER BY {order} LIMIT ?2)"
        " CROSS JOIN member ON member.article = number"
        " CROSS JOIN article ON article.id = number"
        " CROSS JOIN story ON story.id = member.story WHERE member.library = ?3 LIMIT ?4"
    )
    values = (expression, 10 * limit, library.id, limit + 1)
    try:
        order = "rowid DESC" if _are_many(library, expression) else "rank"
        return library.store.connection.execute(sql.format(order=order), values).fetchall()
    except sqlite3.OperationalError:
        return []


def _are_many(library: Library, expression: str) -> bool:
    """Whether more articles match than are ranked: counting so far takes less than ranking."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
    values = (expression, _MOST_RANKED + 1)
    row = library.store.connection.execute(sql, values).fetchone()
    return bool(row[0] > _MOST_RANKED)


def _nearest(library: Library, terms: Sequence[str]) -> tuple[list[str], bool]:
    """The terms, each word that nobody wrote replaced by the most alike that begins the same."""
    from rapidfuzz import fuzz, process

    changed = False
    found: list[str] = []
    for term in terms:
        word = term.strip('"*').casefold()
        if term.startswith("NOT ") or " " in word or _known(library, word):
            found.append(term)
            continue
        sql = "SELECT term FROM spelling WHERE term >= ? AND term < ? AND length(term) < ?"
        first = word[:1]
        rows = library.store.connection.execute(sql, (first, first + "\U0010ffff", len(word) + 4))
        likely = process.extract(
            word, [row[0] for row in rows], scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_LIKELY
        )
        # What only an article had that is gone is still spelt there.
        near = next((one for one, _, _ in likely if _known(library, one)), None)
        changed = changed or near is not None
        found.append(f'"{near}"' if near else term)
    return found, changed


def _known(library: Library, word: str) -> bool:
    sql = "SELECT 1 FROM vocabulary WHERE term >= ? AND term < ? LIMIT 1"
    values = (word, word + "\U0010ffff")
    return library.store.connection.execute(sql, values).fetchone() is not None


def _shown(library: Library, rows: Sequence[tuple[str, ...]], wanted: list[str]) -> Iterator[Hit]:
    found = library.store.get_all("article", [row[5] for row in rows])  # type: ignore[misc]
    for name, file, story, label, latest, key in rows:
        article = found.get(key)  # type: ignore[call-overload]
        if isinstance(article, Article):
            start, end = _stretch(article.text, wanted)
            words = article.text[start:end]
            yield Hit(name, file, article.title, story, label, latest, words, start)


def _stretch(text: str, wanted: Sequence[str]) -> tuple[int, int]:
    """Around the first place where most of the words stand close together."""
    low = text.casefold()
    if len(low) != len(text):
        low = text.lower() if len(text.lower()) == len(text) else text
    places = sorted((at, word) for word in set(wanted) for at in _beginnings(low, word))
    best, most = 0, 0
    for number, (start, _) in enumerate(places):
        close = {word for at, word in places[number : number + 20] if at - start < 2 * _AROUND}
        if len(close) > most:
            best, most = start, len(close)
    start = text.rfind("\n", max(0, best - _AROUND), best) + 1 or max(0, best - _AROUND)
    while 0 < start < best and not text[start - 1].isspace():
        start += 1
    end = text.find("\n", best)
    return start, min(len(text) if end < 0 else end, start + 3 * _AROUND)


def _beginnings(text: str, word: str) -> Iterator[int]:
    """The first places where a word, or a longer one that begins with it, is in a text."""
    at = text.find(word)
    seen = 0
    while at >= 0 and seen < _MOST_PLACES:
        if not text[at - 1 : at].isalnum():
            yield at
            seen += 1
        at = text.find(word, at + 1)
