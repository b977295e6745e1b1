"""The key under which a record is kept: a digest of everything that it depends on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from armreader.store.versions import ANNOTATING, LINKING, SEARCHING, program

if TYPE_CHECKING:
    from armreader.records import Article, Correction


def article_key(article: Article) -> bytes:
    """The key of everything in an article except its path.

    What a folder's facts give is in the article by now; touching, moving or copying a file, or
    another spelling of its path, leaves the key as it is.
    """
    digest = blake2b(digest_size=16)
    for one in fields(article):
        if one.name != "file":
            digest.update(repr(getattr(article, one.name)).encode("utf-8", "surrogatepass") + b"\0")
    return digest.digest()


def annotation_key(article: bytes) -> bytes:
    """The key of what this version of the program finds in the article of that key."""
    return _digest(article, program(ANNOTATING))


def profile_key(article: bytes) -> bytes:
    """The key of what this version of the program compares the article of that key by."""
    return _digest(article, program(LINKING), b"profile")


def linked_key(
    articles: Sequence[bytes], corrections: Iterable[Correction], background: str = ""
) -> bytes:
    """The key of these articles as linked by this version with the user's corrections."""
    given = [*_said(corrections), background.encode()]
    return _digest(program(LINKING), *articles, *given)


def corrections_word(corrections: Iterable[Correction]) -> str:
    """A digest that changes with any correction."""
    return _digest(*_said(corrections)).hex()


def search_keys(linked: bytes, parts: int = 0) -> list[bytes]:
    """The keys of the search index of what is linked under that key: its head, then its parts."""
    head = _digest(linked, program(SEARCHING), b"search")
    return [head, *(_digest(head, number.to_bytes(8)) for number in range(parts))]


def about(corrections: Iterable[Correction], articles: Iterable[str]) -> tuple[Correction, ...]:
    """The corrections that may concern the articles with these ids.

    Whose a quote is cannot be seen from its id, so those on quotes are always among them.
    """
    ids = set(articles)
    return tuple(
        one
        for one in corrections
        if one.subject.startswith("q-") or one.subject.split("@")[0] in ids
    )


def without_place(article: Article) -> Article:
    """The article as it is kept: it may be found under any path."""
    return replace(article, file="")


def _said(corrections: Iterable[Correction]) -> Iterator[bytes]:
    for one in corrections:
        yield f"{one.kind}\0{one.subject}\0{one.value}".encode("utf-8", "surrogatepass")


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8) + part)
    return digest.digest()
