"""The page of a chronology in a real headless browser, if one is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from armreader.export.formats import export_dossier
from armreader.story.chosen import Choice, chosen
from armreader.story.dossier import Dossier

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed"),
]
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


@pytest.fixture
def page(dossier: Dossier, tmp_path: Path) -> Path:
    """The page of a part of the dossier, with what sources say folded."""
    file = tmp_path / "page.html"
    part = chosen(dossier, Choice(kept=frozenset(one.id for one in dossier.events) | {"q-1"}))
    file.write_text(export_dossier(dossier, "html", part), encoding="utf-8")
    return file


def browse(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    assert BROWSER
    command = [BROWSER, *QUIET, f"--user-data-dir={folder / 'profile'}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)


def test_the_browser_complains_of_nothing_and_has_every_entry(page: Path, tmp_path: Path) -> None:
    browser = browse(tmp_path, "--enable-logging=stderr", "--dump-dom", page.as_uri())
    assert "CONSOLE" not in browser.stderr
    assert browser.stdout.count('class="entry') == page.read_text("utf-8").count('class="entry') > 0


def test_print_has_what_is_folded_and_no_controls(page: Path, tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    printed = tmp_path / "page.pdf"
    browse(tmp_path, f"--print-to-pdf={printed}", "--no-pdf-header-footer", page.as_uri())
    document = pdfium.PdfDocument(printed)
    text = "".join(one.get_textpage().get_text_range() for one in document)
    assert "We lost everything" in text
    assert "bakery burns down" in text
    assert "of several sources" not in text
