"""Linked dossiers in the store: by what they were made of, and by the files that held it.

A dossier is kept in three parts: its articles as they were read (shared by all that hold them),
the linked records without the texts, and for a set of files which of both belong to it. Touching,
moving or copying files, or another spelling of their paths, leads to the same records.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from armreader.records.actor import Actor
from armreader.records.article import Article, Problem, Sentence
from armreader.records.disagreement import Disagreement
from armreader.records.event import Event
from armreader.records.quantity import Quantity
from armreader.records.quote import Quote, WordingGroup
from armreader.records.timex import TimeExpression
from armreader.story.dossier import Dossier

if TYPE_CHECKING:
    from armreader.records.linked import Linked
    from armreader.store.store import Store

_OWN = ("name", "problems")
"""The fields of a dossier that the files give, not the articles."""
_KINDS = {
    "articles": Article,
    "times": TimeExpression,
    "quotes": Quote,
    "actors": Actor,
    "events": Event,
    "wordings": WordingGroup,
    "disagreements": Disagreement,
    "quantities": Quantity,
}
"""What each field of linked records is a tuple of; ``sentences`` is a mapping."""


class Made(NamedTuple):
    """What a dossier was made of."""

    articles: tuple[bytes, ...]
    """The keys of its articles as they were read, in its order."""
    linked: bytes
    """The key of its linked records; empty where linking failed."""


def recall(file: Path | None, key: str | None) -> Dossier | None:
    """The dossier kept for the files of that key; None if there is none that can be used."""
    if file is None or key is None or not file.exists():
        return None
    from armreader.store.store import Store

    with Store(file) as store:
        return kept_for(store, bytes.fromhex(key))


def remember(file: Path | None, key: str | None, dossier: Dossier, made: Made) -> bool:
    """Keep the dossier for the next opening; if that fails, the next opening links again."""
    if file is None or key is None or not made.linked:
        return False
    from armreader.store.store import Store

    with Store(file) as store:
        if store.file is None or not keep(store, dossier, made):
            return False
        kept = store.put("opening", {bytes.fromhex(key): _opening(dossier, made)})
        store.shrink()
        return kept


def keep(store: Store, dossier: Dossier, made: Made) -> bool:
    """Keep the linked records; its articles are kept as they are read."""
    if store.has("linked", (made.linked,)):
        return True
    return store.put("linked", {made.linked: linked_records(dossier)})


def linked_records(dossier: Dossier | Linked) -> dict[str, Any]:
    """What is linked, by the names of its fields, without the texts of articles."""
    records: dict[str, Any] = {
        one.name: getattr(dossier, one.name) for one in fields(dossier) if one.name not in _OWN
    }
    records["articles"] = tuple(replace(one, file="", text="") for one in dossier.articles)
    return records


def linked(
    store: Store,
    key: bytes,
    articles: Sequence[Article],
    name: str,
    problems: Iterable[Problem] = (),
) -> Dossier | None:
    """The dossier of these articles as it was linked before; None if it was not."""
    records = store.get("linked", key)
    if not _fit(records):
        return None
    heads = records["articles"]
    if [one.id for one in heads] != [one.id for one in articles]:
        return None
    whole = tuple(
        replace(head, file=one.file, text=one.text)
        for head, one in zip(heads, articles, strict=True)
    )
    return Dossier(**{**records, "articles": whole, "name": name, "problems": tuple(problems)})


def kept_for(store: Store, key: bytes) -> Dossier | None:
    """The dossier of the files that the key describes, without looking at them."""
    match store.get("opening", key):
        case [str(name), tuple(problems), tuple(files), tuple(keys), bytes(made)]:
            if not (_are(problems, Problem) and _are(files, str) and _are(keys, bytes)):
                return None
            found = store.get_all("article", keys)
            whole = len(files) == len(keys) and all(one in found for one in keys)
            if whole and _are(tuple(found.values()), Article):
                articles = [
                    replace(found[one], file=file) for one, file in zip(keys, files, strict=True)
                ]
                return linked(store, made, articles, name, problems)
    return None


def _fit(records: object) -> bool:
    """Whether it is linked records: anything may have been written where they are kept."""
    if not isinstance(records, dict) or set(records) != {*_KINDS, "sentences"}:
        return False
    sentences = records["sentences"]
    return (
        all(_are(records[name], kind) for name, kind in _KINDS.items())
        and isinstance(sentences, dict)
        and all(_are(each, Sentence) for each in sentences.values())
        and sentences.keys() == {one.id for one in records["articles"]}
    )


def _are(things: object, kind: type) -> bool:
    """Whether it is a tuple of things of one kind."""
    return isinstance(things, tuple) and all(type(one) is kind for one in things)


def _opening(dossier: Dossier, made: Made) -> list[object]:
    files = tuple(one.file for one in dossier.articles)
    return [dossier.name, dossier.problems, files, made.articles, made.linked]
