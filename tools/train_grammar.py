"""Train the grammar's tables: ``train_grammar.py TREEBANK.conllu[.gz] FOLDER``.

The treebanks' texts stay where they are: the tables hold single words with their tags, and weights.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

_HERE = Path(__file__).parent
sys.path[:0] = [str(_HERE), str(_HERE.parent / "tui")]

from grammar_training.tagging import EPOCHS, TaggerTraining  # noqa: E402
from grammar_training.treebank import Document, read_treebank, sentences  # noqa: E402


def main() -> None:
    """Read the treebank, train, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--twice", default="GUM_", help="documents that count double, by name")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    documents = read_treebank(options.treebank)
    train_tagger(documents, options.twice, options.epochs, options.folder / "tagger.table")


def train_tagger(documents: list[Document], twice: str, epochs: int, path: Path) -> None:
    training = TaggerTraining(documents)
    training.train(list(sentences(weighted(documents, twice))), epochs)
    training.average()
    print(f"  {path}: {training.write(path)} bytes")


def weighted(documents: list[Document], twice: str) -> list[Document]:
    """The documents, those whose name begins with ``twice`` two times."""
    return [one for one in documents for _ in range(1 + one.name.startswith(twice))]


if __name__ == "__main__":
    main()
