"""The options of a choice as the choice that they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from armreader.story.chosen import Choice
    from armreader.story.dossier import Dossier
    from armreader.story.listed_events import Listed


def choice_of(dossier: Dossier, options: Namespace, without: Listed) -> Choice:
    """What the options ask for; ``without`` is the list where they name none.

    What is asked for by a number of sources, or as kept, is looked for in all events.
    """
    from armreader.story.chosen import Choice

    given = vars(options).get
    first, last = given("first"), given("last")
    wide = given("min_sources") or given("kept")
    return Choice(
        listed=given("listed") or ("all" if wide else without),
        min_sources=given("min_sources") or 1,
        first=first.earliest if first else None,
        last=last.latest if last else None,
        source=given("source") or "",
        speaker=given("speaker") or "",
        kept=_kept(dossier, options) if given("kept") else None,
        top=given("top"),
    )


def _kept(dossier: Dossier, options: Namespace) -> frozenset[str]:
    from armreader.cli.given import read_bookmarks
    from armreader.notes.kept import kept_ids

    bookmarks, _ = read_bookmarks(options)
    return kept_ids(bookmarks, dossier)
