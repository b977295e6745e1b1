"""What a key that keeps something applies to: the stretch, quote or event of a state."""

from __future__ import annotations

from armreader.notes.bookmark import Bookmark, bookmark_event, bookmark_quote, bookmark_stretch
from armreader.records.spans import Span
from armreader.ui.session.state import State, quote_here


def bookmark_here(state: State) -> Bookmark | None:
    """What a bookmark would be of: the stretch selected in the text, else the quote that is
    selected or gone to, else the sentence of the selected event, in the open article if it is
    reported there."""
    stretch = state.stretch
    if stretch and stretch.article in state.dossier.article_by_id:
        return bookmark_stretch(state.dossier, stretch.article, Span(stretch.start, stretch.end))
    quote = quote_here(state)
    if quote:
        return bookmark_quote(state.dossier, quote)
    selection = state.selection
    if selection and selection.kind == "event":
        return bookmark_event(state.dossier, selection.id, state.article)
    return None
