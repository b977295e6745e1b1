"""Printed hits: the same ones in the same order in the table and in JSON."""

from __future__ import annotations

import json

from armreader.cli.printed_search import hits_object, hits_table
from armreader.cli.table import table_lines
from armreader.search.find import SearchIndex
from dossiers import harbour_dossier

DOSSIER = harbour_dossier()


def test_table() -> None:
    result = SearchIndex(DOSSIER).search("quill upright")
    table = hits_table(result)
    assert next(iter(table_lines(table, 200))).split() == list(table.columns)
    assert [dict(zip(table.columns, row, strict=True)) for row in table.rows] == [
        {
            "kind": "quote",
            "source": "The Courier",
            "published": "~9 Mar 2030",
            "place": "courier.txt:6",
            "text": "Ada Quill: It can no longer be kept upright.",
            "why": "exact",
            "id": "q-upright",
        },
        {
            "kind": "article",
            "source": "The Courier",
            "published": "~9 Mar 2030",
            "place": "courier.txt:5",
            "text": "Lumen’s board closed the old pier on Friday, after years of dispute."
            " Ms Quill told the council:",
            "why": "in several sentences",
            "id": "courier",
        },
    ]


def test_table_and_json_agree() -> None:
    result = SearchIndex(DOSSIER).search("pier")
    rows = hits_table(result).rows
    shown = json.loads(json.dumps(hits_object(result)))
    assert shown["schema"] == "armreader.search/1"
    assert [hit["id"] for hit in shown["hits"]] == [row[-1] for row in rows]
    assert {hit["kind"] for hit in shown["hits"]} == {"article", "event"}
    for hit in shown["hits"]:
        for place in hit["places"]:
            text = DOSSIER.article_by_id[place["article"]].text
            assert text.count("\n", 0, place["start"]) + 1 == place["line"]


def test_a_hint_is_in_the_object() -> None:
    result = SearchIndex(DOSSIER).search("pier date:never")
    assert "never is not a date" in str(hits_object(result)["hint"])
