"""A stored index answers like the index it was made from, and loads only what it shows."""

from __future__ import annotations

import pytest

from armreader.cli.printed_search import hits_object
from armreader.opening.open import open_dossier
from armreader.records import Passage
from armreader.search.find import SearchIndex
from armreader.search.kept import Head, parts_of
from armreader.search.query import CHOICES, FILTERS
from armreader.store.packing import pack, unpack
from armreader.story.dossier import Dossier
from dossiers import harbour_dossier

DOSSIER = harbour_dossier()
REPORTS = {
    "weir.txt": """\
Weir at Tolmarsh bursts

The Tolmarsh Post, 3 June 2031

TOLMARSH - The weir above Tolmarsh burst on Monday night and 240 people left their homes, fire
chief Nora Vance said. “The water came in ten minutes,” Vance told the Post. A spokesman for the
river board denied that the weir had been neglected. The firm Calder Works will rebuild it in 2033.
“It was sound in May,” the spokesman said. Some 30,000 barrels of oil may have leaked.
""",
    "board.txt": """\
River board chief resigns over weir

Dunmere Gazette, 9 June 2031

DUNMERE - Paul Acheson, the head of the river board, resigned on Sunday after the weir above
Tolmarsh burst on 3 June 2031. Nora Vance said the water had come within ten minutes. “The water
came within ten minutes,” Vance said again on Sunday. About 180 people left their homes, Acheson
said, and 5,000 barrels of oil leaked. The minister said the board had been “asleep for years” and
would be closed. He did not visit Tolmarsh. Divers from Norway arrived in London on 5 June 2031.
""",
}
FILTERING = (
    "speaker:vance", "speaker:spokesman", "speaker:vence", "-speaker:vance kind:quote",
    "person:acheson", "person:vance water", "person:acheson -kind:quote",
    "source:board", "source:weir", "-source:board water",
    "date:2031-06-03", "before:2031-06-05", "after:2032", "date:2031 weir",
    "figure:>1000", "figure:240", "unit:barrels", "unit:people figure:<200",
    "kind:article weir", "kind:event", "kind:quote", "kind:actor", "kind:direct", "kind:mixed",
    "kind:indirect", "kind:person", "kind:organisation", "kind:place", "kind:role",
    "kind:asserted", "kind:denied", "kind:planned", "kind:hypothetical",
    "is:bookmarked", "has:disagreement", "has:wording",
)  # fmt: skip
"""On those reports each finds something."""


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    return open_dossier([str(folder)])


def kept_of(dossier: Dossier, asked: list[str]) -> SearchIndex:
    """The index of a dossier after it was packed; what it loads is written down."""
    made = SearchIndex(dossier)
    packed, parts = unpack(pack(parts_of(made)))

    def part(number: int) -> object:
        asked.append(f"part {number}")
        return parts[number]

    return Head(packed).index(part)


@pytest.mark.parametrize(
    "query",
    [
        "pier", "quill upright", '"closed the"', "^harbour", "qiull", "QUILL", "marenov -vote",
        "kind:quote", "no-such-word", "",
    ],
)  # fmt: skip
def test_it_finds_and_shows_the_same(query: str) -> None:
    fresh = SearchIndex(DOSSIER).search(query)
    kept = kept_of(DOSSIER, []).search(query)
    assert hits_object(kept) == hits_object(fresh)
    assert (kept.passages, kept.best, kept.hint) == (fresh.passages, fresh.best, fresh.hint)


@pytest.mark.parametrize("query", FILTERING)
def test_each_filter_finds_and_shows_the_same(query: str, reported: Dossier) -> None:
    fresh = SearchIndex(reported).search(query, bookmarked={reported.quotes[0].id})
    kept = kept_of(reported, []).search(query, bookmarked={reported.quotes[0].id})
    assert fresh.hits
    assert hits_object(kept) == hits_object(fresh)
    assert (kept.passages, kept.best, kept.total) == (fresh.passages, fresh.best, fresh.total)


def test_every_filter_and_choice_is_tried() -> None:
    tried = " ".join(FILTERING)
    choices = {f"{name}:{one}" for name, those in CHOICES.items() for one in those}
    wanted = choices | {f"{name}:" for name in FILTERS}
    assert {one for one in wanted if one not in tried} == set()


def test_each_part_is_loaded_once() -> None:
    asked: list[str] = []
    index = kept_of(DOSSIER, asked)
    for query in ("pier", "speaker:quill", "pier", "speaker:birk"):
        hits_object(index.search(query))
    assert index.search("speaker:quill").hits
    assert len(asked) == len(set(asked))


def test_quotes_are_where_the_dossier_has_them() -> None:
    kept = dict(kept_of(DOSSIER, []).quotes())
    assert kept == {one.id: Passage(one.article, *one.span) for one in DOSSIER.quotes}


def test_a_search_loads_only_the_lines_of_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("armreader.search.kept._PLACES_TOGETHER", 7)
    monkeypatch.setattr("armreader.search.kept._SETS_TOGETHER", 1)
    monkeypatch.setattr("armreader.search.kept.TOGETHER", 2)
    monkeypatch.setattr("armreader.search.kept._SEARCHED_TOGETHER", 3)
    monkeypatch.setattr("armreader.search.kept._TEXTS_TOGETHER", 2)
    made = SearchIndex(DOSSIER)
    asked: list[str] = []
    for query in ("pier", "p", "quill upright", "closd"):
        kept = kept_of(DOSSIER, asked).search(query)
        assert hits_object(kept) == hits_object(made.search(query))
    _, parts = parts_of(made)
    assert 0 < len(set(asked)) < len(parts)


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
