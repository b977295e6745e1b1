"""How long a change to an open dossier takes: a correction, and a file more, among 1,000.

    python tests/bench/changes.py [ARTICLES]

The files are the articles of the bench of linking. Each time is what the running app spends of one
core from the change to the new dossier; that it is remembered beside the screen is not in it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from threading import Event

from armreader.home.corrections import add_correction, corrections_file
from armreader.opening.loading import Loading
from armreader.records import Correction
from armreader.story.dossier import Dossier

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.linking import articles


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as place:
        os.environ["ARMREADER_HOME"] = f"{place}/home"
        folder = Path(place) / "dossier"
        folder.mkdir()
        *files, last = (
            (article.file, f"---\ndate: {article.publication.range.edtf}\n---\n{article.text}")
            if article.publication.range
            else (article.file, article.text)
            for article in articles(count + 1)
        )
        for name, text in files:
            (folder / name).write_text(text)
        changes(folder, *last)


def changes(folder: Path, name: str, text: str) -> None:
    """Open the folder, then make one change after another, and print how long each took."""
    loading = Loading()

    def timed(change: str) -> Dossier:
        started = time.thread_time()
        dossier, _ = loading([str(folder)], lambda found, words: None, Event())
        print(f"{change:24} {time.thread_time() - started:6.2f} s")
        return dossier

    dossier = timed("opened")
    mention = next(one for one in dossier.events if len(one.mentions) > 1).mentions[0]
    first, second = (article.id for article in dossier.articles[:2])
    for correction in (
        Correction("source", first, "Morning Post"),
        Correction("split", f"{mention.article}@{mention.trigger.start}"),
        Correction("date", second, "2021-05-06"),
    ):
        add_correction(corrections_file(), correction)
        timed(f"corrected: {correction.kind}")
    (folder / name).write_text(text)
    timed("one file more")


if __name__ == "__main__":
    main()
