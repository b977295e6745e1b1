"""Every command of the reader, once: keys, help, footer, palette and README all come from here.

Nothing here imports textual, so that ``armreader keys`` can print the table at once.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Group = Literal["Move", "Panes", "Text", "Follow", "Find and keep", "View", "Program"]
Need = Literal["list", "quotes", "selection", "query"]

GROUPS: tuple[Group, ...] = (
    "Move", "Panes", "Text", "Follow", "Find and keep", "View", "Program",
)  # fmt: skip


class Command(NamedTuple):
    """One thing that a key does; ``id`` is its name in ``config.toml`` and in the palette."""

    id: str
    keys: tuple[str, ...]
    help: str
    """One line, in the imperative."""
    group: Group
    needs: Need | None = None
    """What must be there for it to apply: a list in focus, a selection, a query."""
    hint: str = ""
    """A word for the foot of the screen, which shows as many as fit, the last first."""
    counted: bool = False
    """Whether a count may precede the key: how often, or how many sources."""


COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "Go down a row, or a line of the text", "Move", counted=True),
    Command("up", ("k", "up"), "Go up a row, or a line of the text", "Move", counted=True),
    Command("left", ("h", "left"), "Go to the pane on the left", "Move"),
    Command("right", ("l", "right"), "Go to the pane on the right", "Move"),
    Command("page-down", ("ctrl+d", "pagedown"), "Go down a page", "Move", counted=True),
    Command("page-up", ("ctrl+u", "pageup"), "Go up a page", "Move", counted=True),
    Command("top", ("g", "home"), "Go to the top; 12g: to row 12, or line 12 of the text", "Move",
            counted=True),
    Command("bottom", ("G", "end"), "Go to the bottom; 12G: to row 12, or line 12 of the text",
            "Move", counted=True),
    Command("percent", ("%",), "Go to a percentage of the list or text: 50%", "Move", counted=True),
    Command("next-heading", (".",), "Go to the next year, day, source or speaker of the list",
            "Move", needs="list", counted=True),
    Command("previous-heading", (",",), "Go to the previous one", "Move", needs="list",
            counted=True),
    Command("next-new", (";",), "Go to the next row that is new since your last visit", "Move",
            needs="list", counted=True),
    Command("open", ("enter",), "Open it in place; again: read it in the text", "Move",
            needs="list", hint="open"),
    Command("jump", ("f",), "Label what is on the screen; type a label to select it", "Move"),
    Command("articles", ("1",), "Go to the articles", "Panes"),
    Command("text", ("2",), "Go to the text", "Panes"),
    Command("timeline", ("3",), "Go to the timeline", "Panes"),
    Command("quotes", ("4",), "Go to the quotes", "Panes"),
    Command("next-pane", ("tab",), "Go to the next pane", "Panes", hint="pane"),
    Command("previous-pane", ("shift+tab",), "Go to the previous pane", "Panes"),
    Command("text-down", ("J",), "Scroll the text down, from any pane", "Text", counted=True),
    Command("text-up", ("K",), "Scroll the text up, from any pane", "Text", counted=True),
    Command(
        "text-page-down", ("space",), "Scroll the text a page down, from any pane", "Text",
        counted=True,
    ),
    Command(
        "text-page-up", ("backspace", "-"), "Scroll the text a page up, from any pane", "Text",
        counted=True,
    ),
    Command("next-paragraph", ("}",), "Go to the next paragraph of the text", "Text", counted=True),
    Command("previous-paragraph", ("{",), "Go to the previous paragraph", "Text", counted=True),
    Command("next-article", (")",), "Open the next article, as they are listed", "Text",
            hint="next article", counted=True),
    Command("previous-article", ("(",), "Open the previous article", "Text", counted=True),
    Command(
        "next-mention", ("n",), "Go to the next mention of the selection, or hit, in any source",
        "Follow", hint="next", counted=True,
    ),
    Command(
        "previous-mention", ("N",), "Go to the previous mention or hit, in any source", "Follow",
        counted=True,
    ),
    Command("next-source", ("]",), "Go to the next source that has it", "Follow", counted=True),
    Command("previous-source", ("[",), "Go to the previous source that has it", "Follow",
            counted=True),
    Command("people", ("p", "5"), "Show who speaks, how often and where", "Follow"),
    Command("differ", ("D", "6"), "Show where the sources differ, sentence by sentence", "Follow"),
    Command("speaker", ("P",), "Select who says the selected quote", "Follow", needs="selection"),
    Command("compare", ("c",), "Compare what the sources say about the selection", "Follow",
            hint="compare"),
    Command("coverage", ("m",), "Show which source has which event, and the gaps", "Follow"),
    Command("why", ("w",), "Explain why: the rule and the passages behind it", "Follow"),
    Command("related-only", ("o",), "Show only what goes with the selection", "Follow",
            needs="selection"),
    Command("back", ("H", "ctrl+o"), "Go back to the previous selection", "Follow", counted=True),
    Command("forward", ("L",), "Go forward again", "Follow", counted=True),
    Command("search", ("/",), "Search: list the hits as you type; Tab picks a kind",
            "Find and keep", hint="search"),
    Command("bookmark", ("b",), "Keep the event or quote, or remove it; 5b keeps five rows",
            "Find and keep", hint="keep", counted=True),
    Command("comment", ("a",), "Add a comment and #tags (bookmarks it)",
            "Find and keep"),
    Command("edit", ("E",), "Edit the comment in $EDITOR", "Find and keep"),
    Command("select", ("v",), "Select a passage of the text by sentences and words",
            "Find and keep"),
    Command("copy", ("y",), "Copy the quote or the event's sentence, cited", "Find and keep"),
    Command("remove", ("d", "delete"), "Remove the bookmark", "Find and keep"),
    Command("undo", ("u",), "Undo the last change or correction",
            "Find and keep"),
    Command("notebook", ("B", "7"), "Open what you kept: your own chronology", "Find and keep"),
    Command("correct", ("=",), "Say what is wrong: date, name, speaker, no event, the same as …",
            "Find and keep", hint="correct"),
    Command("clear", ("escape",), "Close the search or the view, or clear the selection",
            "Find and keep", hint="close search"),
    Command("group-quotes", ("s",), "Sort the articles, where they have the keys, else the quotes",
            "View"),
    Command("group-events", ("S",), "Group the timeline by month, by year, or by day", "View"),
    Command(
        "list-events", ("e",),
        "List main, all, shared (3e: by 3 sources) or disputed events", "View",
        counted=True,
    ),
    Command("widen", ("+",), "Make the pane in focus larger", "View", hint="larger"),
    Command("shrink", ("_",), "Make the pane in focus smaller", "View"),
    Command("divider-left", ("<",), "Move the divider to the left", "View", counted=True),
    Command("divider-right", (">",), "Move the divider to the right", "View", counted=True),
    Command("alone", ("z",), "Give the pane in focus the whole screen, or shrink it back", "View",
            hint="full screen"),
    Command("theme", ("t",), "Change the colours", "View"),
    Command("redraw", ("ctrl+l",), "Redraw the screen", "View"),
    Command("reload", ("r",), "Reload the files, keeping your place", "Program"),
    Command("help", ("?",), "Show the keys", "Program", hint="help"),
    Command("palette", (":", "ctrl+p"), "Find a command by its name", "Program"),
    Command("quit", ("q", "ctrl+c"), "Quit, keeping your place", "Program"),
)  # fmt: skip

BY_ID = {command.id: command for command in COMMANDS}

_LABELS = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "enter": "Enter", "escape": "Esc", "space": "Space",
    "tab": "Tab", "shift+tab": "Shift-Tab", "backspace": "Backspace",
}  # fmt: skip


def key_label(key: str) -> str:
    """A key as it is shown to people: ``Ctrl-d``, ``PgDn``, ``]``."""
    return _LABELS.get(key) or key.replace("ctrl+", "Ctrl-")


def applies(command: Command, context: frozenset[str]) -> bool:
    """Whether a command does something here; the context names the pane and what there is."""
    return command.needs is None or command.needs in context


def key_rows() -> tuple[tuple[Group, str, str], ...]:
    """The table as it is printed: group, keys as shown, help."""
    return tuple(
        (command.group, " ".join(map(key_label, command.keys)), command.help)
        for command in COMMANDS
    )


def keys_markdown() -> str:
    """The table for the README: a heading row, then a row a command."""
    rows = "".join(
        f"| {group} | {_code(keys)} | {summary} |\n" for group, keys, summary in key_rows()
    )
    return f"| | keys | what they do |\n|---|---|---|\n{rows}"


def _code(keys: str) -> str:
    """Keys, each as code; a bar would end the cell."""
    return " ".join(f"`{key}`".replace("|", "\\|") for key in keys.split())
