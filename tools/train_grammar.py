"""Train the grammar's tables: ``train_grammar.py TREEBANK.conllu[.gz] FOLDER``.

The treebanks' texts stay where they are: the tables hold single words with their tags, and weights.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

_HERE = Path(__file__).parent
sys.path[:0] = [str(_HERE), str(_HERE.parent / "tui")]

from armreader.extraction.grammar.tagger import Tagger  # noqa: E402
from grammar_training.jackknife import jackknifed  # noqa: E402
from grammar_training.lemmas import write_irregular, write_verbs  # noqa: E402
from grammar_training.parsing import ParserTraining, Tree  # noqa: E402
from grammar_training.sure_moves import write_sure_moves  # noqa: E402
from grammar_training.tagging import TaggerTraining  # noqa: E402
from grammar_training.treebank import Document, read_treebank, sentences  # noqa: E402


def main() -> None:
    """Read the treebank, train, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--twice", default="GUM_", help="documents that count double, by name")
    parser.add_argument(
        "--only-sure-moves", action="store_true", help="make this table from the folder's others"
    )
    options = parser.parse_args()
    documents = read_treebank(options.treebank)
    if options.only_sure_moves:
        find_sure_moves(documents, options.folder)
    else:
        train(documents, options.folder, options.twice)


def train(documents: list[Document], folder: Path, twice: str) -> None:
    """Write the tables and the lists of verbs and of irregular forms into the folder.

    Documents whose name begins with ``twice`` count double.
    """

    def weighted(some: list[Document]) -> list[Document]:
        return [one for one in some for _ in range(1 + one.name.startswith(twice))]

    write_verbs(documents, folder / "verbs.txt")
    write_irregular(documents, folder / "irregular.txt")
    tagger = TaggerTraining(documents)
    tagger.train(list(sentences(weighted(documents))))
    tagger.average()
    print(f"  tagger.table: {tagger.write(folder / 'tagger.table')} bytes")
    tags = jackknifed(documents, weighted)
    trees = [
        Tree(words, tagged)
        for document, found in zip(documents, tags, strict=True)
        for words, tagged in list(zip(document.sentences, found, strict=True))
        * (1 + document.name.startswith(twice))
    ]
    parser = ParserTraining(trees)
    parser.train()
    print(f"  parser.table: {parser.write(folder / 'parser.table')} bytes")
    find_sure_moves(documents, folder)


def find_sure_moves(documents: list[Document], folder: Path) -> None:
    """Write the table of sure moves, with what the tagger and the parser of the folder find."""
    tagger = Tagger(folder / "tagger.table")
    tagged = (
        ([word.lower().replace("’", "'") for word in words], tagger.tag(words))
        for words in ([word.form for word in line] for line in sentences(documents))
    )
    size = write_sure_moves(folder / "parser.table", tagged, folder / "sure_moves.table")
    print(f"  sure_moves.table: {size} bytes")


if __name__ == "__main__":
    main()
