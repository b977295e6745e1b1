"""Opening a dossier beside the screen: what is read can be read, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event
from time import monotonic

from armreader.dossier import Dossier

_TELL_EVERY = 0.25
"""Seconds between two reports of progress."""

Tell = Callable[[Dossier, str], None]
"""Given the articles read so far, and in words what is going on."""
Loader = Callable[[Sequence[str], Tell, Event], tuple[Dossier, bool]]
"""As ``load``."""


def empty_dossier(name: str) -> Dossier:
    """The dossier before anything of it is read."""
    return Dossier(name, (), {}, (), (), (), (), (), ())


def load(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
    """The dossier under the paths, and whether it is whole; runs in a thread.

    Once ``stop`` is set, what has been read is linked, and that is all.
    """
    # Not with the module: the screen is painted before the three stages are imported.
    from armreader.remembered import key_of, recall, remember

    key = key_of(paths)
    remembered = recall(key)
    if remembered is not None:
        return remembered, True

    from armreader.pipeline import annotate_paths, assemble, dossier_name, unlinked
    from armreader.records import Annotations, Problem

    name = dossier_name(paths)
    annotated: list[Annotations] = []
    problems: list[Problem] = []
    told = monotonic()
    whole = True
    for found in annotate_paths(paths):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            annotated.append(found)
        if stop.is_set():
            whole = False
            break
        if monotonic() - told > _TELL_EVERY:
            tell(
                unlinked(name, annotated, problems), f"reading, {len(annotated)} so far · Esc stops"
            )
            told = monotonic()
    if len(annotated) > 100:
        tell(unlinked(name, annotated, problems), f"linking {len(annotated)} articles")
    dossier = assemble(name, annotated, problems)
    if whole:
        remember(key, dossier)
    return dossier, whole
