"""A library: the same whoever does the work, whenever it was stopped, and whatever was there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from armreader.export.dossier_json import export_json
from armreader.extraction.annotate import annotate
from armreader.home.corrections import add_correction
from armreader.opening import indexing, listing, shares
from armreader.opening.executors import BadExecutor, Make, OneByOne, executor_maker
from armreader.opening.indexing import Progress, index
from armreader.opening.loading import Loading
from armreader.opening.open import open_dossier
from armreader.opening.outcome import Outcome, unchanged
from armreader.opening.places import Places
from armreader.records import Annotations, Article, Correction, Problem
from armreader.store.indexed import holds_stories, library_paths
from armreader.store.library import Library, Shelf
from armreader.store.store import Store
from armreader.store.words import Hits, search
from armreader.story.dossier import Dossier
from own_process import printed

HARBOUR = (
    "Harbour of Veldhaven to close\n\nVELDHAVEN, 3 March 2031 - The harbour of Veldhaven will close"
    " in June, mayor Ada Quill said on Monday. “We cannot keep it standing,” Quill said. {}\n",
    "The harbour of Veldhaven closes and fishermen protest. {}",
    "Fishermen in Veldhaven blocked the harbour after mayor Ada Quill announced its closure.",
)
QUAKE = (
    "Earthquake strikes Tamoria\n\nTAMORIA, 9 March 2031 - An earthquake of magnitude 6.1 struck"
    " Tamoria on Sunday and killed eleven people, the geologist Ivo Brandt said. {}\n",
    "Rescuers searched the rubble in Tamoria after the earthquake, Ivo Brandt said. {}",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(listing, "_SETTLED", -(10**18))  # the files of a test are new
    made = tmp_path / "reports"
    made.mkdir()
    for name, texts in (("harbour", HARBOUR), ("quake", QUAKE)):
        for number, text in enumerate(texts):
            (made / f"{name}-{number}.txt").write_text(text.format("It was reported locally."))
    return made


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "corrections.txt", tmp_path / "store.db")


def indexed(folder: Path, places: Places, executor: tuple[Make, int] = OneByOne) -> Outcome:
    return index([str(folder)], places, lambda progress: None, executor)


def exported(folder: Path, places: Places) -> list[str]:
    """Every story of the library, as it is exported."""
    with Store(places.store) as store:
        library = Library(store, library_paths([str(folder)]))
        return [export_json(dossier_of(library, one)) for one in library.all_shelves()]


def dossier_of(library: Library, shelf: Shelf) -> Dossier:
    dossier, _, _ = library.dossier(shelf.name)
    assert dossier
    return dossier


def shelves(folder: Path, places: Places) -> list[Shelf]:
    with Store(places.store) as store:
        return Library(store, library_paths([str(folder)])).shelves()


def test_the_articles_on_one_thing_are_one_story(folder: Path, places: Places) -> None:
    outcome = indexed(folder, places)
    assert outcome[:4] == (5, 2, 5, 2)
    quake, harbour = shelves(folder, places)
    assert (quake.label, quake.articles) == ("Earthquake strikes Tamoria", 2)
    assert (harbour.articles, harbour.earliest, harbour.new) == (3, "2031-03-03", False)


def test_a_folder_holds_stories_if_no_story_has_half_of_it(folder: Path, places: Places) -> None:
    def holds() -> bool:
        return holds_stories(places.store, [str(folder)])

    assert not holds()
    indexed(folder, places)
    assert not holds()
    for number in (1, 2):
        text = f"Lena Ost wins the Golden Reed\n\nWriter Lena Ost won the Golden Reed, {number}.\n"
        (folder / f"prize-{number}.txt").write_text(text)
    indexed(folder, places)
    assert holds()


def test_a_story_is_the_same_as_a_dossier_of_its_articles(
    folder: Path, places: Places, tmp_path: Path
) -> None:
    indexed(folder, places)
    alone = tmp_path / "alone"
    alone.mkdir()
    for file in folder.glob("quake*"):
        (alone / file.name).write_bytes(file.read_bytes())
    quake = exported(folder, places)[0]
    assert quake == export_json(open_dossier([str(alone)], Places(places.corrections, None)))


@pytest.mark.parametrize("spec", ["jobs", "test_indexing_executors:threads"])
def test_whoever_does_the_work_it_comes_to_the_same(
    spec: str, folder: Path, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "test_indexing_executors.py").write_text(
        "from concurrent.futures import ThreadPoolExecutor\n"
        "def threads(): return ThreadPoolExecutor(2)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(indexing, "BATCH", 1)
    indexed(folder, places)
    other = Places(places.corrections, tmp_path / "other.db")
    maker = executor_maker(jobs=2) if spec == "jobs" else executor_maker(spec)
    indexed(folder, other, maker)
    assert exported(folder, other) == exported(folder, places)


def test_a_local_cluster_comes_to_the_same(folder: Path, places: Places, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    indexed(folder, places)
    other = Places(places.corrections, tmp_path / "other.db")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address=None, processes=False
    ) as cluster:
        indexed(folder, other, executor_maker(f"dask:{cluster.scheduler_address}"))
    assert exported(folder, other) == exported(folder, places)


_killed = shares.annotate_share


def killing(share: tuple[bytes, Sequence[Article]]) -> list[shares.Annotated]:
    """The first worker that comes to the second quake report is killed."""
    mark = Path(os.environ["ARMREADER_HOME"]) / "killed"
    if any("rubble" in one.text for one in share[1]) and not mark.exists():
        mark.parent.mkdir(exist_ok=True)
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return _killed(share)


def test_where_a_worker_is_killed_another_does_its_share(
    folder: Path, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    indexed(folder, places)
    monkeypatch.setattr(indexing, "BATCH", 1)
    monkeypatch.setattr(indexing, "annotate_share", killing)
    other = Places(places.corrections, tmp_path / "other.db")
    outcome = indexed(folder, other, (forking, 2))
    assert (own_home / "killed").exists()
    assert outcome.problems == ()
    assert exported(folder, other) == exported(folder, places)


_DYING = """
import os, signal, sys
from pathlib import Path
from threading import Event
from armreader.opening import indexing
from armreader.opening.places import Places

step, at, folder, corrections, store = sys.argv[1], int(sys.argv[2]), *sys.argv[3:]
whole, done = getattr(indexing, step), []

def dying(*given):
    if len(done) == at:
        os.kill(os.getpid(), signal.SIGKILL)
    done.append(given)
    return whole(*given)

setattr(indexing, step, dying)
indexing.share_size = lambda workers: 1
indexing.index([folder], Places(Path(corrections), Path(store)), lambda progress: None)
"""


@pytest.mark.parametrize(("step", "at"), [("annotate_share", 2), ("link_share", 1), ("finish", 0)])
def test_a_killed_indexing_goes_on_where_it_was(
    step: str, at: int, folder: Path, places: Places, tmp_path: Path
) -> None:
    other = Places(places.corrections, tmp_path / "other.db")
    child = [sys.executable, "-c", _DYING, step, at, folder, other.corrections, other.store]
    assert subprocess.run(list(map(str, child)), check=False).returncode == -signal.SIGKILL
    outcome = indexed(folder, other)
    assert outcome.problems == ()
    assert outcome.annotated == (len(HARBOUR + QUAKE) - at if step == "annotate_share" else 0)
    indexed(folder, places)
    assert exported(folder, other) == exported(folder, places)


def forking() -> Executor:
    from multiprocessing import get_context

    return ProcessPoolExecutor(2, get_context("fork"))  # what a test put in stays in


@pytest.mark.parametrize("spec", ["no_such_module:make", "os:no_such", "armreader:__version__"])
def test_what_gives_no_executor_is_said(folder: Path, places: Places, spec: str) -> None:
    with pytest.raises(BadExecutor):
        indexed(folder, places, executor_maker(spec))


def test_an_article_that_breaks_the_program_is_a_problem_and_the_rest_goes_on(
    folder: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = annotate

    def breaking(article: Article) -> Annotations:
        if "rubble" in article.text:
            raise ZeroDivisionError
        return original(article)

    monkeypatch.setattr("armreader.extraction.annotate.annotate", breaking)
    outcome = indexed(folder, places)
    (problem,) = outcome.problems
    assert (outcome.articles, problem.file) == (4, "quake-1.txt")
    assert "ZeroDivisionError" in problem.message


def test_what_could_not_be_found_in_an_article_is_a_problem(
    folder: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(article: Article) -> Annotations:
        return replace(annotate(article), faults=("no names",) if "rubble" in article.text else ())

    monkeypatch.setattr("armreader.extraction.annotate.annotate", faulty)
    expected = (Problem("quake-1.txt", "no names"),)
    assert indexed(folder, places).problems == expected
    assert indexed(folder, places).problems == expected


def test_a_story_that_cannot_be_linked_is_tried_again(
    folder: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(telling: shares.Telling) -> shares.LinkedStory:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(indexing, "link_share", breaking)
        assert len(indexed(folder, places).problems) == 2
        assert len(indexed(folder, places).problems) == 2
    assert indexed(folder, places)[2:] == (0, 2, ())


def test_where_nothing_changed_nothing_is_done(folder: Path, places: Places) -> None:
    assert unchanged([str(folder)], places) is None
    first = indexed(folder, places)
    assert unchanged([str(folder)], places) == (*first[:2], 0, 0, ())
    assert places.corrections
    add_correction(places.corrections, Correction("date", "a-0123456789", "2031-03-10"))
    assert unchanged([str(folder)], places) is None
    indexed(folder, places)
    (folder / "quake-1.txt").unlink()
    assert unchanged([str(folder)], places) is None


def test_under_other_paths_nothing_is_done_twice(folder: Path, places: Places) -> None:
    indexed(folder, places)
    before = exported(folder, places)
    labels = [one.label for one in shelves(folder, places)]
    moved = folder.rename(folder.with_name("archive"))
    assert indexed(moved, places)[:4] == (5, 2, 0, 0)
    assert exported(moved, places) == before
    assert [one.label for one in shelves(moved, places)] == labels


def test_what_was_opened_as_a_dossier_is_not_annotated_again(folder: Path, places: Places) -> None:
    Loading(places)([str(folder)], lambda *_: None, Event())
    assert indexed(folder, places)[:3] == (5, 2, 0)


def test_where_nothing_changed_nothing_is_imported_for_an_indexing() -> None:
    script = (
        "import sys; from armreader.opening import outcome;"
        "print([one for one in sys.modules if one.startswith('armreader.extraction')])"
    )
    assert printed(script) == "[]\n"


@pytest.mark.parametrize(
    ("change", "annotated", "linked"),
    [
        (lambda folder: os.utime(folder / "quake-0.txt", (1, 1)), 0, 0),
        (lambda folder: (folder / "quake-0.txt").chmod(0o640), 0, 0),
        (lambda folder: (folder / "quake-0.txt").rename(folder / "quake-00.txt"), 0, 0),
        (lambda folder: (folder / "quake-1.txt").unlink(), 0, 1),
        (lambda folder: (folder / "harbour-3.txt").write_text(HARBOUR[2] + " Again."), 1, 1),
        (lambda folder: (folder / "quake-1.txt").write_text(QUAKE[1] + "More died."), 1, 1),
    ],
    ids=["touched", "permissions", "moved", "removed", "added", "changed"],
)
def test_a_change_costs_what_it_changes(
    folder: Path, places: Places, change: Callable[[Path], object], annotated: int, linked: int
) -> None:
    indexed(folder, places)
    change(folder)
    outcome = indexed(folder, places)
    assert (outcome.annotated, outcome.linked) == (annotated, linked)
    assert indexed(folder, places)[2:4] == (0, 0)
    files = {file.name for file in folder.iterdir()}
    with Store(places.store) as store:
        library = Library(store, library_paths([str(folder)]))
        names = [one.file for shelf in library.shelves() for one in library.members(shelf.name)]
    assert sorted(names) == sorted(files)


@pytest.mark.parametrize("kind", ["annotation", "profile"])
def test_what_was_dropped_is_made_again_from_the_kept_text(
    kind: str, folder: Path, places: Places
) -> None:
    indexed(folder, places)
    before = exported(folder, places)
    assert places.store
    with Store(places.store) as store:
        store.connection.execute(f"DELETE FROM {kind}")
    os.utime(folder / "quake-0.txt", (1, 1))
    assert indexed(folder, places)[2:] == (5 if kind == "annotation" else 0, 0, ())
    assert exported(folder, places) == before


def test_where_the_kept_text_is_lost_the_file_is_read_again(folder: Path, places: Places) -> None:
    indexed(folder, places)
    assert places.store
    with Store(places.store) as store:
        store.connection.execute("UPDATE article SET record = x'00'")
        store.connection.execute("DELETE FROM annotation")
    os.utime(folder / "quake-0.txt", (1, 1))
    assert indexed(folder, places)[:3] == (5, 2, 5)


def test_where_only_times_changed_nothing_is_imported_for_annotating(
    folder: Path, places: Places
) -> None:
    indexed(folder, places)
    os.utime(folder / "quake-0.txt", (1, 1))
    script = (
        "import sys; from pathlib import Path; from armreader.opening import indexing;"
        "from armreader.opening.places import Places;"
        f"print(indexing.index([{str(folder)!r}], Places(Path({str(places.corrections)!r}),"
        f" Path({str(places.store)!r})), lambda progress: None)[:4], [one for one in sys.modules"
        " if one.startswith(('armreader.extraction', 'armreader.linking.link'))])"
    )
    assert printed(script) == "(5, 2, 0, 0) []\n"


def test_a_story_keeps_its_name_while_it_grows(folder: Path, places: Places) -> None:
    indexed(folder, places)
    before = {one.name: one.articles for one in shelves(folder, places)}
    with Store(places.store) as store:
        Library(store, library_paths([str(folder)])).visit()
    (folder / "quake-2.txt").write_text(QUAKE[1].format("Ivo Brandt counted twelve dead."))
    indexed(folder, places)
    after = shelves(folder, places)
    assert {one.name for one in after} == set(before)
    assert [one.new for one in after] == [True, False]


def test_a_correction_links_its_own_story_again_and_no_other(folder: Path, places: Places) -> None:
    indexed(folder, places)
    with Store(places.store) as store:
        library = Library(store, library_paths([str(folder)]))
        (first, *_) = library.members(library.shelves()[0].name)
    assert places.corrections
    add_correction(places.corrections, Correction("date", first.name, "2031-03-10"))
    assert indexed(folder, places)[2:4] == (0, 1)


def test_the_user_says_which_articles_are_one_story(folder: Path, places: Places) -> None:
    indexed(folder, places)
    with Store(places.store) as store:
        library = Library(store, library_paths([str(folder)]))
        quake, harbour = ([*library.members(one.name)] for one in library.shelves())
    assert places.corrections
    apart = Correction("different", harbour[2].name, harbour[0].name)
    add_correction(places.corrections, apart)
    assert indexed(folder, places)[:3] == (5, 3, 0)
    add_correction(places.corrections, Correction("same", harbour[2].name, quake[0].name))
    assert indexed(folder, places)[:3] == (5, 2, 0)
    assert indexed(folder, places)[2:4] == (0, 0)
    with Store(places.store) as store:
        library = Library(store, library_paths([str(folder)]))
        sizes = {
            frozenset(one.file[:5] for one in library.members(shelf.name)): shelf.articles
            for shelf in library.shelves()
        }
    assert sizes == {frozenset({"quake", "harbo"}): 3, frozenset({"harbo"}): 2}


_INDEX = """
import sys
from pathlib import Path
from threading import Event
from armreader.opening import indexing
from armreader.opening.places import Places
indexing.BATCH = 2
indexing.index([sys.argv[1]], Places(None, Path(sys.argv[2])), lambda progress: None)
"""


def test_what_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(20):
        text = (HARBOUR[0] if number % 2 else QUAKE[0]).format(f"Report {number}. " * 15)
        (folder / f"{number:02}.txt").write_text(text)
    places = Places(None, tmp_path / "store.db")
    with subprocess.Popen([sys.executable, "-c", _INDEX, folder, tmp_path / "store.db"]) as killed:
        done = 0
        while done < 4 and killed.poll() is None:
            done = kept(tmp_path / "store.db")
        killed.kill()
    before = kept(tmp_path / "store.db")
    outcome = indexed(folder, places)
    assert outcome.annotated == 20 - before
    whole = Places(None, tmp_path / "whole.db")
    indexed(folder, whole)
    assert exported(folder, places) == exported(folder, whole)


def kept(file: Path) -> int:
    if not file.exists():
        return 0
    with Store(file) as store:
        found: int = store.connection.execute("SELECT count(*) FROM annotation").fetchone()[0]
        return found


def test_a_story_is_opened_as_a_dossier(
    folder: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(folder, places)
    (shelf, _) = shelves(folder, places)
    dossier = open_dossier([str(folder), f"story:{shelf.name}"], places)
    assert (dossier.name, len(dossier.articles)) == (shelf.label, 2)
    assert export_json(dossier) == exported(folder, places)[0]
    with monkeypatch.context() as kept:
        kept.delattr(Loading, "read")
        assert open_dossier([str(folder), f"story:{shelf.name}"], places) == dossier
    assert places.corrections
    add_correction(places.corrections, Correction("source", dossier.articles[0].id, "Gazette"))
    corrected = open_dossier([str(folder), f"story:{shelf.name}"], places)
    assert corrected.articles[0].source == "Gazette"
    (problem,) = open_dossier([str(folder), "story:s-0123456789"], places).problems
    assert "not a story" in problem.message


@pytest.mark.parametrize(
    ("query", "files", "instead"),
    [
        ("fishermen", ["harbour-1.txt", "harbour-2.txt"], ""),
        ("fisher", ["harbour-1.txt", "harbour-2.txt"], ""),
        ('"Ada Quill"', ["harbour-0.txt", "harbour-2.txt"], ""),
        ("Quill -fishermen", ["harbour-0.txt"], ""),
        ("erthquake rubble", ["quake-1.txt"], "earthquake rubble"),
        ('" OR 1 NEAR(*', [], ""),
        ("-harbour", [], ""),
        ("", [], ""),
    ],
)
def test_a_library_is_searched(
    folder: Path, places: Places, query: str, files: Sequence[str], instead: str
) -> None:
    indexed(folder, places)
    with Store(places.store) as store:
        found = search(Library(store, library_paths([str(folder)])), query)
    assert sorted(hit.file for hit in found.hits) == files
    assert found.instead == instead
    for hit in found.hits:
        text = (folder / hit.file).read_text()
        assert text[hit.start : hit.start + len(hit.words)] == hit.words


def test_the_best_hit_comes_first(folder: Path, places: Places) -> None:
    (folder / "zinc.txt").write_text("Zinc mine\n\nThe zinc mine: zinc, and more zinc, Quill said.")
    (folder / "aaa.txt").write_text("Market\n\n" + "Prices of grain rose. " * 40 + "So did zinc.")
    indexed(folder, places)
    with Store(places.store) as store:
        found = search(Library(store, library_paths([str(folder)])), "zinc")
    assert [hit.file for hit in found.hits] == ["zinc.txt", "aaa.txt"]


def test_filters_are_left_out_and_named(folder: Path, places: Places) -> None:
    indexed(folder, places)
    with Store(places.store) as store:
        library = Library(store, library_paths([str(folder)]))
        plain = search(library, "rubble")
        found = search(library, 'Speaker:"ada quill" rubble -date:2031 speaker:x')
        assert plain.hits
        assert found == plain._replace(left_out=("speaker", "date"))
        assert search(library, "kind:quote") == Hits((), "", False, ("kind",))
        assert search(library, "https://example.org/speaker:rubble").left_out == ()


def test_what_is_gone_is_not_found(folder: Path, places: Places) -> None:
    indexed(folder, places)
    (folder / "quake-1.txt").unlink()
    indexed(folder, places)
    with Store(places.store) as store:
        assert search(Library(store, library_paths([str(folder)])), "rubble").hits == ()


def test_what_changed_is_found_while_its_words_are_indexed(folder: Path, places: Places) -> None:
    indexed(folder, places)
    (folder / "quake-1.txt").write_text(QUAKE[1].format("More died."))
    found: list[list[str]] = []

    def look(progress: Progress) -> None:
        if progress.step == "indexing words":
            with Store(places.store) as store:
                library = Library(store, library_paths([str(folder)]))
                found.append([hit.file for hit in search(library, "rubble").hits])

    index([str(folder)], places, look)
    assert found == [["quake-1.txt"]] * 2


def test_progress_is_reported(folder: Path, places: Places) -> None:
    steps: list[Progress] = []
    index([str(folder)], places, steps.append)
    assert {one.step for one in steps} >= {"reading", "annotating", "finding stories"}
    assert all(one.done <= one.of for one in steps)


def test_two_readers_are_never_kept_waiting_by_an_indexing(folder: Path, places: Places) -> None:
    indexed(folder, places)
    for number in range(12):
        (folder / f"more-{number}.txt").write_text(QUAKE[0].format(f"Report {number}."))
    command = [sys.executable, "-c", _INDEX, str(folder), str(places.store)]
    with Store(places.store) as one, Store(places.store) as two:
        with subprocess.Popen(command) as writer:
            while writer.poll() is None:
                for store in (one, two):
                    library = Library(store, library_paths([str(folder)]))
                    for shelf in library.shelves():
                        library.dossier(shelf.name)
        assert writer.returncode == 0
        assert Library(one, library_paths([str(folder)])).size()[0] == 17
