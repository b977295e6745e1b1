"""A stored index answers like the index it was made from, and loads only what it shows."""

from __future__ import annotations

import pytest

from armreader.cli.printed_search import hits_object
from armreader.search.find import SearchIndex
from armreader.search.kept import Head, parts_of
from armreader.store.packing import pack, unpack
from armreader.story.dossier import Dossier
from dossiers import harbour_dossier

DOSSIER = harbour_dossier()


def kept_of(dossier: Dossier, asked: list[str]) -> SearchIndex:
    """The index of a dossier after it was packed; what it loads is written down."""
    made = SearchIndex(dossier)
    packed, parts = unpack(pack(parts_of(made)))

    def part(number: int) -> object:
        asked.append(f"part {number}")
        return parts[number]

    def text(article: int) -> str:
        asked.append(f"text {article}")
        return dossier.articles[article].text

    def whole() -> Dossier:
        asked.append("dossier")
        return dossier

    return Head(packed).index(part, text, whole)


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


def test_a_search_loads_only_the_lines_of_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("armreader.search.kept._PLACES_TOGETHER", 7)
    monkeypatch.setattr("armreader.search.kept._SETS_TOGETHER", 1)
    monkeypatch.setattr("armreader.search.kept.TOGETHER", 2)
    made = SearchIndex(DOSSIER)
    asked: list[str] = []
    for query in ("pier", "p", "quill upright", "closd"):
        kept = kept_of(DOSSIER, asked).search(query)
        assert hits_object(kept) == hits_object(made.search(query))
    _, parts = parts_of(made)
    assert 0 < len({one for one in asked if one.startswith("part")}) < len(parts)


def test_words_in_many_lines_and_common_beginnings_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("armreader.search.index._FEW", 1)
    words = SearchIndex(DOSSIER).lines.index.parts()
    assert words.dense
    assert words.heavy
    restored = kept_of(DOSSIER, []).lines.index.parts()
    assert dict(restored.dense) == dict(words.dense)
    assert dict(restored.heavy) == dict(words.heavy)
    assert dict(restored.numbers) == dict(words.numbers)
    end = words.offsets[-1]
    assert restored.places[0:end] == words.places[0:end]


def test_the_line_of_every_place_is_kept() -> None:
    kept, fresh = (one.lines.contents for one in (kept_of(DOSSIER, []), SearchIndex(DOSSIER)))
    for number, article in enumerate(DOSSIER.articles):
        for place in range(len(article.text) + 1):
            assert kept.row(number, place) == fresh.row(number, place)
