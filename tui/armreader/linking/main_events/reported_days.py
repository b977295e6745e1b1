"""The days that an article's news is about, for what it dates in no other way."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from armreader.records import Annotations, Proposition
from armreader.records.dates import DateRange
from armreader.records.interning import shared_range

_WHOLE = 10
"""A publication must be known to within so many days to date its news."""
_NEWS = timedelta(days=2)
"""How long before its publication the news of an article may have happened."""
_AROUND = 8
"""The sentences before a clause whose times say whether it is news."""
_LONG_AGO = timedelta(days=60)
"""How long before its publication a time of an article is no part of its news."""
_WEEK = 7
"""Days of a week."""
LEAD = 4
"""The number of the last sentence of a lead, after the title."""


def news_range(published: DateRange | None) -> DateRange | None:
    """The days of an article's news: its day of publication and the two before.

    Nine of ten undated leads in hand-made chronologies are of these days, eight of the last two.
    """
    if published is None or published.earliest is None or published.latest is None:
        return None
    if (published.days or _WHOLE) > _WHOLE:
        return replace(published, approximate=True)
    first = max(published.earliest, date.min + _NEWS) - _NEWS
    return DateRange(first, published.latest, approximate=True)


class ReportedDays:
    """Knows for one article which of its undated clauses are news.

    ``propositions`` are its own, ``sentences`` the starts of those that report, the title first.
    """

    def __init__(
        self, one: Annotations, propositions: Sequence[Proposition], sentences: Sequence[int]
    ) -> None:
        news = news_range(one.article.publication.range)
        self.published = shared_range(_with_likeliest(news, one, propositions) if news else None)
        self._sentences = sentences
        dated = [(t.span.start, t.range.latest) for t in one.times if t.range and t.range.latest]
        self._starts = [start for start, _ in dated]
        self._ends = [end for _, end in dated]
        self._looks_back = self._mostly_over()

    def about(self, one: Proposition, sentence: int) -> DateRange | None:
        """The days of a clause that is reported as news and has no time.

        In an article that looks back, as an obituary does, that is only what is among the times
        of the news, or in the lead. What goes on from a time long ago is none: "Eight years ago
        the port was small. The dam burst in the spring. The mill fell, too".
        """
        if not one.news:
            return None
        further_down = sentence > LEAD
        looks_back = self._looks_back and one.form != "statement"
        if further_down and looks_back and not self._among_news(one, sentence):
            return None
        if further_down and one.recent and self._goes_on_from_long_ago(one):
            return None
        return self.published

    def late(self, one: Proposition, sentence: int) -> DateRange | None:
        """The same for what happened by a clause further down, among the times of the news."""
        further_down = one.recent and not one.news
        return self.published if further_down and self._among_news(one, sentence) else None

    def so_far(self, one: Proposition, days: DateRange | None) -> DateRange | None:
        """The days of a week in which something has happened, up to when that was reported."""
        reported = self.published.latest if self.published else None
        if reported is None or days is None or not one.over or one.status != "asserted":
            return days
        if (days.days or 0) not in range(2, _WEEK + 1) or days.earliest is None:
            return days
        ahead = days.earliest < reported < _end(days)
        return shared_range(replace(days, latest=reported)) if ahead else days

    def _among_news(self, one: Proposition, sentence: int) -> bool:
        """Whether there are times before a clause, all of them those of the news or later."""
        if self.published is None or self.published.earliest is None:
            return False
        first = bisect_left(self._starts, self._sentences[max(sentence - _AROUND, 0)])
        around: Sequence[date] = self._ends[first : bisect_left(self._starts, one.trigger.start)]
        return bool(around) and min(around) >= self.published.earliest

    def _goes_on_from_long_ago(self, one: Proposition) -> bool:
        """Whether all times of the last sentence with one before a clause are of years ago."""
        before = bisect_left(self._starts, one.trigger.start)
        if not before or self.published is None or self.published.earliest is None:
            return False
        begun = self._sentences[bisect_right(self._sentences, self._starts[before - 1]) - 1]
        ends = self._ends[bisect_left(self._starts, begun) : before]
        return bool(ends) and self.published.earliest - max(ends) > _LONG_AGO

    def _mostly_over(self) -> bool:
        """Whether most of the times of the article are of months or years before it."""
        if self.published is None or self.published.earliest is None:
            return False
        over = sum(self.published.earliest - end > _LONG_AGO for end in self._ends)
        return 2 * over > len(self._ends)


def _end(days: DateRange) -> date:
    return days.latest or date.max


def _with_likeliest(
    news: DateRange, one: Annotations, propositions: Sequence[Proposition]
) -> DateRange:
    """The days of the news with the likeliest: the one that most of what happened then names.

    Of undated news in hand-made chronologies it is the day for seven of ten where there is one, the
    day of publication for five.
    """
    if news.earliest is None or news.latest is None or (news.days or _WHOLE) > _NEWS.days + 1:
        return news
    dated = {time.span: time.range for time in one.times if time.range and time.range.days == 1}
    named = Counter(
        range_.earliest
        for each in propositions
        if each.over
        and each.time
        and not each.inherited
        and (range_ := dated.get(each.time))
        and news.contains(range_)
    )
    likeliest = max(named, key=lambda day: (named[day], day)) if named else news.latest
    return replace(news, likeliest=likeliest)
