"""Work that is kept: it comes to what would be made anew, and is made anew only where it must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from armreader.linking.link import Linked, draft, link
from armreader.opening import workspace as kept_work
from armreader.opening.workspace import KeptWork
from armreader.records import Annotations, Correction
from wire import QUAKE, QUAKE_AGAIN, QUAKE_UNDATED, VOTE, linked

ALL = (QUAKE, VOTE, QUAKE_AGAIN, QUAKE_UNDATED)
MENTION = f"{QUAKE.article.id}@{QUAKE.article.text.index('earthquake')}"
OTHER = f"{VOTE.article.id}@{VOTE.article.text.index('resigned')}"
QUOTE, AGAIN = (linked(one).quotes[0].id for one in (QUAKE, QUAKE_AGAIN))


@pytest.fixture
def work() -> KeptWork:
    made = KeptWork()
    made.keep("files", ALL, ())
    return made


@pytest.mark.parametrize(
    ("correction", "drafts"),
    [
        (Correction("date", QUAKE_UNDATED.article.id, "2021-05"), 2),
        (Correction("speaker", QUOTE, "Ada Nilsen"), 2),
        (Correction("source", VOTE.article.id, "Evening Sun"), 1),
        (Correction("split", MENTION), 1),
        (Correction("join", MENTION, OTHER), 1),
        (Correction("different", QUOTE, AGAIN), 1),
        (Correction("same", QUOTE, AGAIN), 1),
    ],
)
def test_a_correction_comes_to_what_linking_anew_does(
    work: KeptWork, monkeypatch: pytest.MonkeyPatch, correction: Correction, drafts: int
) -> None:
    made: list[Linked] = []

    def counted(annotated: Sequence[Annotations], corrections: Sequence[Correction]) -> Linked:
        made.append(draft(annotated, corrections))
        return made[-1]

    monkeypatch.setattr(kept_work, "draft", counted)
    assert work.link(()) == link(ALL)
    assert work.link((correction,)) == link(ALL, (correction,))
    assert work.link((correction,)) == link(ALL, (correction,))
    assert len(made) == drafts


def test_an_article_is_annotated_again_only_where_it_changed(work: KeptWork) -> None:
    assert work.annotate(QUAKE.article) is QUAKE
    changed = replace(QUAKE.article, title="Another")
    assert work.annotate(changed) is not QUAKE
    assert work.annotate(changed) == replace(QUAKE, article=changed)


def test_other_articles_are_linked_anew(work: KeptWork) -> None:
    work.link(())
    assert work.keep("other files", ALL[:2], ())
    assert work.link(()) == link(ALL[:2])


def test_of_too_large_a_dossier_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_work, "MOST", sum(len(one.article.text) for one in ALL) - 1)
    work = KeptWork()
    assert not work.keep("files", ALL, ())
    assert (work.files, work.annotated) == ("", ())
