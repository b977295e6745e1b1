"""Files that are cut, patched, nested, huge or made to harm, of every format that is read."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping

from made_files import documents, exports, lists, messages
from made_files.reports import LAWNS, RESERVOIR

TEXT = f"{RESERVOIR.title}\n\n{RESERVOIR.text}\n"
PAGE = RESERVOIR.page
XML = "<?xml version='1.0'?>"
LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{('&' + a + ';') * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip
Made = Callable[[], bytes]


def nested_zip(inner: bytes, name: str, depth: int) -> bytes:
    for level in range(depth):
        inner = documents.zipped({name: inner})
        name = f"{level}.zip"
    return inner


def mail_in_mail(depth: int) -> bytes:
    head = b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    data = head + b"Content-Type: text/plain\r\n\r\n" + TEXT.encode()
    for level in range(depth):
        mark = b"b%d" % level
        data = (
            head + b'Content-Type: multipart/mixed; boundary="' + mark + b'"\r\n\r\n--' + mark
            + b"\r\nContent-Type: message/rfc822\r\n\r\n" + data + b"\r\n--" + mark + b"--\r\n"
        )  # fmt: skip
    return data


def many(one: str, count: int) -> str:
    return "".join(one.replace("@", str(n)) for n in range(count))


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str) -> bytes:
    return documents.zipped(
        {"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'}
    )


def book(chapter: str) -> bytes:
    whole = documents.epub([RESERVOIR])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return documents.zipped({**members, "OEBPS/c0.xhtml": chapter})


def odt_of(body: str) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    return documents.zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": (
            f'<o:c xmlns:o="{office}:office:1.0" xmlns:text="{office}:text:1.0"><o:body>{body}'
            "</o:body></o:c>")}
    )  # fmt: skip


def captures(count: int) -> bytes:
    ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    return b"".join(
        messages.record(f"https://a.example/{n}", f"{ok}<p>{n}</p>") for n in range(count)
    )


PDF = documents.pdf([[(72, 700, 12, RESERVOIR.title), (72, 680, 10, "The dam holds for now.")]])
WARC_HEAD = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example\r\n"
ITEM = "<item><title>t@</title><description>Water ran over the dam on Monday.</description></item>"
RSS = f'{XML}<rss version="2.0"><channel><title>x</title>'
ATOM = f'{XML}<feed xmlns="http://www.w3.org/2005/Atom">'
LINKS = b"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF='https://a.example'>x</A>"
MB = 1_000_000

VARIANTS: Mapping[str, tuple[bytes, Mapping[str, Made]]] = {
    "a.html": (PAGE.encode(), {
        "nested": lambda: b"<div>" * (2 * MB) + PAGE.encode(),
        "huge": lambda: PAGE.encode() + b"<p>word " * (5 * MB),
        "hostile": lambda: b"<a href='" * (1 * MB) + b"<" * MB,
    }),
    "a.md": (f"---\ntitle: x\n---\n{TEXT}".encode(), {
        "nested": lambda: b"---\ntitle: " + b"[" * MB + b"\n---\n" + TEXT.encode(),
        "huge": lambda: b"# x\n" + b"*word* " * (5 * MB),
        "hostile": lambda: b"---\na: &a [x]\n" + b"".join(
            b"b%d: &b%d [*%s]\n" % (n, n, b",*".join([b"a" if not n else b"b%d" % (n - 1)] * 9))
            for n in range(30)) + b"---\n" + TEXT.encode(),
    }),
    "a.txt": (exports.lexis_text().encode(), {
        "nested": lambda: b"1 of 2 DOCUMENTS\n\n" * 300_000,
        "huge": lambda: exports.lexis_text().encode() * 40_000,
        "hostile": lambda: b"End of Document " * (2 * MB),
        "lines": lambda: b"x\n" * (1_900_000),
        "blanks": lambda: b"\n\nx" + b" \n" * (1_900_000),
    }),
    "b.txt": (lists.clippings().encode(), {
        "huge": lambda: lists.clippings().encode() * 60_000,
        "hostile": lambda: b"x (y)\n- Your Highlight on page 3\n\n" + b"=" * (20 * MB),
    }),
    "a.zip": (documents.zipped({"a.txt": TEXT, "b.html": PAGE}), {
        "nested": lambda: nested_zip(TEXT.encode(), "a.txt", 9),
        "huge": lambda: documents.zipped({f"{n}.txt": b"" for n in range(60_000)}),
        "hostile": lambda: documents.zipped({f"{n}.txt": bytes(30 * MB) for n in range(8)}),
    }),
    "b.zip": (documents.zipped(lists.omnivore_files()), {
        "nested": lambda: documents.zipped({"metadata_0_to_1.json": lists.omnivore(), **{
            f"{'content/' * 3_000}{n}.html": PAGE for n in range(300)}}),
        "hostile": lambda: documents.zipped({"metadata_0_to_1.json": json.dumps(
            [{"title": "a", "url": "https://a.example", "slug": "../" * 100_000}] * 9)}),
    }),
    "b.html": (LINKS, {
        "nested": lambda: LINKS + b"<DL><p>" * (4 * MB),
        "huge": lambda: LINKS + b"<DT><A HREF='https://a.example/x'>x</A>" * 100_000,
        "hostile": lambda: LINKS + b"<A HREF='" * (3 * MB),
    }),
    "a.txt.gz": (gzip.compress(TEXT.encode()), {
        "nested": lambda: gzip.compress(gzip.compress(gzip.compress(TEXT.encode()))),
        "huge": lambda: gzip.compress(os.urandom(33 * MB).hex().encode()[: 33 * MB], 1),
        "hostile": lambda: gzip.compress(bytes(300 * MB), 1),
    }),
    "a.eml": (messages.mail(RESERVOIR), {
        "nested": lambda: mail_in_mail(40),
        "huge": lambda: messages.mail(RESERVOIR) + b"word " * (6 * MB),
        "hostile": lambda: b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?=" * MB + b"\n\nx",
    }),
    "a.mbox": (messages.mailbox(), {
        "nested": lambda: b"From a@b Sat Nov  8 10:00:00 2031\n" + mail_in_mail(40),
        "huge": lambda: b"From a@b Sat Nov  8 10:00:00 2031\n\nx\n\n" * 1_500,
        "hostile": lambda: b"From a@b Sat Nov  8 10:00:00 2031\n" + b"x: y" * (10 * MB),
    }),
    "a.mhtml": (messages.mhtml(RESERVOIR), {
        "nested": lambda: mail_in_mail(40).replace(b"message/rfc822", b"multipart/related"),
        "huge": lambda: messages.mhtml(RESERVOIR).replace(b"<article>", b"<p>x" * (7 * MB)),
        "hostile": lambda: messages.mhtml(RESERVOIR).replace(b"------B", b"------B\r\n" * 90_000),
    }),
    "a.rss": (messages.rss().encode(), {
        "nested": lambda: RSS.encode() + b"<a>" * (5 * MB),
        "huge": lambda: (RSS + many(ITEM, 1_000)).encode(),
        "hostile": lambda: f"{XML}{LAUGHS}<rss><channel><title>&i;</title>".encode(),
    }),
    "a.atom": (messages.atom().encode(), {
        "nested": lambda: ATOM.encode() + b"<entry>" * (3 * MB),
        "huge": lambda: ATOM.encode() + b"<entry><title>x</title></entry>" * 800_000,
        "hostile": lambda: ATOM.encode() + b"<entry " + b" a='b'" * (2 * MB) + b">",
    }),
    "a.warc": (gzip.decompress(messages.warc()), {
        "nested": lambda: nested_zip(messages.warc(), "a.warc.gz", 4),
        "huge": lambda: captures(1_000),
        "hostile": lambda: (f"{WARC_HEAD}Content-Length: 99999999999\r\n\r\n").encode()
        + b"x" * (40 * MB),
    }),
    "a.warc.gz": (messages.warc(), {
        "huge": lambda: gzip.compress(captures(1_000), 1),
        "hostile": lambda: gzip.compress(
            f"{WARC_HEAD}Content-Length: 300000000\r\n\r\n".encode() + bytes(300 * MB), 1),
    }),
    "a.wacz": (messages.wacz(), {
        "nested": lambda: documents.zipped(
            {"datapackage.json": "{}", "archive/data.warc.gz": messages.wacz()}),
        "hostile": lambda: documents.zipped({"datapackage.json": "{}", "archive/a.warc": (
            f"{WARC_HEAD}Content-Length: 200000000\r\n\r\n".encode() + bytes(200 * MB))}),
    }),
    "a.docx": (documents.docx(exports.nexis_lines()), {
        "nested": lambda: word("<w:p>" * (2 * MB)),
        "huge": lambda: word("<w:p><w:r><w:t>word</w:t></w:r></w:p>" * 800_000),
        "hostile": lambda: documents.zipped(
            {"word/document.xml": f"{XML}{LAUGHS}<w:document xmlns:w='{WORD}'>&i;</w:document>"}),
    }),
    "a.odt": (documents.odt(RESERVOIR), {
        "nested": lambda: odt_of("<text:p>" * (2 * MB)),
        "huge": lambda: odt_of("<text:p>word</text:p>" * 1_500_000),
        "hostile": lambda: odt_of("<text:p>x<text:s text:c='999999999'/></text:p>"),
    }),
    "a.epub": (documents.epub([RESERVOIR, LAWNS]), {
        "nested": lambda: book("<div>" * (5 * MB)),
        "huge": lambda: documents.epub([RESERVOIR] * 300),
        "hostile": lambda: book("<p>x" + " " * (100 * MB)),
    }),
    "a.pdf": (PDF, {
        "nested": lambda: PDF.replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"),
        "huge": lambda: documents.pdf([[(72, 700, 12, "The dam holds for now.")]] * 20_000),
        "hostile": lambda: documents.pdf(
            [[(72 + n % 400, 700 - n % 600, 1, "x") for n in range(400_000)]]),
    }),
    "a.rtf": (exports.factiva_rtf(), {
        "nested": lambda: b"{\\rtf1 " + b"{" * (6 * MB),
        "huge": lambda: b"{\\rtf1 " + b"word \\par\n" * (3 * MB) + b"}",
        "hostile": lambda: b"{\\rtf1 " + b"\\u8212?" * (700_000) + b"}",
    }),
    "a.json": (lists.newsapi().encode(), {
        "nested": lambda: b'[{"title":' + b"[" * (5 * MB),
        "huge": lambda: b'[{"title":"a","url":"https://a.example"}' + b',{"title":"a"}' * MB + b"]",
        "hostile": lambda: b'[{"title":"a","text":"' + b"\\u0041" * (5 * MB) + b'"}]',
    }),
    "a.jsonl": (lists.json_lines().encode(), {
        "nested": lambda: (b'{"title":' + b"[" * 100_000 + b"\n") * 100,
        "huge": lambda: b'{"title":"a","url":"https://a.example"}\n' * 600_000,
        "hostile": lambda: b'{"title":"' + b"x" * (40 * MB),
    }),
    "a.csv": (lists.table(["title", "text", "url"], ["title", "text", "url"]).encode(), {
        "huge": lambda: b"title,text,url\n" + b"a,b,https://a.example\n" * 1_000,
        "hostile": lambda: b'title,text,url\n"' + b"a,\n" * (10 * MB),
        "wide": lambda: b"title,text,url" + b"," * (20 * MB),
    }),
    "a.ris": (lists.ris().encode(), {
        "huge": lambda: b"TY  - NEWS\nTI  - t\nUR  - https://a.example\nER  - \n\n" * 200_000,
        "hostile": lambda: b"TY  - NEWS\nTI  - t\nAB  - " + b"x " * (15 * MB),
    }),
    "a.bib": (lists.bibtex().encode(), {
        "nested": lambda: b"@article{a, title = " + b"{" * (10 * MB),
        "huge": lambda: b"@article{a, title = {t}, url = {https://a.example}}\n" * 200_000,
        "hostile": lambda: b"@article{" * (3 * MB),
    }),
    "a.csl.json": (lists.csl().encode(), {
        "huge": lambda: b'[{"title":"a","issued":{"date-parts":[[2031]]}}'
        + b',{"title":"a","issued":{"date-parts":[[2031]]}}' * 200_000 + b"]",
    }),
    "a.opml": (b"<?xml version='1.0'?><opml><body/></opml>", {
        "nested": lambda: b"<?xml version='1.0'?><opml><body>" + b"<outline>" * (3 * MB),
        "hostile": lambda: f"{XML}{LAUGHS}<opml><body>&i;</body></opml>".encode(),
    }),
}  # fmt: skip


def variants() -> Iterator[tuple[str, str, Made]]:
    for name, (whole, made) in VARIANTS.items():
        yield name, "cut", lambda whole=whole: whole[: len(whole) // 2]  # type: ignore[misc]
        yield (name, "patched", lambda whole=whole: (  # type: ignore[misc]
            whole[: len(whole) // 3] + bytes(40) + whole[len(whole) // 3 + 40 :]))  # fmt: skip
        for kind, make in made.items():
            yield name, kind, make
