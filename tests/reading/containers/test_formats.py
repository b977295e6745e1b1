"""Every format that can contain articles: what is read from a file, and what dates it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

from armreader.reading.read import read_paths
from armreader.records import Article, Problem
from made_files import documents, exports, lists, messages
from made_files.reports import FODDER, LAWNS, REPORTS, RESERVOIR, Report

ALL = tuple(REPORTS)
EXPORT, LIST, FEED = "publication-export", "publication-list", "publication-feed"


def read(folder: Path, name: str, data: str | bytes) -> tuple[list[Article], list[str]]:
    """The articles of a file and what is reported of the rest."""
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    found = list(read_paths([str(file)]))
    problems = [one.message for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, Article)], problems


def body(article: Article) -> str:
    """What of an article is neither furniture nor its head."""
    kinds = ("body", "dateline", "summary")
    return "\n\n".join(
        article.text[slice(*section.span)] for section in article.sections if section.kind in kinds
    )


def has(article: Article, report: Report) -> None:
    """Whether an article is the report, whole, dated by nothing but its own day."""
    assert article.title == report.title
    assert article.source == report.source
    assert article.byline.replace(", ", " and ") == report.byline
    assert article.publication.range is not None
    assert article.publication.range.edtf == report.day
    assert " ".join(report.text.split()) in " ".join(body(article).split())


@pytest.mark.parametrize(
    ("name", "data", "rule", "notices"),
    [
        ("news.docx", documents.docx(exports.nexis_lines()), EXPORT, ()),
        ("news.txt", exports.lexis_text(), EXPORT, ()),
        ("wide.txt", exports.lexis_text().encode("utf-16"), EXPORT, ()),
        ("news.rtf", exports.factiva_rtf(), EXPORT, ()),
        ("news.html", exports.factiva_page(), EXPORT, ()),
        ("coded.txt", exports.factiva_coded(), EXPORT, ()),
        ("codes.txt", exports.factiva_lines_coded(), EXPORT, ()),
        ("copied.txt", exports.factiva_text(), EXPORT, ()),
        ("german.txt", exports.lexis_german(), EXPORT, ()),
        ("proquest.txt", exports.proquest(), EXPORT, ()),
        ("german.csv", lists.table(["Titel", "Volltext", "Quelle", "Autor", "Datum", "URL"],
                                   ["title", "text", "source", "byline", "day", "url"]), LIST, ()),
        ("all.jsonl", lists.json_lines(), LIST, ()),
        ("all.json", lists.event_registry(), LIST, ()),
        ("all.txt", lists.table(["Title", "Text", "Source", "Author", "Date", "URL"],
                                ["title", "text", "source", "byline", "day", "url"]), LIST, ()),
        ("all.csv", lists.table(["title", "text", "source", "author", "date", "url"],
                                ["title", "text", "source", "byline", "day", "url"]), LIST, ()),
        ("z.json", lists.csl(), LIST, ("abstract only",)),
        ("z.ris", lists.ris(), LIST, ("abstract only",)),
        ("z.bib", lists.bibtex(), LIST, ("abstract only",)),
    ],
)  # fmt: skip
def test_each_article_of_a_file_is_one(
    tmp_path: Path, name: str, data: str | bytes, rule: str, notices: Sequence[str]
) -> None:
    articles, problems = read(tmp_path, name, data)
    assert problems == []
    assert [Path(one.file).name for one in articles] == [f"{name}#{n}" for n in (1, 2, 3)]
    for article, report in zip(articles, ALL, strict=True):
        assert article.byline or not report.byline or name == "all.jsonl"
        if name == "all.jsonl":
            report = report._replace(byline="")
        has(article, report)
        assert article.publication.reason.rule == rule
        assert set(notices) <= set(article.notices)


@pytest.mark.parametrize(
    ("words", "document", "day", "language"),
    [
        ("字", "文件", "{year} 年 {month} 月 {day} 日", "英文"),
        ("語", "文書", "{year}年{month}月{day}日", "英語"),
    ],
)
def test_an_export_in_a_language_without_spaces(
    tmp_path: Path, words: str, document: str, day: str, language: str
) -> None:
    page = exports.factiva_page_in(words, document, day, language)
    articles, problems = read(tmp_path, "factiva.html", page)
    assert problems == []
    for article, report in zip(articles, ALL, strict=True):
        has(article, report)


def test_a_headline_after_a_code_appears_once(tmp_path: Path) -> None:
    articles, _ = read(tmp_path, "coded.txt", exports.factiva_coded())
    for article in articles:
        [title] = [one.span for one in article.sections if one.kind == "title"]
        assert article.text[title.start : title.end] == article.title
        assert article.text.count(article.title) == 1
        assert "HD" in article.text.split()


def test_a_headline_after_a_label_appears_once(tmp_path: Path) -> None:
    export = exports.lexis_text()
    for report in ALL:
        export = export.replace(f"\n{report.title}\n", f"\nHEADLINE: {report.title}\n")
    articles, _ = read(tmp_path, "old.txt", export)
    for article, report in zip(articles, ALL, strict=True):
        [title] = [one.span for one in article.sections if one.kind == "title"]
        assert article.text[slice(*title)] == article.title == report.title
        assert article.text.count(article.title) == 1
        assert "HEADLINE:" in article.text


def test_a_headline_that_begins_like_a_label_is_whole(tmp_path: Path) -> None:
    lines = [line.replace(RESERVOIR.title, "Update: the dam") for line in exports.nexis_lines()]
    articles, _ = read(tmp_path, "news.docx", documents.docx(lines))
    assert articles[0].title == "Update: the dam"
    assert "Update: the dam\n" in articles[0].text


def test_an_article_without_text_is_counted_and_every_line_below_a_text_is_furniture(
    tmp_path: Path,
) -> None:
    export = exports.lexis_text()
    for paragraph in RESERVOIR.paragraphs:
        export = export.replace(textwrap.fill(paragraph, 76), "")
    export = export.replace("LANGUAGE: ENGLISH", "LANGUAGE: ENGLISH\n\nUPTR\n\nZONES: All of them")
    export = export.replace("LOAD-DATE:", "OPGELADEN:")
    articles, problems = read(tmp_path, "pictures.txt", export)
    assert problems == ["#1 has no text in the export"]
    assert [one.piece for one in articles] == ["2", "3"]
    assert "cover page" in articles[0].notices[0]
    for article, report in zip(articles, ALL[1:], strict=True):
        assert body(article).endswith(report.text)


def test_the_list_beside_the_texts_of_an_export_is_no_article(tmp_path: Path) -> None:
    lines = exports.nexis_lines()
    end = lines.index("End of Document") + 1
    cover = lines.index(RESERVOIR.title)
    members = {
        "Files (3)_doclist.DOCX": documents.docx(lines[:cover]),
        "Reservoir.DOCX": documents.docx(lines[cover:end]),
    }
    articles, problems = read(tmp_path, "Files (3).ZIP", documents.zipped(members))
    assert problems == ["#Files (3)_doclist.DOCX is the list of an export, without its texts"]
    assert [one.title for one in articles] == [RESERVOIR.title]
    agenda = ["Documents (3)", "The council met at 10:30 and read the documents on Monday."]
    articles, problems = read(tmp_path, "agenda.docx", documents.docx(agenda))
    assert (len(articles), problems) == (1, [])


def test_a_cover_page_is_reported_and_its_date_ignored(tmp_path: Path) -> None:
    for name, data in (
        ("a.txt", exports.lexis_text().encode()),
        ("a.docx", documents.docx(exports.nexis_lines())),
    ):
        articles, _ = read(tmp_path, name, data)
        assert articles[0].notices == ("the cover page of the export, above it, is left out",)
        assert [one.notices for one in articles[1:]] == [(), ()]
        assert not any("November" in article.text for article in articles)


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [("feed.rss", messages.rss(), FEED), ("feed.xml", messages.rss(), FEED),
     ("feed.atom", messages.atom(), FEED)],
)  # fmt: skip
def test_a_feed_that_gathers_names_the_sites(
    tmp_path: Path, name: str, data: str, rule: str
) -> None:
    articles, problems = read(tmp_path, name, data)
    assert problems == []
    hosts = ["upland.example", "tribune.example", "ledger.example"]
    if not name.endswith("atom"):
        hosts[0] = RESERVOIR.source
    for article, report, host in zip(articles, ALL, hosts, strict=True):
        has(article, report._replace(source=host))
        assert (article.publication.reason.rule, article.url) == (rule, report.url)


def test_the_full_text_is_preferred_and_a_missing_one_reported(tmp_path: Path) -> None:
    feed = messages.rss([RESERVOIR]).replace("content:encoded", "content:other")
    [article], _ = read(tmp_path, "short.rss", feed)
    assert body(article) == RESERVOIR.paragraphs[0]
    assert article.notices == ("description only, as the feed gives it",)


def test_a_mail_is_one_article_with_its_headers_and_signature_as_furniture(tmp_path: Path) -> None:
    mail = messages.mail(RESERVOIR, note_txt=("text/plain", b"The list of the villages."))
    [article], problems = read(tmp_path, "release.eml", mail)
    assert problems == []
    has(article, RESERVOIR)
    assert article.file.endswith("release.eml")
    assert article.publication.reason.rule == "publication-mail"
    furniture = [article.text[slice(*s.span)] for s in article.sections if s.kind == "furniture"]
    assert "To: desk@paper.example" in furniture[0]
    assert "The press desk" in furniture[-1]
    assert "note.txt: The list of the villages." in furniture[-1]


FORWARDS = (
    "FYI\n\n---------- Forwarded message ---------\nFrom: {who}\nDate: {day} at 09:00\n"
    "Subject: {subject}\nTo: <desk@paper.example>\n\n{text}",
    "Worth a look.\n\nFrom: {who}\nSent: {day} 09:00\nTo: Desk\nSubject: Re: {subject}\n\n{text}",
    "Begin forwarded message:\n\n> From: {who}\n> Subject: {subject}\n> Date: {day}\n>\n> {quoted}",
    "Zur Info\n\nVon: Ed <ed@paper.example>\nGesendet: 8. Oktober 2031\nAn: Desk\n"
    "Betreff: WG: {subject}\n\nVon: {who}\nGesendet: 14. September 2031\nAn: Ed\n"
    "Betreff: {subject}\n\n{text}",
)


@pytest.mark.parametrize("form", FORWARDS)
def test_a_mail_that_is_passed_on_has_the_author_and_the_day_of_the_first(
    tmp_path: Path, form: str
) -> None:
    text = form.format(
        who=f"{RESERVOIR.source} <news@upland.example>",
        day=RESERVOIR.written_day.rpartition(" ")[0],
        subject=RESERVOIR.title,
        text=RESERVOIR.text,
        quoted=RESERVOIR.text.replace("\n", "\n> "),
    )
    mail = messages.plain_mail("Desk chief", f"Fwd: {RESERVOIR.title}", text)
    [article], problems = read(tmp_path, "forwarded.eml", mail)
    assert problems == []
    has(article, RESERVOIR._replace(byline=""))


def test_an_answer_above_a_longer_mail_is_not_passed_on(tmp_path: Path) -> None:
    text = f"Thank you.\n\nFrom: A <a@b.example>\nSent: May 7, 2030\nTo: B\n\n{RESERVOIR.text}"
    mail = messages.plain_mail("Desk chief", f"Re: {RESERVOIR.title}", text)
    [article], _ = read(tmp_path, "answer.eml", mail)
    assert article.source == "Desk chief"


def test_a_question_above_a_quoted_mail_is_the_text(tmp_path: Path) -> None:
    quoted = "\n".join(f"> {line}" for line in RESERVOIR.text.split("\n"))
    answer = (
        f"Can you check this?\n\nOn Mon, 1 May 2031 at 9:00 Ida <i@x.example> wrote:\n{quoted}\n"
    )
    mail = messages.mail(RESERVOIR).decode()
    head = mail[: mail.index("MIME-Version")]
    [article], _ = read(tmp_path, "re.eml", f"{head}MIME-Version: 1.0\n\n{answer}")
    assert body(article) == "Can you check this?"


def test_lines_that_flow_have_single_spaces(tmp_path: Path) -> None:
    lines = "The pumps of the reservoir were stopped at noon on \nSaturday, the board said.\n"
    head = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n"
    [article], _ = read(tmp_path, "a.eml", head + lines)
    assert "at noon on Saturday, the board said." in article.text


def test_a_mail_as_apple_stores_it(tmp_path: Path) -> None:
    mail = messages.mail(RESERVOIR)
    data = b"%d      \n%b<?xml version='1.0'?><plist><dict/></plist>" % (len(mail), mail)
    [article], problems = read(tmp_path, "7.emlx", data)
    assert problems == []
    has(article, RESERVOIR)
    assert "plist" not in article.text


def test_a_mail_attachment_is_a_separate_article(tmp_path: Path) -> None:
    report = documents.docx([LAWNS.title, *LAWNS.paragraphs], LAWNS.byline)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    mail = messages.mail(RESERVOIR, lawns_docx=(kind, report))
    articles, _ = read(tmp_path, "a.eml", mail)
    assert [Path(one.file).name for one in articles] == ["a.eml", "a.eml#lawns.docx"]
    assert articles[1].byline == LAWNS.byline
    assert articles[1].publication.range is None


def test_a_mailbox_is_read_mail_by_mail(tmp_path: Path) -> None:
    for name in ("alerts.mbox", "saved"):
        articles, problems = read(tmp_path, name, messages.mailbox())
        assert problems == []
        assert [Path(one.file).name for one in articles] == [f"{name}#{n}" for n in (1, 2, 3)]
        for article, report in zip(articles, ALL, strict=True):
            assert (article.title, article.source) == (report.title, report.source)
            assert article.publication.range is not None
            assert article.publication.range.edtf == report.day
            assert "\nFrom the valley, a line that begins with From." in article.text


def test_an_mhtml_page_is_dated_only_by_its_own_content(tmp_path: Path) -> None:
    [article], problems = read(tmp_path, "page.mhtml", messages.mhtml(RESERVOIR))
    assert problems == []
    has(article, RESERVOIR)
    assert article.url == RESERVOIR.url
    assert article.publication.reason.rule == "publication-page"
    undated = messages.mhtml(RESERVOIR._replace(day="x"))
    [article], _ = read(tmp_path, "page.mht", undated)
    assert article.publication.range is None


def test_each_page_of_a_web_archive_is_read_once(tmp_path: Path) -> None:
    for name, data, inside in (
        ("crawl.warc.gz", messages.warc(), ""),
        ("crawl.wacz", messages.wacz(), "archive/data.warc.gz#"),
    ):
        articles, [problem] = read(tmp_path, name, data)
        names = [Path(tmp_path / one.file).relative_to(tmp_path).as_posix() for one in articles]
        assert names == [f"{name}#{inside}1", f"{name}#{inside}2"]
        for article, report in zip(articles, (RESERVOIR, LAWNS), strict=True):
            has(article, report)
            assert article.url == report.url
        assert [one.notices for one in articles] == [("captured twice, unchanged",), ()]
        assert "2 captures are not articles: 1 answered 404, 1 text/javascript" in problem


def test_a_word_document_with_its_table_and_author(tmp_path: Path) -> None:
    lines = [RESERVOIR.title, *RESERVOIR.paragraphs]
    data = documents.docx(lines, RESERVOIR.byline, documents.WORD_EXTRAS)
    [article], problems = read(tmp_path, "report.docx", data)
    assert problems == []
    assert (article.title, article.byline) == (RESERVOIR.title, RESERVOIR.byline)
    assert article.publication.range is None
    assert article.text == f"{RESERVOIR.title}\n\n{RESERVOIR.text}\n\nDam\tLevel: low"
    assert article.file.endswith("report.docx")


def test_a_text_document_of_open_office(tmp_path: Path) -> None:
    [article], problems = read(tmp_path, "report.odt", documents.odt(RESERVOIR))
    assert problems == []
    assert (article.title, article.byline) == (RESERVOIR.title, RESERVOIR.byline)
    assert article.text == f"{RESERVOIR.title}\n\n{RESERVOIR.text}"
    assert article.publication.range is None


def test_chapters_come_in_reading_order(tmp_path: Path) -> None:
    dated = FODDER._replace(paragraphs=("Published: 3 October 2031", *FODDER.paragraphs))
    articles, problems = read(tmp_path, "issue.epub", documents.epub([RESERVOIR, LAWNS, dated]))
    assert problems == []
    assert [one.title for one in articles] == [FODDER.title, LAWNS.title, RESERVOIR.title]
    days = [one.publication.range.edtf for one in articles if one.publication.range]
    assert days == ["2031-10-03", "2031-10-05", "2031-10-05"]
    assert {one.source for one in articles} == {"Upland Quarterly"}


def test_a_chapter_of_teasers_is_a_contents_page(tmp_path: Path) -> None:
    teasers = "".join(
        f"<li><a href=c{n}.xhtml>{one.title}</a><div>{one.paragraphs[0]}</div>"
        for n, one in enumerate(ALL)
    )
    issue = documents.epub(ALL, front=f"<h2>Home news</h2><ul>{teasers}</ul>")
    articles, problems = read(tmp_path, "issue.epub", issue)
    assert problems == []
    assert [one.title for one in articles] == [one.title for one in reversed(ALL)]


@pytest.mark.parametrize(
    ("name", "columns", "values"),
    [
        ("pocket.csv", ["title", "url", "time_added", "tags"], ["title", "url", "1951897600", ""]),
        ("gdelt.csv", ["URL", "MobileURL", "Date", "Title"], ["url", "", "day", "title"]),
        ("mediacloud.csv", ["id", "indexed_date", "media_name", "publish_date", "title", "url"],
         ["7", "2031-11-08", "source", "day", "title", "url"]),
    ],
)  # fmt: skip
def test_addresses_without_text_are_counted(
    tmp_path: Path, name: str, columns: list[str], values: list[str]
) -> None:
    (tmp_path / name).write_text(lists.table(columns, values))
    [problem] = read_paths([str(tmp_path / name)])
    assert isinstance(problem, Problem)
    assert problem.message == "3 addresses without text; armreader fetches nothing"
    assert problem.addresses == tuple(report.url for report in ALL)


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p>",
        "<!DOCTYPE html><html><!--thanks--><head><title>Pocket Export</title></head><body><ul>",
        "<!DOCTYPE html><html><head><title>Instapaper: Export</title></head><body><ol>",
    ],
)
def test_the_links_of_a_reading_list_are_addresses(tmp_path: Path, head: str) -> None:
    links = "".join(f'<li><A HREF="{one.url}" time_added="195">{one.title}</A>' for one in ALL)
    (tmp_path / "list.html").write_text(f'{head}{links}<li><a href="javascript:void(0)">x</a>')
    [problem] = read_paths([str(tmp_path)])
    assert isinstance(problem, Problem)
    assert problem.message == "3 addresses without text; armreader fetches nothing"
    assert problem.addresses == tuple(report.url for report in ALL)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("instapaper.csv", lists.table(["URL", "Title", "Selection", "Timestamp"],
                                       ["url", "title", "marked", "1951897600"])),
        ("readwise.csv", lists.table(
            ["Highlight", "Book Title", "Book Author", "Note", "Highlighted at"],
            ["marked", "title", "byline", "ask the board", "2031-11-08 10:00:00+00:00"])),
        ("My Clippings.txt", lists.clippings()),
    ],
)  # fmt: skip
def test_highlights_are_labelled_as_highlights(tmp_path: Path, name: str, data: str) -> None:
    articles, problems = read(tmp_path, name, data)
    assert problems == []
    assert [one.title for one in articles] == [one.title for one in ALL]
    for article, report in zip(articles, ALL, strict=True):
        assert body(article) == report.paragraphs[1]
        assert article.notices[0] == "highlights only"
        assert article.publication.range is None


def test_notes_are_not_part_of_the_report(tmp_path: Path) -> None:
    rows = lists.table(["Highlight", "Book Title", "Note"], ["marked", "Water", "ask the board"])
    [article], _ = read(tmp_path, "readwise.csv", rows)
    assert body(article) == "\n\n".join(one.paragraphs[1] for one in ALL)
    assert article.text.endswith("Note: ask the board")


def test_cut_texts_and_descriptions_are_reported(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "newsapi.json", lists.newsapi())
    assert problems == []
    for article, report in zip(articles, ALL, strict=True):
        assert article.notices == ("cut by the service: [+212 chars]",)
        assert (article.title, article.source, article.byline) == report[:3]
        assert "[+212 chars]" not in body(article)
    articles, _ = read(tmp_path, "omnivore.json", lists.omnivore())
    for article, report in zip(articles, ALL, strict=True):
        assert article.notices == ("description only, not the whole text",)
        assert article.publication.range is not None
        assert article.publication.range.edtf == report.day


def test_the_day_of_saving_is_not_the_publication_date(tmp_path: Path) -> None:
    articles, _ = read(tmp_path, "wallabag.json", lists.wallabag())
    for article, report in zip(articles, ALL, strict=True):
        has(article, report._replace(source=report.url.split("/")[2]))
    unpublished = lists.wallabag().replace('"published_at"', '"archived_at"')
    articles, _ = read(tmp_path, "wallabag.json", unpublished)
    assert [one.publication.range for one in articles] == [None, None, None]


def test_the_file_attached_to_an_entry_is_its_text(tmp_path: Path) -> None:
    attached = tmp_path / "files" / "1"
    attached.mkdir(parents=True)
    (attached / "page.html").write_text(LAWNS.page)
    (tmp_path / "z.ris").write_text(lists.ris())
    articles = [one for one in read_paths([str(tmp_path)]) if isinstance(one, Article)]
    assert [one.file for one in articles] == ["z.ris#1", "z.ris#2", "z.ris#3"]
    assert [one.notices for one in articles] == [("abstract only",), (), ("abstract only",)]
    assert articles[1].text == f"{LAWNS.title}\n\n{LAWNS.text}"
    assert articles[1].url == LAWNS.url


@pytest.mark.parametrize(
    ("month", "day"),
    [("{oct}", "2031-10"), ("oct", "2031-10"), ("{10}", "2031-10"), ("{?}", "2031")],
)
def test_a_month_beside_its_year(tmp_path: Path, month: str, day: str) -> None:
    entry = (
        f"@article{{k,\n title = {{A}},\n abstract = {{B}},\n month = {month},\n year = 2031\n}}"
    )
    [article], _ = read(tmp_path, "m.bib", entry)
    assert article.publication.range is not None
    assert article.publication.range.edtf == day


@pytest.mark.parametrize("is_zipped", [False, True])
@pytest.mark.parametrize("kept", [lists.zotero_files(), lists.omnivore_files()])
def test_an_export_with_its_texts_beside_it_is_read_once(
    tmp_path: Path, kept: dict[str, str], is_zipped: bool
) -> None:
    folder = tmp_path / "export"
    if is_zipped:
        folder.mkdir()
        (folder / "all.zip").write_bytes(documents.zipped(kept))
    else:
        for name, text in kept.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
    articles = list(read_paths([str(folder)]))
    assert len(articles) == len(ALL)
    for article, report in zip(articles, ALL, strict=True):
        assert isinstance(article, Article)
        assert (article.title, article.url) == (report.title, report.url)
        assert body(article) == report.text
        assert article.notices == ()
        assert article.publication.range is not None
        assert article.publication.range.edtf == report.day


@pytest.mark.parametrize("path", ["../secret.txt", "secret.txt", "/etc/hostname", "files/0/l.txt"])
def test_an_entry_cannot_read_other_files(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "library"
    (folder / "files" / "0").mkdir(parents=True)
    for place in (tmp_path, folder):
        (place / "secret.txt").write_text("Nobody may read these words of mine here.")
    (folder / "files" / "0" / "l.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "z.ris").write_text(f"TY  - NEWS\nTI  - A title\nL1  - {path}\nER  - \n")
    [problem] = read_paths([str(folder / "z.ris")])
    assert isinstance(problem, Problem)
    assert problem.message == "1 entry without text; armreader fetches nothing"


def test_a_folder_of_texts_that_leads_elsewhere_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "secret" / "0").mkdir(parents=True)
    (tmp_path / "secret" / "0" / "l.txt").write_text("Nobody may read these words of mine here.")
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "files").symlink_to(tmp_path / "secret")
    (folder / "z.ris").write_text("TY  - NEWS\nTI  - A title\nL1  - files/0/l.txt\nER  - \n")
    [problem] = read_paths([str(folder / "z.ris")])
    assert isinstance(problem, Problem)
    assert problem.message == "1 entry without text; armreader fetches nothing"


@pytest.mark.parametrize(
    ("name", "data", "read_first", "says"),
    [
        (
            "news.txt",
            exports.lexis_text().split("3 of 3 DOCUMENTS")[0],
            2,
            "says that it has 3 articles; 2 articles were read",
        ),
        (
            "all.csv",
            lists.table(["title", "date", "text"], ["title", "day", "text"])[:-20],
            3,
            "ends within a row, as a file that is cut short; 3 articles were read",
        ),
    ],
)
def test_what_is_missing_from_a_file_that_is_cut_short_is_reported(
    tmp_path: Path, name: str, data: str, read_first: int, says: str
) -> None:
    articles, problems = read(tmp_path, name, data)
    assert len(articles) == read_first
    assert problems == [says]


def test_exports_one_after_another_promise_the_sum_of_their_articles(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "two.txt", exports.lexis_text() + exports.lexis_text())
    assert len(articles) == 6
    assert problems == []


def test_files_without_articles_are_refused(tmp_path: Path) -> None:
    opml = '<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="x"/></body></opml>'
    for name, data, says in (
        ("feeds.opml", opml, "is a list of feeds, not an article; armreader fetches nothing"),
        ("package.json", '{"name": "x", "version": "1"}', "is JSON without articles"),
        ("numbers.csv", "a,b\n1,2\n", "is a table without articles; name its columns"),
        ("links.txt", "https://x.example/a\nhttps://x.example/b\n", "2 addresses without text"),
        ("a.enw", "%0 Newspaper Article\n%T A title\n", "is a list of references in the form of"),
        ("z.rdf", '<rdf:RDF xmlns:rdf="http://x.example/#"/>', "is RDF without news; export"),
        ("data.xml", '<?xml version="1.0"?><invoice/>', "is XML that is not a feed of articles"),
    ):
        articles, [problem] = read(tmp_path, name, data)
        assert articles == []
        assert says in problem


def test_the_folder_of_a_saved_page_in_an_archive_is_part_of_it(tmp_path: Path) -> None:
    members = {"a/Dam.html": RESERVOIR.page, "a/Dam_files/ad.html": LAWNS.page}
    articles, problems = read(tmp_path, "pages.zip", documents.zipped(members))
    assert problems == []
    assert [one.title for one in articles] == [RESERVOIR.title]


def test_a_zip_archive_of_these_formats(tmp_path: Path) -> None:
    inner = documents.zipped({"b.txt": LAWNS.title + "\n\n" + LAWNS.text})
    data = documents.zipped(
        {
            "press/2031-09-14-reservoir.txt": RESERVOIR.title + "\n\n" + RESERVOIR.text,
            "press/feed.rss": messages.rss([FODDER]),
            "press/inner.zip": inner,
            "press/photo.jpg": b"\xff\xd8\xff",
            "__MACOSX/press/._feed.rss": "x",
            "press/Thumbs.db": b"\xd0\xcf\x11\xe0",
            "press/empty.txt": "",
        }
    )
    articles, problems = read(tmp_path, "all-2031-11-08.zip", data)
    assert problems == ["#press/empty.txt holds no text"]
    assert [one.piece for one in articles] == [
        "press/2031-09-14-reservoir.txt",
        "press/feed.rss#1",
        "press/inner.zip#b.txt",
    ]
    ranges = [one.publication.range and one.publication.range.edtf for one in articles]
    assert ranges == [RESERVOIR.day, FODDER.day, None]
