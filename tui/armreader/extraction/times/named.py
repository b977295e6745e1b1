"""Times that are part of a name: This Week, the Sunday Times, 21st Century Mills."""

from __future__ import annotations

from armreader.extraction.times.setting import Setting, context, is_capitalised, lower

OPENING, _CLOSING = frozenset("\"“‘'`"), frozenset("\"”’'")


def begins_name(at: Setting) -> bool:
    """Black Friday, Super Tuesday, the Sunday Times: a name of its own."""
    after = at.next_but_one if at.after and "PART" in at.after.classes else at.after
    if is_capitalised(after) and lower(after) in context("after-weekday-name"):
        return True
    return is_capitalised(at.before) and lower(at.before) in context("before-weekday-name")


def is_of_feast(at: Setting) -> bool:
    """A thing or place that has the name of a feast: a Christmas tree, Easter Island."""
    return lower(at.after) in context("after-feast")


def is_company(at: Setting) -> bool:
    """A name that begins with a century: 21st Century Mills."""
    return is_capitalised(at.last) and is_capitalised(at.after) and at.lowers[0] != "the"


def is_newspaper(at: Setting) -> bool:
    """The daily Messenger, Harbour Weekly."""
    named = at.match.first > 1 and is_capitalised(at.first) and is_capitalised(at.before)
    return is_capitalised(at.after) or named


def is_title(at: Setting) -> bool:
    """A title with a capital on every word: "This Week", USA Today."""
    words = [item.word for item in at.items[at.match.first : at.match.end]]
    if len(words) == 1 and lower(at.before) in OPENING and lower(at.after) in _CLOSING:
        # He was on “Today”.
        return words[0][0].isupper()
    if at.before is None or not words[-1][0].isupper():
        return False
    if words[-1].isupper():
        # USA TODAY reported: a name, where a line of capitals is none.
        return bool(at.before.word.isupper() and at.after and at.after.word.islower())
    if len(words) > 1:
        return all(word[0].isupper() for word in words)
    return is_capitalised(at.before) and at.match.first > 1
