"""A crew: what other processes annotate is the same, and what they cannot is done here."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from armreader.extraction.annotate import annotate
from armreader.opening.crew import Crew
from armreader.reading.read import read_paths
from armreader.records import Annotations, Article

LINE = "The tide is out, said Ada Quill on Monday.\n"


@pytest.fixture
def articles(tmp_path: Path) -> list[Article]:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"Low tide {number}\n\n{LINE * (number + 1)}")
    return [one for one in read_paths([str(tmp_path)]) if isinstance(one, Article)]


def test_others_find_the_same_in_the_same_order(articles: list[Article]) -> None:
    crew = Crew(annotate, beside=1, worth=0)
    try:
        assert [*crew.each(articles), *crew.each(articles[:1])] == [
            annotate(one) for one in (*articles, articles[0])
        ]
    finally:
        crew.end()


def test_little_work_starts_no_process(articles: list[Article]) -> None:
    crew = Crew(annotate, beside=1)
    assert [found.article for found in crew.each(articles)] == articles
    assert not crew._hands


@pytest.mark.parametrize("python", ["/nonexistent/python", shutil.which("true"), ""])
def test_without_another_process_it_is_done_here(
    python: str, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", python)
    crew = Crew(annotate, beside=2, worth=0)
    try:
        assert [found.article for found in crew.each(articles)] == articles
    finally:
        crew.end()


def test_who_stops_asking_leaves_the_rest(articles: list[Article]) -> None:
    asked: list[str] = []

    def here(article: Article) -> Annotations:
        asked.append(article.id)
        return annotate(article)

    each = Crew(here, beside=0).each(articles)
    assert next(each).article == articles[0]
    each.close()  # type: ignore[attr-defined]
    assert asked == [articles[0].id]
