"""Labels: how a proposition is shown, in the words of its source, checked."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import FINITE, Argument, Clause, SentenceGrammar
from armreader.extraction.propositions.beginnings import begins_inside
from armreader.extraction.propositions.checks import reads_alone
from armreader.extraction.propositions.clause_parts import (
    apposed_name,
    core_run,
    is_joined,
    tells_apart,
)
from armreader.extraction.propositions.conditions import has_condition, loses_condition
from armreader.extraction.propositions.misread import (
    is_misread,
    lacks_content,
    loses_what_is_said,
    opens_phrase,
    runs_on,
)
from armreader.extraction.propositions.misread_joints import (
    is_joined_wrongly,
    opens_aside,
    resumes,
)
from armreader.extraction.propositions.misread_subjects import subject_is_misread
from armreader.extraction.propositions.opening import opening
from armreader.extraction.propositions.participants import Participants
from armreader.extraction.propositions.quotations import (
    begins_quotation,
    is_speech,
    mark_before,
    with_mark,
)
from armreader.extraction.propositions.saying_nothing import says_little, says_nothing
from armreader.extraction.propositions.sayings import (
    aside_within,
    leaves_open,
    on_nobodys_word,
    opens_as_said,
    owns,
    points_back,
    subject_is_before,
    supposes,
    with_shared,
    words_before,
)
from armreader.extraction.propositions.sentence import Reading
from armreader.extraction.propositions.shape import CIRCUMSTANCE
from armreader.extraction.propositions.shared_passives import shared_auxiliaries
from armreader.extraction.propositions.standing import Standing
from armreader.extraction.propositions.stripping import (
    without_begun,
    without_joining,
    without_place,
)
from armreader.extraction.propositions.trimming import LONG
from armreader.extraction.propositions.words import MARKS_OPENING, names_one_person, words
from armreader.records import Span

_PERSONS = frozenset(("he", "she", "him", "her", "his"))
"""Pronouns that a sentence shown whole does not have: nothing says whom they mean."""
_SHORTENED = frozenset(("'d", "'ll", "'ve", "'re"))
"""What cannot follow a name for a pronoun: "he'd"."""
_FINAL = frozenset((".", ",", ";", ":", "”", "''", '"'))
_OPENED = 2
"""The most tokens before the subject of a clause that opens a sentence: "Even as | the dam"."""


def event_label(
    reading: Reading, participants: Participants, clause: Clause, standing: Standing
) -> list[tuple[int, int]]:
    """The label of an event; none where it rests on somebody's word and is not plainly a fact."""
    grammar = reading.telling.grammar
    if clause.kind == "complement" and standing.status != "asserted":
        return []
    if standing.said is not None and not on_nobodys_word(grammar, standing.said):
        return []
    if (subject := clause.subject) is None or not _can_open(reading, participants, subject):
        return []
    first, apart = opening(grammar, subject, reading.runs), tells_apart(grammar, clause)
    if first is None and apart and grammar.tags[subject.head] == "NNP":
        first = subject.first  # "a vigil for Ann Lee, who died in May"
    if first is None:
        return []
    joined = is_joined(grammar, clause) or apart or resumes(grammar, clause)
    if (subject.shared and not joined) or is_misread(grammar, clause):
        return []
    verb = clause.verb
    assert verb is not None
    if grammar.tags[verb.head][0] not in "VM":
        return []  # "touring the capital", read as a verb
    if clause.kind == "coordinated" and grammar.tags[verb.first] == "VBG":
        return []  # "stood between selling the port and keeping it"
    if opens_as_said(grammar):
        return []
    if subject.shared:
        name = apposed_name(grammar, subject) if apart else None
        run = name or reading.trimmer.without_time((first, core_run(grammar, subject)[1]))
        helping = shared_auxiliaries(grammar, clause)
        rest = reading.trimmer.label(verb.first, clause, clause.last)
        runs = [run, *([helping] if helping else []), *rest] if rest else []
    else:
        if subject.first > verb.first:
            return []
        runs = reading.trimmer.label(first, clause, _stop(grammar, clause, first))
    shown = any(low <= verb.head < high for low, high in runs)
    if not shown or loses_condition(grammar, clause, runs) or runs_on(grammar, clause, runs):
        return []
    if standing.cue is not None and not any(a <= standing.cue < b for a, b in runs):
        return []
    if loses_what_is_said(grammar, clause) and any(
        grammar.words[at][0].isalnum() for at in range(runs[-1][1], len(grammar))
    ):
        return []
    return _checked(grammar, runs, subject, bool(reading.telling.attribution), participants)


def _stop(grammar: SentenceGrammar, clause: Clause, first: int) -> int:
    """Where a clause that opens a sentence with "after" or "when" ends: at its comma, or after a
    participle: "After the mill burned, killing two".
    """
    verb = clause.verb
    before = {*grammar.lowers[max(first - 1, 0) : first]}
    if first > _OPENED or verb is None or before.isdisjoint(CIRCUMSTANCE):
        return clause.last
    commas = (at for at in range(verb.last, clause.last) if grammar.lowers[at] == ",")
    return next((at for at in commas if grammar.tags[at + 1 : at + 2] != ["VBG"]), clause.last)


def quotation_label(
    reading: Reading, participants: Participants, clause: Clause, quotation: tuple[int, int]
) -> list[tuple[int, int]]:
    """The label of a saying with a quotation that is no clause: "Ann Lee tweeted: “Sad!”"."""
    grammar, subject, verb = reading.telling.grammar, clause.subject, clause.verb
    if subject is None or verb is None or subject.shared or subject.first > verb.first:
        return []
    if grammar.tags[verb.first] == "VBN" or subject_is_misread(grammar, clause):
        return []
    first = opening(grammar, subject, reading.runs)
    if first is None or not participants.can_open(grammar, subject):
        return []
    aside = next((at for at in range(first, verb.first) if grammar.lowers[at] == ","), verb.first)
    runs = (
        [(first, aside), (verb.first, quotation[1])]
        if aside < verb.first
        else [(first, quotation[1])]
    )
    length = sum(grammar.ends[last - 1] - grammar.starts[begun] for begun, last in runs)
    return _checked(grammar, runs, subject, True, participants) if length <= LONG else []


def sentence_label(
    reading: Reading, participants: Participants, clause: Clause
) -> tuple[Span, ...]:
    """A short sentence as its own label, without its final mark; none if it does not read alone."""
    grammar, subject = reading.telling.grammar, clause.subject
    assert subject is not None
    last = len(grammar)
    while last and grammar.words[last - 1] in _FINAL:
        last -= 1
    if not last or grammar.ends[last - 1] - grammar.starts[0] > LONG:
        return ()
    if (
        says_nothing(grammar, clause)
        or lacks_content(grammar, clause)
        or _PERSONS & set(grammar.lowers)
    ):
        return ()
    plain = participants.can_open(grammar, subject) and not subject.shared
    plain = plain and not (opens_as_said(grammar) or opens_phrase(grammar))
    if not plain or has_condition(grammar) or grammar.tags[0] in ("CC", "IN", "WRB", "RB"):
        return ()
    runs = _checked(grammar, [(0, last)], subject, False, participants)
    return tuple(grammar.span(*run) for run in runs)


def _can_open(reading: Reading, participants: Participants, subject: Argument) -> bool:
    """Whether a label can open with a subject; outside a title a person needs an article."""
    grammar = reading.telling.grammar
    described = {grammar.tags[at] for at in range(subject.first, subject.head)}
    bare = described <= {"JJ", "NN"} and names_one_person(grammar, subject.head)
    after = grammar.tags[subject.head + 1 : subject.head + 2]
    if bare and not reading.telling.title and after != ["NNP"]:
        return False  # "Lund, a maker of boats and | conservative activist, who backed it"
    return participants.can_open(grammar, subject) or _speaks(reading, subject)


def _speaks(reading: Reading, subject: Argument) -> bool:
    """Whether a subject is also the speaker of its words: "“We will sail,” she said"."""
    grammar = reading.telling.grammar
    quoted = reading.telling.attribution is not None and grammar.words[0] in MARKS_OPENING
    return quoted and grammar.lowers[subject.head] in words("speaking")


def statement_label(
    reading: Reading,
    participants: Participants,
    clause: Clause,
    said: Sequence[Clause],
    taken: set[int],
) -> list[tuple[int, int]]:
    """The label of a saying together with what is said."""
    grammar, verb, subject = reading.telling.grammar, clause.verb, clause.subject
    assert verb is not None
    first = said[0]
    if subject is None or first.first < verb.first:
        return []
    if (
        points_back(grammar, first)
        or supposes(grammar, first)
        or leaves_open(grammar, clause, first)
    ):
        return []
    after = verb.last + 1
    if grammar.lowers[verb.last : after] == [","] and not begins_quotation(grammar, subject, after):
        return []  # "Ann Lee said, and the dam held": what was said comes before
    if grammar.tags[verb.first] == "VBN" or subject_is_before(grammar, verb, first):
        return []  # "tied Lee to the boat | found where it sank"; "a pact Lee said | was ready"
    if subject_is_misread(grammar, clause) or opens_aside(grammar, clause):
        return []  # "guards, one of them Ann Lee, said"
    if not participants.can_open(grammar, subject) or subject.first > verb.first:
        return []
    begins = opening(grammar, subject, reading.runs)
    if begins is None or (subject.shared and not is_joined(grammar, clause)):
        return []
    if subject.shared and is_joined_wrongly(grammar, clause):
        return []  # "Ardal mourned a blast which killed ten and said | all had left"
    between = words_before(grammar, clause, first, reading.runs) or aside_within(grammar, first)
    stop, opens = max(clause.last, first.last), verb.first if subject.shared else begins
    runs = reading.trimmer.label(opens, clause, stop, between)
    if not runs and (opened := mark_before(grammar, first)) is not None:
        runs = reading.trimmer.label(opens, clause, stop, (opened, opened + 1))
    if subject.shared:
        runs = with_shared(reading, subject, begins, runs)
    taken.add(first.index)
    content = first.verb or verb
    if not any(low <= content.head < high for low, high in runs):
        return []
    little = says_little(grammar, first) and runs[-1][1] <= content.last
    if little or grammar.tags[content.first - 1] in ("WP", "WDT"):
        return []  # "said it happened | as we sailed", "said that those who left | were safe"
    if first.subject is not None and owns(grammar, first.subject):
        return []  # "added that Lee's much praised note | was late"
    if between is not None and any(grammar.tags[at] in FINITE for at in range(*between)):
        return []  # "said his one fear is | that the dam bursts"
    return _checked(grammar, runs, subject, True, participants)


def _checked(
    grammar: SentenceGrammar,
    runs: list[tuple[int, int]],
    subject: Argument,
    spoken: bool,
    participants: Participants,
) -> list[tuple[int, int]]:
    """The runs if they read alone; a first pronoun that a name replaces does not count."""
    if not runs:
        return []
    runs = without_begun(grammar, without_joining(grammar, with_mark(grammar, runs)))
    runs = without_place(grammar, runs)
    if not runs:
        return []
    if begins_inside(grammar, runs[0][0]) or (not spoken and is_speech(grammar, runs)):
        return []
    tested, named = runs, False
    if grammar.tags[subject.head].startswith("PRP"):
        if runs[0][0] != subject.head or grammar.lowers[subject.head + 1] in _SHORTENED:
            return []
        named, (first, last) = True, runs[0]
        tested = [(first + 1, last), *runs[1:]]
    meant = {at for at, _ in participants.meant(grammar, tested)}
    return runs if reads_alone(grammar, tested, spoken, named, meant) else []
