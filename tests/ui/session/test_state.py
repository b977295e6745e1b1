"""The steps from one state to the next, in any order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.records import Passage, Spelling
from armreader.story.selection import Selection
from armreader.ui.session.searching import find, index_of
from armreader.ui.session.state import State, select
from armreader.ui.session.walking import back, forward, step_mention, step_source
from dossiers import harbour_dossier, span

DOSSIER = harbour_dossier()
SELECTIONS = [
    None,
    *(Selection("article", one.id) for one in DOSSIER.articles),
    *(Selection("event", one.id) for one in DOSSIER.events),
    *(Selection("quote", one.id) for one in DOSSIER.quotes),
    *(Selection("actor", one.id) for one in DOSSIER.actors),
    Selection("event", "gone"),
]
START = State(DOSSIER, article="gazette")


def here(state: State) -> Passage:
    return Passage(state.article, 0, 0)


STEPS: st.SearchStrategy[Callable[[State], State]] = st.one_of(
    st.sampled_from([back, forward]),
    st.sampled_from(SELECTIONS).map(lambda chosen: lambda state: select(state, chosen)),
    st.sampled_from(SELECTIONS).map(lambda chosen: lambda state: select(state, chosen, "quotes")),
    st.integers(-2, 2).map(lambda n: lambda state: step_mention(state, n or 1, here(state))),
    st.integers(-2, 2).map(lambda n: lambda state: step_source(state, n or 1)),
)


@settings(max_examples=150)
@given(st.lists(STEPS, max_size=20))
def test_the_open_article_is_one_and_the_current_mention_is_in_it(
    steps: list[Callable[[State], State]],
) -> None:
    state = START
    for step in steps:
        state = step(state)
        assert state.article in DOSSIER.article_by_id
        assert state.current is None or state.current.article == state.article


@settings(max_examples=100)
@given(st.lists(st.sampled_from(SELECTIONS[1:-1]), max_size=8))
def test_back_and_forward_undo_each_other(chosen: list[Selection]) -> None:
    state = START
    for selection in chosen:
        state = select(state, selection)
    if state.past:
        again = forward(back(state))
        assert (again.selection, again.past, again.future) == (state.selection, state.past, ())


def test_no_further_selection_is_reported() -> None:
    assert back(START).notice == "No earlier selection."
    assert forward(START).notice == "No later selection."
    assert step_mention(START, 1, here(START)).notice.startswith("Nothing to go to")


def test_mentions_are_walked_in_the_order_of_the_list_of_articles() -> None:
    reversed_ = replace(DOSSIER, articles=DOSSIER.articles[::-1])
    state = select(State(reversed_, article="gazette"), Selection("event", "e-vote"))
    walked = [state.article]
    for _ in range(3):
        state = step_mention(state, 1, here(state))
        walked.append(state.article)
    assert walked == ["gazette", "courier", "herald", "gazette"]
    assert state.notice == "Wrapped around."
    assert select(State(reversed_), Selection("event", "e-vote")).article == "gazette"


def test_what_a_query_found_is_walked_in_that_order_too() -> None:
    reversed_ = replace(DOSSIER, articles=DOSSIER.articles[::-1])
    found = find(index_of(reversed_), "pier", ())
    assert list(dict.fromkeys(stop.article for stop in found.stops)) == [
        "gazette", "courier", "herald",
    ]  # fmt: skip


def test_the_only_mention_says_so() -> None:
    state = select(START, Selection("event", "e-built"))
    assert step_mention(state, 1, here(state)).notice == "This is the only one."


def test_of_several_mentions_in_the_open_article_the_nearest_is_gone_to() -> None:
    text = DOSSIER.article_by_id["gazette"].text
    first, last = Passage("gazette", 0, 0), Passage("gazette", len(text) - 1, len(text) - 1)
    board = replace(
        DOSSIER.actors[0],
        id="board",
        spellings=tuple(
            Spelling("board", "gazette", span(text, "board", nth)) for nth in range(4)
        ),
    )  # fmt: skip
    start = replace(START, dossier=replace(DOSSIER, actors=(*DOSSIER.actors, board)))
    selected = Selection("actor", "board")
    places = [one.start for one in start.dossier.related(selected).stops]
    assert len(places) == 4

    def gone_to(seen: Passage | None) -> int:
        at = select(replace(start, current=seen), selected).current
        return at.start if at else -1

    assert gone_to(first) == places[0]
    assert gone_to(last) == places[-1]
    assert gone_to(Passage("gazette", places[1] + 1, places[1] + 2)) == places[1]
    assert gone_to(None) == places[0]
    assert gone_to(Passage("courier", *last[1:])) == places[0], "another article"
