"""PDF: columns in order, margins once, hyphens where they belong, and only with its extra."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.reading.containers import pdfs
from armreader.reading.containers.pdf_layout import Line, Page, laid_out
from armreader.reading.read import read_paths
from armreader.records import Article, Problem
from made_files import documents
from made_files.reports import RESERVOIR


def line(text: str, left: float, bottom: float, size: float = 11) -> Line:
    return Line(text, left, bottom, bottom + size, size)


def column(left: float, top: float, texts: list[str]) -> list[Line]:
    return [line(text, left, top - 12 * n) for n, text in enumerate(texts)]


def page(lines: list[Line]) -> Page:
    return Page(595, 842, lines)


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    left = column(56, 700, ["The dam was opened on", "Sunday, and the lower"])
    right = column(320, 700, ["villages were warned.", "Nobody was hurt."])
    [part] = laid_out([page(left + right)])
    assert part.text == (
        "The dam was opened on Sunday, and the lower villages were warned. Nobody was hurt."
    )


def test_headers_and_footers_appear_once_below_the_text() -> None:
    pages = [
        page(
            [
                line("UPLAND WATER BOARD", 56, 815),
                line("A longer heading" if n == 1 else "More", 56, 770, 18),
                *column(56, 740, [f"Sentence number {n} stands here."]),
                line(f"Page {n} of 3", 56, 20),
            ]
        )
        for n in (1, 2, 3)
    ]
    parts = laid_out(pages)
    assert [part.text for part in parts if part.kind] == ["UPLAND WATER BOARD", "Page 1 of 3"]
    assert not any("Page" in part.text or "BOARD" in part.text for part in parts if not part.kind)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("the reser\ufffevoir is low", "the reservoir is low"),
        ("a long\ufffestanding worry", "a long-standing worry"),
        ("the Oslo\ufffebased board", "the Oslo-based board"),
        ("the Anglo\ufffeDutch board", "the Anglo-Dutch board"),
        ("a co\ufffeop and another co-op", "a co-op and another co-op"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(text: str, joined: str) -> None:
    assert [part.text for part in laid_out([page([line(text, 56, 700)])])] == [joined]


def _lines(paragraph: str, top: float) -> list[tuple[float, float, float, str]]:
    import textwrap

    plain = paragraph.replace("“", '"').replace("”", '"').replace("’", "'")
    return [(56, top - 13 * n, 11, text) for n, text in enumerate(textwrap.wrap(plain, 80))]


def test_a_report_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    lines: list[tuple[float, float, float, str]] = [(56, 760, 18, RESERVOIR.title)]
    for n, paragraph in enumerate(RESERVOIR.paragraphs):
        lines += _lines(paragraph, 720 - 60 * n)
    (tmp_path / "report.pdf").write_bytes(documents.pdf([lines], RESERVOIR.byline))
    [article] = read_paths([str(tmp_path / "report.pdf")])
    assert isinstance(article, Article)
    assert (article.title, article.byline) == (RESERVOIR.title, RESERVOIR.byline)
    assert article.publication.range is None
    assert [len(one.split()) for one in article.text.split("\n\n")[1:]] == [
        len(one.split()) for one in RESERVOIR.paragraphs
    ]


@pytest.mark.parametrize(("pages", "url"), [("1/2", RESERVOIR.url), ("of the board", "")])
def test_a_printed_page_has_the_address_in_its_margin_and_no_day_of_printing(
    tmp_path: Path, pages: str, url: str
) -> None:
    pytest.importorskip("pypdfium2")
    lines: list[tuple[float, float, float, str]] = [
        (36, 818, 8, "11/08/2031, 10:15"),
        (56, 760, 18, RESERVOIR.title),
        (36, 20, 8, f"{RESERVOIR.url} {pages}"),
    ]
    for n, paragraph in enumerate(RESERVOIR.paragraphs):
        lines += _lines(paragraph, 720 - 60 * n)
    (tmp_path / "printed.pdf").write_bytes(documents.pdf([lines, lines]))
    [article] = read_paths([str(tmp_path / "printed.pdf")])
    assert isinstance(article, Article)
    assert article.url == url
    assert article.publication.range is None or article.publication.range.edtf == RESERVOIR.day


def test_a_scan_says_so(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    (tmp_path / "scan.pdf").write_bytes(documents.pdf([[]]))
    [problem] = read_paths([str(tmp_path / "scan.pdf")])
    assert isinstance(problem, Problem)
    assert "pictures without text" in problem.message


def test_without_the_extra_one_line_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdfs, "find_spec", lambda _: None)
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(documents.pdf([[]]))
    [problem] = read_paths([str(tmp_path)])
    assert isinstance(problem, Problem)
    assert problem.message == (
        "left out 2 files: a.pdf, b.pdf; "
        "run pip install 'armreader[pdf]' to read PDF, or save its text"
    )
