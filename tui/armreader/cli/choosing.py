"""The options of a choice, as a choice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from armreader.story.chosen import Choice

if TYPE_CHECKING:
    from argparse import Namespace

    from armreader.notes.rows import KeptRow
    from armreader.story.dossier import Dossier
    from armreader.story.listed_events import Listed


def choice_of(dossier: Dossier, options: Namespace, without: Listed) -> Choice:
    """What the options ask for; ``without`` is the list where they name none.

    What is asked for by a number of sources, or as kept, is searched in all events.
    """
    given = vars(options).get
    wide = given("min_sources") or given("kept") or given("tag")
    kept = _kept(dossier, options) if given("kept") or given("tag") else None
    return replace(_choice(options, "all" if wide else without), kept=kept)


def kept_choice(options: Namespace) -> Choice:
    """What the options choose from the rows of the notebook."""
    return _choice(options, "all")


def _choice(options: Namespace, without: Listed) -> Choice:
    given = vars(options).get
    first, last = given("first"), given("last")
    return Choice(
        listed=given("listed") or without,
        min_sources=given("min_sources") or 1,
        first=first.earliest if first else None,
        last=last.latest if last else None,
        source=given("source") or "",
        speaker=given("speaker") or "",
        top=given("top"),
    )


def _kept(dossier: Dossier, options: Namespace) -> frozenset[str]:
    """The ids of the events and quotes that the rows of the notebook keep."""
    rows = rows_of(dossier, options, Choice(), vars(options).get("tag") or "")[0]
    parts = [part for row in rows for part in row.parts]
    return frozenset(one.id for part in parts for one in (part.event, part.quote) if one)


def rows_of(
    dossier: Dossier, options: Namespace, choice: Choice, tag: str
) -> tuple[tuple[KeptRow, ...], int]:
    """The rows of the notebook that a choice and a tag let through, and an exit code."""
    from armreader.cli.given import corrections, read_contents
    from armreader.notes.rows import chosen_rows, kept_rows

    contents, code = read_contents(options)
    rows = kept_rows(contents.bookmarks, contents.headings, dossier, corrections(dossier))
    return chosen_rows(rows, dossier, choice, tag), code
