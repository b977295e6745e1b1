"""Paths to a dossier: the one place that joins reading, extraction and linking."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path

from armreader.extraction.annotate import annotate
from armreader.linking.link import handed_over, link, with_corrections
from armreader.opening.places import NOWHERE, Places
from armreader.reading.corrections import read_corrections
from armreader.reading.folder_facts import apply_facts, folder_facts
from armreader.reading.read import read_paths
from armreader.records import Annotations, Article, Correction, Problem
from armreader.records.fence import fenced
from armreader.records.linked import Linked
from armreader.records.visible import visible_line
from armreader.story.correction_anchors import as_of
from armreader.story.dossier import Dossier

_LISTS = len(fields(Linked))
_MOST_ADDED = 3
"""At most this many articles are added to a linked dossier one by one."""

Progress = Callable[[str, int], None]
"""Called with the step, ``reading`` or ``linking``, and how many articles are done."""


def open_dossier(
    paths: Sequence[str], places: Places = NOWHERE, progress: Progress | None = None
) -> Dossier:
    """Read, annotate and link everything under the paths; what cannot be read is a problem."""
    annotated: list[Annotations] = []
    problems: list[Problem] = []
    for found in annotate_paths(paths):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        annotated.append(found)
        if progress:
            progress("reading", len(annotated))
    if progress:
        progress("linking", len(annotated))
    articles = [one.article for one in annotated]
    linked_with = partial(link, handed_over(annotated))
    return assemble(dossier_name(paths), problems, linked_with, places, articles)


def articles_under(paths: Sequence[str]) -> Iterator[Article | Problem]:
    """One article after another, as each is read; what cannot be read is a problem.

    What the folder's ``armreader.toml`` gives for a file is part of its article.
    """
    facts, mistakes = folder_facts(paths)
    yield from mistakes
    for found in read_paths(paths):
        yield found if isinstance(found, Problem) else apply_facts(found, facts)


def annotate_paths(paths: Sequence[str]) -> Iterator[Annotations | Problem]:
    """As ``articles_under``, each article with what is found in it."""
    for found in articles_under(paths):
        if isinstance(found, Problem):
            yield found
            continue
        made = annotate(found)
        yield from faults_of(made)
        yield made


def faults_of(made: Annotations) -> Iterator[Problem]:
    """What could not be found in an article, as problems of its file."""
    for fault in made.faults:
        yield Problem(made.article.file, fault)


def linked_or_texts(
    articles: Sequence[Article], work: Callable[[], Linked], problems: list[Problem]
) -> Linked:
    """The linked records; if linking fails, the texts alone and a problem that says so."""
    faults: list[str] = []
    instead = Linked(tuple(articles), {one.id: () for one in articles}, *[()] * (_LISTS - 2))
    size = sum(len(one.text) for one in articles)
    found = fenced(work, instead, size, faults, "linking failed; only the texts are shown")
    problems += [Problem("dossier", fault) for fault in faults]
    return found


def assemble(
    name: str,
    problems: Sequence[Problem],
    linked_with: Callable[[Sequence[Correction]], Linked],
    places: Places = NOWHERE,
    articles: Sequence[Article] = (),
) -> Dossier:
    """The dossier of annotated articles, with the user's corrections."""
    file = places.corrections
    written, mistakes = read_corrections(file) if file else ((), ())
    corrections = as_of(written, articles)
    reported = [*problems, *mistakes]
    linked = linked_or_texts(articles, lambda: linked_with(corrections), reported)
    return assembled(name, linked, reported)


def with_added(dossier: Dossier, paths: Sequence[str]) -> Dossier | None:
    """The dossier with the few articles that were added to its files, at the end.

    It is made at once (see ``linking.one_more``) and shows what relinking may put elsewhere.
    None where anything but an added article has changed, or too many were added.
    """
    known = dossier.article_by_id
    articles = [found for found in articles_under(paths) if not isinstance(found, Problem)]
    added = [article for article in articles if article.id not in known]
    if not 0 < len(added) <= _MOST_ADDED or len(articles) != len(known) + len(added):
        return None
    from armreader.linking.one_more import link_one_more  # no printing command needs it

    linked = _linked(dossier)
    for article in added:
        linked = link_one_more(linked, annotate(article), annotate)
    return assembled(dossier.name, linked, dossier.problems)


def with_correction(dossier: Dossier, correction: Correction) -> Dossier | None:
    """The dossier with one more correction, at once; None if it must be linked again for that.

    What follows elsewhere from a date or a speaker is shown after linking again.
    """
    if correction.kind == "name":
        return None
    linked = with_corrections(_linked(dossier), (correction,))
    return assembled(dossier.name, linked, dossier.problems)


def _linked(dossier: Dossier) -> Linked:
    return Linked(**{one.name: getattr(dossier, one.name) for one in fields(Linked)})


def assembled(name: str, linked: Linked, problems: Sequence[Problem]) -> Dossier:
    """The dossier of linked records."""
    records = {one.name: getattr(linked, one.name) for one in fields(Linked)}
    return Dossier(name=name, problems=tuple(problems), **records)


def dossier_name(paths: Sequence[str]) -> str:
    """What to call the dossier on the screen: the folder or file, or how many paths there are."""
    if len(paths) == 1:
        return visible_line(Path(paths[0]).absolute().name) if paths[0] != "-" else "standard input"
    return f"{len(paths)} paths"
