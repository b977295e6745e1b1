"""Lists of articles as services and reading programs export them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from made_files.reports import DOWNLOADED, REPORTS


def table(columns: Sequence[str], values: Sequence[str]) -> str:
    """A CSV of the three reports; each value is a field of ``Report``, or a text as it is."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for report in REPORTS:
        known = {**report._asdict(), "text": report.text, "marked": report.paragraphs[1]}
        writer.writerow([known.get(value, value) for value in values])
    return out.getvalue()


def newsapi() -> str:
    return json.dumps(
        {
            "status": "ok",
            "articles": [
                {
                    "source": {"id": None, "name": one.source},
                    "author": one.byline or None,
                    "title": one.title,
                    "description": one.paragraphs[0],
                    "url": one.url,
                    "publishedAt": f"{one.day}T06:00:00Z",
                    "content": f"{one.text[:180]}… [+212 chars]",
                }
                for one in REPORTS
            ],
        }
    )


def event_registry() -> str:
    results = [
        {"uri": "7", "date": one.day, "url": one.url, "title": one.title, "body": one.text,
         "source": {"title": one.source}, "authors": [{"name": one.byline}]}
        for one in REPORTS
    ]  # fmt: skip
    return json.dumps({"articles": {"results": results, "totalResults": 3}})


def wallabag() -> str:
    return json.dumps(
        [
            {"title": one.title, "url": one.url, "content": one.markup,
             "published_at": f"{one.day}T10:00:00+0000", "created_at": "2031-11-08T10:00:00+0000",
             "domain_name": one.url.split("/")[2], "published_by": [one.byline]}
            for one in REPORTS
        ]
    )  # fmt: skip


def omnivore() -> str:
    return json.dumps(
        [
            {"id": "1", "title": one.title, "description": one.paragraphs[0], "author": one.byline,
             "url": one.url, "savedAt": "2031-11-08", "publishedAt": one.day}
            for one in REPORTS
        ]
    )  # fmt: skip


def omnivore_files() -> dict[str, str]:
    """The list, the texts and the highlights, by their paths."""
    records = json.loads(omnivore())
    files = {}
    for number, (record, one) in enumerate(zip(records, REPORTS, strict=True)):
        record["slug"] = f"report-{number}"
        files[f"content/report-{number}.html"] = f"<div><div>{one.markup}</div></div>"
        files[f"highlights/report-{number}.md"] = f"> {one.paragraphs[1]}\n"
    return {"metadata_0_to_2.json": json.dumps(records), **files}


def zotero_files() -> dict[str, str]:
    """A library with a saved page for each entry, by their paths."""
    pages = {f"library/files/{n}/page.html": one.page for n, one in enumerate(REPORTS)}
    return {"library/library.ris": ris(), **pages}


def json_lines() -> str:
    return "".join(
        json.dumps({"title": one.title, "text": one.text, "url": one.url, "publish_date": one.day,
                    "media_name": one.source}) + "\n"
        for one in REPORTS
    )  # fmt: skip


def csl() -> str:
    return json.dumps(
        [
            {"id": "a", "type": "article-newspaper", "title": one.title, "URL": one.url,
             "author": [{"family": name.split()[1], "given": name.split()[0]}
                        for name in one.byline.split(" and ") if name],
             "container-title": one.source, "abstract": one.text.replace("\n\n", " "),
             "issued": {"date-parts": [[int(part) for part in one.day.split("-")]]}}
            for one in REPORTS
        ]
    )  # fmt: skip


def ris() -> str:
    entries = []
    for number, one in enumerate(REPORTS):
        authors = [
            f"AU  - {name.split()[1]}, {name.split()[0]}"
            for name in one.byline.split(" and ")
            if name
        ]
        lines = [
            "TY  - NEWS", f"TI  - {one.title}", *authors, f"T2  - {one.source}",
            f"DA  - {one.day.replace('-', '/')}/", f"UR  - {one.url}",
            f"AB  - {one.text.replace(chr(10), ' ')}", f"L1  - files/{number}/page.html", "ER  - ",
        ]  # fmt: skip
        entries.append("\n".join(lines))
    return "\n\n".join(entries) + "\n"


def bibtex() -> str:
    return "\n".join(
        f"@article{{k{number},\n title = {{{{{one.title}}}}},\n author = {{{one.byline}}},\n"
        f" journal = {{{one.source}}},\n date = {{{one.day}}},\n url = {{{one.url}}},\n"
        f" abstract = {{{one.text}}},\n"
        f" file = {{Snapshot:files/{number}/page.html:text/html}}\n}}\n"
        for number, one in enumerate(REPORTS)
    )


def clippings() -> str:
    return "".join(
        f"\ufeff{one.title} ({one.byline or one.source})\n"
        f"- Your Highlight on page 3 | location 44-47 | Added on {DOWNLOADED} 7:12:00 AM\n\n"
        f"{one.paragraphs[1]}\n==========\n"
        for one in REPORTS
    )
