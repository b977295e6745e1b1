"""The table of accuracy is written from what a measurement prints."""

from __future__ import annotations

from write_accuracy import PAGES, ROWS, figures_of, filled

PAGE = """\
Measured on 3 May 2020 (version 0.1.0).

| what | set | armreader | best other |
|---|---|---|---|
| dates, right value F1 / right day F1 | 7 articles | 1 / 2 | 63 / 75 |
| direct quotes, found F1 | 9 articles | 3 / 4 | 86 / 65 |
"""


def test_rows_that_were_measured_change_and_no_other() -> None:
    found = figures_of(['{"times": {"value": 81.4, "day": 89.6, "by_corpus": {"a": 1}}}', ""])
    page = filled(PAGE, found, "28 November 2026")
    assert page == PAGE.replace("1 / 2", "81 / 90").replace("3 May 2020", "28 November 2026")


def test_every_row_is_on_the_page() -> None:
    page = PAGES[1].read_text(encoding="utf-8")
    assert [row.what for row in ROWS if f"\n| {row.what}" not in page] == []
