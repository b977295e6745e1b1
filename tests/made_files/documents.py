"""Documents of word processors, e-books, PDF and zip archives."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

from made_files.reports import Report


def zipped(members: Mapping[str, str | bytes], stored: bool = False) -> bytes:
    packed = io.BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(lines: Sequence[str], author: str = "", extra: str = "") -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "docProps/core.xml": (
                '<c:p xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/"'
                ' xmlns:t="urn:t">'
                f"<dc:creator>{author}</dc:creator><t:created>2013-12-23T23:15:00Z</t:created></c:p>"
            ),
            "word/document.xml": (
                f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}{extra}</w:body></w:document>'
            ),
        }
    )


WORD_EXTRAS = (
    "<w:p><w:del><w:r><w:t>Nobody sees what was deleted.</w:t></w:r></w:del></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Dam</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>Level: low</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def odt(report: Report) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    body = "".join(f"<text:p>{escape(one)}</text:p>" for one in report.paragraphs)
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "meta.xml": (
                '<m xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<dc:creator>{report.byline}</dc:creator><dc:date>2013-12-23</dc:date></m>"
            ),
            "content.xml": (
                f'<o:c xmlns:o="{office}:office:1.0" xmlns:text="{office}:text:1.0"><o:body>'
                f'<text:h text:style-name="Title">{escape(report.title)}</text:h>{body}'
                "</o:body></o:c>"
            ),
        }
    )


def epub(
    reports: Sequence[Report],
    dated: str = "2031-10-05",
    front: str = "<h1>Upland Quarterly</h1><p>No. 4</p>",
) -> bytes:
    chapters = {
        f"OEBPS/c{n}.xhtml": (
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
            f"<title>{escape(one.title)}</title></head><body><h1>{escape(one.title)}</h1>"
            f"{one.markup}</body></html>"
        )
        for n, one in enumerate(reports)
    }
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml"/>' for n in range(len(reports)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(len(reports))))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<c><rootfile full-path="OEBPS/a.opf"/></c>',
            "OEBPS/a.opf": (
                '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Upland Quarterly'
                f'</dc:title><dc:date>{dated}</dc:date><manifest><item id="t" href="t.xhtml"/>'
                f'{items}</manifest><spine><itemref idref="t"/>{spine}</spine></p>'
            ),
            "OEBPS/t.xhtml": f"<html><body>{front}</body></html>",
            **chapters,
        }
    )


def pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]], author: str = "") -> bytes:
    """A PDF of pages with lines: left, bottom, size of the letters, text (Latin letters)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"", f"<< /Author ({author}) >>".encode()]
    objects[2] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {left} {bottom} Tm ({text}) Tj ET\n"
            for left, bottom, size, text in lines
        ).encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(shown), shown))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(out))
    )
