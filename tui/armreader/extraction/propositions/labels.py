"""Labels: the stretch of a clause that can stand alone, as short as it can be whole."""

from __future__ import annotations

from dataclasses import dataclass

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.extraction.propositions.words import words

SHORT = 75
"""Characters up to which a label is not shortened further."""
LONG = 110
"""Characters up to which a label may be kept whole."""
_MARKS = frozenset((",", ";", ":", "—", "–", "-", "--", "(", "...", "…", "/"))
_TAIL, _FRONT = 14, 4
"""Tokens that may follow the verb of a trailing attribution, and that stand at least before it."""
_BREAKS = frozenset((";", "—", "–", "--", "(", "…"))
_CLOSING = frozenset(("“", '"', "”", "''", "``", "‘"))
_WEEKDAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a label may end, and how much is lost by it: 0 is nothing."""

    at: int
    level: int


class Trimmer:
    """Cuts the clauses of one sentence to labels; knows where its times stand."""

    def __init__(
        self, grammar: SentenceGrammar, by_rules: SentenceGrammar, times: list[tuple[int, int]]
    ) -> None:
        self._grammar = grammar
        self._by_rules = by_rules
        self._times = times
        """Runs of tokens that are time expressions."""
        self.attribution = attribution_start(grammar)
        """The token where "…, officials said" begins; the end of the sentence without it."""

    def label(self, first: int, clause: Clause, stop: int) -> list[tuple[int, int]]:
        """The runs of tokens of a label from a token on, at most to another; empty for none."""
        grammar = self._grammar
        stop = min(stop, self.attribution)
        core = self._core(clause, set(), stop)
        if core <= first or core > stop:
            return []
        end = self._stripped(stop, core)
        cuts = self._cuts(clause, core, end)
        free = [cut.at for cut in cuts if cut.level == 0]
        if free:
            end = self._stripped(min(free), core)
        for level in (1, 2, 3):
            if self._length(first, end) <= SHORT:
                break
            places = sorted(cut.at for cut in cuts if cut.level == level and cut.at < end)
            fitting = [
                at for at in places if self._length(first, self._stripped(at, core)) <= SHORT
            ]
            if level == 3 and self._length(first, end) <= LONG:
                break
            if places:
                end = self._stripped(fitting[-1] if fitting else places[0], core)
        if self._length(first, end) > LONG:
            places = sorted(cut.at for cut in cuts if cut.level == 4 and cut.at < end)
            fitting = [at for at in places if self._length(first, self._stripped(at, core)) <= LONG]
            if not fitting:
                return []
            end = self._stripped(fitting[-1], core)
        end = self._closed(first, self._without_time(end, core))
        if not end or self._turns(end, stop) or self._broken(clause, end, stop):
            return []
        return self._without_aside(first, clause, end)

    def _turns(self, end: int, stop: int) -> bool:
        """Whether what is cut away would turn what is kept."""
        grammar = self._grammar
        for at in range(end, stop):
            low = grammar.lowers[at]
            if low in ("if", "unless", "until", "except", "provided", "barring", "lest"):
                return True
            if low in ("not", "never", "but", "without", "rather", "instead") and at <= end + 2:
                return True
        return False

    def _closed(self, first: int, end: int) -> int:
        """The end behind a quotation that begins there; 0 where that is too far."""
        grammar = self._grammar
        inside = sum(
            (grammar.words[at] == "“") - (grammar.words[at] == "”") for at in range(first, end)
        )
        opens = end < len(grammar) and grammar.words[end] in ("“", "``") and not inside
        if not opens and inside <= 0:
            return end
        closing = next(
            (at for at in range(end, len(grammar)) if grammar.words[at] in ("”", "''")), None
        )
        if closing is None or self._length(first, closing + 1) > LONG:
            return end if opens and grammar.tags[end - 1].startswith("N") else 0
        return closing + 1

    def _broken(self, clause: Clause, end: int, stop: int) -> bool:
        """Whether a label ends before what its verb cannot do without."""
        grammar, verb = self._grammar, clause.verb
        if verb is None or end >= stop:
            return False
        after, tag = grammar.lowers[end], grammar.tags[end]
        if tag in ("MD", "VBZ", "VBD", "VBP"):
            return True
        if tag == "TO" and end + 1 < stop and grammar.tags[end + 1] == "VB":
            lemmas = {
                grammar.lemma(at) for at in range(verb.head, end) if grammar.tags[at][0] in "VJN"
            }
            if lemmas & (words("planned") | words("incomplete")):
                return True
        if verb.lemma in words("incomplete") and after in (
            "of",
            "for",
            "to",
            "from",
            "on",
            "with",
            "as",
        ):
            if verb.head >= end - 6 and not any(
                end > one.first >= verb.last and grammar.lowers[one.first - 1] == after
                for one in clause.obliques
            ):
                return True
        if grammar.tags[end - 1].startswith("V") and any(
            one.verb is not None and one.verb.head == end - 1 and (one.objects or one.complements)
            for one in grammar.clauses
        ):
            return True
        said = grammar.lemma(end - 1) in words("said") | words("supposed")
        return said and grammar.tags[end - 1].startswith("V") and not verb.passive

    def _length(self, first: int, end: int) -> int:
        if end <= first:
            return 0
        return self._grammar.ends[end - 1] - self._grammar.starts[first]

    def _stripped(self, end: int, core: int) -> int:
        """The end without marks and joining words before it."""
        grammar = self._grammar
        while end > core:
            last = grammar.lowers[end - 1]
            if last in _MARKS or last in (".", "!", "?") or last in words("dangling"):
                if last == "-" and grammar.starts[end - 1] == grammar.ends[end - 2]:
                    break
                end -= 1
                continue
            if last in _CLOSING and self._opens(end - 1):
                end -= 1
                continue
            break
        return end

    def _opens(self, token: int) -> bool:
        """Whether a quotation mark opens something that comes after it."""
        return self._grammar.words[token] in ("“", "‘") or self._grammar.tags[token] == "``"

    def _core(self, clause: Clause, seen: set[int], stop: int) -> int:
        """Where what a clause cannot do without ends: verb, objects, what its verb brings."""
        grammar, verb = self._grammar, clause.verb
        if verb is None or clause.index in seen:
            return clause.last
        seen.add(clause.index)
        end = verb.last
        if verb.particle is not None:
            end = max(end, verb.particle + 1)
        if clause.subject is not None and not clause.subject.shared:
            if clause.subject.first > verb.head:
                end = max(end, clause.subject.last)
        for argument in clause.objects:
            if argument.first < stop:
                end = max(end, self._argument_end(argument.first, argument.last))
        if clause.predicate is not None and clause.predicate.first < stop:
            end = max(end, self._argument_end(clause.predicate.first, clause.predicate.last))
        needs = verb.lemma in words("incomplete") | words("planned") | words("happening")
        speaks = verb.lemma in words("said") | words("supposed") | words("denied")
        for child in grammar.clauses:
            if child.parent != clause.index or not verb.last <= child.first < stop:
                continue
            if child.kind == "complement":
                needed = speaks
            else:
                needed = child.kind in ("infinitive", "participle") and (
                    (needs and child.first <= end + 2)
                    or (child.kind == "infinitive" and child.first == end and verb.copula)
                )
                needed = needed and (child.governor == verb.head or child.first <= end + 1)
            if needed:
                end = max(end, self._core(child, seen, stop))
        near = [
            one
            for one in clause.obliques
            if end < one.first <= end + 2
            and one.first < stop
            and not self._is_time(one.first, one.last)
        ]
        if near:
            bare = end <= verb.last + 1 and not clause.objects and not verb.passive
            if bare or verb.lemma in words("incomplete") | words("state"):
                end = max(end, self._argument_end(near[0].first, near[0].last))
        return min(end, max(stop, verb.last))

    def _argument_end(self, first: int, last: int) -> int:
        """The end of an argument without a relative or other clause in it, of-phrases kept."""
        grammar = self._grammar
        for clause in grammar.clauses:
            if first < clause.first < last and clause.kind in ("relative", "participle"):
                last = min(last, clause.first)
        at = first + 1
        while at < last:
            if self._is_time(at, at + 1) or (
                grammar.tags[at] == "VBG" and grammar.tags[at - 1][0] == "N"
            ):
                last = at
                break
            if grammar.lowers[at] == "," and not self._listed(at, last):
                last = at
                break
            if grammar.tags[at] == "IN" and grammar.lowers[at] != "of" and at > first + 1:
                last = at
                break
            at += 1
        while last > first + 1 and grammar.lowers[last - 1] in _MARKS:
            last -= 1
        return max(last, first + 1)

    def _listed(self, comma: int, last: int) -> bool:
        """Whether a comma stands between the members of a list, or in a number or name."""
        grammar = self._grammar
        return any(
            grammar.lowers[at] in ("and", "or", "&")
            for at in range(comma + 1, min(last, comma + 9))
        )

    def _is_time(self, first: int, last: int) -> bool:
        return any(first <= start < last for start, _ in self._times)

    def _cuts(self, clause: Clause, core: int, stop: int) -> list[Cut]:
        """The places beyond the core where a label may end."""
        grammar = self._grammar
        cuts = []
        for other in self._by_rules.clauses:
            if core <= other.first < stop and other.kind in ("coordinated", "main"):
                at = other.first
                while at > core and grammar.tags[at - 1] in ("CC", ","):
                    at -= 1
                if at < other.first or grammar.tags[at] == "CC":
                    cuts.append(Cut(at, 0))
        for other in grammar.clauses:
            if other.index == clause.index or not core <= other.first < stop:
                continue
            comma = grammar.lowers[other.first - 1] in _MARKS if other.first else False
            if grammar.lowers[other.first] in _MARKS:
                comma = True
            marker = "" if other.marker is None else grammar.lowers[other.marker]
            if marker in words("condition"):
                continue
            match other.kind:
                case "relative":
                    cuts.append(Cut(other.first, 0 if comma else 2))
                case "participle":
                    cuts.append(Cut(other.first, 0 if comma else 3))
                case "adverbial":
                    cuts.append(Cut(other.first, 0 if comma else 1))
                case "coordinated" | "main" | "fragment":
                    at = other.first
                    while at > core and (
                        grammar.tags[at - 1] == "CC" or grammar.lowers[at - 1] in _MARKS
                    ):
                        at -= 1
                    if at < other.first or grammar.tags[at] == "CC":
                        cuts.append(Cut(at, 0))
                case "infinitive":
                    cuts.append(Cut(other.first, 0 if comma else 3))
        for at in range(core, stop):
            low, tag = grammar.lowers[at], grammar.tags[at]
            before = grammar.lowers[at - 1]
            if tag == "VBG" and grammar.tags[at - 1].startswith("N"):
                cuts.append(Cut(at, 3))
            if any(begun == at for begun, _ in self._times) and grammar.tags[at - 1] != "IN":
                cuts.append(Cut(at, 1))
            if low in _BREAKS:
                cuts.append(Cut(at, 0))
            elif low == "," and at + 1 < stop:
                after, kind = grammar.lowers[at + 1], grammar.tags[at + 1]
                if after in (
                    "which",
                    "who",
                    "where",
                    "with",
                    "including",
                    "despite",
                    "following",
                    "after",
                    "as",
                    "while",
                    "amid",
                    "according",
                ):
                    cuts.append(Cut(at, 0))
                elif kind == "VBG" or kind in ("IN", "WDT", "WP", "WRB", "CC", "RB"):
                    cuts.append(Cut(at, 0 if kind != "RB" else 1))
                elif not self._listed(at, stop):
                    cuts.append(Cut(at, 1))
            elif tag in ("IN", "TO") and low not in ("of", "than", "that") and before not in _MARKS:
                if self._is_time(at, at + 3) or low in (
                    "after",
                    "before",
                    "as",
                    "while",
                    "because",
                    "since",
                    "although",
                    "when",
                    "amid",
                    "despite",
                    "following",
                    "during",
                ):
                    cuts.append(Cut(at, 1))
                elif tag == "IN":
                    cuts.append(Cut(at, 4))
        return [
            cut
            for cut in cuts
            if cut.at == 0
            or grammar.starts[cut.at] > grammar.ends[cut.at - 1]
            or grammar.words[cut.at][0] in ",;—–…("
        ]

    def _without_time(self, end: int, core: int) -> int:
        """The end without a time expression that the column of dates shows already."""
        grammar = self._grammar
        for first, last in self._times:
            if last == end and first >= core - 1:
                at = first
                while at > core and grammar.tags[at - 1] in ("IN", "RB", "DT") and at - 1 >= core:
                    weekday = grammar.lowers[at].rstrip(".") in _WEEKDAYS
                    if grammar.lowers[at - 1] == "in" and weekday:
                        break
                    if grammar.lowers[at - 1] in (
                        "on",
                        "in",
                        "at",
                        "early",
                        "late",
                        "the",
                        "this",
                        "earlier",
                        "late",
                    ):
                        at -= 1
                        continue
                    if grammar.lowers[at - 1] in words("elsewhere"):
                        return end
                    break
                return self._stripped(at, core)
        return end

    def _without_aside(self, first: int, clause: Clause, end: int) -> list[tuple[int, int]]:
        """The runs of a label, what stands between commas after the subject left out."""
        grammar, subject, verb = self._grammar, clause.subject, clause.verb
        if subject is None or verb is None or subject.shared or subject.first > verb.first:
            return [(first, end)]
        comma = next(
            (
                at
                for at in range(subject.head + 1, verb.first)
                if grammar.lowers[at] in (",", "--", "—", "–")
            ),
            None,
        )
        if comma is None:
            return [(first, end)]
        if grammar.lowers[verb.first - 1] in (",", "--", "—", "–") and verb.first - 1 > comma:
            if subject.head < comma:
                return [(first, comma), (verb.first, end)]
        return [(first, end)]


def attribution_start(grammar: SentenceGrammar) -> int:
    """The token where a sentence's trailing attribution begins: "…, officials said Monday"."""
    for clause in reversed(grammar.clauses):
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or verb.lemma not in words("said"):
            continue
        if len(grammar) - verb.last > _TAIL or clause.kind == "relative":
            continue
        first = min(subject.first, verb.first)
        if subject.first < verb.first:
            for at in range(subject.first, subject.head):
                if grammar.lowers[at] == ",":
                    first = at + 1
        if first < _FRONT or clause.objects:
            continue
        if any(one.first > verb.head and one.governor == verb.head for one in grammar.clauses):
            continue
        before = first - 1
        if grammar.lowers[before] in ("”", "''") and before:
            before -= 1
        if grammar.lowers[before] == ",":
            return before
    return len(grammar)
