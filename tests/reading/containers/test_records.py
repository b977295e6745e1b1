"""What services and programs export about an article: names, outlets, days and texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from armreader.reading.read import read_paths
from armreader.records import Article, Problem

TITLE = "Gate of the lock is stuck"
PAGE = "https://upland.example/lock"
TEXT = (
    "The upper gate of the lock has not moved since Sunday, the canal office said.\n\n"
    "“We have sent for a diver,” said its head, Olga Wren."
)


def read(folder: Path, name: str, data: str) -> list[Article | Problem]:
    (folder / name).write_text(data)
    return list(read_paths([str(folder / name)]))


def one(folder: Path, **record: Any) -> Article:
    [article] = read(folder, "list.json", json.dumps([{"title": TITLE, **record}]))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("record", "source", "url", "day"),
    [
        ({"text": TEXT, "source": PAGE, "source-hostname": "Upland News"}, "Upland News", PAGE, ""),
        ({"text": TEXT, "source": PAGE}, "upland.example", PAGE, ""),
        ({"highlights": [{"text": TEXT}], "source": "reader", "source_url": PAGE},
         "upland.example", PAGE, ""),
        ({"story_text": TEXT, "media_name": "Upland News", "publish_date": "2031-03-04 10:00:00"},
         "Upland News", "", "2031-03-04"),
        ({"FullText": TEXT, "pubtitle": "Upland News", "pubdate": "Mar 4, 2031",
          "DocumentURL": PAGE}, "Upland News", PAGE, "2031-03-04"),
        ({"body": TEXT, "date": "2031-03-05", "dateTimePub": "2031-03-04T22:10:00Z", "url": PAGE},
         "upland.example", PAGE, "2031-03-04"),
        ({"content": "ONLY AVAILABLE IN PAID PLANS", "description": TEXT, "link": PAGE,
          "pubDate": "2031-03-04 10:00:00", "source_name": "Upland News"},
         "Upland News", PAGE, "2031-03-04"),
        ({"body": TEXT, "links": {"permalink": PAGE}, "published_at": "2031-03-04T10:00:00Z",
          "source": {"name": "Upland News"}}, "Upland News", PAGE, "2031-03-04"),
        ({"fields": {"bodyText": TEXT, "publication": "The Upland"}, "webUrl": PAGE},
         "The Upland", PAGE, ""),
    ],
)  # fmt: skip
def test_the_outlet_the_address_and_the_day_of_a_record(
    tmp_path: Path, record: dict[str, Any], source: str, url: str, day: str
) -> None:
    article = one(tmp_path, **record)
    assert (article.source, article.url) == (source, url)
    assert (article.publication.range.edtf if article.publication.range else "") == day
    assert "“We have sent for a diver,”" in article.text


@pytest.mark.parametrize(
    "data",
    [
        {"7": {"title": TITLE, "text": TEXT}, "9": {"title": "Two", "text": TEXT[:60]}},
        {"title": {"7": TITLE, "9": "Two"}, "text": {"7": TEXT, "9": TEXT[:60]}, "x": {"9": 1}},
        {"corpus": {"title": {"7": TITLE, "9": "Two"}, "text": {"7": TEXT, "9": TEXT[:60]}}},
    ],
)
def test_records_may_be_the_values_of_their_numbers(tmp_path: Path, data: dict[str, Any]) -> None:
    articles = read(tmp_path, "frame.json", json.dumps(data))
    assert [isinstance(one, Article) and one.title for one in articles] == [TITLE, "Two"]


def test_what_a_service_has_removed_is_counted(tmp_path: Path) -> None:
    removed = {"title": "[Removed]", "content": "[Removed]", "url": "https://removed.example"}
    [problem] = read(tmp_path, "news.json", json.dumps({"articles": [removed]}))
    assert isinstance(problem, Problem)
    assert problem.message == "1 address without text; armreader fetches nothing"


@pytest.mark.parametrize("mark", ["[+1234 chars]", "[1234 chars]"])
def test_a_text_that_is_cut_says_so(tmp_path: Path, mark: str) -> None:
    article = one(tmp_path, content=f"{TEXT}… {mark}")
    assert article.notices == (f"cut by the service: {mark}",)
    kinds = {article.text[slice(*section.span)]: section.kind for section in article.sections}
    assert kinds[mark] == "furniture"


def test_rows_without_a_marked_passage_are_addresses(tmp_path: Path) -> None:
    rows = f"URL,Title,Selection,Folder,Timestamp\n{PAGE},{TITLE},,Unread,1951897600\n"
    [problem] = read(tmp_path, "instapaper.csv", rows)
    assert isinstance(problem, Problem)
    assert problem.message == "1 address without text; armreader fetches nothing"
    assert problem.addresses == (PAGE,)
    marked = f"{PAGE}/2,Diver finds a chain,A chain of nine metres was in the gate.,Unread,1\n"
    article, problem = read(tmp_path, "instapaper.csv", rows + marked)
    assert isinstance(article, Article)
    assert article.title == "Diver finds a chain"
    assert isinstance(problem, Problem)
    assert problem.addresses == (PAGE,)
