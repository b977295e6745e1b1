"""The dated events as JSON for TimelineJS (https://timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from armreader.export.chronology_markdown import marked
from armreader.export.date_forms import DateParts, date_in_words, ends_of
from armreader.records.dates import DateRange
from armreader.records.visible import visible
from armreader.story.chronology import Account, Chronology, Entry


def chronology_timelinejs(chronology: Chronology) -> str:
    """Dates have a month and a day only where they are known; events without one are counted."""
    slides = [slide for entry in chronology.entries if (slide := _slide(chronology, entry))]
    missing = len(chronology.entries) - len(slides)
    counted = f"{len(chronology.sources)} reports, {len(slides)} dated events"
    left_out = f"; {missing} events without a date are left out" if missing else ""
    timeline = {
        "title": {
            "text": {"headline": _html(chronology.name), "text": f"<p>{counted}{left_out}</p>"}
        },
        "events": slides,
        "scale": "human",
    }
    return json.dumps(timeline, ensure_ascii=False, indent=1) + "\n"


def _slide(chronology: Chronology, entry: Entry) -> dict[str, Any] | None:
    """An event; None where it has no date to stand at."""
    if entry.range is None:
        return None
    first, last = ends_of(entry.range)
    start = first or last
    if start is None:
        return None
    slide: dict[str, Any] = {"unique_id": entry.id, "start_date": _date(start)}
    if last and last != start:
        slide["end_date"] = _date(last)
    if _needs_words(entry.range):
        slide["display_date"] = date_in_words(entry.range)
    text = f"<p>{_html(entry.comment)}</p>" if entry.comment else ""
    text += f"<p>({_html(marked(entry))})</p>" if entry.yours else ""
    text += "".join(_account(chronology, account) for account in entry.accounts)
    text += "".join(
        f"<p><em>Sources differ</em>, {_html(words)}</p>" for words in entry.differences
    )
    group = {"group": visible(entry.heading)} if entry.heading else {}
    return slide | group | {"text": {"headline": _html(entry.headline), "text": text}}


def _needs_words(range_: DateRange) -> bool:
    """Whether year, month and day alone do not say what is known."""
    open_ended = range_.earliest is None or range_.latest is None
    return range_.approximate or open_ended or range_.precision in ("decade", "century")


def _date(parts: DateParts) -> dict[str, int]:
    return {name: part for name, part in parts._asdict().items() if part is not None}


def _account(chronology: Chronology, account: Account) -> str:
    source = chronology.sources[account.source]
    name = _html(source.name)
    if source.article.url.startswith(("http://", "https://")):
        name = f'<a href="{_html(source.article.url)}">{name}</a>'
    return f"<p>{_html(' … '.join(account.sentences))}<br>— {name}</p>"


def _html(text: str) -> str:
    return escape(visible(text))
