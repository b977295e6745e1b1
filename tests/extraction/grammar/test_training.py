"""The training script makes tables that tag and parse the treebank that they were made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.extraction.grammar.parser import Parser
from armreader.extraction.grammar.tables import read_choices, read_table
from armreader.extraction.grammar.tagger import Tagger
from armreader.extraction.grammar.transitions import State
from grammar_training.treebank import read_treebank, written
from train_grammar import find_sure_moves, train

_ROWS = """\
1 The the DET DT _ 2 det _ _
2 {noun} {noun} NOUN NN _ 3 nsubj _ _
3 {past} {verb} VERB VBD _ 0 root _ _
4 the the DET DT _ 5 det _ _
5 {thing} {thing} NOUN NN _ 3 obj _ SpaceAfter=No
6 . . PUNCT . _ 3 punct _ _
"""
_WORDS = [
    ("mayor", "opened", "open", "road"),
    ("storm", "closed", "close", "port"),
    ("court", "freed", "free", "guard"),
    ("clerk", "sold", "sell", "house"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tables of a treebank of a few sentences, each repeated many times."""
    made = tmp_path_factory.mktemp("tables")
    text = ""
    for number in range(6):
        text += f"# newdoc id = d{number}\n"
        for noun, past, verb, thing in _WORDS * 4:
            rows = _ROWS.format(noun=noun, past=past, verb=verb, thing=thing)
            text += rows.replace(" ", "\t") + "\n"
    (made / "tiny.conllu").write_text(text, encoding="utf-8")
    train(read_treebank(made / "tiny.conllu"), made, twice="d0")
    return made


def test_the_tables_tag_and_parse(folder: Path) -> None:
    words = ["The", "mayor", "opened", "the", "port", "."]
    tags = Tagger(folder / "tagger.table").tag(words)
    assert tags == ["DT", "NN", "VBD", "DT", "NN", "."]
    parse = Parser(folder / "parser.table").parse(
        [word.lower() for word in words], tags, ["the", "mayor", "open", "the", "port", "."]
    )
    assert parse.heads == [1, 2, -1, 4, 2, 2]
    assert parse.labels == ["det", "nsubj", "root", "det", "obj", "punct"]


class _CountingParser(Parser):
    """A parser that counts how often it adds up scores."""

    added = 0

    def best(self, state: State, below: list[int | None], ahead: list[int | None]) -> int:
        self.added += 1
        return super().best(state, below, ahead)


def test_sure_moves_spare_adding_up_and_change_no_parse(folder: Path) -> None:
    table = folder / "parser.table"
    plain, quick = (
        _CountingParser(table),
        _CountingParser(table, read_choices(folder / "sure_moves.table")),
    )
    words = ["the", "clerk", "closed", "the", "road", "."]
    sentence = words, ["DT", "NN", "VBD", "DT", "NN", "."], words
    assert quick.parse(*sentence) == plain.parse(*sentence)
    assert quick.added < plain.added


def test_sure_moves_are_made_again_from_the_other_tables(folder: Path) -> None:
    table = folder / "sure_moves.table"
    made = table.read_bytes()
    table.unlink()
    find_sure_moves(read_treebank(folder / "tiny.conllu"), folder)
    assert table.read_bytes() == made


def test_the_verbs_are_listed(folder: Path) -> None:
    assert "open" in (folder / "verbs.txt").read_text(encoding="utf-8").split()


def test_a_file_that_is_not_a_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.table").write_bytes(b"something else")
    with pytest.raises(ValueError, match="not a grammar table"):
        read_table(tmp_path / "other.table")


def test_a_sentence_is_written_as_it_was_printed(folder: Path) -> None:
    sentence = read_treebank(folder / "tiny.conllu")[0].sentences[0]
    text, places = written(sentence)
    assert text == "The mayor opened the road."
    assert places[-1] == (25, 26)
