"""What each printing command shows of a dossier: lines for people and an object for programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from armreader.dossier import Dossier
from armreader.report.compare import compare, comparison_lines, comparison_object
from armreader.report.coverage import coverage_object, coverage_table
from armreader.report.export_json import article_object, event_object, quote_object
from armreader.report.listings import articles_table, quotes_table, timeline_table
from armreader.report.people import people_object, people_table
from armreader.report.table import table_lines
from armreader.report.why import why, why_lines, why_object


@dataclass(frozen=True, slots=True)
class Printed:
    """The two forms of one command's output; None where what was asked for is not there."""

    lines: Callable[[Dossier, Namespace, int | None], Iterable[str] | None]
    """Of the dossier, the command's options, and the terminal's width or None in a pipe."""
    json: Callable[[Dossier, Namespace], object | None]


def _compare_lines(dossier: Dossier, options: Namespace, _: int | None) -> Iterable[str] | None:
    comparison = compare(dossier, options.id)
    return comparison_lines(dossier, comparison) if comparison else None


def _compare_json(dossier: Dossier, options: Namespace) -> object | None:
    comparison = compare(dossier, options.id)
    return comparison_object(comparison) if comparison else None


def _why_lines(dossier: Dossier, options: Namespace, _: int | None) -> Iterable[str] | None:
    found = why(dossier, options.id)
    return why_lines(dossier, found) if found else None


PRINTED: Mapping[str, Printed] = {
    "articles": Printed(
        lambda dossier, _, width: table_lines(articles_table(dossier), width),
        lambda dossier, _: {"articles": [article_object(one) for one in dossier.articles]},
    ),
    "timeline": Printed(
        lambda dossier, _, width: table_lines(timeline_table(dossier), width),
        lambda dossier, _: {"events": [event_object(one) for one in dossier.events]},
    ),
    "quotes": Printed(
        lambda dossier, _, width: table_lines(quotes_table(dossier), width),
        lambda dossier, _: {"quotes": [quote_object(one) for one in dossier.quotes]},
    ),
    "people": Printed(
        lambda dossier, _, width: table_lines(people_table(dossier), width),
        lambda dossier, _: {"people": people_object(dossier)},
    ),
    "coverage": Printed(
        lambda dossier, options, width: table_lines(coverage_table(dossier, options.sort), width),
        lambda dossier, options: coverage_object(dossier, options.sort),
    ),
    "compare": Printed(_compare_lines, _compare_json),
    "why": Printed(
        _why_lines,
        lambda dossier, options: why_object(why(dossier, options.id)) or None,
    ),
}
