"""Nested, cut, huge or malicious files: one line for each, and everything else is read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.reading.containers import budget
from armreader.reading.read import read_paths
from armreader.records import Article, Problem
from made_files import documents, exports, lists, messages
from made_files.hostile import Made, variants
from made_files.reports import RESERVOIR

TEXT = f"{RESERVOIR.title}\n\n{RESERVOIR.text}\n"


def outcome(folder: Path, name: str, data: str | bytes) -> tuple[int, list[str]]:
    """How many articles a file gives, and what is said of the rest."""
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    found = list(read_paths([str(file)]))
    problems = [one.message for one in found if isinstance(one, Problem)]
    assert not any("\n" in message for message in problems)
    return len(found) - len(problems), problems


def nested(depth: int) -> bytes:
    data = documents.zipped({"a.txt": TEXT})
    for level in range(depth):
        data = documents.zipped({f"{level}.zip": data})
    return data


def parts_within_parts(depth: int) -> str:
    opened = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth)
    )
    return (
        f"From: a@b.example\r\nMIME-Version: 1.0\r\n{opened}Content-Type: text/plain\r\n\r\n{TEXT}"
    )


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
ITEM = "<rss><channel><item><title>&a;</title></item></channel></rss>"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("zeros.zip", documents.zipped({"a.txt": bytes(40_000_000)}), "#a.txt is a binary file"),
        ("deep.zip", nested(4), "lies in 3 containers; unpack the outer ones first"),
        ("twice.gz", gzip.compress(gzip.compress(TEXT.encode())), "is packed twice"),
        ("cut.zip", documents.zipped({"a.txt": TEXT})[:-30], "is a zip archive that is cut short"),
        ("laughs.rss", f"<?xml version='1.0'?>{LAUGHS}{ITEM}", "defines entities of its own"),
        ("outside.rss", f"<?xml version='1.0'?>{OUTSIDE}{ITEM}", "defines entities of its own"),
        ("deep.rss", "<rss><channel>" + "<a>" * 100_000, "is nested more than 500 elements deep"),
        ("deep.eml", parts_within_parts(3000), "is a message with more parts than real mail"),
        ("head.eml", "MIME-Version: 1.0\nSubject: " + "=?utf-8?q?" * 99_999 + "\n\nx", "headers"),
        ("long.eml", "MIME-Version: 1.0\nSubject: " + "=?utf-8?q?" * 9_999 + "\n\nx", "longer"),
        ("deep.json", '[{"title":' + "[" * 9_000, "is not valid JSON, or is cut short"),
        ("many.json", '[{"title":"a"},' + "{}," * 800_000 + "{}]", "more than 1,500,000 values"),
        ("wide.csv", "title,text" + "," * 200_000 + "\n", "is a table with too many columns"),
        ("length.warc", "WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx", "cut short or damaged"),
        ("heads.warc", "WARC/1.0\r\n" + "a: b\r\n" * 9_999, "cut short or damaged"),
        ("deep.rtf", "{\\rtf1 " + "{" * 400_000, "is an RTF document with too much in it"),
        ("noise.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 9, "is a PDF that is damaged"),
        ("deep.docx", documents.docx([], extra="<w:p>" * 9_000), "more than 500 elements deep"),
        ("empty.epub", documents.zipped({"META-INF/container.xml": "<c/>"}), "without a list"),
    ],
)  # fmt: skip
def test_a_bad_file_gives_one_line(tmp_path: Path, name: str, data: str | bytes, says: str) -> None:
    read, problems = outcome(tmp_path, name, data)
    assert read == 0
    assert len(problems) == 1
    assert says in problems[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("quote.html", "<!doctype html><p " + "b=ccccc " * 60 + '">' + TEXT),
        ("comments.html", "<!-- a -->" * 60 + "<p>" + TEXT),
        ("comments.xml", "<!-- a -->" * 60 + "<p>" + TEXT),
        ("types.txt", "<!DOCTYPE a [ ] >" * 60 + "\n" + TEXT),
        ("lines.txt", "a\n- b | c\n" + "\n" * 60 + TEXT),
    ],
)
def test_text_that_can_be_matched_in_many_ways_is_read(
    tmp_path: Path, name: str, data: str
) -> None:
    assert outcome(tmp_path, name, data) == (1, [])


def test_many_blanks_in_a_reference_cost_nothing(tmp_path: Path) -> None:
    data = "@article{a,\n" + " " * 500_000 + "}\n"
    read, problems = outcome(tmp_path, "blanks.bib", data)
    assert (read, len(problems)) == (0, 1)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("blanks.zip", documents.zipped({f"{n}.html": b"<p>" * 50_000 for n in (1, 2)})),
        ("blanks.gz", gzip.compress(b"ha\n" * 140_000)),
    ],
)
def test_a_zip_bomb_is_refused(
    name: str, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "RATIO_FROM", 160_000)
    read, [problem] = outcome(tmp_path, name, data)
    assert read == 0
    assert "unpacks to more than 200 times its size" in problem


def test_what_was_read_before_the_limit_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {f"{n}.txt": f"{n}: {TEXT}" for n in range(6)}
    monkeypatch.setattr(budget, "UNPACKED", 3 * len(TEXT.encode()))
    read, problems = outcome(tmp_path, "a.zip", documents.zipped(texts))
    assert 0 < read < 6
    [problem] = problems
    assert problem.startswith("unpacks to more than 0 MB; split it; ")
    assert problem.endswith("read")


def test_time_is_limited_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", -1.0)
    read, [problem] = outcome(tmp_path, "a.zip", documents.zipped({"a.txt": TEXT}))
    assert read == 0
    assert "s to unpack; split it" in problem


def test_an_archive_of_too_many_files_is_not_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from armreader.reading.containers import archive

    monkeypatch.setattr(archive, "PIECES", 3)
    files = documents.zipped({f"{n}.txt": TEXT for n in range(4)})
    assert outcome(tmp_path, "a.zip", files) == (
        0,
        ["is a zip archive of more than 3 files; split it"],
    )


def test_a_cut_web_archive_gives_what_comes_before_the_cut(tmp_path: Path) -> None:
    read, [problem] = outcome(tmp_path, "cut.warc.gz", messages.warc()[:-30])
    assert read == 2
    assert problem.startswith("is cut short or damaged; 2 articles were read")


def test_a_cut_feed_gives_what_comes_before_the_cut(tmp_path: Path) -> None:
    read, [problem] = outcome(tmp_path, "cut.rss", messages.rss()[:-120])
    assert read == 3
    assert "is not valid XML" in problem


def test_an_export_that_is_cut_keeps_its_last_article(tmp_path: Path) -> None:
    lines = exports.nexis_lines()[:-4]
    assert outcome(tmp_path, "cut.docx", documents.docx(lines)) == (3, [])


def test_a_damaged_member_leaves_the_others(tmp_path: Path) -> None:
    data = documents.zipped({"a.txt": TEXT, "b.txt": TEXT.upper()}, stored=True)
    read, problems = outcome(tmp_path, "a.zip", data.replace(TEXT.encode(), TEXT.lower().encode()))
    assert read == 1
    assert problems == ["#a.txt is cut short or damaged"]


WHOLE = {
    "a.docx": documents.docx(exports.nexis_lines()),
    "a.epub": documents.epub([RESERVOIR]),
    "a.eml": messages.mail(RESERVOIR),
    "a.mbox": messages.mailbox(),
    "a.mhtml": messages.mhtml(RESERVOIR),
    "a.rss": messages.rss().encode(),
    "a.warc.gz": messages.warc(),
    "a.wacz": messages.wacz(),
    "a.json": lists.newsapi().encode(),
    "a.jsonl": lists.json_lines().encode(),
    "a.ris": lists.ris().encode(),
    "a.bib": lists.bibtex().encode(),
    "a.rtf": exports.factiva_rtf(),
    "a.txt": exports.lexis_text().encode(),
    "b.txt": lists.clippings().encode(),
}


CHEAP = [
    (name, kind, make) for name, kind, make in variants() if kind in ("cut", "patched", "nested")
]


@pytest.mark.parametrize(
    ("name", "make"),
    [(name, make) for name, _, make in CHEAP],
    ids=[" ".join(c[:2]) for c in CHEAP],
)
def test_every_format_is_read_or_refused_in_a_line(name: str, make: Made, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(make())
    (tmp_path / "z.txt").write_text(TEXT)
    found = list(read_paths([str(tmp_path)]))
    assert any(isinstance(one, Article) and one.file == "z.txt" for one in found)
    problems = [one for one in found if isinstance(one, Problem)]
    assert len(problems) <= 1
    assert not any("\n" in one.message for one in problems)
    assert problems or any(one.file.startswith(name) for one in found)


@settings(max_examples=60)
@given(
    name=st.sampled_from(sorted(WHOLE)),
    at=st.floats(0, 1),
    patch=st.binary(max_size=6),
    cut=st.booleans(),
)
def test_any_cut_or_patched_file_is_read_or_reported(
    tmp_path_factory: pytest.TempPathFactory, name: str, at: float, patch: bytes, cut: bool
) -> None:
    data = WHOLE[name]
    place = int(at * len(data))
    data = data[:place] + patch + (b"" if cut else data[place + len(patch) :])
    folder = tmp_path_factory.mktemp("patched")
    (folder / name).write_bytes(data)
    (folder / "z.txt").write_text(TEXT)
    found = list(read_paths([str(folder)]))
    assert isinstance(found[-1], Article | Problem)
    assert any(isinstance(one, Article) and one.file == "z.txt" for one in found)
    assert sum(isinstance(one, Problem) for one in found) <= 1
