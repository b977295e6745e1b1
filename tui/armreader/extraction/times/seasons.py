"""Words for seasons that are something else: spring a leak, the fall of a wall, Silver Spring."""

from __future__ import annotations

from armreader.extraction.times.setting import Setting, context, is_capitalised, lower


def no_season(at: Setting) -> bool:
    """Whether the words around the name of a season show that it is none."""
    if _is_in_name(at) or lower(at.after) in context("after-season-name"):
        # Winter wheat, the 2030 Winter Olympics.
        return True
    if at.lowers == ["spring"] and _is_leaping(at):
        return True
    if at.lowers != ["the", "fall"]:
        return False
    falls = lower(at.after) in ("of", "out", "off", "apart")
    return falls or lower(at.before) not in context("before-season")


def _is_in_name(at: Setting) -> bool:
    """The Spring Offensive, Silver Spring, the Summer of Song; but not "In Spring 2030"."""
    if not is_capitalised(at.last) or at.length > 2:
        return False
    if at.length == 2:
        return at.lowers[0] == "the"
    led = at.before is None or at.before.classes or at.match.first == 1
    named = is_capitalised(at.before) and not is_capitalised(at.after) and not led
    return named or (lower(at.after) == "of" and at.match.first > 0)


def _is_leaping(at: Setting) -> bool:
    """Whether "spring" is a verb: to spring a leak, made them spring into action."""
    leaps = lower(at.after) in ("a", "an", "into", "up", "forth", "open", "from", "to", "loose")
    return leaps and lower(at.before) not in context("before-season")
