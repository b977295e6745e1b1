"""Where an article is among those of its file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armreader.story.file_places import place_in_file
from dossiers import harbour_dossier

HARBOUR = harbour_dossier()


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (("gazette.txt", "courier.txt", "herald.txt"), ""),
        (("export.docx#2", "export.docx#10", "herald.txt"), "2 of 10 in export.docx"),
        (("export.docx#2", "other.docx#10", "export.docx#3"), "2 of 3 in export.docx"),
        (("old.zip#desk/a.txt", "old.zip#desk/b.txt", "c.txt"), "desk/a.txt in old.zip"),
        (("old.zip#in.mbox#7", "old.zip#in.mbox#9", "c.txt"), "7 of 9 in old.zip#in.mbox"),
    ],
)
def test_place_in_file(files: tuple[str, ...], place: str) -> None:
    articles = tuple(
        replace(one, file=file) for one, file in zip(HARBOUR.articles, files, strict=True)
    )
    assert place_in_file(articles[0], replace(HARBOUR, articles=articles)) == place
