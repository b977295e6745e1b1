"""Mail, saved pages, feeds and web archives."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from email.message import EmailMessage
from html import escape

from made_files.documents import zipped
from made_files.reports import LAWNS, REPORTS, RESERVOIR, Report


def mail(report: Report, **attached: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"] = f"{report.source} <news@{report.url.split('/')[2]}>"
    message["To"] = "desk@paper.example"
    message["Subject"] = f"Press release: {report.title}"
    message["Date"] = (
        f"{report.written_day[-6:-3]}, {report.day[8:]} {_month(report)} 2031 10:00 +0200"
    )
    message["Message-ID"] = "<7@mail.example>"
    message.set_content(report.text + "\n\n-- \nThe press desk\n", cte="quoted-printable")
    message.add_alternative(report.page, subtype="html")
    for name, (kind, data) in attached.items():
        main, sub = kind.split("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name.replace("_", "."))
    return message.as_bytes()


def plain_mail(sender: str, subject: str, text: str) -> bytes:
    message = EmailMessage()
    message["From"] = f"{sender} <desk@paper.example>"
    message["Subject"] = subject
    message["Date"] = "Mon, 20 Oct 2031 10:00:00 +0200"
    message["Message-ID"] = "<8@mail.example>"
    message.set_content(text)
    return message.as_bytes()


def _month(report: Report) -> str:
    return report.written_day[:3]


def mailbox() -> bytes:
    mails = []
    for report in REPORTS:
        text = f"{report.text}\n\n>From the valley, a line that begins with From.\n"
        head = (
            f"From: {report.source} <a@b.example>\nSubject: {report.title}\nMessage-ID: <1@b>\n"
            f"Date: {report.day[8:]} {_month(report)} 2031 08:00:00 +0000\n"
            "Content-Type: text/plain; charset=utf-8\n\n"
        )
        mails.append(f"From a@b.example Sat Nov  8 10:00:00 2031\n{head}{text}\n")
    return "".join(mails).encode()


def mhtml(report: Report) -> bytes:
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {report.url}\r\n"
        "Date: Sat, 8 Nov 2031 09:00:00 +0100\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n'
        "------B\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Location: {report.url}\r\n\r\n{report.page}\r\n"
        "------B\r\nContent-Type: text/html\r\nContent-Location: cid:advert\r\n\r\n"
        "<p>Buy a watering can today, and a hose for the price of one.</p>\r\n------B--\r\n"
    ).encode()


def rss(reports: Sequence[Report] = REPORTS) -> str:
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{one.url}</link>"
        f"<dc:creator>{one.byline}</dc:creator><pubDate>{one.day[8:]} {_month(one)} 2031 06:00:00"
        f" GMT</pubDate><description>{escape(one.paragraphs[0])}</description>"
        f"<content:encoded><![CDATA[{one.markup}]]></content:encoded></item>"
        for one in reports
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>The Upland Herald</title><link>https://upland.example</link>{items}</channel></rss>"
    )


def atom() -> str:
    entries = "".join(
        f"<entry><title>{escape(one.title)}</title><link href='{one.url}'/>"
        f"<published>{one.day}T06:00:00Z</published><updated>2031-11-08T06:00:00Z</updated>"
        f"<author><name>{one.byline or 'staff'}</name><email>x@y.example</email></author>"
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{one.markup}</div>"
        "</content></entry>"
        for one in REPORTS
    )
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Water watch</title>'
        f"<updated>2031-11-08T06:00:00Z</updated>{entries}</feed>"
    )


def record(url: str, answer: str, kind: str = "response", digest: str = "") -> bytes:
    block = answer.encode()
    payload = f"WARC-Payload-Digest: {digest}\r\n" if digest else ""
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: 2031-11-08T07:00:00Z\r\n{payload}Content-Type: application/http\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def warc() -> bytes:
    ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    records = [
        record("urn:info", "software: none", "warcinfo"),
        record(RESERVOIR.url, ok + RESERVOIR.page),
        record(LAWNS.url, ok + LAWNS.page),
        record(RESERVOIR.url, ok + RESERVOIR.page),
        record(
            "https://upland.example/a.js",
            "HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\n\r\nx",
        ),
        record(
            "https://upland.example/gone",
            "HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n\r\n<p>Gone",
        ),
    ]
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def wacz() -> bytes:
    return zipped(
        {"archive/data.warc.gz": warc(), "pages/pages.jsonl": '{"title": "x", "text": "y"}\n',
         "datapackage.json": "{}"}, stored=True,
    )  # fmt: skip
