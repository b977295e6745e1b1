"""Every printing command and export on hostile dossiers, each output given to its reader."""

from __future__ import annotations

import gc
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from armreader.export.notes_formats import export_notes
from armreader.home.folders import places
from armreader.notes.bookmark import Bookmark, bookmark_event, bookmark_quote
from armreader.notes.notebook import Notebook
from armreader.opening import open as opening
from armreader.opening.places import NOWHERE, Places
from armreader.story.dossier import Dossier
from fuzz.hostile import comment, make_dossier, variables
from fuzz.reading_back import COUNTED, DOSSIER_READERS, NOTES_READERS, steering
from fuzz.runs import Ended, apart, run, start

PRINTING = ("articles", "timeline", "quotes", "people", "coverage", "notes", "notes verify")
ON_A_TERMINAL = 0.4
"""The share of the runs whose output goes to a terminal; exports always go to files."""
IN_ITS_OWN_PROCESS = 0.02
"""The share of the runs on files that are repeated in a process of their own: equal output."""
COLUMNS = (1, 20, 80, 80, 200)
_OWN_COLOURS = re.compile(r"\x1b\[(?:0|1|2|36|1;31)m")
_FENCED = re.compile(r", line \d+$|its text is shown|more time or memory than a report does")


def attack(seed: int) -> tuple[int, list[str]]:
    """Make one dossier and run everything on it, apart: how many runs, and what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        chance = Random(seed)
        try:
            runs, wrong = apart(
                lambda: _attack(Path(folder), chance), Path(folder, "home"), variables(chance)
            )
        except Ended as ended:
            runs, wrong = 0, [str(ended)]
    return runs, [f"seed {seed}: {one}" for one in wrong]


def import_all() -> None:
    """Have this process import and load whatever the commands need, once for all that it forks."""
    for seed in range(5):  # files of every kind that are made
        with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            patch.setenv("ARMREADER_HOME", folder)
            dossier, notes = Path(folder, "dossier"), Path(folder, "notes.md")
            make_dossier(dossier, Random(seed))
            opened = opening.open_dossier([str(dossier)], places())
            _keep(opened, notes, Random(seed))
            for command in _commands(opened, dossier, notes):
                _run(command, set(), Random(seed))
    gc.collect()
    gc.freeze()  # a collection in a forked process would copy all of this one's memory


def _attack(home: Path, chance: Random) -> tuple[int, list[str]]:
    folder, notes = home / "dossier", home / "notes.md"
    make_dossier(folder, chance)
    dossier, wrong = _opened(folder)
    kept, damaged = _keep(dossier, notes, chance)
    wrong += damaged
    addresses = {one.url for one in dossier.articles}
    runs = 0
    for command in _commands(dossier, folder, notes) if dossier.articles else ():
        done, found = _run(command, addresses, chance)
        runs, wrong = runs + done, wrong + found
    for name in NOTES_READERS:
        runs += 1
        wrong += _exported(kept, name, addresses)
    return runs, wrong


def _opened(folder: Path) -> tuple[Dossier, list[str]]:
    """The dossier as it was kept, which the commands are given from now on, and faults."""
    open_dossier = opening.open_dossier
    read = open_dossier([str(folder)], places())
    kept = open_dossier([str(folder)], places())

    def given(paths: Sequence[str], where: Places = NOWHERE) -> Dossier:
        return kept if [*paths] == [str(folder)] else open_dossier(paths, where)

    vars(opening)["open_dossier"] = given  # of this process, which is for one dossier
    wrong = ["kept: another dossier than was read"] if kept != read else []
    fenced = [one.message for one in read.problems if _FENCED.search(one.message)]
    return kept, wrong + [f"failed, and fenced: {one}" for one in fenced]


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


def _run(command: list[str], addresses: set[str], chance: Random) -> tuple[int, list[str]]:
    """Run a command once, or twice if also in a process of its own: how often, and faults."""
    is_export = command[0] == "export"
    on_terminal = not is_export and chance.random() < ON_A_TERMINAL
    try:
        ran = run(command, chance.choice(COLUMNS) if on_terminal else 0)
    except BaseException as error:
        return 1, [f"{command[:3]}: {error!r}"]
    failed = "an error of its own" in ran.output + ran.said or ran.code not in (0, 1, 2)
    wrong = [f"{command[:3]}: {ran.code}, {ran.said[-300:]}"] if failed else []
    text = _OWN_COLOURS.sub("", ran.output) if on_terminal else ran.output
    reader = DOSSIER_READERS[command[2]] if is_export else None
    found = reader(text, addresses) if reader else iter(())
    exact = command[0] == "notes" and "--json" in command and not on_terminal
    wrong += _read_back(" ".join(command[:3]), text + ran.said, found, exact=exact)
    if on_terminal or chance.random() >= IN_ITS_OWN_PROCESS:
        return 1, wrong
    if start(command) != ran:
        wrong.append(f"{command[:3]}: other output in a process of its own")
    return 2, wrong


def _read_back(what: str, text: str, found: Iterator[str], *, exact: bool = False) -> list[str]:
    try:
        return [f"{what}: {one}" for one in (*steering(text, exact=exact), *found)][:5]
    except Exception as error:
        return [f"{what}: its reader fails: {error!r:.200}"]
