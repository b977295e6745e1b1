"""Trimming: the shortest stretch of a clause that can be read alone and is complete."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.extraction.propositions.between import (
    aside,
    is_only_name,
    is_something,
    is_unnamed,
    relative_of,
    time_before_verb,
    where_it_is,
)
from armreader.extraction.propositions.endings import Endings
from armreader.extraction.propositions.last_times import goes_with, without_last
from armreader.extraction.propositions.placed_times import PlacedTimes
from armreader.extraction.propositions.shape import APART, Cut, Shape
from armreader.extraction.propositions.stripping import one_sentence, says_how_long, stripped
from armreader.extraction.propositions.words import mark

SHORT = 75
"""Characters up to which a label is not shortened further."""
LEAST = 50
"""Characters below which a label goes on, if what follows says more."""
LONG = 110
"""Characters up to which a label may be kept whole."""
_LONGEST = 125
"""Characters of a label that cannot be cut."""
_INSIDE = 3
"""The level of a cut from which something of the clause itself is lost."""
_FIRST_NAME = 3
"""Tokens from the comma before a first name to the verb: "his wife|, Ann,| said"."""
_WITH_RELATIVE = 55
"""Characters up to which a label keeps a relative clause of its subject."""

_Runs = list[tuple[int, int]]
"""The runs of tokens of a label, each with its end; none: there is no label."""


class Trimmer:
    """Cuts the clauses of one sentence down to labels; knows where its times are."""

    def __init__(
        self, grammar: SentenceGrammar, by_rules: SentenceGrammar, times: list[tuple[int, int]]
    ) -> None:
        self._grammar = grammar
        self._shape = Shape(grammar, by_rules, times)
        self._placed = PlacedTimes(grammar, times)
        self._endings = Endings(grammar, times)
        self._lengthened = False
        """Whether the last label was very short, and was made longer."""
        self._brief = False
        """Whether labels stay short."""
        self._spare = 0
        """Characters of a label that come before what is measured."""
        self._left_out = 0
        """Characters that are left out of what is measured."""
        self._unmarked = range(0)
        """The tokens whose marks do not count, because they are left out."""
        self._times = times
        """Runs of tokens that are time expressions."""

    def tried(self, label: Callable[[], _Runs]) -> _Runs:
        """The label that a function finds with this; if one that was made longer does not read
        alone, what it finds where labels stay short.
        """
        found = label()
        if found or not self._lengthened:
            return found
        self._brief = True
        found = label()
        self._brief = False
        return found

    def label(
        self, first: int, clause: Clause, stop: int, without: tuple[int, int] | None = None
    ) -> _Runs:
        """The runs of tokens of a label from one token, at most to another; empty if there is none.

        The tokens ``without`` are left out, what is between commas or a time after the subject,
        and where the label would be long, a relative clause of the subject or where it is.
        """
        self._lengthened = False
        if without is None:
            return self._without_inner_time(self._runs(first, clause, stop), clause, stop)
        low, high = without
        self._left_out, self._unmarked = self._length(low, high), range(low, high)
        runs = self._runs(first, clause, stop)
        self._left_out, self._unmarked = 0, range(0)
        if not runs or not runs[-1][0] <= low < high < runs[-1][1]:
            return runs
        return [*runs[:-1], (runs[-1][0], low), (high, runs[-1][1])]

    def without_time(self, run: tuple[int, int]) -> tuple[int, int]:
        """A subject without the day after it: "Ann Lee | on Tuesday"."""
        return run[0], without_last(self._grammar, self._times, run[1], run[0] + 1)

    def _without_inner_time(self, runs: _Runs, clause: Clause, stop: int) -> _Runs:
        """The runs without a time before a participle, "sank off Ardal | on Tuesday |, killing",
        without a day before a phrase, "paid tribute | Tuesday | to the dead", and without a time
        between the core and a phrase: "served | in 2004 | as mayor".
        """
        first, last = runs[-1] if runs else (0, 0)
        for begun, end in self._times:
            inside = first <= begun - 1 < end < last - 1
            core = self._shape.core(clause, set(), stop) if inside else 0
            if not inside or not self._goes_without(begun, end, core):
                continue
            while begun > first + 1 and goes_with(self._grammar, begun - 1):
                begun -= 1
            return [*runs[:-1], (first, begun), (end, last)]
        return runs

    def _goes_without(self, begun: int, end: int, core: int) -> bool:
        """Whether a label reads well without a time inside it."""
        lowers, tags = self._grammar.lowers, self._grammar.tags
        if end == len(tags):
            return False  # "Moen sells yard Friday": nothing comes after it
        if says_how_long(self._grammar, begun) or tags[begun - 1] == "VBN":
            return False  # "a letter sent | last week |, listing faults"
        if begun == core + 1 and lowers[core] == "in" and self._shape.opens_phrase(end):
            return True
        return tags[end : end + 2] == [",", "VBG"] or self._placed.is_inner_day(begun, end)

    def _runs(self, first: int, clause: Clause, stop: int) -> _Runs:
        """The runs of a label, whole or without what is left out after its subject."""
        grammar, verb = self._grammar, clause.verb
        opened = aside(grammar, self._times, clause)
        timed = time_before_verb(grammar, self._times, clause)
        if timed is not None:
            return self._around(first, timed[0], clause, stop, after=timed[1])
        if opened is not None and verb is not None and is_only_name(grammar, opened + 1, clause):
            full = verb.first - opened > _FIRST_NAME  # "his wife, Ann Lee, said"
            end = 0 if full and is_unnamed(grammar, first) else self._end(first, clause, stop)
            if end and self._length(first, end) <= LONG:
                return [(first, end)]
            return self._around(opened + 1, verb.first, clause, stop)
        if opened is not None:
            return self._around(first, opened, clause, stop)
        end, relative = self._end(first, clause, stop), relative_of(grammar, clause)
        most = SHORT if relative is None else _WITH_RELATIVE
        if is_something(grammar, clause):
            most = LONG
        if end and self._length(first, end) <= most:
            return [(first, end)]
        gap = relative or (None if end else where_it_is(grammar, clause))
        shorter = self._around(first, gap, clause, stop) if gap else []
        return shorter or ([(first, end)] if end else [])

    def _around(
        self, first: int, gap: int, clause: Clause, stop: int, after: int | None = None
    ) -> _Runs:
        """The runs of a label without what is between a token and its verb, or its adverb."""
        assert clause.verb is not None
        rest = clause.verb.first if after is None else after
        while gap > first and self._grammar.lowers[gap - 1] == ",":
            gap -= 1
        self._spare = self._length(first, gap) + 1
        end = self._end(rest, clause, stop)
        self._spare = 0
        return [(first, gap), (rest, end)] if end and gap > first else []

    def _end(self, first: int, clause: Clause, stop: int) -> int:
        """Where a label that begins at a token ends; 0 where no end is short and complete."""
        stop = one_sentence(self._grammar, first, clause, stop)
        core = self._shape.core(clause, set(), stop)
        if core <= first or core > stop:
            return 0
        whole = stripped(self._grammar, stop, core)
        cuts = [
            cut for cut in self._shape.cuts(clause, core, whole) if cut.at not in self._unmarked
        ]
        for at in self._ends(first, core, whole, cuts):
            end = self._closed(first, without_last(self._grammar, self._times, at, core))
            if not end or self._length(first, end) > _LONGEST:
                continue
            if not (self._endings.turns(end, stop) or self._endings.broken(clause, end, stop)):
                return end
        return 0

    def _ends(self, first: int, core: int, whole: int, cuts: list[Cut]) -> Iterator[int]:
        """Where a label may end: best first, then further, then nearer."""
        best = self._best_end(first, core, whole, cuts)
        if not self._brief and self._length(first, best) < LEAST:
            longer = self._longer(first, core, best, whole, cuts)
            self._lengthened = longer > best
            yield longer
        yield best
        further = min((cut.at for cut in cuts if cut.ends), default=whole)
        places = {stripped(self._grammar, cut.at, core) for cut in cuts} | {
            stripped(self._grammar, further, core)
        }
        yield from sorted(at for at in places if best < at <= further)
        yield from sorted((at for at in places if core < at < best), reverse=True)

    def _best_end(self, first: int, core: int, whole: int, cuts: list[Cut]) -> int:
        """The end that loses the least among those that are short enough."""
        end = whole
        free = [cut.at for cut in cuts if cut.level == 0]
        if free:
            end = stripped(self._grammar, min(free), core)
        for level in (1, 2, 3):
            if self._length(first, end) <= (LONG if level == 3 else SHORT):
                break
            end = self._cut(first, core, end, [one.at for one in cuts if one.level == level], SHORT)
        if self._length(first, end) > LONG:
            end = self._cut(first, core, end, [one.at for one in cuts if one.level == 4], LONG)
        return end

    def _cut(self, first: int, core: int, end: int, places: list[int], most: int) -> int:
        """The last of the places before an end that gives at most ``most`` characters."""
        before = sorted(at for at in places if at < end)
        fitting = [
            at for at in before if self._length(first, stripped(self._grammar, at, core)) <= most
        ]
        return stripped(self._grammar, (fitting[-1:] or before[:1] or [end])[0], core)

    def _longer(self, first: int, core: int, best: int, whole: int, cuts: list[Cut]) -> int:
        """A further end for a label that is very short: the nearest that loses nothing of its
        clause, else the furthest.

        It may go on to what else was done, "went into overdrive, | calling its members", but not
        past a time or another comma.
        """
        last = min([*(cut.at for cut in cuts if self._closes(cut, best)), whole])
        for begun, end in self._times:
            since = self._grammar.lowers[begun - 1] == "since"  # "for the first time since May"
            if best <= begun < last and not (since or self._goes_without(begun, end, core)):
                last = begun - (self._grammar.tags[begun - 1] == "IN")
        places = [(cut.level, stripped(self._grammar, cut.at, core)) for cut in cuts]
        places.append((0, stripped(self._grammar, last, core)))
        places = [
            (level, at)
            for level, at in places
            if best < at <= last and LEAST <= self._length(first, at) <= LONG
        ]
        whole_ends = [place for place in places if place[0] < _INSIDE]
        if whole_ends:
            return min(whole_ends)[1]
        return max((at for _, at in places if self._grammar.tags[at - 1][0] != "V"), default=best)

    def _closes(self, cut: Cut, best: int) -> bool:
        """Whether nothing of a clause goes on after a cut; a participle does, "left, | waving"."""
        grammar = self._grammar
        comma = grammar.lowers[cut.at] == ","
        at = cut.at + comma
        deed = grammar.tags[at : at + 1] == ["VBG"] and grammar.lowers[at] not in APART
        return cut.ends or (not deed and (cut.level == 0 or (comma and cut.at >= best)))

    def _closed(self, first: int, end: int) -> int:
        """The end after a quotation that begins there; 0 where that is too far."""
        grammar = self._grammar
        words_ = grammar.words[first:end]
        inside = sum(mark(grammar, at) for at in range(first, end) if at not in self._unmarked)
        single = words_.count("‘") > words_.count("’")
        opens = end < len(grammar) and mark(grammar, end) == 1 and not inside
        if not opens and inside <= 0 and not single:
            return end
        after = range(end, len(grammar))
        if opens or inside > 0:
            closing = next((at for at in after if mark(grammar, at) == -1), None)
        else:
            closing = next((at for at in after if grammar.words[at] == "’"), None)
        if closing is None or self._length(first, closing + 1) > _LONGEST:
            return end if opens and grammar.tags[end - 1].startswith("N") else 0
        return closing + 1

    def _length(self, first: int, end: int) -> int:
        if end <= first:
            return 0
        return (
            self._spare - self._left_out + self._grammar.ends[end - 1] - self._grammar.starts[first]
        )
