"""Treebanks in CoNLL-U: documents of sentences of words."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_JOINED = frozenset(
    mark + ending for mark in "'’" for ending in ("s", "m", "re", "ve", "ll", "d")
) | {"n't", "n’t"}
_SECOND_PARTS = {"not": "can", "na": "gon", "ta": "got"}


class Word(NamedTuple):
    """One word: as written, its lemma, its Penn tag, its head (0 the root, from 1) and label."""

    form: str
    lemma: str
    tag: str
    head: int
    label: str
    upos: str
    blank_after: bool


class Document(NamedTuple):
    """A document of a treebank, in sentences."""

    name: str
    sentences: list[list[Word]]


def read_treebank(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file, compressed or not; words of several tokens are left out."""
    documents: list[Document] = []
    sentence: list[Word] = []
    open_text = gzip.open if path.suffix == ".gz" else open
    with open_text(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                documents.append(Document(line.partition("=")[2].strip(), []))
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10 and fields[0].isdigit():
                sentence.append(
                    Word(
                        fields[1], fields[2], fields[4], int(fields[6]), fields[7], fields[3],
                        "SpaceAfter=No" not in fields[9],
                    )
                )  # fmt: skip
            elif not line.strip() and sentence:
                if not documents:
                    documents.append(Document("", []))
                documents[-1].sentences.append(sentence)
                sentence = []
    if sentence:
        documents[-1].sentences.append(sentence)
    return documents


def written(sentence: list[Word]) -> tuple[str, list[tuple[int, int]]]:
    """The sentence as it was printed, and where each of its words is in it.

    Where the file has lost that "did" and "n't" were one word they are joined again.
    """
    text = ""
    places = []
    for at, word in enumerate(sentence):
        if at and sentence[at - 1].blank_after and not _is_joined(sentence[at - 1], word):
            text += " "
        places.append((len(text), len(text) + len(word.form)))
        text += word.form
    return text, places


def _is_joined(before: Word, word: Word) -> bool:
    lower = word.form.lower()
    return lower in _JOINED or word.tag == "POS" or _SECOND_PARTS.get(lower) == before.form.lower()


def sentences(documents: list[Document]) -> Iterator[list[Word]]:
    """The sentences of all documents."""
    for document in documents:
        yield from document.sentences
