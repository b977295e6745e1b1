"""A stored index answers like the index it was made from, and loads only what it shows."""

from __future__ import annotations

import pytest

from armreader.cli.printed_search import hits_object
from armreader.search.find import SearchIndex
from armreader.search.kept import TOGETHER, Head, KeptContents, head_of, records_of
from armreader.store.packing import pack, unpack
from armreader.story.dossier import Dossier
from dossiers import harbour_dossier

DOSSIER = harbour_dossier()


def kept_of(dossier: Dossier, asked: list[str]) -> SearchIndex:
    """The index of a dossier after it was packed; what it loads is written down."""
    made = SearchIndex(dossier)
    head = Head(unpack(pack(head_of(made))))
    parts = unpack(pack(list(records_of(made))))

    def records(part: int) -> list[tuple[str, str, list[tuple[str, int, int]]]]:
        asked.append(f"part {part}")
        return list(parts[part])

    def text(article: int) -> str:
        asked.append(f"text {article}")
        return dossier.articles[article].text

    def whole() -> Dossier:
        asked.append("dossier")
        return dossier

    return head.index(KeptContents(head.ids, head.articles, records, text, whole))


@pytest.mark.parametrize(
    "query",
    [
        "pier", "quill upright", '"closed the"', "^harbour", "qiull", "QUILL", "marenov -vote",
        "kind:quote", "speaker:quill", "person:quill pier", "date:2031", "no-such-word", "",
    ],
)  # fmt: skip
def test_it_finds_and_shows_the_same(query: str) -> None:
    fresh = SearchIndex(DOSSIER).search(query)
    kept = kept_of(DOSSIER, []).search(query)
    assert hits_object(kept) == hits_object(fresh)
    assert (kept.passages, kept.best, kept.hint) == (fresh.passages, fresh.best, fresh.hint)


def test_a_search_for_words_loads_no_dossier_and_each_part_once() -> None:
    asked: list[str] = []
    index = kept_of(DOSSIER, asked)
    assert hits_object(index.search("pier"))["hits"]
    hits_object(index.search("pier"))
    assert "dossier" not in asked
    assert len(asked) == len(set(asked))
    assert index.search("kind:direct").hits
    assert "dossier" in asked


def test_every_record_is_in_one_part() -> None:
    index = SearchIndex(DOSSIER)
    parts = list(records_of(index))
    assert sum(map(len, parts)) == len(index.lines.contents.ids)
    assert all(len(part) <= TOGETHER for part in parts)
