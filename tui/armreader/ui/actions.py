"""What each command of the table does to the reading screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from armreader.story.listed_events import SHARED_BY, Listing, timeline_events
from armreader.story.selection import Selection
from armreader.story.shown_dates import UNITS
from armreader.ui import moving, reading, sizing
from armreader.ui.lines.record_list import RecordList
from armreader.ui.looks.themes import next_theme
from armreader.ui.session import state as steps
from armreader.ui.session import walking
from armreader.ui.session.room import give
from armreader.ui.session.state import PANES, Pane
from armreader.ui.terminal.screen_writer import ScreenWriterMixin

if TYPE_CHECKING:
    from armreader.ui.reader import Reader

_Choice = TypeVar("_Choice")
Action = Callable[["Reader", int], None]
"""Called with the screen and a count; 1 where no count was typed."""


def _go_to(pane: Pane) -> Action:
    return lambda reader, count: reader.go_to(pane)


def _next_pane(step: int, *, wrap: bool) -> Action:
    def action(reader: Reader, count: int) -> None:
        place = PANES.index(reader.state.pane) + step
        if wrap or 0 <= place < len(PANES):
            reader.go_to(PANES[place % len(PANES)])

    return action


def _open(reader: Reader, count: int) -> None:
    """Open what the cursor is on in place, with each source's own words; else in the text."""
    rows = reader.list_in_focus
    key = rows.key if rows else None
    if rows and rows.on_fold:
        moving.fold(reader)
    if not isinstance(key, Selection):
        return
    if steps.can_open(reader.state.dossier, key) and reader.state.opened != key.id:
        chosen = steps.select(reader.state, key)
        reader.apply(replace(chosen, opened=key.id))
        return
    reader.choose(key)
    reader.show_current()
    reader.go_to("text")


def _mention(direction: int) -> Action:
    def action(reader: Reader, count: int) -> None:
        state = reader.state
        for _ in range(count):
            state = walking.step_mention(state, direction, reader.reading_at)
        reader.apply(state)

    return action


def _source(direction: int) -> Action:
    def action(reader: Reader, count: int) -> None:
        state = reader.state
        for _ in range(count):
            state = walking.step_source(state, direction)
        reader.apply(state)

    return action


def _speaker(reader: Reader, count: int) -> None:
    selection = reader.state.selection
    quote = reader.state.dossier.quote_by_id.get(selection.id) if selection else None
    actor = quote.speaker.actor if quote and quote.speaker else None
    if actor:
        reader.apply(steps.select(reader.state, Selection("actor", actor)))
    else:
        reader.tell(
            "Select a quote first." if quote is None else "The text does not name the speaker."
        )


def _related_only(reader: Reader, count: int) -> None:
    reader.apply(replace(reader.state, related_only=not reader.state.related_only))


def _travel(step: Callable[[steps.State], steps.State]) -> Action:
    def action(reader: Reader, count: int) -> None:
        state = reader.state
        for _ in range(count):
            state = step(state)
        reader.apply(state)

    return action


def _clear(reader: Reader, count: int) -> None:
    """Leave the innermost thing: loading, reading alone, the query, the filter, relinking, the
    selection, and finally the story of a library."""
    state = reader.state
    if state.loading:
        reader.program.stop_reading()
    elif state.full:
        reader.apply(give(state, widened=False, alone=False))
    elif state.opened and _is_seen(reader, state.opened):
        reader.apply(replace(state, opened=""))
    elif state.found:
        reader.apply(replace(state, found=None))
    elif state.related_only:
        reader.apply(replace(state, related_only=False))
    elif state.relinking:
        reader.program.stop_reading()
    elif state.selection:
        reader.apply(steps.select(state, None))
    elif reader.in_library:
        reader.app.exit()


def _is_seen(reader: Reader, id_: str) -> bool:
    """Whether the row of a record is in sight, in whichever list."""
    lists = (one for one in reader.panes.values() if isinstance(one, RecordList))
    return any(key.id == id_ for rows in lists for key in rows.visible_keys())


def _group_events(reader: Reader, count: int) -> None:
    unit = _after(reader.state.unit, UNITS)
    reader.apply(replace(reader.state, unit=unit, notice=f"Timeline by {unit}"))


def _list_events(reader: Reader, count: int) -> None:
    """The next listing; with a count, the events that many sources report."""
    state = reader.state
    listing = Listing("shared", count) if count >= SHARED_BY else state.listing.next()
    number = len(timeline_events(state.dossier, listing))
    notice = f"Listed: {listing.words} ({number})"
    reader.apply(replace(state, listing=listing, notice=notice))


def _after(one: _Choice, choices: Sequence[_Choice]) -> _Choice:
    """The choice after this one, or the first after the last."""
    return choices[(choices.index(one) + 1) % len(choices)]


def _theme(reader: Reader, count: int) -> None:
    reader.app.theme = next_theme(reader.app.theme)
    reader.tell(f"Theme: {reader.app.theme}")


def _redraw(reader: Reader, count: int) -> None:
    reader.app.refresh(layout=True)
    if isinstance(reader.app, ScreenWriterMixin):
        reader.app.paint_whole()


def _quit(reader: Reader, count: int) -> None:
    reader.app.exit(return_code=0)


def _page_of(name: str) -> Action:
    return lambda reader, count: reader.pages.show(name)


def _correct(reader: Reader, count: int) -> None:
    # Not with the module: nobody corrects before the first paint.
    if reader.noting.say_of_row() or _correct_difference(reader):
        return
    from armreader.ui.prompts.say import say_menu

    if reader.pointed_state is not reader.state:  # the source and the day are those of its report
        reader.apply(steps.select(reader.state, reader.pointed_state.selection))
    reader.begin_typing(say_menu(reader))


def _correct_difference(reader: Reader) -> bool:
    """Open the menu of the side under the cursor of Differ; false where it is not in front."""
    from armreader.ui.pages.differ import DifferPage

    page = reader.pages.front
    if not isinstance(page, DifferPage):
        return False
    from armreader.ui.prompts.differ import differ_menu

    reader.begin_typing(differ_menu(reader, page))
    return True


def _jump(reader: Reader, count: int) -> None:
    from armreader.ui.prompts.jump import JumpTyping

    reader.begin_typing(JumpTyping(reader))


def _select(reader: Reader, count: int) -> None:
    from armreader.ui.prompts.select import StretchTyping

    reader.begin_typing(StretchTyping(reader))


ACTIONS: dict[str, Action] = {
    "down": moving.move(1),
    "up": moving.move(-1),
    "left": _next_pane(-1, wrap=False),
    "right": _next_pane(1, wrap=False),
    "page-down": moving.page(1),
    "page-up": moving.page(-1),
    "top": moving.end(bottom=False),
    "bottom": moving.end(bottom=True),
    "percent": moving.percent,
    "next-heading": moving.heading(1),
    "previous-heading": moving.heading(-1),
    "next-new": moving.next_new,
    "open": _open,
    "jump": _jump,
    "articles": _go_to("articles"),
    "text": _go_to("text"),
    "timeline": _go_to("timeline"),
    "quotes": _go_to("quotes"),
    "next-pane": _next_pane(1, wrap=True),
    "previous-pane": _next_pane(-1, wrap=True),
    "text-down": reading.scroll_text(1),
    "text-up": reading.scroll_text(-1),
    "text-page-down": reading.page_text(1),
    "text-page-up": reading.page_text(-1),
    "next-paragraph": reading.paragraph(1),
    "previous-paragraph": reading.paragraph(-1),
    "next-mention": _mention(1),
    "previous-mention": _mention(-1),
    "next-source": _source(1),
    "previous-source": _source(-1),
    "speaker": _speaker,
    "compare": _page_of("compare"),
    "coverage": _page_of("coverage"),
    "people": _page_of("people"),
    "differ": _page_of("differ"),
    "why": _page_of("why"),
    "related-only": _related_only,
    "back": _travel(walking.back),
    "forward": _travel(walking.forward),
    "search": lambda reader, count: reader.begin_search(),
    "bookmark": lambda reader, count: reader.noting.toggle(count),
    "comment": lambda reader, count: reader.noting.comment(),
    "edit": lambda reader, count: reader.noting.edit(),
    "copy": lambda reader, count: reader.noting.copy(),
    "select": _select,
    "remove": lambda reader, count: reader.noting.take_out(),
    "undo": lambda reader, count: reader.noting.undo(),
    "notebook": _page_of("notebook"),
    "clear": _clear,
    "group-quotes": reading.order_list,
    "next-article": reading.go_to_article(1),
    "previous-article": reading.go_to_article(-1),
    "group-events": _group_events,
    "list-events": _list_events,
    "correct": _correct,
    "reload": lambda reader, count: reader.program.reload(),
    "alone": sizing.alone,
    "widen": sizing.widen(1),
    "shrink": sizing.widen(-1),
    "divider-right": sizing.divide(1),
    "divider-left": sizing.divide(-1),
    "theme": _theme,
    "redraw": _redraw,
    "help": lambda reader, count: reader.show_commands(all_commands=True),
    "palette": lambda reader, count: reader.show_commands(all_commands=False),
    "quit": _quit,
}
"""The action of each command, by its id."""
