"""How many rows each view has, for its tab: the number that stands at the head of its list."""

from __future__ import annotations

from collections.abc import Mapping

from armreader.ui.session.state import State

_NOTHING: Mapping[str, int] = {}


class Tallies:
    """Counts again only where there is another dossier or another listing."""

    def __init__(self) -> None:
        self._of: object = None
        self._counts = _NOTHING

    def __call__(self, state: State) -> Mapping[str, int]:
        """By the ids of the views; nothing while the dossier is read."""
        if state.loading:
            return _NOTHING
        of = (id(state.dossier), state.listing)
        if of != self._of:
            self._of, self._counts = of, _counts(state)
        return {**self._counts, "notebook": state.kept_rows}


def _counts(state: State) -> Mapping[str, int]:
    # Not with the module: the screen is painted before anything is counted.
    from armreader.story.ledger import revised_series
    from armreader.story.listed_events import timeline_events
    from armreader.story.people import people

    dossier = state.dossier
    return {
        "articles": len(dossier.articles),
        "timeline": len(timeline_events(dossier, state.listing)),
        "quotes": len(dossier.quotes),
        "people": len(people(dossier)),
        "differ": len(dossier.disagreements) + len(revised_series(dossier)),
    }
