"""Dates that nobody annotated, checked against what the texts themselves give away.

    PYTHONPATH=tests python -m bench.times_silver TOPICS.jsonl[.gz] [EVERY]

Each line is a topic (Timeline17): {"articles": [{"time", "text"}], "timelines": [{"entries":
[{"date", "text"}]}]}. Of every EVERY-th article (10th unless given), published on a known day:

weekday    "Tuesday, 4 May": the date is blanked out; is the day found by "Tuesday" alone?
date       the weekday and the year are blanked out; does "4 May" fall in the year that the weekday
           (or the year itself) gives?
events     a sentence that has most words of a line of a dated entry of a timeline: is the day of
           the entry among its dates?

No weight and no rule is to be fitted on these; they show whether one holds on other texts.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from armreader.linking.times import resolve_times
from armreader.records.dates import DateRange
from bench.times_fitted import case_of

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
]
FULL = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})(?P<gap>,? )"
    rf"(?P<date>(?P<day>\d\d?) (?P<month>{'|'.join(MONTHS)})"
    rf"|(?P<month2>{'|'.join(MONTHS)}) (?P<day2>\d\d?))(?!\d)(?P<year>,? (?:19|20)\d\d)?"
)
LONGEST = 8000
"""Characters of an article that are read."""
ALIKE = 0.5
"""The share of an entry's words from which a sentence is taken to tell the same."""
NEAR = timedelta(days=7)
"""How long after an entry's day articles are asked, and how far a weekday alone may lie."""


class Check(NamedTuple):
    kind: str
    right: bool
    shown: str


def true_day(found: re.Match[str], published: date) -> date | None:
    """The day that a weekday with its date means: of the year nearest, if the weekday agrees."""
    month = MONTHS.index(found["month"] or found["month2"]) + 1
    day = int(found["day"] or found["day2"])
    years = [int(found["year"][-4:])] if found["year"] else [published.year + k for k in (-1, 0, 1)]
    days = []
    for year in years:
        try:
            one = date(year, month, day)
        except ValueError:
            continue
        if WEEKDAYS[one.weekday()] == found["weekday"]:
            days.append(one)
    return min(days, key=lambda one: abs(one - published), default=None)


def values_at(text: str, published: str, start: int, end: int) -> set[str]:
    """The days that are found in a stretch of a text."""
    case = case_of("silver", {"text": text, "dct": published, "timexes": []})
    times = resolve_times(case.annotations, case.publication)
    return {one.value[:10] for one in times if one.span.start < end and start < one.span.end}


def full_dates(text: str, published: str) -> Iterator[Check]:
    """Both checks of each weekday that is with its date."""
    today = date.fromisoformat(published)
    for found in FULL.finditer(text):
        day = true_day(found, today)
        if day is None:
            continue
        start, end = found.span()
        around = text[max(0, start - 80) : end + 80].replace("\n", " ")
        if abs(day - today) < NEAR:
            kept = found["weekday"]
            blanked = text[:start] + kept + text[end:]
            values = values_at(blanked, published, start, start + len(kept))
            yield Check(
                "weekday", day.isoformat() in values, f"{published} {day} {values} {around}"
            )
        kept = found["date"]
        blanked = text[:start] + kept + text[end:]
        values = values_at(blanked, published, start, start + len(kept))
        yield Check("date", day.isoformat() in values, f"{published} {day} {values} {around}")


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3}


def event_checks(
    text: str, published: str, entries: Sequence[tuple[date, set[str]]]
) -> Iterator[Check]:
    """Sentences with a day of their own that tell what an entry of a timeline tells."""
    today = date.fromisoformat(published)
    near = [entry for entry in entries if timedelta(0) <= today - entry[0] <= NEAR]
    if not near:
        return
    case = case_of("silver", {"text": text, "dct": published, "timexes": []})
    times = resolve_times(case.annotations, case.publication)
    for sentence in case.annotations.sentences:
        days = {
            one.range for one in times if sentence.span.start <= one.span.start < sentence.span.end
        }
        exact = {one.earliest for one in days if one and one.earliest == one.latest}
        said = words(text[slice(*sentence.span)])
        for day, wanted in near:
            if exact and len(wanted) > 4 and len(wanted & said) >= ALIKE * len(wanted):
                shown = f"{published} {day} {text[slice(*sentence.span)]}".replace("\n", " ")
                yield Check("events", day in exact, shown)


def checks(topics: Iterator[Mapping[str, list[dict[str, object]]]], every: int) -> Iterator[Check]:
    for topic in topics:
        entries = [
            (date.fromisoformat(entry["date"]), words(line))
            for timeline in topic["timelines"]
            for entry in timeline["entries"]  # type: ignore[attr-defined]
            for line in entry["text"].splitlines()
            if DateRange.from_edtf(entry["date"]) and len(entry["date"]) == len("2000-01-01")
        ]
        for article in topic["articles"][::every]:
            text, published = str(article["text"])[:LONGEST], str(article["time"])
            yield from full_dates(text, published)
            yield from event_checks(text, published, entries)


def main() -> None:
    if len(sys.argv) < 2:
        print(__doc__)
        return
    path = Path(sys.argv[1])
    opener = gzip.open if path.suffix == ".gz" else open
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    counts: Counter[tuple[str, bool]] = Counter()
    with opener(path, "rt", encoding="utf-8") as lines:
        for check in checks(map(json.loads, lines), every):
            counts[check.kind, check.right] += 1
            if not check.right:
                print(f"{check.kind:8} {check.shown[:240]}")
    for kind in ("weekday", "date", "events"):
        right, wrong = counts[kind, True], counts[kind, False]
        print(f"{kind:8} {right:5} of {right + wrong:5}  {100 * right / max(1, right + wrong):.1f}")


if __name__ == "__main__":
    main()
