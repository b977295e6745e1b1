"""Every command of the command line; help and README list them from here."""

from __future__ import annotations

from armreader.cli import command as takes
from armreader.cli import library, words
from armreader.cli.addresses import print_addresses
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
    Command(
        "read",
        "open the reader (default)",
        read,
        (takes.paths, takes.notes),
        example="reports/ extra.html",
    ),
    Command(
        "articles",
        "the articles, with their dates and counts",
        printed("articles"),
        (takes.paths, takes.ids, takes.json),
        example="articles reports/ --json",
    ),
    Command(
        "addresses",
        "the addresses that the files only name, without a text",
        print_addresses,
        (takes.paths, takes.json),
        example="addresses pocket.csv > addresses.txt",
    ),
    Command(
        "timeline",
        "the events, and which sources mention each",
        printed("timeline"),
        (takes.paths, takes.listed, takes.top, takes.chosen, takes.notes, takes.ids, takes.json),
        example="timeline reports/ --list shared --from 2024-02",
    ),
    Command(
        "quotes",
        "the quotes and who says them",
        printed("quotes"),
        (
            *(takes.paths, takes.quote_order, takes.quote_kind, takes.chosen),
            *(takes.notes, takes.ids, takes.json),
        ),
        example='quotes reports/ --speaker "Maria Olsen" --sort said',
    ),
    Command(
        "people",
        "who speaks, how often, in which sources and spellings",
        printed("people"),
        (takes.paths, takes.ids, takes.json),
        example="people reports/",
    ),
    Command(
        "coverage",
        "events by sources, with the gaps",
        printed("coverage"),
        (takes.paths, takes.listed, takes.order, takes.ids, takes.json),
        example="coverage reports/ --sort gap",
    ),
    Command(
        "figures",
        "each figure, who gives it, and which figures differ from it",
        printed("figures"),
        (takes.paths, takes.every, takes.csv, takes.json),
        example="figures reports/ --all --csv > figures.csv",
    ),
    Command(
        "disagreements",
        "where the sources differ, both sides",
        printed("disagreements"),
        (takes.paths, takes.csv, takes.json),
        example="disagreements reports/",
    ),
    Command(
        "compare",
        "one event or quote as each source has it",
        printed("compare"),
        (takes.identifier, takes.paths, takes.json),
        example="compare e-1f0c2a9d37 reports/",
    ),
    Command(
        "why",
        "the rule and the passages behind a date, speaker or link",
        printed("why"),
        (takes.identifier, takes.paths, takes.json),
        example="why e-1f0c2a9d37 reports/",
    ),
    Command(
        "search",
        "what matches a query, best first",
        library.search,
        (takes.query, takes.paths, takes.most, takes.notes, library.whole, takes.ids, takes.json),
        example='search "ferry -rail date:2024-02" reports/',
    ),
    Command(
        "index",
        "build a library from the paths, or update it",
        library.index,
        (takes.paths, library.workers, library.status),
        example="index archive/ --jobs 4",
    ),
    Command(
        "library",
        "open a library: its stories, and a search over all of them",
        library.open_library,
        (takes.paths,),
        example="library archive/",
    ),
    Command(
        "stories",
        "the stories of a library, newest first",
        library.stories,
        (takes.paths, takes.json),
        example="stories archive/",
    ),
    Command(
        "notes",
        "the bookmarks of the dossier's notebook",
        print_notebook,
        (takes.paths, takes.tag, takes.notes, takes.ids, takes.json),
        example="notes reports/",
    ),
    Command(
        "notes verify",
        "whether each bookmark is still in its source",
        verify_notebook,
        (takes.paths, takes.notes, takes.rewrite, takes.json),
        example="notes verify reports/ --rewrite",
    ),
    Command(
        "notes export",
        "the bookmarks with citations, for another program",
        export_notebook,
        (
            *(takes.paths, takes.one_format(NOTES_FORMATS), takes.listed, takes.top),
            *(takes.chosen, takes.notes),
        ),
        example="notes export reports/ --format bibtex > kept.bib",
    ),
    Command(
        "corrections",
        "what you corrected in the dossier, one per line",
        print_corrections,
        (takes.paths, takes.json),
        example="corrections reports/",
    ),
    Command(
        "export",
        "the chronology, or all of it as JSON, for another program",
        library.export,
        (
            *(takes.paths, takes.one_format(DOSSIER_FORMATS), takes.listed, takes.top),
            *(takes.chosen, takes.notes, library.by_story),
        ),
        example="export reports/ --format ics > chronology.ics",
    ),
    Command("keys", "the keys of the reader", print_keys, example="keys"),
    Command(
        "diagnostics",
        "details for reporting a display problem",
        print_diagnostics,
        example="diagnostics > display.txt",
    ),
    Command(
        "completions",
        "a script for tab completion in bash, zsh or fish",
        lambda options: print_completions(options.shell, COMMANDS),
        (shell,),
        example="completions bash",
    ),
    Command(
        "words check",
        "check the word tables for mistakes",
        words.check_words,
        (words.folder,),
        example="words check my-tables/",
    ),
    Command(
        "man",
        "the manual page, in roff",
        lambda _: print_manual(COMMANDS),
        example="man > armreader.1",
    ),
)
BY_NAME = {command.name: command for command in COMMANDS}
