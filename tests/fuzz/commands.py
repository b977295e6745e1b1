"""Every printing command and export on hostile dossiers, each output given to its reader."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from random import Random

from armreader.cli import main
from armreader.export.notes_formats import export_notes
from armreader.home.folders import places
from armreader.notes.bookmark import Bookmark, bookmark_event, bookmark_quote
from armreader.notes.notebook import Notebook
from armreader.opening.open import open_dossier
from armreader.story.dossier import Dossier
from fuzz.hostile import comment, make_dossier
from fuzz.reading_back import COUNTED, DOSSIER_READERS, NOTES_READERS, steering

PRINTING = ("articles", "timeline", "quotes", "people", "coverage", "notes", "notes verify")


def attack(seed: int) -> tuple[int, list[str]]:
    """Make one dossier and run everything on it: how many runs, and what went wrong."""
    chance = Random(seed)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "dossier")
        make_dossier(folder, chance)
        dossier = open_dossier([str(folder)], places())
        notes = Path(home, "notes.md")
        kept, wrong = _keep(dossier, notes, chance)
        runs = 0
        if dossier.articles:
            for command in _commands(dossier, folder, notes):
                runs += 1
                wrong += _run(command, {one.url for one in dossier.articles})
        for name in NOTES_READERS:
            runs += 1
            wrong += _exported(kept, name, _addresses(dossier))
    return runs, [f"seed {seed}: {one}" for one in wrong]


def _addresses(dossier: Dossier) -> set[str]:
    return {one.url for one in dossier.articles}


def _keep(dossier: Dossier, path: Path, chance: Random) -> tuple[list[Bookmark], list[str]]:
    """Bookmark what there is, with hostile comments: the bookmarks as read back, and faults."""
    notebook = Notebook(path)
    made = [bookmark_quote(dossier, one.id) for one in dossier.quotes[:6]]
    made += [bookmark_event(dossier, one.id) for one in dossier.events[:4]]
    for one in made:
        notebook.add(one.with_comment(comment(chance), ("fire",)))
    contents = Notebook(path).load()
    wrong = [f"notebook: line {line}: {message}" for line, message in contents.problems]
    if [one.id for one in contents.bookmarks] != list(dict.fromkeys(one.id for one in made)):
        wrong.append("notebook: other bookmarks than were saved")
    return list(contents.bookmarks), wrong


def _exported(kept: list[Bookmark], name: str, addresses: set[str]) -> list[str]:
    # A comment is Markdown of the user's own; only what is quoted must not act there.
    kept = [replace(one, comment="") for one in kept] if name == "markdown" else kept
    text = export_notes(kept, name)
    # Org parts what would act by a zero-width blank; JSON holds a comment as it was written.
    seen = text.replace("\u200b", "") if name == "org" else text
    found = NOTES_READERS[name](text, addresses)
    wrong = _read_back(f"notes {name}", seen, found, exact=name.startswith("json"))
    articles = {(one.origin.article, one.origin.sha256) for one in kept}
    expected = len(kept) if name == "org" else len(articles)
    begins = COUNTED.get(name)
    if begins and len(re.findall(begins, text, re.MULTILINE)) != expected:
        wrong.append(f"notes {name}: entries of foreign making, or lost")
    return wrong


def _commands(dossier: Dossier, folder: Path, notes: Path) -> Iterator[list[str]]:
    where = [str(folder), "--notes", str(notes)]
    for name in PRINTING:
        takes_notes = name in ("timeline", "quotes", "notes", "notes verify")
        words = [*name.split(), *(where if takes_notes else where[:1])]
        yield words
        yield [*words, "--json"]
    records = [*(e.id for e in dossier.events[:2]), *(q.id for q in dossier.quotes[:2])]
    for one in records:
        yield ["compare", one, str(folder)]
        yield ["why", one, str(folder)]
    for query in ("said", "\x1b[2J", "date:2023", "[b] OR ("):
        yield ["search", query, str(folder)]
    for name in DOSSIER_READERS:
        yield ["export", "--format", name, *where]


def _run(command: list[str], addresses: set[str]) -> list[str]:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(command)
        except SystemExit as ended:
            code = int(ended.code or 0)
        except BaseException as error:
            return [f"{command[:3]}: {error!r}"]
    text, said = _written(out), _written(err)
    wrong = [f"{command[:3]}: {said}"] if "an error of its own" in said or code > 2 else []
    reader = DOSSIER_READERS[command[2]] if command[0] == "export" else None
    found = reader(text, addresses) if reader else iter(())
    exact = command[0] == "notes" and "--json" in command
    return [*wrong, *_read_back(" ".join(command[:3]), text + said, found, exact=exact)]


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.detach()
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode("utf-8", "surrogateescape")


def _read_back(what: str, text: str, found: Iterator[str], *, exact: bool = False) -> list[str]:
    try:
        return [f"{what}: {one}" for one in (*steering(text, exact=exact), *found)][:5]
    except Exception as error:
        return [f"{what}: its reader fails: {error!r:.200}"]
