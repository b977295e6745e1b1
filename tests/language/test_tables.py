"""The word tables match their schemas, and a mistake is reported with its file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from armreader.cli import main
from armreader.cli.words import known_words
from armreader.language import FOLDER, rows
from armreader.language.checking import faults
from quote_cases import said_in


def test_no_table_has_a_mistake() -> None:
    assert [str(fault) for fault in faults(known_words())] == []


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A copy of the tables, to be corrected."""
    leave = shutil.ignore_patterns("*.table")
    return Path(shutil.copytree(FOLDER, tmp_path / "en", ignore=leave))


MISTAKES = (
    ("saying_verbs", "yodel\t\tclauze marks", "“clauze” is not a frame"),
    ("saying_verbs", "yodel  clause marks", "1 of the fields lemma, irregular forms, frames"),
    ("saying_verbs", "add\t\tclause", "“add” is already in line"),
    ("times_patterns", "x\tcalender\tDAY\ton 3 = 3", "“calender” is not a builder"),
    ("times_patterns", "x\tcalendar\tMNOTH\ton 3 = 3", "“MNOTH” is not a word class"),
    ("times_patterns", "x\tcalendar\t$uint DAY\ton 3 = 3", "“$uint” is not a part"),
    ("times_patterns", "x\tcalendar\tMONTH DAY", "3 of the fields rule, builder, pattern"),
    ("times_words", "moonday\tweekday\t1", "class: “weekday” is not one"),
    ("times_holidays", "pie day\t3-14", "when: “3-14” is not one"),
    ("events_classes", "death.die\tverbs\tfade", "part: “verbs” is not one"),
    ("events_classes", "death\tverb\tfade", "family.class: “death” is not one"),
    ("proposition_words", "suposed\tponder", "part: “suposed” is not one"),
    ("events_verbs", "event\tponder, wander", "verb: “ponder, wander” is not one"),
    ("reading/file_kinds", "abc\tpagge", "“pagge” is not a kind of file"),
    ("quantities_roles", "strewn\tspread\tareea", "“areea” is not a dimension"),
    ("titles", "baroness-elect\tw", "gender: “w” is not one"),
)


def test_a_mistake_is_named_with_its_line(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = {}
    for table, row, message in MISTAKES:
        path = tables / f"{table}.txt"
        before = path.read_text(encoding="utf-8")
        path.write_text(f"{before}{row}\n", encoding="utf-8")
        expected[f"armreader: {table}.txt:{before.count(chr(10)) + 1}: "] = message
    assert main(["words", "check", str(tables)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == len(expected) == len(MISTAKES)
    for place, message in expected.items():
        (line,) = (line for line in said if line.startswith(place))
        assert message in line


def test_a_table_that_is_missing_unknown_or_garbled(tables: Path) -> None:
    (tables / "titles_of_ships.txt").write_text("hms\n")
    (tables / "months.txt").write_bytes(b"juillet\xe9\t7\n")
    (tables / "elisions.txt").unlink()
    found = {fault.file for fault in faults(known_words(), tables)}
    assert found == {"titles_of_ships.txt", "months.txt", "elisions.txt"}


@pytest.mark.parametrize(("frame", "example", "said"), rows("saying_frames"))
def test_the_example_of_each_frame(frame: str, example: str, said: str) -> None:
    assert said_in(example) == ([] if said == "-" else [said]), frame
