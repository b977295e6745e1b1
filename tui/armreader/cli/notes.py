"""Commands on the notebook: its bookmarks, whether they hold, and their exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armreader.cli.command import DONE, FAILED, INCOMPLETE
from armreader.cli.given import corrections, notebook_of, read_bookmarks
from armreader.cli.printing import (
    chosen_paths,
    dossier_if_any,
    exit_code,
    open_paths,
    print_json,
    print_lines,
    terminal_width,
    write,
)
from armreader.home.standard_error import tell

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from armreader.notes.verify import Verdict
    from armreader.search.find import SearchIndex
    from armreader.story.dossier import Dossier


def print_notebook(options: Namespace) -> int:
    """Print the bookmarks; the articles themselves are not read for it."""
    from armreader.cli.printed_notes import bookmark_cards, bookmarks_table
    from armreader.cli.table import table_lines

    bookmarks, code = read_bookmarks(options)
    if options.tag:
        wanted = options.tag.removeprefix("#").casefold()
        bookmarks = tuple(one for one in bookmarks if wanted in map(str.casefold, one.tags))
    if options.json:
        from armreader.export.notes_formats import export_notes

        write(export_notes(bookmarks, "json"))
    elif (width := terminal_width()) is None:
        print_lines(table_lines(bookmarks_table(bookmarks), width))
    elif bookmarks:
        print_lines(bookmark_cards(bookmarks, width, ids=options.ids))
    else:
        tell("nothing is kept" + (" with this tag" if options.tag else " yet"))
    return code


def export_notebook(options: Namespace) -> int:
    """Print the chosen bookmarks in a format, with the user's corrections. If nothing can be opened
    under the paths, print all of them as they were saved.
    """
    from armreader.cli.choosing import kept_choice, rows_of
    from armreader.export.notes_formats import export_notes
    from armreader.story.chosen import Choice

    choice = kept_choice(options)
    dossier = dossier_if_any(chosen_paths(options))
    if dossier.articles or choice != Choice() or options.tag:
        rows, code = rows_of(dossier, options, choice, options.tag or "")
        bookmarks = tuple(part.bookmark for row in rows for part in row.parts)
        code = max(code, exit_code(dossier))
    else:
        bookmarks, code = read_bookmarks(options)
    write(export_notes(bookmarks, options.format))
    return code


def verify_notebook(options: Namespace) -> int:
    """Print what became of each bookmark; 1 if something about one has changed.

    With ``--rewrite`` the notebook is updated first: then 1 only if words are lost.
    """
    from armreader.cli.printed_notes import verdict_cards, verdict_objects, verdicts_table
    from armreader.cli.table import table_lines
    from armreader.notes.facts import changes
    from armreader.notes.verify import verify

    bookmarks, code = read_bookmarks(options)
    dossier = open_paths(chosen_paths(options))
    verdicts = verify(bookmarks, dossier)
    given = corrections(dossier)
    changed = {one.bookmark.id: changes(one, dossier, given) for one in verdicts}
    if options.json:
        print_json({"verdicts": verdict_objects(verdicts, changed)})
    elif (width := terminal_width()) is None:
        print_lines(table_lines(verdicts_table(dossier, verdicts, changed), width))
    else:
        print_lines(verdict_cards(dossier, verdicts, changed, width))
    otherwise = [one for one in verdicts if changed[one.bookmark.id] or one.status == "moved"]
    if options.rewrite and otherwise:
        code = max(code, _rewrite(options, otherwise, dossier))
    elif any(changed.values()):
        tell("armreader notes verify --rewrite updates the bookmarks that have changed")
    lost = any(one.status == "lost" for one in verdicts)
    intact = all(verdict.intact for verdict in verdicts) and not any(changed.values())
    fine = not lost if options.rewrite else intact
    return max(code, exit_code(dossier), DONE if fine else INCOMPLETE)


def _rewrite(options: Namespace, verdicts: Sequence[Verdict], dossier: Dossier) -> int:
    """Write the bookmarks as they would be saved now, with the user's own words."""
    from armreader.notes.facts import as_now, rewritten
    from armreader.notes.storage import NotesError

    notebook = notebook_of(options)
    try:
        for verdict in verdicts:
            notebook.set_facts(verdict.bookmark.id, rewritten(as_now(verdict, dossier)))
    except NotesError as error:
        tell(str(error))
        return FAILED
    count = len(verdicts)
    tell(f"Saved: {count} bookmark{'' if count == 1 else 's'} updated")
    return DONE


def bookmarked_quotes(options: Namespace, index: SearchIndex) -> frozenset[str]:
    """The ids of the quotes that are in the notebook; none if it cannot be read."""
    from armreader.notes.bookmark import bookmark_id
    from armreader.notes.storage import NotesError
    from armreader.records import Passage, Span

    try:
        kept = notebook_of(options).ids()
    except NotesError as error:
        tell(str(error))
        return frozenset()
    if not kept:
        return frozenset()

    def is_kept(place: Passage) -> bool:
        return bookmark_id(place.article, Span(place.start, place.end)) in kept

    return frozenset(id_ for id_, place in index.quotes() if is_kept(place))
