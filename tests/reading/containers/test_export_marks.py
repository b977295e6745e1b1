"""Which texts may be exports of news archives, and which only look like it."""

from __future__ import annotations

import pytest

from armreader.reading.containers.export_marks import may_be_export

SCRIPT = "var document = window.document; document.write('x'); // the document\n" * 50


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("3 of 12 DOCUMENTS", True),
        ("Dokument 2 von 40", True),
        ("End of Document", True),
        ("Fin del documento", True),
        ("Document LUMC000020310914e79e00001", True),
        ("Documento LUMC000020310914e79e00001", True),
        ("Документ LUMC000020310914e79e00001".encode().decode("latin-1"), True),
        ("文件 LUMC000020310914e79e00001".encode().decode("latin-1"), True),
        (f"{SCRIPT}End of Document\n{SCRIPT}", True),
        (SCRIPT, False),
        ("The document was leaked on Monday.", False),
        ("", False),
    ],
)
def test_an_export_is_suspected_by_its_marks(text: str, may_be: bool) -> None:
    assert may_be_export(text) is may_be
