"""What each printing command shows of a dossier: lines for people and an object for programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from armreader.cli.table import Table, table_lines
from armreader.story.dossier import Dossier

if TYPE_CHECKING:
    from armreader.records import Event, Quote
    from armreader.story.listed_events import Listed

# A command imports what it prints when it prints it: at the start of each, milliseconds count.


@dataclass(frozen=True, slots=True)
class Printed:
    """The two forms of one command's output; None if what was asked for is not there."""

    lines: Callable[[Dossier, Namespace, int | None], Iterable[str] | None]
    """Of the dossier, the command's options, and the terminal's width or None in a pipe."""
    json: Callable[[Dossier, Namespace], object | None]


def _articles_table(dossier: Dossier, _: Namespace) -> Table:
    from armreader.cli.listings import articles_table

    return articles_table(dossier)


def _articles_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str]:
    if width is None:
        return table_lines(_articles_table(dossier, options), width)
    from armreader.cli.cards import article_cards

    return article_cards(dossier, width, ids=options.ids)


def _articles_json(dossier: Dossier, _: Namespace) -> object:
    from armreader.export.dossier_json import article_object

    return {"articles": [article_object(one) for one in dossier.articles]}


def _timeline_table(dossier: Dossier, options: Namespace) -> Table:
    from armreader.cli.listings import timeline_table

    return timeline_table(dossier, _listed(dossier, options, "main"))


def _timeline_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str]:
    if width is None:
        return table_lines(_timeline_table(dossier, options), width)
    from armreader.cli.cards import timeline_cards
    from armreader.cli.given import kept_in
    from armreader.story.listed_events import each_once

    listed = each_once(_listed(dossier, options, "main"))
    return timeline_cards(dossier, listed, width, kept_in(options, dossier), ids=options.ids)


def _timeline_json(dossier: Dossier, options: Namespace) -> object:
    from armreader.export.dossier_json import event_object

    return {"events": [event_object(one) for one in _listed(dossier, options, "all")]}


def _listed(dossier: Dossier, options: Namespace, without: Listed) -> tuple[Event, ...]:
    """The events that the options choose, else the command's own listing."""
    from armreader.cli.choosing import choice_of
    from armreader.story.chosen import chosen_events

    return chosen_events(dossier, choice_of(dossier, options, without))


def _quotes_table(dossier: Dossier, options: Namespace) -> Table:
    from armreader.cli.listings import quotes_table

    return quotes_table(dossier, _chosen_quotes(dossier, options))


def _quotes_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str]:
    if width is None:
        return table_lines(_quotes_table(dossier, options), width)
    from armreader.cli.cards import quote_cards
    from armreader.cli.given import kept_in

    quotes = _chosen_quotes(dossier, options)
    return quote_cards(dossier, quotes, width, kept_in(options, dossier), ids=options.ids)


def _quotes_json(dossier: Dossier, options: Namespace) -> object:
    from armreader.export.dossier_json import quote_object

    return {"quotes": [quote_object(dossier, q) for q in _chosen_quotes(dossier, options)]}


def _chosen_quotes(dossier: Dossier, options: Namespace) -> tuple[Quote, ...]:
    """The quotes that the options ask for, in their order."""
    from armreader.cli.choosing import choice_of
    from armreader.story.chosen import chosen_quotes
    from armreader.story.ordered_quotes import ordered_quotes

    choice = choice_of(dossier, options, "all")
    quotes = ordered_quotes(dossier, options.sort)
    if options.kind:
        quotes = tuple(quote for quote in quotes if quote.kind == options.kind)
    return chosen_quotes(dossier, choice, quotes)


def _people_table(dossier: Dossier, _: Namespace) -> Table:
    from armreader.cli.listings import people_table

    return people_table(dossier)


def _people_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str]:
    if width is None:
        return table_lines(_people_table(dossier, options), width)
    from armreader.cli.cards import people_cards

    return people_cards(dossier, width, ids=options.ids)


def _people_json(dossier: Dossier, _: Namespace) -> object:
    from armreader.story.people import people_object

    return {"people": people_object(dossier)}


def _coverage_table(dossier: Dossier, options: Namespace) -> Table:
    from armreader.cli.listings import coverage_table

    return coverage_table(dossier, options.sort, _listed(dossier, options, "main"))


def _coverage_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str]:
    if width is None:
        return table_lines(_coverage_table(dossier, options), width)
    from armreader.cli.cards import coverage_cards
    from armreader.story.coverage import coverage
    from armreader.story.listed_events import each_once

    matrix = coverage(dossier, options.sort, each_once(_listed(dossier, options, "main")))
    return coverage_cards(dossier, matrix, width, ids=options.ids)


def _coverage_json(dossier: Dossier, options: Namespace) -> object:
    from armreader.story.coverage import coverage_object

    return coverage_object(dossier, options.sort, _listed(dossier, options, "all"))


def _fitted(lines: Iterable[str], width: int | None) -> Iterable[str]:
    """Lines as they are in a pipe, and wrapped on a terminal."""
    if width is None:
        return lines
    from armreader.cli.cards import fitted

    return fitted(lines, width)


def _compare_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str] | None:
    from armreader.story.compare import compare, comparison_lines

    comparison = compare(dossier, options.id)
    return _fitted(comparison_lines(dossier, comparison), width) if comparison else None


def _compare_json(dossier: Dossier, options: Namespace) -> object | None:
    from armreader.story.compare import compare, comparison_object

    comparison = compare(dossier, options.id)
    return comparison_object(dossier, comparison) if comparison else None


def _why_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str] | None:
    from armreader.story.why import why, why_lines

    found = why(dossier, options.id)
    return _fitted(why_lines(dossier, found), width) if found else None


def _why_json(dossier: Dossier, options: Namespace) -> object | None:
    from armreader.story.why import why, why_object

    return why_object(why(dossier, options.id)) or None


def _figures_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str]:
    from armreader.cli.figures import figures_lines

    return figures_lines(dossier, options, width)


def _figures_json(dossier: Dossier, options: Namespace) -> object:
    from armreader.cli.figures import figures_json

    return figures_json(dossier, options)


def _differ_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str]:
    from armreader.cli.figures import disagreements_lines

    return disagreements_lines(dossier, options, width)


def _differ_json(dossier: Dossier, options: Namespace) -> object:
    from armreader.cli.figures import disagreements_json

    return disagreements_json(dossier, options)


PRINTED: Mapping[str, Printed] = {
    "articles": Printed(_articles_lines, _articles_json),
    "timeline": Printed(_timeline_lines, _timeline_json),
    "quotes": Printed(_quotes_lines, _quotes_json),
    "people": Printed(_people_lines, _people_json),
    "coverage": Printed(_coverage_lines, _coverage_json),
    "figures": Printed(_figures_lines, _figures_json),
    "disagreements": Printed(_differ_lines, _differ_json),
    "compare": Printed(_compare_lines, _compare_json),
    "why": Printed(_why_lines, _why_json),
}
