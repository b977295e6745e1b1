"""The order of the articles, which of them are read, and moving from one to the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armreader.story.selection import Selection
from armreader.ui.session.articles import ArticleOrder, in_order, read_here, step_article
from armreader.ui.session.state import State
from dossiers import harbour_dossier

READ = frozenset({"gazette"})


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("day", [("", ["gazette", "courier", "herald"])]),
        ("source", [("Lumen Gazette (1)", ["gazette"]), ("The Courier (1)", ["courier"]),
                    ("Source unknown (1)", ["herald"])]),
        ("unread", [("Unread (2)", ["courier", "herald"]), ("Read (1)", ["gazette"])]),
    ],
)  # fmt: skip
def test_articles_under_their_headings(
    order: ArticleOrder, expected: list[tuple[str, list[str]]]
) -> None:
    groups = in_order(harbour_dossier().articles, order, READ)
    assert [(name, [one.id for one in group]) for name, group in groups] == expected


def test_articles_are_by_day_whatever_their_order_in_the_folder() -> None:
    harbour = harbour_dossier()
    reversed_ = replace(harbour, articles=harbour.articles[::-1])
    (found,) = in_order(reversed_.by_day, "day", READ)
    assert [one.id for one in found[1]] == ["gazette", "courier", "herald"]
    days = [one.publication.range for one in found[1]]
    known = [day.sort_key for day in days if day]
    assert known == sorted(known)
    assert None not in days[: len(known)]


def test_the_next_article_is_the_next_of_the_list_and_both_ends_are_shown() -> None:
    state = State(harbour_dossier(), article="gazette", order="unread", read=READ)
    assert step_article(state, -1).article == "herald"
    assert step_article(state, 1).notice == "This is the last article."
    first = step_article(State(harbour_dossier(), article="gazette"), -1)
    assert (first.article, first.notice) == ("gazette", "This is the first article.")


def test_the_selection_stays_while_articles_are_turned() -> None:
    vote = Selection("event", "e-vote")
    after = step_article(State(harbour_dossier(), article="gazette", selection=vote), 1)
    assert (after.article, after.selection) == ("courier", vote)
    after = step_article(State(harbour_dossier(), article="gazette"), 1)
    assert after.selection == Selection("article", "courier")


def test_an_article_is_read_once() -> None:
    state = read_here(State(harbour_dossier(), article="gazette"))
    assert state.read == {"gazette"}
    assert read_here(state) is state
    assert not read_here(State(harbour_dossier())).read
