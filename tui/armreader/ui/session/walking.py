"""Going from one selection, mention or source to another."""

from __future__ import annotations

from dataclasses import replace

from armreader.records.spans import Passage
from armreader.story.selection import Selection
from armreader.ui.session.state import State, Visit, open_where_mentioned, select


def back(state: State) -> State:
    """The selection before this one."""
    return _travel(state, state.past, state.future, forward=False)


def forward(state: State) -> State:
    """The selection that ``back`` left."""
    return _travel(state, state.past, state.future, forward=True)


def _travel(
    state: State, past: tuple[Visit, ...], future: tuple[Visit, ...], *, forward: bool
) -> State:
    here = Visit(state.selection, state.article)
    if forward:
        if not future:
            return replace(state, notice="No later selection.")
        goal, past, future = future[0], (*past, here), future[1:]
    else:
        if not past:
            return replace(state, notice="No earlier selection.")
        goal, past, future = past[-1], past[:-1], (here, *future)
    after = open_where_mentioned(
        replace(
            state, selection=goal.selection, article=goal.article, past=past, future=future,
            moved_in=None, current=None,
        )
    )  # fmt: skip
    return after


def step_mention(state: State, step: int, at: Passage) -> State:
    """Go to the next (1) or previous (-1) stop from a place in the text, wrapping around."""
    stops = state.stops
    if not stops:
        return replace(state, notice="Nothing to go to: select something first, or search.")
    order = state.dossier.place_by_day

    def key(stop: Passage) -> tuple[int, int, int]:
        return order.get(stop.article, len(order)), stop.start, stop.end

    if state.current in stops:
        place = stops.index(state.current) + step
    elif step > 0:
        place = next((n for n, stop in enumerate(stops) if key(stop) >= key(at)), 0)
    else:
        before = [n for n, stop in enumerate(stops) if key(stop) < key(at)]
        place = before[-1] if before else -1
    stop = stops[place % len(stops)]
    round_again = "This is the only one." if len(stops) == 1 else "Wrapped around."
    notice = "" if 0 <= place < len(stops) else round_again
    return replace(state, article=stop.article, current=stop, notice=notice)


def step_source(state: State, step: int) -> State:
    """Go to the next or previous article that has the selection, at its first mention."""
    firsts: dict[str, Passage] = {}
    for stop in state.stops:
        firsts.setdefault(stop.article, stop)
    if state.found is None and (state.selection is None or state.selection.kind == "article"):
        firsts = {article: Passage(article, 0, 0) for article in state.dossier.place_by_day}
    if not firsts:
        return replace(state, notice="No source has it.")
    places = state.dossier.place_by_day
    order = sorted(firsts, key=places.__getitem__)
    if state.article in firsts:
        place = order.index(state.article) + step
    else:
        before = sum(places[article] < places.get(state.article, 0) for article in order)
        place = before if step > 0 else before - 1
    goal = order[place % len(order)]
    if state.selection and state.selection.kind == "article":
        return select(replace(state, article=goal), Selection("article", goal), state.moved_in)
    stop = firsts[goal]
    return replace(state, article=goal, current=stop if stop.end else None)
