"""The sentences of an article that report something, without what is around their cores."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from armreader.extraction.grammar import Grammar, SentenceGrammar
from armreader.extraction.propositions.core import Core, core_of
from armreader.extraction.propositions.sentence import Telling
from armreader.records import Proposition, Sentence, Span

_LONGEST = 1_200
"""The most characters of a sentence that is read; anything longer is a list or a table."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """The sentences of an article that report something; the core of each is found once."""

    text: str
    grammar: Grammar
    dated: Sequence[Span]
    hours: frozenset[Span]
    sentences: Sequence[tuple[int, Sentence]]
    cores: dict[int, tuple[Core | None, SentenceGrammar]] = field(default_factory=dict)
    """By sentence number: the core of a sentence, if it has one, and its grammar by rules."""
    known: dict[int, tuple[Telling, dict[Span, str], list[Proposition]]] = field(
        default_factory=dict
    )
    """By sentence number: the sentence as it was last read, and the persons its pronouns mean."""

    def read_cores(self) -> None:
        """Read the cores of all sentences that may report something."""
        parted: list[tuple[int, Core, bool]] = []
        for number, sentence in self.sentences:
            if _may_report(self.text[slice(*sentence.span)]):
                whole = self.grammar[number]
                core = core_of(whole, within(self.dated, sentence.span))
                self.cores[number] = None, whole
                if core is not None:
                    parted.append((number, core, sentence.section == "title"))
        parts = self.grammar.parts([(core.place, title) for _, core, title in parted])
        for (number, core, _), rules in zip(parted, parts, strict=True):
            self.cores[number] = core, rules

    def lacking_subjects(self) -> frozenset[int]:
        """The sentences whose main verb has no subject by rules, which a parse may find."""
        return frozenset(
            number
            for number, (_, rules) in self.cores.items()
            for clause in rules.clauses
            if clause.kind == "main"
            and clause.subject is None
            and clause.verb is not None
            and clause.verb.finite
        )

    def parse(self, numbers: Set[int]) -> None:
        """Parse the cores of some sentences."""
        SentenceGrammar.parse_all(self.cores[at][1] for at in sorted(numbers) if at in self.cores)


def _may_report(written: str) -> bool:
    """Whether a sentence is neither too long to be read nor a question."""
    return len(written) <= _LONGEST and not written.rstrip("”\"' ").endswith("?")


def within(spans: Sequence[Span], stretch: Span) -> list[Span]:
    """The first of some spans in order that are within a stretch."""
    low = bisect_left(spans, Span(stretch.start, 0))
    return [span for span in spans[low : low + 20] if span.end <= stretch.end]
