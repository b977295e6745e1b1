"""What times are counted from at one place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from armreader.linking.times.mode import Mode
from armreader.records import Passage, Publication, Sentence, TimeExpression
from armreader.records.dates import DateRange

_YEAR = re.compile(r"\d{4}")
_OPENS = len("By ")
"""The most characters between the start of a sentence and the time that opens it."""
_NEXT = len("” ")
"""The most characters between the end of a sentence and the start of the next."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Days to count from, and the passages that give them."""

    range: DateRange
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Anchors:
    """The publication, the date given before, and the quarter under discussion."""

    article: Publication
    mode: Mode
    previous: Anchor | None = None
    year: Anchor | None = None
    """The last year given, whatever the precision of the date."""
    year_sentence: Sentence | None = None
    frame: Anchor | None = None
    """The past year that opens a sentence, "Eight years ago, …", until another is given."""
    frame_sentence: Sentence | None = None
    """That sentence: it and the next of its paragraph are told within the year."""
    quarter: Anchor | None = None
    heading: Anchor | None = None
    """The last date that is a line by itself; the hours below it are of that day."""
    minute: int | None = None
    """The minute of the day at which it was published, where that is known."""

    def in_year(self, year: int, given_by: TimeExpression | None) -> Anchors:
        """The anchors for a time that falls in a year of the story, given by another time."""
        passages = (Passage(given_by.article, *given_by.span),) if given_by else ()
        return replace(self, year=Anchor(DateRange.astronomical(year, year), passages))

    @property
    def publication(self) -> Anchor | None:
        if not self.article.range:
            return None
        return Anchor(self.article.range, self.article.evidence)

    def after(self, time: TimeExpression, sentence: Sentence | None) -> Anchors:
        """The anchors for what follows a time that has been resolved."""
        if sentence is None or sentence.section == "furniture":
            return self
        if time.type == "DURATION" and time.value in ("P9M", "P6M", "P1Y"):
            # The nine months of a report, not its quarter, are now under discussion.
            return replace(self, quarter=None)
        if time.type in ("DURATION", "SET"):
            return self
        if time.range is None or time.form.rule == "reference":
            # 9/11 is named, not told of.
            return self
        anchor = Anchor(time.range, (Passage(time.article, *time.span),))
        quarter = self.quarter
        if "-Q" in time.value and time.form.anchor != "quarter" and self._is_over(time.range):
            quarter = anchor
        own_year = time.form.value[:4].isdecimal()
        frame, frame_sentence = self.frame, self.frame_sentence
        if self._opens_past_year(time, sentence):
            frame, frame_sentence = anchor, sentence
        elif frame is not None and not frame.range.contains(time.range):
            frame = None
        return replace(
            self,
            frame=frame,
            frame_sentence=frame_sentence,
            previous=anchor,
            heading=anchor if sentence.span == time.span else self.heading,
            quarter=quarter,
            year=anchor if own_year or self.mode.name == "narrative" else self.year,
            year_sentence=sentence if own_year else self.year_sentence,
        )

    def frame_of(self, sentence: Sentence) -> Anchor | None:
        """The past year within which a sentence is told."""
        opened = self.frame_sentence
        if opened is None or sentence.paragraph != opened.paragraph:
            return None
        return self.frame if sentence.span.start - opened.span.end <= _NEXT else None

    def _opens_past_year(self, time: TimeExpression, sentence: Sentence) -> bool:
        """Whether a time is a year before that of the publication, and opens its sentence."""
        published = self.article.range.earliest if self.article.range else None
        if published is None or not _YEAR.fullmatch(time.value):
            return False
        opens = time.span.start - sentence.span.start <= _OPENS
        return opens and int(time.value) < published.year

    def _is_over(self, quarter: DateRange) -> bool:
        """Whether a quarter ended before the publication; a forecast is not under discussion."""
        published = self.article.range.latest if self.article.range else None
        return not (published and quarter.latest and quarter.latest > published)
