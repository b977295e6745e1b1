"""Why the selection is what it is: the rules that led to it, and the passages that they used."""

from __future__ import annotations

from armreader.spans import Span
from armreader.ui.glyphs import glyphs
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.text_pane import TextPane
from armreader.ui.state import State


class WhyPage(TextPane):
    """A page of explanations, in place of the panes."""

    def __init__(self) -> None:
        super().__init__(id="why")

    def show(self, state: State) -> None:
        """Explain the selection of a state, and where its sources differ."""
        # Not with the module: nobody asks before the first paint.
        from armreader.report.why import why, why_lines

        dossier, selection = state.dossier, state.selection
        ids = [selection.id] if selection else []
        ids += [one.id for one in state.related.disagreements]
        explained = tuple(one for id_ in ids for one in why(dossier, id_))
        lines = list(why_lines(dossier, explained))
        self.set_text("\n".join(lines) or "Nothing was inferred here: it stands so in the text.")
        self.set_spans(_claims(lines))
        self.redraw()

    def head(self, width: int) -> list[Part]:
        rule = glyphs().rule
        left: list[Part] = [(rule, ("dim",)), (" Why ", ("head-active",)), (" ", ("dim",))]
        return both_ends(left, [(f" {self.percent}% ", ("dim",))], width, rule)


def _claims(lines: list[str]) -> list[tuple[Span, str]]:
    """The lines that say what was inferred; what led to it is set in below them."""
    spans, at = [], 0
    for line in lines:
        if line and not line.startswith(" "):
            spans.append((Span(at, at + len(line)), "title"))
        at += len(line) + 1
    return spans
