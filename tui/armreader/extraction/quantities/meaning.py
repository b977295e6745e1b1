"""How a figure is meant: as a fact, or as supposed, a part, or what was thought before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from armreader.extraction.quantities.numbers import is_fraction
from armreader.extraction.quantities.roles import Place
from armreader.language import entries, rows

_CUED = 8
"""Words on each side of a figure that say how it is meant."""
_CONDITION = 30
"""Words before a figure among which an "if" makes it supposed."""
_OTHERS = 14
"""Words after a figure among which "along with two others" makes it a part."""


@cache
def _cues() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("quantities_cues")}


def cues(place: Place) -> set[str]:
    """How the figure is meant: ``supposed``, ``relative``, ``earlier``, ``wanted``."""
    lowers, table = place.tagged.lowers, _cues()
    found = {
        table[word]
        for token in range(max(0, place.first - _CUED), min(len(lowers), place.last + _CUED))
        if table.get(word := lowers[token], "relative") != "relative"
        # "50, more than the previous estimate": of what follows it
        if token < place.first or not place.tagged.tags[token].startswith("JJ")
        if table[word] != "earlier" or not _is_of_another(place, token)
        # "50, more than previously thought"
        if token < place.last or lowers[token - 1] != "than"
        if word != "initial" or not _is_present(place)
        if place.tagged.tags[token] != "MD" or _is_of_its_clause(place, token)
    }
    if any(
        table.get(lowers[token]) == "relative"
        # "the remaining three"; but "three remaining" are all that there are
        and (token < place.first or lowers[token] != "remaining")
        for token in _within_phrase(place)
    ):
        found.add("relative")
    if "earlier" in found and _is_of_a_year_before(place):
        found.add("supposed")
    if _has_moved(place):
        found.add("earlier")
    if _are_others(place) or _are_some(place) or _is_share(place) or _are_more(place):
        found.add("relative")
    if _is_conditional(lowers, place) or _is_standard(place):
        found.add("supposed")
    if _may_have(place):
        found.add("supposed")
    if lowers[max(0, place.first - 1)] == "not" or _is_of_worst_case(lowers, place):
        found.add("supposed")
    if _is_of_another_thing(place):
        found.add("supposed")
    if _is_only_wanted(place):
        found.add("wanted")
    return found


def _is_of_its_clause(place: Place, token: int) -> bool:
    """Whether a modal is of the figure's clause or one around it.

    Not that of "four planes that can carry it", nor of "it covers 40 acres, which could grow".
    """
    clauses, clause = place.tagged.clauses, place.clause
    owners = [
        one.index
        for one in clauses
        if one.verb is not None and one.verb.first <= token <= one.verb.head
    ]
    if not owners or clause is None:
        return True
    while clause.index not in owners:
        if clause.parent is None:
            return False
        clause = clauses[clause.parent]
    return True


def _has_moved(place: Place) -> bool:
    """Whether its clause says what it moved to: "the flow of 40 tons a day, …, rose to 60"."""
    tagged = place.tagged
    for one in tagged.clauses:
        verb = one.verb
        if verb is None or verb.head <= place.last or not one.first <= place.first < one.last:
            continue
        if one.subject is None or one.subject.head >= place.first:
            continue
        behind = tagged.lowers[verb.head + 1 : verb.head + 5]
        if "to" in behind and tagged.lowers[verb.head] in entries("quantities_moving"):
            at = verb.head + 1 + behind.index("to")
            return "CD" in tagged.tags[at + 1 : at + 5]
    return False


def _is_present(place: Place) -> bool:
    """Whether an estimate is only preliminary: "its initial estimate puts it at 40 tons"."""
    verb = place.clause.verb if place.clause else None
    return verb is not None and place.tagged.tags[verb.first] in ("VBZ", "VBP")


def _is_of_worst_case(lowers: Sequence[str], place: Place) -> bool:
    """Whether it is of the worst case that its sentence has named: "the worst-case scenario"."""
    at = lowers.index("worst") if "worst" in lowers[: place.first] else -1
    return at >= 0 and "case" in lowers[at + 1 : at + 3]


def _may_have(place: Place) -> bool:
    """Whether its own verb says that it is only possible: "the virus may have killed 100"."""
    clause = place.clause
    verb = clause.verb if clause else None
    if clause is None or verb is None:
        return False
    its_own = clause.subject is not None and clause.subject.phrase == place.phrase
    if verb.head > place.first and not its_own:
        return False
    return any(
        place.tagged.lowers[token] == "may" and place.tagged.tags[token] == "MD"
        for token in range(max(0, verb.head - 3), verb.head)
    )


def _is_only_wanted(place: Place) -> bool:
    """Whether somebody only can or wants to: "the capacity to collect 90 tons a day"."""
    lowers, verb = place.tagged.lowers, place.clause.verb if place.clause else None
    if verb is None or verb.head > place.first:
        return False
    at = verb.first if lowers[verb.first] == "to" else verb.first - 1
    wanting = entries("quantities_wanting")
    return at > 0 and lowers[at] == "to" and place.tagged.lemma(at - 1) in wanting


def _is_of_another_thing(place: Place) -> bool:
    """Whether its clause is about "that spill", one that was just compared with this one."""
    tags, lowers = place.tagged.tags, place.tagged.lowers
    if lowers[0] == "that" and tags[1:2] == ["NN"]:
        return True
    first = max(0, place.first - _CUED) if place.clause is None else place.clause.first
    return any(
        lowers[token] == "that"
        and tags[token + 1] == "NN"
        and not any(tag[0] == "V" or tag == "MD" for tag in tags[token + 1 : place.first])
        for token in range(min(first, place.first), place.first - 1)
        if token == 0 or tags[token - 1] not in ("NN", "NNS", "NNP")  # not "a dam that"
    )


def _is_share(place: Place) -> bool:
    """Whether it is a part: "a fifth of the oil – 90 tons – was taken", "90 tons, the rest"."""
    lowers, at = place.tagged.lowers, place.first - 1
    if not place.counts and ("the", "rest") in pairwise(lowers[place.last : place.last + _OTHERS]):
        return True
    while at > 0 and place.tagged.tags[at] in ("RB", "IN", "JJR", "JJS"):
        at -= 1
    marks = (":", ",", "(", "-LRB-", "HYPH")
    if place.tagged.tags[at] not in marks or lowers[at] == ":":
        return False
    before = lowers[max(0, at - _CUED) : at]
    return any(
        here == "of" and (is_fraction(word) or word in ("percent", "%", "cent"))
        for word, here in pairwise(before)
    )


def _is_conditional(lowers: Sequence[str], place: Place) -> bool:
    """Whether it is so only "if …", "in the event of …", "in case of …"."""
    if "if" in lowers[max(0, place.first - _CONDITION) : place.first]:
        return True
    if "event" not in lowers and "case" not in lowers:
        return False
    around = lowers[max(0, place.first - _CONDITION) : place.last + _CONDITION]
    return any(
        word in ("event", "case")
        and around[at + 1 : at + 2] in (["of"], ["that"])
        and around[max(0, at - 2) : at] in (["in", "the"], ["in"])
        for at, word in enumerate(around)
    )


_REACH_BACK, _REACH_ON = 5, 12
"""Words before a standard among which it is compared, and after it among which it is estimated."""


def _is_standard(place: Place) -> bool:
    """Whether something else is compared with it: "surpassing the 40 tons that the Ida lost".

    "More than the 40 tons that the firm had estimated" is of the same thing.
    """
    lowers, tagged = place.tagged.lowers, place.tagged
    low = max(0, place.first - _REACH_BACK)
    if "the" not in lowers[low : place.first]:
        return False
    the = place.first - 1 - lowers[low : place.first][::-1].index("the")
    if any(tagged.tags[token].startswith("NN") for token in range(the, place.first)):
        return False  # "than the estimate of 40 tons"
    if not any(map(_is_comparing, lowers[max(0, the - _REACH_BACK) : the])):
        return False
    behind = range(place.last, min(len(lowers), place.last + _REACH_ON))
    return not any(tagged.lemma(token) in _giving() for token in behind)


def _is_comparing(word: str) -> bool:
    return word == "than" or any(word.startswith(stem) for stem in entries("quantities_comparing"))


@cache
def _giving() -> frozenset[str]:
    return frozenset(row[0] for row in rows("quantities_estimating"))


def _are_more(place: Place) -> bool:
    """Whether it comes on top of what was counted: "12 died and 40 more are being treated"."""
    return place.tagged.lowers[place.last : place.last + 1] == ["more"] and (
        place.tagged.lowers[place.last + 1 : place.last + 2] != ["than"]
    )


def _are_some(place: Place) -> bool:
    """Whether it counts some of those just counted: "nine died, two of them nurses"."""
    lowers = place.tagged.lowers
    behind = lowers[place.last : place.last + 2]
    return place.counts and behind in (["of", "them"], ["of", "whom"], ["of", "these"],
                                       ["of", "those"])  # fmt: skip


def _is_of_another(place: Place, token: int) -> bool:
    """Whether the word is in a relative clause next to it: "$5m from Roe, who had earlier paid"."""
    return any(
        one.kind == "relative"
        and one.first <= token < one.last
        and not one.first <= place.first < one.last
        for one in place.tagged.clauses
    )


def _is_of_a_year_before(place: Place) -> bool:
    """Whether it is the figure of another year: "income of $9m a year earlier", "year-earlier".

    That is not an earlier estimate of the same thing.
    """
    lowers = place.tagged.lowers
    for token in range(max(1, place.first - _CUED), min(len(lowers), place.last + _CUED)):
        if lowers[token] == "earlier":
            before = (
                lowers[token - 2 : token] if lowers[token - 1] == "-" else lowers[token - 1 : token]
            )
            if before[:1] in (["year"], ["years"], ["month"], ["months"]):
                return True
    return False


def _are_others(place: Place) -> bool:
    """Whether it counts the others with somebody: "his mother and 10 others"."""
    lowers, noun = place.tagged.lowers, place.noun_at
    if noun is not None and lowers[noun] == "others":
        first = place.first if place.phrase is None else place.tagged.phrases[place.phrase].first
        joined = {*lowers[first : place.first], *lowers[max(0, first - 1) : first]}
        return not joined.isdisjoint(("and", "with"))
    behind = lowers[place.last : place.last + _OTHERS]  # "nine were killed, along with two others"
    return "others" in behind and "with" in behind[: behind.index("others")]


def _within_phrase(place: Place) -> Iterator[int]:
    """The word before the figure, and those of its own phrase: "40 other deaths"."""
    first = place.first - 1
    if place.phrase is not None:
        first = min(first, place.tagged.phrases[place.phrase].first)
    yield from range(max(0, first), place.first)
    if place.noun_at is not None:
        yield from range(place.last, place.noun_at)
