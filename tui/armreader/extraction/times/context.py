"""Words that look like times but are not: may, march, second, ages, scores, sums, numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.times.grammar import Match
from armreader.extraction.times.measures import no_bare_length, no_counted_length, no_length
from armreader.extraction.times.named import (
    OPENING,
    begins_name,
    is_company,
    is_newspaper,
    is_of_feast,
    is_title,
)
from armreader.extraction.times.references import no_reference
from armreader.extraction.times.scanner import Item
from armreader.extraction.times.seasons import no_season
from armreader.extraction.times.setting import Setting, context, is_capitalised, lower, touch
from armreader.language import entries

_YEARS = range(1700, 2051)
"""The years that a number of four digits may mean where nothing before it suggests a year."""


_REACH = 40
"""In tokens; so the cost stays linear."""
_LIKELY_YEARS = range(1900, 2050)


def is_no_time(match: Match, items: Sequence[Item]) -> bool:
    """Whether the words around a match show that it is something else."""
    refuses = _REFUSALS.get(match.rule)
    return refuses(Setting(match, items)) if refuses else False


def tells_of_money(items: Sequence[Item], first: int, end: int) -> bool:
    """Whether sums, shares or results are within reach of an expression in its sentence."""
    near = items[max(0, first - _REACH) : end + _REACH]
    return any(item.lower in context("money") for item in near)


def _no_year(at: Setting) -> bool:
    """A number of four digits that counts, measures or names something."""
    if at.length > 1:
        return False
    before, after = lower(at.before), lower(at.after)
    if not at.first.word.isdecimal():
        # "Two thousand" counts unless something speaks for a year; "nineteen ninety" does itself.
        counts = before not in context("before-year") or after.isalnum()
        return at.first.classes["YEAR"] >= "2000" and counts
    if before in context("before-number") or after in context("after-number"):
        return True
    if is_capitalised(at.after) and lower(at.next_but_one) in context("street"):
        return True
    if touch(at.before, at.first):
        if before not in context("before-year-glued"):
            return True
    elif before.isdecimal():
        return True
    if touch(at.first, at.after) and after in context("after-number-glued"):
        # 1984:5 is a verse, 2059: an hour; "1942: the turn of the tide" is a year.
        late = int(at.first.word) not in _YEARS
        return late or after != ":" or touch(at.after, at.next_but_one)
    counts_things = bool(at.after and at.after.word.islower()) and _is_plural(after)
    if counts_things and int(at.first.word) in _LIKELY_YEARS and int(at.first.word) % 50:
        # The 2016 hopefuls: so many would be a round number, or have a comma.
        counts_things = before in context("before-count")
    if before in context("before-year"):
        vague = before in ("about", "around") or int(at.first.word) not in _YEARS
        return vague and counts_things
    return int(at.first.word) not in _YEARS or (counts_things and len(after) > len("this"))


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _no_month(at: Setting) -> bool:
    """May, March, June: also verbs, adjectives and names; and no month has a 32nd."""
    before, after = lower(at.before), lower(at.after)
    if any(item is not None and "DAY" in item.classes for item in (at.before, at.after)):
        # No longer reading was possible: 31 June.
        return True
    if after in context("after-name"):
        return True
    in_name = is_capitalised(at.after) and not (at.after and at.after.classes) and after != "i"
    if at.first.lower not in context("ambiguous-month"):
        follows_name = is_capitalised(at.before) and not (at.before and at.before.classes)
        in_name = in_name or (follows_name and at.match.first > 1)
        led = context("before-month") | {"a", "an"}
        # The April UN vote: an abbreviation is no surname.
        initials = before == "the" and bool(at.after and at.after.word.isupper())
        in_name = in_name and before not in led and not initials
        return in_name and at.first.lower in context("given-name-month")
    if not is_capitalised(at.first):
        return True
    if before in context("before-month") or (at.before and "MOD" in at.before.classes):
        return False
    if before in context("may-be-before-month"):
        return in_name
    if not before.isalpha():
        return in_name or after in context("after-month") | context("after-march")
    if before in context("determiner"):
        return not after.isalpha() or is_capitalised(at.after) or after in context("after-march")
    return True


def _is_of_impossible_year(at: Setting) -> bool:
    """29 February in a year without one: the reading with its year was refused before."""
    if "YEAR" in at.match.captured:
        return False
    following = at.next_but_one if lower(at.after) == "," else at.after
    return bool(following and "YEAR" in following.classes)


def _has_its_year(at: Setting) -> bool:
    """In this May 3, 2030, photo: a date with its year, not this year's."""
    if "DAY" in at.match.captured:
        return _is_of_impossible_year(at)
    return "MONTH" in at.match.captured and bool(at.after and "DAY" in at.after.classes)


def _is_begin_and_end(at: Setting) -> bool:
    """In brackets or a heading two years are a beginning and an end, each a separate date."""
    bare = at.length == 3 and "SHORTYEAR" not in at.match.captured
    return bare and lower(at.before) not in context("before-range")


def _no_decade(at: Setting) -> bool:
    """A man in his thirties, temperatures in the 40s."""
    short = len(at.last.word.rstrip("s")) == 2 and at.last.word[0].isdecimal()
    if short and at.lowers[0] == "the" and lower(at.before) in context("before-season"):
        # Back in the 60s; but with highs in the 60s.
        near = at.items[max(0, at.match.first - _REACH) : at.match.end + _REACH]
        return any(item.lower in context("measured-in-tens") for item in near)
    return lower(at.before) in context("before-age") or short


def _no_short_year(at: Setting) -> bool:
    """A quotation that opens with a number: '60 Minutes'."""
    return lower(at.before) == "'" or is_capitalised(at.after)


def _is_half_of_another(at: Setting) -> bool:
    """Half of what "of" names: the first half of the 19th century, of May, of the match; or of
    a game: a first-half goal."""
    named = "YEAR" in at.match.captured or "year" in at.lowers or "HALFYEAR" in at.match.captured
    if "-" in at.lowers:
        in_game = lower(at.after) not in context("money")
    else:
        in_game = not named and not tells_of_money(at.items, at.match.first, at.match.end)
    return in_game or lower(at.after) == "of"


def _is_of_game(at: Setting) -> bool:
    """A quarter of a game: he scored twice in the fourth quarter."""
    first, end = at.match.first, at.match.end
    near = [*at.items[max(0, first - _REACH) : first], *at.items[end : end + _REACH]]
    words = {item.lower for item in near}
    of_game = not words.isdisjoint(context("game")) and "YEAR" not in at.match.captured
    return of_game and words.isdisjoint(context("money"))


def _is_overnight(at: Setting) -> bool:
    """They cannot do that overnight."""
    return at.last.lower == "overnight"


def _no_day_of_month(at: Setting) -> bool:
    """The first June storm: no day of June."""
    spelled = at.match.captured.get("ORDINALDAY")
    counts = bool(spelled and spelled.word.isalpha() and "of" not in at.lowers)
    return counts or _is_of_impossible_year(at)


def _is_counted_from_what_follows(at: Setting) -> bool:
    """Two days before the vote, later than planned: a length, counted from what follows."""
    if lower(at.after) == "than":
        return at.last.lower in ("earlier", "later")
    after = lower(at.after)
    follows = after.isalnum() or after in OPENING
    return at.last.lower in ("before", "after") and follows and after not in _GOES_ON


def _is_what_follows(at: Setting) -> bool:
    """The next decade is a length where something lasts for it: for or over the next decade."""
    lasts = ("for",) if "year" in at.lowers else ("for", "over", "within")
    return lower(at.before) not in lasts


def _is_named_by_what_follows(at: Setting) -> bool:
    """The week before the vote, the year of the flood: not the one that the text is in."""
    after = lower(at.after)
    if lower(at.before) == "of" and at.match.first > 1:
        # Player of the year.
        awarded = at.items[at.match.first - 2].lower
        if awarded in context("award"):
            return True
    apposed = lower(at.before) in (",", "(", "–", "—") and not (at.after and at.after.classes)
    has_clause = apposed and (is_capitalised(at.after) or after in _SUBJECTS)
    return no_length(at) or has_clause or after in _NAMED_BY


_NAMED_BY = ("before", "after", "of", "when", "that", "following")
_SUBJECTS = ("he", "she", "they", "we", "it", "i", "you")
"""In 1994, the year she was born."""


def _is_before_another(at: Setting) -> bool:
    """The day before last Tuesday: counted from that Tuesday."""
    named = {"WEEKDAY", "MONTH", "SEASON", "UNIT", "PART"}
    return at.after is not None and not named.isdisjoint(at.after.classes)


def _is_within_day(at: Setting) -> bool:
    """Later in the day, before returning: not the day before something."""
    return lower(at.before) in ("in", "during", "of")


def _no_that(at: Setting) -> bool:
    """He said that May was wet: a conjunction."""
    if at.first.lower != "that" or at.length > 2:
        return False
    says = at.before is not None and lemma(at.before.lower, "VBD") in entries("saying_verbs")
    return says or lower(at.after) not in context("after-day") | {",", ".", ";", ")", ""}


def _is_no_pair(at: Setting) -> bool:
    """800 and 490 BC: a pair of years only after "between" or the like."""
    return lower(at.before) not in context("before-year")


_GOES_ON = ("by", "at", "in", "on", "with", "from", "during", "but")
"""Before these, "the day before" is a time by itself: had left the day before by sea."""


def _no_clock(at: Setting) -> bool:
    """A score (2:1), a verse or a sum, not a time of day."""
    if "HOURNAME" in at.first.classes:
        return is_title(at)
    if at.length > 1 or "CLOCKTIME" not in at.first.classes:
        return False
    if at.first.word[-1].isalpha():
        return False
    _, colon, minutes = at.first.word.partition(":")
    return not colon or len(minutes) != 2 or lower(at.before) not in context("before-clock")


def _is_counted_back(at: Setting) -> bool:
    """Three times a year ago: "a year ago" is a time, "three times" is not."""
    return "AGO" in at.after.classes if at.after else False


_REFUSALS: Mapping[str, Callable[[Setting], bool]] = {
    "year": _no_year,
    "year-before-christ-and": _is_no_pair,
    "year-range": _is_begin_and_end,
    "year-short": _no_short_year,
    "century": is_company,
    "decade": _no_decade,
    "weekday": begins_name,
    "holiday": is_of_feast,
    "month": _no_month,
    "last-name": _has_its_year,
    "month-day": _is_of_impossible_year,
    "day-month": _no_day_of_month,
    "season": no_season,
    "half": _is_half_of_another,
    "quarter": _is_of_game,
    "duration": no_length,
    "next-length": _is_what_follows,
    "duration-counted": no_counted_length,
    "part-of-this-day": _is_overnight,
    "duration-vague": no_bare_length,
    "set-adverb": is_newspaper,
    "set-times": _is_counted_back,
    "the-unit": _is_named_by_what_follows,
    "later": _is_counted_from_what_follows,
    "unit-but-one": _is_before_another,
    "weekday-before-last": _is_before_another,
    "day-beside": _is_within_day,
    "that-name": _no_that,
    "day-before": _is_counted_from_what_follows,
    "deictic": is_title,
    "this-unit": is_title,
    "last-unit": is_title,
    "clock": _no_clock,
    "reference": no_reference,
}
