"""Assembly: the attributions and runs of an article, joined into the quotes that it reports."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.quotes.alone import is_heading, is_line, reads_alone
from armreader.extraction.quotes.announced import (
    announcer,
    is_described,
    own_subject,
    person_before,
    subject_alone,
    subject_of_all,
)
from armreader.extraction.quotes.attributions import find_attributions
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.coordination import first_subject
from armreader.extraction.quotes.drafts import (
    Draft,
    count_words,
    free_runs,
    goes_on_after_colon,
    is_somebodys,
)
from armreader.extraction.quotes.fragments import fragments_of, inner_span
from armreader.extraction.quotes.grammar import DASHES, is_adverb
from armreader.extraction.quotes.phrases import Range
from armreader.extraction.quotes.reported import Attribution
from armreader.extraction.quotes.signatures import find_signatures
from armreader.extraction.quotes.turns import find_turns, headline_label
from armreader.extraction.quotes.unlisted import find_unlisted
from armreader.extraction.quotes.voices import can_speak
from armreader.records import Actor, Span

_LEADING = frozenset((",", "and", "but", "so", "or", "yet", "then", "instead", "still"))
"""Words before a run with which its speaker goes on."""
_LONGEST_LABEL = 12
"""Tokens before a colon that may be the name of who speaks after it."""


class Assembler:
    """Walks the sentences of one article and joins what they report into drafts."""

    def __init__(self, sentences: Sequence[Blanked], names: Sequence[Actor]) -> None:
        self.sentences = sentences
        self.drafts: list[Draft] = []
        self._waiting: Draft | None = None
        """A clause such as "She added:", whose quote comes in the next sentence."""
        runs = [run for sentence in sentences for run in sentence.runs.values()]
        self._doubled = 2 * sum(run.single for run in runs) < len(runs)
        """Whether most words in marks are in double ones, so that single ones may be headings."""
        self._turns = find_turns(sentences, names)
        self._signatures = find_signatures(sentences, names)

    def assemble(self) -> list[Draft]:
        """The quotes of the article in the order of its text."""
        for number, sentence in enumerate(self.sentences):
            if self._turns and self._take_turn(number, sentence):
                continue
            if sentence.paragraph in self._signatures:
                self._take_signed(number, sentence)
                continue
            waiting, self._waiting = self._waiting, None
            found = [self._draft(sentence, one) for one in find_attributions(sentence, number)]
            self._share_subject(number, sentence, found)
            full = [draft for draft in found if draft.fragments and is_somebodys(draft)]
            self._take_opening(number, sentence, full)
            bare = [draft for draft in found if not draft.fragments]
            free = free_runs(sentence, full)
            if not full and (
                self._signed(number, sentence, free) or self._headed(number, sentence)
            ):
                pass
            elif free and len(free) == count_words(sentence):
                self._float(number, sentence, waiting)
            elif free:
                self._from_clause(number, sentence, free, full)
            elif bare and not full:
                self._attribute_last(number, bare[-1])
            self.drafts += full
            if not full and sentence.lowers[-1] == ":" and not free:
                self._waiting = bare[-1] if bare else self._announcement(number, sentence)
        return self.drafts

    def _take_opening(self, number: int, sentence: Blanked, full: Sequence[Draft]) -> None:
        """A quotation whose speaker is named in its last paragraph takes in those before."""
        first = sentence.runs.get(0)
        last = self.drafts[-1] if self.drafts else None
        if not (first and first.continues and full and last and last.sentence == number - 1):
            return
        if last.rule == "quote-floating" and full[0].fragments[0].start == first.inner_start:
            full[0].fragments[:0] = last.fragments
            self.drafts.pop()

    def _take_turn(self, number: int, sentence: Blanked) -> bool:
        """Whether a sentence is part of a turn, which includes all of its paragraph."""
        end = sentence.runs[0].inner_end if 0 in sentence.runs else sentence.ends[-1]
        label = self._turns.get(number)
        if label is not None:
            cue = Span(label.end, label.end + 1)
            said = sentence.text[cue.end : end]
            start = cue.end + len(said) - len(said.lstrip(" \t\xa0:*_"))
            if start < end:
                self.drafts.append(
                    Draft(number, [Span(start, end)], "direct", "quote-turn", cue, label=label)
                )
            return True
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.label is None:
            return False
        if self.sentences[last.sentence].paragraph != sentence.paragraph:
            return False
        last.fragments[-1] = Span(last.fragments[-1].start, end)
        return True

    def _take_signed(self, number: int, sentence: Blanked) -> None:
        """A statement with its speaker's name below it, taken at its first sentence."""
        statement, name = self._signatures[sentence.paragraph]
        if sentence.starts[0] <= statement.start < sentence.ends[-1]:
            self.drafts.append(Draft(number, [statement], "direct", "quote-signed", label=name))

    def _headed(self, number: int, sentence: Blanked) -> bool:
        """``Falk: Port Will Close``: a headline that gives its speaker first."""
        end = headline_label(sentence)
        if end is None:
            return False
        fragments, kind = fragments_of(sentence, [(end + 1, len(sentence))])
        cue = Span(sentence.starts[end], sentence.ends[end])
        label = Span(sentence.starts[0], sentence.ends[end - 1])
        self.drafts.append(Draft(number, fragments, kind, "quote-turn", cue, label=label))
        return True

    def _draft(self, sentence: Blanked, one: Attribution) -> Draft:
        contents, verb_end = one.contents, 0
        if one.content_from is not None and contents:
            verb_end = sentence.starts[contents[0][0]]
            contents = ((one.content_from, contents[-1][1]),)
        fragments, kind = fragments_of(sentence, contents)
        cue = Span(sentence.starts[one.cue[0]], sentence.ends[one.cue[1] - 1]) if one.cue else None
        source = (one.sentence, one.subject) if one.subject else None
        said = one.sentence, fragments, kind, one.rule, cue, source
        return Draft(*said, nobody=one.nobody, verb_end=verb_end)

    def _share_subject(self, number: int, sentence: Blanked, found: Sequence[Draft]) -> None:
        """A clause that names nobody has the speaker before it, or the subject of the sentence."""
        earlier: Draft | None = None
        subject: tuple[int, Range] | None = None
        for draft in found:
            if draft.nobody:
                continue
            if draft.source is not None:
                acts = not is_described(sentence, draft.cue, draft.source[1])
                earlier = draft if acts or not draft.fragments else earlier
            elif earlier is not None and earlier.fragments:
                own = own_subject(sentence, draft.cue, earlier.fragments[-1].end)
                draft.source = (number, own) if own else None
                draft.follows = None if own else earlier
            else:
                if subject is None:
                    before = earlier.source if earlier else None
                    phrase = subject_of_all(sentence, draft.cue, before and before[1])
                    subject = (number, phrase) if phrase else None
                draft.source = subject
                if subject is None and draft.cue and draft.cue.start == sentence.starts[0]:
                    self._go_on(number, draft)

    def _go_on(self, number: int, draft: Draft) -> None:
        """``Lund said it was late. Adding, “We wait.”``: a participle goes on for who spoke."""
        last = self.drafts[-1] if self.drafts else None
        if last is not None and last.sentence == number - 1:
            draft.follows = last
            return
        phrase = first_subject(self.sentences[number - 1]) if number else None
        if phrase is not None and can_speak(self.sentences[number - 1], phrase, says=False):
            draft.source = (number - 1, phrase)

    def _announcement(self, number: int, sentence: Blanked) -> Draft:
        """A sentence that ends in a colon: its subject may be who speaks next."""
        phrase = announcer(sentence, len(sentence) - 1)
        source = (number, phrase) if phrase else None
        return Draft(number, [], "direct", "quote-colon", None, source)

    def _float(self, number: int, sentence: Blanked, waiting: Draft | None) -> None:
        """A sentence of nothing but runs: its speaker is named before or after it."""
        spans = [inner_span(sentence, at) for at in sorted(sentence.runs)]
        last = self._last_said(number)
        first = sentence.runs[min(sentence.runs)]
        if waiting is not None:
            waiting.fragments, waiting.kind, waiting.sentence = spans, "direct", number
            self.drafts.append(waiting)
        elif (
            last is not None
            and last.sentence == number - 1
            and (first.continues or self.sentences[last.sentence].paragraph == sentence.paragraph)
            and (first.continues or sentence.runs[max(sentence.runs)].closed)
        ):
            last.fragments += spans
            last.sentence = number
            if last.kind == "indirect":
                last.kind = "mixed"
        elif not (self._doubled and is_line(sentence, self.sentences, number)) and not all(
            is_heading(sentence, at) for at in sentence.runs
        ):
            goes_on = last is not None and last.sentence == number - 1
            phrase = None if goes_on else person_before(self.sentences, number)
            source = (number - 1, phrase) if phrase else None
            follows = None if source else last
            draft = Draft(number, spans, "direct", "quote-floating", None, source, follows)
            self.drafts.append(draft)

    @staticmethod
    def _goes_on(full: Sequence[Draft], inner: Span) -> bool:
        """``"If so," she said, pointing at it, "we go."``: a run after an aside."""
        for draft in reversed(full):
            if draft.kind == "direct" and draft.fragments[-1].end < inner.start:
                draft.fragments.append(inner)
                return True
        return False

    def _signed(self, number: int, sentence: Blanked, free: Sequence[int]) -> bool:
        """A dash and a name after a run, or alone after a sentence of runs: who said it."""
        lowers, words = sentence.lowers, sentence.words
        at = free[-1] + 1 if free else 0
        end = len(lowers) - (lowers[-1] == ".")
        if not (at + 1 < end and lowers[at] in DASHES and words[at + 1][0].isupper()):
            return False
        if end - at > _LONGEST_LABEL:
            return False
        cue = Span(sentence.starts[at], sentence.ends[at])
        source = (number, (at + 1, end))
        if free:
            spans = [inner_span(sentence, run) for run in free]
            self.drafts.append(Draft(number, spans, "direct", "quote-dash", cue, source))
            return True
        last = self.drafts[-1] if self.drafts else None
        if last and last.rule == "quote-floating" and last.sentence == number - 1:
            last.cue, last.source, last.rule, last.follows = cue, source, "quote-dash", None
            return True
        return False

    def _last_said(self, number: int) -> Draft | None:
        """The draft that a sentence of runs continues: the one in marks in the sentence before."""
        before = [draft for draft in self.drafts[-6:] if draft.sentence == number - 1]
        for kind in ("direct", "mixed"):
            said = [draft for draft in before if draft.kind == kind]
            if said:
                return said[-1]
        return self.drafts[-1] if self.drafts else None

    def _attribute_last(self, number: int, bare: Draft) -> None:
        """``"Is it?" Smith asked.``: a clause that names who said the sentence before."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.rule != "quote-floating" or last.sentence != number - 1:
            return
        if self.sentences[number].paragraph == self.sentences[number - 1].paragraph:
            last.cue, last.source, last.rule = bare.cue, bare.source, "quote-next-sentence"
            last.follows = None

    def _from_clause(
        self,
        number: int,
        sentence: Blanked,
        free: Sequence[int],
        full: Sequence[Draft],
    ) -> None:
        """Runs in a sentence that no verb of saying governs: after a colon, or before a dash."""
        lowers = sentence.lowers
        for at in free:
            inner = inner_span(sentence, at)
            if at and lowers[at - 1] == ":" and goes_on_after_colon(sentence, at - 1, full):
                full[-1].fragments.append(inner)
                full[-1].kind = "mixed"
            elif at and lowers[at - 1] == ":":
                phrase = announcer(sentence, at - 1)
                cue = Span(sentence.starts[at - 1], sentence.ends[at - 1])
                source = phrase and (number, phrase)
                self.drafts.append(Draft(number, [inner], "direct", "quote-colon", cue, source))
            elif at and lowers[at - 1] == "," and self._goes_on(full, inner):
                pass
            elif (one := find_unlisted(sentence, at)) is not None:
                cue = Span(sentence.starts[one.cue[0]], sentence.ends[one.cue[1] - 1])
                said = Draft(number, [inner], "direct", "quote-before-verb", cue)
                said.source = (number, one.subject)
                self.drafts.append(said)
            elif reads_alone(sentence, at):
                phrase = subject_alone(sentence, at)
                said = Draft(number, [inner], "direct", "quote-alone")
                said.source = phrase and (number, phrase)
                last = self.drafts[-1] if self.drafts else None
                opens = all(is_adverb(lower) or lower in _LEADING for lower in lowers[:at])
                if opens and last is not None and self._precedes(last, number):
                    said.source, said.follows, said.rule = None, last, "quote-floating"
                self.drafts.append(said)

    def _precedes(self, last: Draft, number: int) -> bool:
        """Whether a quote in marks ends the sentence before, in the same paragraph."""
        before = self.sentences[last.sentence]
        same = before.paragraph == self.sentences[number].paragraph
        return same and last.sentence == number - 1 and last.kind == "direct"
