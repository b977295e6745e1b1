"""The store: what is put in comes out, whatever else happens to the file."""

from __future__ import annotations

import pickle
import random
import sqlite3
import subprocess
import sys
import time
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.records import Article, EventMention, Publication, Reason, Section, Span
from armreader.records.dates import DateRange
from armreader.store.keys import annotation_key, article_key, linked_key, profile_key, without_place
from armreader.store.packing import NotRecords, Packed, pack, unpack
from armreader.store.schema import MIGRATIONS, VERSION
from armreader.store.store import Store
from own_process import printed

_ARTICLE = Article(
    "a-0123456789", "folder/one.txt", "Title", "Post", "", "", "Title\nThe bridge was closed.",
    (Section("title", Span(0, 5)), Section("body", Span(6, 28))),
    Publication(None, "unknown", Reason("publication-unknown")),
)  # fmt: skip


def _mention(article: str) -> EventMention:
    day = DateRange.day(date(2024, 2, 22))
    reason = Reason("event-verb")
    span, word = Span(6, 28), "".join(("clo", "se"))
    return EventMention(
        article, span, Span(21, 27), "close", "asserted", (), None, day, reason, word
    )


_PUTTING = """
import sys
from pathlib import Path
from armreader.store.store import Store
with Store(Path(sys.argv[1])) as store:
    store.put("linked", {int(sys.argv[2]).to_bytes(16): "put"})
"""


def _key(number: int) -> bytes:
    return number.to_bytes(16)


class TestPacking:
    def test_a_record_comes_back_equal(self) -> None:
        assert unpack(pack([_ARTICLE, date(2024, 2, 22)])) == [_ARTICLE, date(2024, 2, 22)]

    def test_what_is_equal_in_two_packs_takes_up_memory_once(self) -> None:
        first, second = (unpack(pack(_mention(article))) for article in ("a-1", "a-2"))
        assert (first, second) == (_mention("a-1"), _mention("a-2"))
        for name in ("span", "trigger", "range", "reason"):
            assert getattr(first, name) is getattr(second, name)
        assert first.lemma is second.lemma

    def test_what_stays_packed_comes_back_each_time(self) -> None:
        found = unpack(pack(Packed.of((_ARTICLE, _ARTICLE))))
        assert isinstance(found, Packed)
        assert [list(found), list(found), len(found)] == [[_ARTICLE] * 2, [_ARTICLE] * 2, 2]
        assert (found[1], found[:1]) == (_ARTICLE, (_ARTICLE,))
        assert not list(Packed.of(()))

    def test_records_that_pass_are_equal_and_those_held_share_their_parts(self) -> None:
        spans = tuple(Span(at, at + 7) for at in (900, 1300, 1700))
        passing, held = Packed.of(spans, passing=True), Packed.of(spans)
        assert tuple(passing) == tuple(held) == spans == unpack(pack(passing)).held()
        assert passing[1] is not passing[1]
        assert passing.held()[1] is held[1]

    @pytest.mark.parametrize("values", [(1, "text"), ("1", b""), (1, None)])
    def test_nothing_but_bytes_is_taken_for_packed(self, values: tuple[Any, Any]) -> None:
        with pytest.raises(TypeError):
            Packed(*values)

    @given(st.binary(max_size=200))
    def test_any_other_bytes_are_refused(self, data: bytes) -> None:
        with pytest.raises(NotRecords):
            unpack(data)

    @pytest.mark.parametrize("thing", [print, Path("/etc"), subprocess.Popen, zlib.compress])
    def test_nothing_but_records_is_built(self, thing: object) -> None:
        with pytest.raises(NotRecords):
            unpack(zlib.compress(pickle.dumps(thing)))


class TestKeys:
    def test_the_text_of_a_file_counts_but_not_its_place(self) -> None:
        from dataclasses import replace

        moved = replace(_ARTICLE, file="elsewhere.txt")
        assert article_key(moved) == article_key(_ARTICLE)
        assert without_place(moved) == without_place(_ARTICLE)
        assert article_key(replace(_ARTICLE, source="Times")) != article_key(_ARTICLE)
        assert article_key(replace(_ARTICLE, text=_ARTICLE.text + ".")) != article_key(_ARTICLE)

    def test_the_order_of_articles_counts(self) -> None:
        assert linked_key([_key(1), _key(2)], ()) != linked_key([_key(2), _key(1)], ())


class TestStore:
    def test_what_is_stored_is_there_for_the_next_process(self, tmp_path: Path) -> None:
        with Store(tmp_path / "s.db") as store:
            assert store.put("annotation", {_key(1): _ARTICLE, _key(2): "two"})
        with Store(tmp_path / "s.db") as store:
            assert store.get("annotation", _key(1)) == _ARTICLE
            assert store.get("annotation", _key(3)) is None
            assert store.get("linked", _key(1)) is None
            assert store.has("annotation", [_key(2), _key(3)]) == {_key(2)}
        assert (tmp_path / "s.db").stat().st_mode & 0o077 == 0

    def test_many_keys_are_read_at_once(self, tmp_path: Path) -> None:
        with Store(tmp_path / "s.db") as store:
            keys = [_key(number) for number in range(1_200)]
            store.put("opening", {key: number for number, key in enumerate(keys)})
            assert store.get_all("opening", keys) == {key: n for n, key in enumerate(keys)}

    @pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough" * 50])
    def test_a_broken_file_is_set_aside(self, tmp_path: Path, content: bytes) -> None:
        file = tmp_path / "s.db"
        file.write_bytes(content)
        with Store(file) as store:
            assert store.put("linked", {_key(1): "kept"})
            assert store.get("linked", _key(1)) == "kept"
        aside = tmp_path / "s.db.broken"
        assert aside.read_bytes() == content if content else not aside.exists()

    def test_damaged_pages_lose_only_what_they_hold(self, tmp_path: Path) -> None:
        file = tmp_path / "s.db"
        with Store(file) as store:
            store.put("linked", {_key(n): "x" * 5_000 + str(n) for n in range(200)})
        data = bytearray(file.read_bytes())
        data[4096:] = b"\xff" * (len(data) - 4096)
        file.write_bytes(data)
        with Store(file) as store:
            assert store.get("linked", _key(7)) is None
            assert store.put("linked", {_key(7): "again"})
            assert store.get("linked", _key(7)) == "again"

    def test_a_damaged_record_counts_as_missing(self, tmp_path: Path) -> None:
        with Store(tmp_path / "s.db") as store:
            store.put("linked", {_key(1): "kept"})
            store.connection.execute("UPDATE linked SET record = x'00'")
            assert store.get("linked", _key(1)) is None

    def test_without_a_file_it_lasts_as_long_as_the_process(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        with Store(tmp_path / "file" / "s.db") as store:
            assert store.put("linked", {_key(1): "kept"})
            assert store.get("linked", _key(1)) == "kept"

    def test_the_store_of_a_later_program_is_left_alone(self, tmp_path: Path) -> None:
        file = tmp_path / "s.db"
        Store(file).close()
        with sqlite3.connect(file) as later:
            later.execute(f"PRAGMA user_version = {VERSION + 1}")
        with Store(file) as store:
            assert store.file is None
        assert sqlite3.connect(file).execute("PRAGMA user_version").fetchone() == (VERSION + 1,)

    @pytest.mark.parametrize("version", range(1, VERSION))
    def test_an_older_store_becomes_this_one(self, tmp_path: Path, version: int) -> None:
        file = tmp_path / "s.db"
        with sqlite3.connect(file) as old:
            for script in MIGRATIONS[:version]:
                old.executescript(script)
            old.execute(f"PRAGMA user_version = {version}")
            record = pack("from before")
            old.execute("INSERT INTO linked VALUES (1, ?, 1, ?)", (_key(1), record))
            if version > 1:
                old.execute("INSERT INTO library (paths, files) VALUES ('/reports', 'as read')")
        old.close()
        with Store(file) as store:
            assert store.get("linked", _key(1)) == "from before"
            assert store.connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
            # The sixth version indexes words otherwise: what is older is indexed again.
            files = store.connection.execute("SELECT files FROM library").fetchall()
            assert files == [("as read" if version >= 6 else "",)] * (version > 1)

    def test_a_second_opening_takes_no_lock_from_the_first(self, tmp_path: Path) -> None:
        file = tmp_path / "s.db"
        with Store(file) as first:
            first.put("linked", {_key(1): "one"})
            with Store(file) as second:
                # The last to close a database takes its log away, if it knows of no other; what
                # comes after that is written into another one.
                for number in (2, 3):
                    printed(_PUTTING, str(file), str(number))
                    found = [one.get("linked", _key(number)) for one in (first, second)]
                    assert found == ["put", "put"]

    def test_the_oldest_goes_first(self, tmp_path: Path) -> None:
        with Store(tmp_path / "s.db", largest=400_000) as store:
            noise = random.Random(1)
            for number in range(40):
                store.put("annotation", {_key(number): noise.randbytes(20_000)})
                store.connection.execute(
                    "UPDATE annotation SET used = ? WHERE key = ?", (number, _key(number))
                )
            store.shrink()
            left = store.has("annotation", [_key(number) for number in range(40)])
            assert 10 <= len(left) < 30
            assert left == {_key(number) for number in range(40 - len(left), 40)}

    @pytest.mark.parametrize(("days", "stays"), [(3, True), (300, False)])
    def test_the_parts_of_a_library_in_use_are_kept(
        self, tmp_path: Path, days: int, stays: bool
    ) -> None:
        with Store(tmp_path / "s.db", largest=100_000) as store:
            article = _key(1)
            kept = {annotation_key(article): random.Random(1).randbytes(150_000)}
            store.put("article", {article: _ARTICLE})
            store.put("annotation", kept)
            store.put("profile", {profile_key(article): "terms"})
            rows, indexed = store.connection, time.time() - 86_400 * days
            rows.execute("INSERT INTO library (paths, indexed) VALUES ('/reports', ?)", (indexed,))
            rows.execute(
                "INSERT INTO member (library, article, name, file, place)"
                " SELECT library.id, article.id, 'a-1', 'one.txt', 0 FROM library, article"
            )
            store.shrink()
            assert store.has("article", [article])
            assert store.has("annotation", list(kept)) == (set(kept) if stays else set())
            assert store.size() <= 400_000


_WRITE = """
import sys
from pathlib import Path
from armreader.store.store import Store
with Store(Path(sys.argv[1])) as store:
    for number in range(40):
        first = int(sys.argv[2]) + number * 10
        assert store.put("annotation", {n.to_bytes(16): n for n in range(first, first + 10)})
"""


def test_two_processes_write_while_a_third_reads(tmp_path: Path) -> None:
    file = tmp_path / "s.db"
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITE, str(file), str(first)])
        for first in (0, 400)
    ]
    keys = [_key(number) for number in range(800)]
    seen = 0
    with Store(file) as store:
        while any(writer.poll() is None for writer in writers):
            found = store.get_all("annotation", keys)
            assert len(found) >= seen, "what was there is still there"
            assert len(found) % 10 == 0, "a batch is there whole or not at all"
            seen = len(found)
        assert [writer.returncode for writer in writers] == [0, 0]
        assert store.get_all("annotation", keys) == {_key(n): n for n in range(800)}
