"""Attributions: in each blanked sentence, the verbs of saying with what is said and who says it."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.around import ASIDE_VERBS, around, around_aside
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import follows_that
from armreader.extraction.quotes.continuation import is_complete
from armreader.extraction.quotes.coordination import (
    before_joined_clause,
    before_new_clause,
    next_verb_of_subject,
)
from armreader.extraction.quotes.cues import Cue, find_cues, has_run, quoting_verb
from armreader.extraction.quotes.extents import right_content
from armreader.extraction.quotes.grammar import (
    DASHES,
    is_auxiliary,
    is_time_word,
    opens_noun_phrase,
)
from armreader.extraction.quotes.limits import clause_limit, next_clauses, relative_limit
from armreader.extraction.quotes.nouns import find_noun_reports
from armreader.extraction.quotes.passives import said_in_passive
from armreader.extraction.quotes.phrases import Range
from armreader.extraction.quotes.propositions import (
    is_foreseen,
    is_left_unsaid,
    is_supposed,
    is_utterance,
    names_only,
    telling_start,
)
from armreader.extraction.quotes.relatives import before_relative, said_of
from armreader.extraction.quotes.reported import (
    FRONTED,
    Attribution,
    first_part,
    holds,
    outside,
)
from armreader.extraction.quotes.reports import leads_to_saying, reports
from armreader.extraction.quotes.rules import QuoteRule
from armreader.extraction.quotes.sources import find_source
from armreader.extraction.quotes.subjects import phrase_before, thing_before
from armreader.extraction.quotes.voices import can_speak, is_nobody, may_act, voice_within
from armreader.extraction.quotes.who_says import who_says

_PAUSES = DASHES | {","}


def find_attributions(sentence: Blanked, number: int) -> list[Attribution]:
    """The attributions of one sentence from left to right; their contents never overlap."""
    found: list[Attribution] = []
    floor = 0
    floors: list[int] = []
    """Where what each attribution reports may begin, at the earliest."""
    cues = find_cues(sentence)
    clauses = [(cue, *who_says(sentence, cue)) for cue in cues]
    limits = next_clauses(sentence, clauses)
    for (cue, subject, inverted), limit in zip(clauses, limits, strict=True):
        if cue.at < floor or leads_to_saying(sentence, cue):
            continue
        if cue.passive:
            attribution = _by_passive(sentence, number, cue, limit)
        else:
            attribution = _by_verb(sentence, number, cue, subject, inverted, floor, limit)
            clause = subject[0] if subject and not inverted else cue.group
            first = first_part(sentence, found, cue, clause) if floor <= cue.at else len(found)
            if first < len(found):
                before = floors[first]
                whole = _by_verb(sentence, number, cue, subject, inverted, before, limit)
                if whole is not None and whole.rule in FRONTED and holds(whole, found[first]):
                    attribution = whole
                    del found[first:], floors[first:]
        if attribution is not None:
            found.append(attribution)
            floors.append(floor)
            floor = max(floor, cue.at + 1, *(end for _, end in attribution.contents))
    taken = [part for one in found for part in one.contents]
    for noun, owner, content, needs_noun in find_noun_reports(sentence, taken):
        start = noun[0] if needs_noun else None
        found.append(Attribution(number, (content,), noun, owner, "quote-noun", content_from=start))
    reported = [part for one in found for part in one.contents]
    sourced = find_source(sentence) if not reported or "according" in sentence.lowers else None
    if sourced is not None:
        cue_at, source, contents = sourced
        first = min(reported, default=(len(sentence), 0))[0]
        whole = Attribution(number, contents, cue_at, source, "quote-according-to")
        rest = outside(sentence, whole, found)
        if first > cue_at[0] >= contents[-1][1] or not reported:
            # "It is late, according to Lund, who says it is cold."
            found.append(whole)
        elif rest is not None:
            found = [*rest, whole]
    return found


def _is_of_thing(sentence: Blanked, cue: Cue) -> bool:
    """Whether a verb goes on a relative clause of what does not speak: "a fire that has burned two
    mills and threatens to burn a third".
    """
    joined = cue.group > 0 and sentence.lowers[cue.group - 1] in ("and", "but", "or")
    return joined and before_relative(sentence, cue.group) is not None


# Each refusal of a verb follows from what the ones before it have left.
def _by_verb(  # noqa: C901
    sentence: Blanked,
    number: int,
    cue: Cue,
    subject: Range | None,
    inverted: bool,
    floor: int,
    limit: int,
) -> Attribution | None:
    lowers = sentence.lowers
    if is_left_unsaid(sentence, cue) or (subject is not None and is_nobody(sentence, subject)):
        return None
    clause_start = _clause_start(sentence, cue, subject, inverted)
    clause_end = subject[1] if subject and inverted else cue.at + 1
    before = lowers[clause_start - 1] if clause_start > floor else ""
    if before == RUN and _begins_again(sentence, clause_start):
        before = ""
    rule: QuoteRule = "quote-after-verb"
    contents: list[Range] = []
    quoting = quoting_verb(lowers, cue.at) is not None
    relative = subject is not None and lowers[subject[0]] in ("who", "which", "that")
    if (before in _PAUSES or before == RUN) and (cue.form != "ing" or quoting) and not relative:
        rule, contents = around(sentence, cue, floor, clause_start, clause_end, before, inverted)
    aside = before == "as" and cue.form in ("past", "present") and not relative
    if aside and cue.verb.lemma in ASIDE_VERBS:
        rule, contents = around_aside(sentence, cue, floor, clause_start, clause_end)
    if not contents:
        limit = min(limit, clause_limit(sentence, clause_start, clause_end))
        of_thing = cue.group > 1 and lowers[cue.group - 1] in ("which", "that")
        if relative or of_thing:
            limit = min(limit, relative_limit(sentence, clause_end))
        right = right_content(sentence, clause_end, cue, limit)
        rule = "quote-after-verb"
        contents = [right] if right else []
    after = rule == "quote-after-verb"
    if contents and not reports(sentence, cue, contents, fronted=not after):
        if "any" not in cue.verb.frames:
            return None
        contents = []
    content_from = None
    if after and contents and "any" not in cue.verb.frames:
        contents = [(contents[0][0], before_joined_clause(sentence, *contents[0]))]
    if after and contents:
        if not is_utterance(sentence, cue, contents[0]) or names_only(sentence, cue):
            return None
        stop = next_verb_of_subject(sentence, cue.at, *contents[0])
        if stop is not None and not _waits(sentence, cue, contents[0][0], stop):
            contents = [(contents[0][0], stop)]
        if _lacks_subject(sentence, cue, contents[0], clause_start):
            parts = said_of(sentence, clause_start, contents[0], floor)
            rule = "quote-around-verb" if len(parts) > 1 else rule
            return Attribution(number, parts, cue.place, subject, rule) if parts else None
        content_from = telling_start(sentence, cue, contents[0])
        if content_from is not None and lowers[contents[0][1] : contents[0][1] + 2] == [":", RUN]:
            # "She said it best when she wrote: …" is followed by what was said.
            return None
        if content_from is not None and lowers[contents[0][0] - 1] != "that":
            contents = [(contents[0][0], before_new_clause(sentence, *contents[0]))]
            if _is_day(sentence, contents[0]):
                return None
    supposed = content_from is not None and is_supposed(sentence, cue, contents[0])
    if supposed or (cue.infinitive and is_foreseen(sentence, cue, subject)):
        return None
    if subject is None and content_from is not None and _is_of_thing(sentence, cue):
        return None
    if subject is not None and cue.form == "ing":
        subject = voice_within(sentence, subject)
    said = Attribution(number, tuple(contents), cue.place, subject, rule, False, content_from)
    return _by_voice(sentence, cue, said, subject) if subject is not None else said


def _by_voice(sentence: Blanked, cue: Cue, said: Attribution, subject: Range) -> Attribution | None:
    """What a subject says, if it can speak; words in marks stay, but then nobody says them."""
    contents = said.contents
    if said.content_from is not None and sentence.lowers[subject[0]] == "we":
        # "We welcome comments": the page speaks.
        return None
    after = said.rule == "quote-after-verb"
    if can_speak(sentence, subject, says=_states(sentence, cue, contents if after else ())):
        relative = cue.group - 1
        of_thing = relative > 0 and sentence.lowers[relative] in ("which", "that")
        of_thing = of_thing and subject == thing_before(sentence, relative)
        return said._replace(subject=(relative, relative + 1)) if of_thing else said
    if not any(has_run(sentence, *part) for part in contents):
        return None
    ends = said.rule in FRONTED and sentence.lowers[contents[0][1] - 1] == RUN
    if ends and may_act(sentence, subject):
        # ``"…," the heavyweights wrote``
        return said
    return said._replace(subject=None, nobody=True)


def _waits(sentence: Blanked, cue: Cue, start: int, stop: int) -> bool:
    """Whether a clause has no verb yet at a comma: "said the talks, which are new, were good"."""
    says = "any" in cue.verb.frames and sentence.lowers[stop] == ","
    return says and not has_run(sentence, start, stop) and not is_complete(sentence, start, stop)


def _states(sentence: Blanked, cue: Cue, contents: Sequence[Range]) -> bool:
    """Whether words after a "that" are said, by whatever it is: "the leaflet argued that"."""
    opened = bool(contents) and follows_that(sentence, contents[0][0])
    relative = cue.group > 0 and sentence.lowers[cue.group - 1] in ("which", "that")
    states = opened and "shows" not in cue.verb.frames and not relative
    return states or "any" in cue.verb.frames


def _begins_again(sentence: Blanked, start: int) -> bool:
    """Whether a sentence begins after words in marks that end it without a full stop."""
    said = sentence.runs[start - 1]
    ended = sentence.text[said.inner_end - 1] in ",.?!…"
    capital = sentence.words[start][0].isupper() and opens_noun_phrase(sentence.lowers[start])
    return capital and not ended and start > 1


def _is_day(sentence: Blanked, content: Range) -> bool:
    """Whether only a day is left to be reported: "reported on Monday"."""
    said = sentence.lowers[slice(*content)]
    return said[0] in ("on", "in") and all(is_time_word(lower) for lower in said[1:])


def _lacks_subject(sentence: Blanked, cue: Cue, content: Range, clause: int) -> bool:
    """Whether a clause without marks has its subject elsewhere: "a deal that he said was near"."""
    start, end = content
    verb = sentence.tags[start] in ("VBD", "VBZ", "MD") and is_auxiliary(sentence.lowers[start])
    verb = verb and RUN not in sentence.lowers[start:end]
    if "any" in cue.verb.frames and start == cue.at + 1:
        # "a storm that Falk says led to it", "an idea advocates said overlooked the crews"
        relative = clause > 0 and sentence.lowers[clause - 1] in ("that", "which", "what")
        verb = (
            verb or sentence.tags[start] in FINITE or (relative and sentence.tags[start] == "VBN")
        )
    verb = verb and sentence.lowers[start - 1] != "that"
    return verb and sentence.section != "title"


def _by_passive(sentence: Blanked, number: int, cue: Cue, limit: int) -> Attribution | None:
    """What a passive reports: a question that somebody was asked, or what somebody was told."""
    said = said_in_passive(sentence, cue, limit)
    if said is None:
        return None
    content, speaker = said
    nobody = speaker is None
    return Attribution(number, (content,), cue.place, speaker, "quote-after-verb", nobody=nobody)


def _clause_start(sentence: Blanked, cue: Cue, subject: Range | None, inverted: bool) -> int:
    """Where the clause that attributes begins: with its subject, or with who quotes it."""
    quoting = quoting_verb(sentence.lowers, cue.at)
    if quoting is not None:
        source = phrase_before(sentence, quoting)
        return source[0] if source else quoting
    return min(cue.group, subject[0]) if subject and not inverted else cue.group
