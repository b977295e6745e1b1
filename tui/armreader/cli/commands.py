"""Every command of the command line; help and README list them from here."""

from __future__ import annotations

from armreader.cli import command as takes
from armreader.cli import library
from armreader.cli.command import Command
from armreader.cli.completions import print_completions, shell
from armreader.cli.corrections import print_corrections
from armreader.cli.manual import print_manual
from armreader.cli.notes import export_notebook, print_notebook, verify_notebook
from armreader.cli.printing import printed
from armreader.cli.reader import print_diagnostics, print_keys, read

DOSSIER_FORMATS = (
    *("json", "markdown", "csv", "ics", "timelinejs", "html", "document", "obsidian"),
    *("bibtex", "csl-json", "ris"),
)
NOTES_FORMATS = (
    *("markdown", "obsidian", "csv", "json", "csl-json", "bibtex", "ris", "jsonld", "org"),
    *("chicago", "apa", "mla", "plain"),
)

COMMANDS: tuple[Command, ...] = (
    Command("read", "open the reader (default)", read, (takes.paths, takes.notes)),
    Command(
        "articles",
        "the articles, with their dates and counts",
        printed("articles"),
        (takes.paths, takes.json),
    ),
    Command(
        "timeline",
        "the events, and which sources mention each",
        printed("timeline"),
        (takes.paths, takes.listed, takes.top, takes.chosen, takes.notes, takes.ids, takes.json),
    ),
    Command(
        "quotes",
        "the quotes and who says them",
        printed("quotes"),
        (takes.paths, takes.quote_order, takes.chosen, takes.notes, takes.ids, takes.json),
    ),
    Command(
        "people",
        "who speaks, how often, in which sources and spellings",
        printed("people"),
        (takes.paths, takes.json),
    ),
    Command(
        "coverage",
        "events by sources, with the gaps",
        printed("coverage"),
        (takes.paths, takes.listed, takes.order, takes.json),
    ),
    Command(
        "figures",
        "each figure, who gives it, and what it differs from",
        printed("figures"),
        (takes.paths, takes.every, takes.csv, takes.json),
    ),
    Command(
        "disagreements",
        "where the sources differ, both sides",
        printed("disagreements"),
        (takes.paths, takes.csv, takes.json),
    ),
    Command(
        "compare",
        "one event or quote as each source has it",
        printed("compare"),
        (takes.identifier, takes.paths, takes.json),
    ),
    Command(
        "why",
        "the rule and the passages behind a date, speaker or link",
        printed("why"),
        (takes.identifier, takes.paths, takes.json),
    ),
    Command(
        "search",
        "what matches a query, best first",
        library.search,
        (takes.query, takes.paths, takes.notes, library.whole, takes.json),
    ),
    Command(
        "index",
        "make a library of the paths, or bring it up to date",
        library.index,
        (takes.paths, library.workers, library.status),
    ),
    Command(
        "library",
        "open a library: its stories, and a search over all of them",
        library.open_library,
        (takes.paths,),
    ),
    Command(
        "stories",
        "the stories of a library, newest first",
        library.stories,
        (takes.paths, takes.json),
    ),
    Command(
        "notes",
        "the bookmarks of the dossier's notebook",
        print_notebook,
        (takes.paths, takes.notes, takes.json),
    ),
    Command(
        "notes verify",
        "whether each bookmark is still in its source",
        verify_notebook,
        (takes.paths, takes.notes, takes.rewrite, takes.json),
    ),
    Command(
        "notes export",
        "the bookmarks with citations, for another program",
        export_notebook,
        (
            *(takes.paths, takes.one_format(NOTES_FORMATS), takes.listed, takes.top),
            *(takes.chosen, takes.notes),
        ),
    ),
    Command(
        "corrections",
        "what you corrected in the dossier, a line each",
        print_corrections,
        (takes.paths, takes.json),
    ),
    Command(
        "export",
        "the chronology, or the whole dossier as JSON, for another program",
        library.export,
        (
            *(takes.paths, takes.one_format(DOSSIER_FORMATS), takes.listed, takes.top),
            *(takes.chosen, takes.notes, library.by_story),
        ),
    ),
    Command("keys", "the keys of the reader", print_keys),
    Command("diagnostics", "details for reporting a display problem", print_diagnostics),
    Command(
        "completions",
        "a script that completes commands in bash, zsh or fish",
        lambda options: print_completions(options.shell, COMMANDS),
        (shell,),
    ),
    Command("man", "the manual page, in roff", lambda options: print_manual(COMMANDS)),
)
BY_NAME = {command.name: command for command in COMMANDS}
