"""Where a label may not end: before what its verb, its noun or its clause needs."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.extraction.propositions.clause_parts import required
from armreader.extraction.propositions.parted_words import (
    after_aside,
    elides,
    goes_on,
    lacks_head,
    parts_phrase,
)
from armreader.extraction.propositions.saying_nothing import breaks_off, says_little
from armreader.extraction.propositions.shape import DASHES, MARKS
from armreader.extraction.propositions.words import mark, words

_NOUNS = frozenset(("DT", "PDT", "PRP$", "PRP", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "$"))
"""Tags of what belongs to the word before it, if there is no mark between."""
_BROUGHT = frozenset(("of", "for", "to", "from", "on", "with", "as"))
"""Prepositions of a phrase that a verb requires: "accused the guard of sleeping"."""
_MARKERS = frozenset(("IN", "WDT", "WP", "WRB"))
_OPEN = frozenset(("CD", "DT", "PRP$", "POS", "HYPH"))
"""Tags of words that need a noun after them."""
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_BOTH = 12
"""The most tokens between "neither" and "nor", "either" and "or", "not only" and "but"."""
_PHRASE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "HYPH", "RB"))
_MEASURES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
"""Nouns that need what they measure: "only hours | before the vote"."""
_HOW = (["as"], ["because"], ["how"], ["like"])
"""Words after which a denial is of how or why only: "did not go | as planned"."""


class Endings:
    """Knows, for one sentence, whether what would be cut off is needed."""

    def __init__(self, grammar: SentenceGrammar, times: Sequence[tuple[int, int]]) -> None:
        self._grammar = grammar
        self._times = times

    def turns(self, end: int, stop: int) -> bool:
        """Whether what is cut off would change the meaning of what is kept."""
        grammar = self._grammar
        for at in range(end, self._turning_stop(end, stop)):
            low = grammar.lowers[at]
            if low == "but" and self._not_only(end):
                return True
            before = grammar.lowers[max(end - _BOTH, 0) : end]
            if (low == "nor" and "neither" in before) or (
                low == "or" and "either" in before and "or" not in before
            ):
                return True
            if low == "until" and grammar.lowers[at + 1 : at + 2] in (["then"], ["now"]):
                continue
            if low in ("if", "unless", "until", "except", "provided", "barring", "lest"):
                return True
            if low in ("not", "never", "but", "without", "rather", "instead") and at <= end + 2:
                return True
        return False

    def _turning_stop(self, end: int, stop: int) -> int:
        """Where a clause of its own begins, whose conditions are not those of what is kept."""
        lowers = self._grammar.lowers
        own = (
            one.marker if one.marker is not None else one.first
            for one in self._grammar.clauses
            if one.kind == "relative"
            or (one.marker is not None and lowers[one.marker] in words("explaining"))
        )
        return min((at for at in own if end <= at < stop), default=stop)

    def _not_only(self, end: int) -> bool:
        """Whether "not only" comes before an end: "won not only in the north | but"."""
        lowers = self._grammar.lowers
        return any(lowers[at : at + 2] == ["not", "only"] for at in range(max(end - _BOTH, 0), end))

    def broken(self, clause: Clause, end: int, stop: int) -> bool:
        """Whether a label ends before something that its verb needs."""
        grammar, verb = self._grammar, clause.verb
        if verb is not None and end <= verb.last:
            needs = verb.lemma in words("transitive") and not verb.passive
            if needs or says_little(grammar, clause):
                return True  # "achieved | just that"
        inside = end < len(grammar) and (self._inside_phrase(end) or goes_on(grammar, end))
        if inside or elides(grammar, self._times, end) or lacks_head(grammar, self._times, end):
            return True
        if verb is not None and verb.lemma in words("charging") and "of" in grammar.lowers[end:]:
            return "of" not in grammar.lowers[verb.last : end]
        if verb is not None and verb.negation is not None and grammar.lowers[end : end + 1] in _HOW:
            return True
        return (
            verb is not None
            and end < stop
            and (
                breaks_off(grammar, verb, end)
                or self._waits(clause, end)
                or self._inside_clause(clause, end)
                or self._lacks(clause, end)
                or self._foretells(end)
                or self._brings(clause, end, stop)
                or self._bare(clause, end)
            )
        )

    def _waits(self, clause: Clause, end: int) -> bool:
        """Whether the last word needs the next: "for promoting | the", "hours | before"."""
        grammar = self._grammar
        lemma, tags = grammar.lemma(end - 1), grammar.tags[end - 2 : end]
        after, tag = grammar.lowers[end], grammar.tags[end]
        if after == "as" and grammar.lowers[end - 2] == "as":
            return True  # "as early | as May"
        if lemma in words("linking") and tags[-1].startswith("V"):
            return True
        if tag in ("MD", "VBZ", "VBD", "VBP") or (after == "that" and tag == "IN"):
            return True
        if after == "that" and self._last_verb(clause.first, end) in words("said"):
            return True
        if tags == ["IN", "VBG"] and (tag not in _MARKERS or after == "as") and after not in MARKS:
            return True
        if tags[-1] == "VBG" and tag in ("IN", "TO") and self._adds(clause, end - 1):
            return True
        if tags == ["TO", "VB"] and tag in ("IN", "TO", "RP"):
            return True
        if parts_phrase(grammar, end):
            return True
        timed = any(end <= first <= end + 1 for first, _ in self._times)
        own = clause.verb is not None and clause.verb.first < end <= clause.verb.last
        parted = timed or after in MARKS or own
        if tags[-1] in _FINITE and not parted:
            return True  # "met the test that calls | for"
        if lemma in words("wanting") and after in ("for", "to", "of", "that", "with"):
            return True
        if after == "," and grammar.lowers[end + 1 : end + 2] == ["that"]:
            return True  # "testified, for example, | that"
        if grammar.lowers[end - 1] in words("closely") and tag == "IN":
            return True  # "left shortly | before noon"
        if self._defines(clause, end):
            return True
        return lemma in _MEASURES and after in ("before", "after", "since", "later", "ago")

    def _adds(self, clause: Clause, token: int) -> bool:
        """Whether a participle belongs to a clause after a comma: ", not once referring | to"."""
        return (
            token != getattr(clause.verb, "head", None)
            and "," in self._grammar.lowers[max(token - 4, 0) : token]
        )

    def _is_set_off(self, first: int) -> bool:
        """Whether a comma comes before a clause: "called it vain, saying so"."""
        return "," in self._grammar.lowers[max(first - 2, 0) : first]

    def _defines(self, clause: Clause, end: int) -> bool:
        """Whether a relative clause says which: "was one of three | who", "the plan | that"."""
        grammar = self._grammar
        if grammar.tags[end] not in ("WDT", "WP", "WP$") or grammar.tags[end - 1][0] not in "NC":
            return False
        at = end - 1
        while at > clause.first and grammar.tags[at] in _PHRASE:
            at -= 1
        of_them = grammar.lowers[at - 1 : at + 1] == ["one", "of"]
        open_ = grammar.lowers[at] in ("a", "an", "no", "any", "one")
        named = any(grammar.tags[one].startswith("NNP") for one in range(at, end))
        if grammar.lowers[at] == "the" and not named:
            return True
        return of_them or (open_ and self._last_verb(clause.first, end) == "be")

    def _brings(self, clause: Clause, end: int, stop: int) -> bool:
        """Whether the infinitive or the phrase that a verb requires comes after an end."""
        grammar, verb = self._grammar, clause.verb
        assert verb is not None
        to = after_aside(grammar, end)
        while to + 1 < stop and (grammar.lowers[to] == "," or grammar.tags[to] == "RB"):
            to += 1
        verb_at = next((at for at in range(to + 1, stop) if grammar.tags[at] != "RB"), stop - 1)
        if grammar.tags[to] == "TO" and grammar.tags[verb_at] == "VB":
            lemmas = {
                grammar.lemma(at) for at in range(verb.head, end) if grammar.tags[at][0] in "VJN"
            }
            if lemmas & words("planned", "incomplete"):
                return True
        after = grammar.lowers[after_aside(grammar, end)]
        last = max(
            (one.verb.head for one in grammar.clauses if one.verb and one.verb.head < end),
            default=verb.head,
        )
        if after == "to" and grammar.lemma(last) in words("entrusting"):
            return "to" not in grammar.lowers[last:end]
        if verb.lemma not in words("incomplete") or after not in _BROUGHT or verb.head < end - 6:
            return False
        if any(first == end + 1 for first, _ in self._times):
            return False  # "will appear in court | on Tuesday"
        return not any(
            end > one.first >= verb.last and grammar.lowers[one.first - 1] == after
            for one in clause.obliques
        )

    def _bare(self, clause: Clause, end: int) -> bool:
        """Whether the last word is a verb that has its object or its content after it."""
        grammar, verb = self._grammar, clause.verb
        if not grammar.tags[end - 1].startswith("V"):
            return False
        if any(
            one.verb is not None
            and one.verb.head == end - 1
            and (one.objects or required(grammar, one))
            for one in grammar.clauses
        ):
            return True
        said = grammar.lemma(end - 1) in words("said", "supposed")
        active = verb is not None and not verb.passive
        return said and (active or grammar.tags[end - 1] in _FINITE)

    def _foretells(self, end: int) -> bool:
        """Whether what "it" or an adjective needs is cut off: "it is vital | to go"."""
        grammar = self._grammar
        return grammar.tags[end : end + 2] == ["TO", "VB"] and any(
            one.verb is not None and one.verb.copula and one.verb.head < end
            and one.subject is not None
            and (grammar.tags[end - 1] == "JJ" or grammar.lowers[one.subject.head] == "it")
            for one in grammar.clauses
        )  # fmt: skip

    def _last_verb(self, first: int, end: int) -> str:
        """The lemma of the last verb before an end; empty where there is none."""
        tags = self._grammar.tags
        at = next((at for at in range(end - 1, first - 1, -1) if tags[at].startswith("V")), None)
        return "" if at is None else self._grammar.lemma(at)

    def _inside_phrase(self, end: int) -> bool:
        """Whether an end separates a verb, a preposition or a possessive from its noun."""
        grammar = self._grammar
        if any(first == end for first, _ in self._times):
            return False
        if grammar.tags[end - 1] in _OPEN and grammar.tags[end][0] in "VNJR":
            return True
        if grammar.tags[end] in _NOUNS:
            return grammar.lowers[end - 1] not in (",", "”", "''", '"') or self._quoted_name(end)
        return grammar.lowers[end] in ("'s", "of") or grammar.tags[end] == "HYPH"

    def _quoted_name(self, end: int) -> bool:
        """Whether a noun comes after the marks around its name: "the “Stay” | campaign"."""
        grammar = self._grammar
        opened = next((at for at in range(end - 2, 0, -1) if mark(grammar, at) == 1), 0)
        return grammar.tags[opened - 1] in _OPEN and mark(grammar, end - 1) < 0

    def _lacks(self, clause: Clause, end: int) -> bool:
        """Whether what a verb requires comes only after an end: "accused the guard, …, of"."""
        verb, grammar = clause.verb, self._grammar
        calls = verb is not None and verb.lemma in words("calling") and not verb.passive
        dashed = verb is not None and DASHES & {*grammar.lowers[verb.last : end + 1]}
        if calls and (dashed or mark(grammar, end) == 1):
            return True  # "called Lee -- a clerk -- vain", "called the flu | “A”"
        if verb and verb.lemma == "ask" and "TO" in grammar.tags[end : clause.last]:
            return "TO" not in grammar.tags[verb.last : end]  # "asked Lee, who left, | to stay"
        if verb and verb.lemma == "put" and grammar.tags[end] == "IN":
            return "IN" not in grammar.tags[verb.last : end]  # "put the board | in a bind"
        if verb is not None and verb.lemma in words("framing"):
            return "as" in grammar.lowers[end : clause.last]
        if grammar.lowers[end] == "as" and self._last_verb(clause.first, end) in words("framing"):
            return True
        speaking = words("said", "supposed", "denied")
        if any(
            one.first >= end > (one.governor or 0)
            and one.kind == "complement"
            and grammar.lemma(one.governor or 0) in speaking
            for one in grammar.clauses
            if one.governor is not None and one.governor >= clause.first
        ):
            return True
        if any(one.first >= end for one in required(grammar, clause)):
            return True
        if verb is None or verb.lemma not in words("incomplete"):
            return False
        brought = [
            one.first
            for one in self._grammar.clauses
            if one.governor == verb.head
            and one.first >= verb.last
            and one.kind in ("infinitive", "participle", "complement")
            and not (one.kind == "participle" and self._is_set_off(one.first))
        ]
        return bool(brought) and min(brought) >= end

    def _inside_clause(self, clause: Clause, end: int) -> bool:
        """Whether an end separates a clause's opening or subject from its verb: "hopes the men"."""
        for one in self._grammar.clauses:
            if one.verb is None or end > one.verb.head:
                continue
            if clause.kind == "relative" and one.verb.head >= clause.last:
                continue  # "Ann Lee, who left the town in May, | sued it"
            marked = one.marker is not None and self._grammar.tags[one.marker] in _MARKERS
            if marked and one.marker < end:  # type: ignore[operator]
                return True
            subject = one.subject
            if subject is not None and not subject.shared and subject.first < end:
                return True
        return False
