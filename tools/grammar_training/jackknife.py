"""Tags that were not learned by heart: each part of the treebank tagged by what the others taught.

A parser that was trained on the tagger's tags of its own training text would trust them too much.
"""

from __future__ import annotations

from collections.abc import Callable

from grammar_training.tagging import TaggerTraining
from grammar_training.treebank import Document, sentences

FOLDS = 4
EPOCHS = 3


def jackknifed(
    documents: list[Document],
    weighted: Callable[[list[Document]], list[Document]],
    folds: int = FOLDS,
) -> list[list[list[str]]]:
    """For each document, for each of its sentences, the tags of a tagger that never saw it."""
    found: list[list[list[str]]] = [[] for _ in documents]
    for fold in range(folds):
        seen = [one for at, one in enumerate(documents) if at % folds != fold] or documents
        training = TaggerTraining(seen)
        training.train(list(sentences(weighted(seen))), EPOCHS)
        training.average()
        for at in range(fold, len(documents), folds):
            found[at] = [
                training.tag([word.form for word in sentence])
                for sentence in documents[at].sentences
            ]
    return found
