"""Propositions: the clauses of an article that a chronology may show, each with its label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from armreader.extraction.grammar import Grammar, SentenceGrammar
from armreader.extraction.propositions.clause_parts import in_passing
from armreader.extraction.propositions.narrative import Narrative, within
from armreader.extraction.propositions.participants import Participants
from armreader.extraction.propositions.pronouns import Pronouns
from armreader.extraction.propositions.sentence import Telling
from armreader.extraction.propositions.units import Reporter
from armreader.language import mapping
from armreader.records import (
    REPORTING,
    Actor,
    Article,
    Proposition,
    Quote,
    Sentence,
    Span,
    TimeExpression,
)

_LEAD = 3
"""The sentences after the title that report the news itself."""
_LENGTHS = frozenset(("minute", "hour", "day", "week", "month", "year"))
_LOOKS_BACK = re.compile(r"\byears? (?:ago|earlier|before)\b|\byear-(?:ago|earlier)\b")
"""Times with which a report compares its own."""
_CARRIED = 2
"""For how many sentences of later paragraphs a date still counts."""
_MOST_PARSED = 60
"""The most dated sentences of an article that are parsed: a parse costs ten times the rules."""
_ROWS_PARSED = 12
"""The most undated rows by rules whose sentences are parsed too, and the most sentences in which
the rules find no subject."""
_FURNITURE = 3
"""How often a sentence must occur in an article to count as part of its page."""
_ENDS = ".!”\"’'"
_Units = tuple[int, list[Proposition]]
"""The number of a sentence and its propositions."""


def find_propositions(
    article: Article,
    sentences: Sequence[Sentence],
    grammar: Grammar,
    times: Sequence[TimeExpression],
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
) -> tuple[tuple[Proposition, ...], Mapping[Span, str]]:
    """The clauses of the title, the summary and the body that say what happened or was said.

    Also, by pronoun of a speaker, the local id of whom it means, where that is not who is said to
    speak: the person whom the sentences before are about.
    """
    dated = sorted(
        time.span
        for time in times
        if time.type in ("DATE", "TIME") and not time.value.endswith("_REF")
    )
    hours = frozenset(time.span for time in times if _is_hour(time))
    named = {s.span.start: (s.span, one.id) for one in actors for s in one.spellings}
    speakers = {
        quote.speaker.span: quote.speaker.actor
        for quote in quotes
        if quote.speaker and quote.speaker.actor
    }
    genders = {one.id: one.gender for one in actors if _may_be_meant(one)}
    persons = {
        s.span.start: (s.span, one.id) for one in actors if one.id in genders for s in one.spellings
    }
    said = {
        fragment: quote.speaker.actor if quote.speaker else None
        for quote in quotes
        if quote.kind == "direct"
        for fragment in quote.fragments
    }
    reporting = _once(
        [(n, one) for n, one in enumerate(sentences) if one.section in REPORTING], article
    )
    sure = _surely_parsed(reporting, dated)
    narrative = Narrative(article.text, grammar, dated, hours, reporting)
    narrative.read_cores()
    sure |= frozenset(sorted(narrative.lacking_subjects())[:_ROWS_PARSED])

    def read(parsed: Set[int]) -> tuple[list[_Units], Mapping[Span, str]]:
        pronouns = Pronouns(persons, genders, speakers, said)
        reporter = Reporter(Participants(named, pronouns.meant))
        return [*_units(narrative, parsed, pronouns, reporter)], pronouns.corrected

    narrative.parse(sure)
    units, corrected = read(sure)
    if weighty := _weightiest(units, but=sure):
        narrative.parse(weighty)
        units, corrected = read(sure | weighty)
    found = [one for _, each in units for one in each]
    return tuple(_without_recurring(article.text, found)), corrected


def _units(
    narrative: Narrative,
    parsed: Set[int],
    pronouns: Pronouns,
    reporter: Reporter,
) -> Iterator[_Units]:
    """The propositions of each sentence; some sentences are parsed for them."""
    text, dated, hours = narrative.text, narrative.dated, narrative.hours
    half = max(_LEAD, len(narrative.sentences) // 2)
    rank, dated_at, paragraph = 0, 0, None
    carried: Span | None = None
    unsure = False
    speaker: str | None = None
    closing = {sentence.paragraph: number for number, sentence in narrative.sentences}
    for number, sentence in narrative.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            if rank - dated_at >= _CARRIED or unsure:
                carried = None
        title = sentence.section == "title"
        rank += not title
        written = text[slice(*sentence.span)]
        if number not in narrative.cores:
            continue
        times = within(dated, sentence.span)
        core, rules = narrative.cores[number]
        telling = Telling(
            _best(rules) if number in parsed else rules,
            rules,
            within(dated, rules.place) if core else times,
            title,
            lead=title or rank <= _LEAD,
            early=title or rank <= half,
            whole=title
            or written.rstrip(")")[-1:] in _ENDS
            or number != closing[sentence.paragraph],
            carried=carried,
            speaker=speaker,
            attribution=core.attribution if core else None,
            opening=core.opening if core and core.opening not in hours else None,
            hours=hours,
        )
        said = telling.attribution
        said_by = reporter.participants.speaker(said) if said else None
        meant = pronouns.read(telling.grammar, said_by, spoken=said is not None)
        before = narrative.known.get(number)
        if before is not None and before[:2] == (telling, meant):
            units = before[2]
        else:
            units = reporter.units(telling)
            narrative.known[number] = telling, meant, units
        yield number, units
        own = [one for one in units if _goes_on(one) and not _is_passing(telling.grammar, one)]
        if own:
            last = own[-1]
            carried, dated_at = last.time if last.over or title else None, rank
            days = [time for time in times if time not in hours]
            unsure = len(days) > 1 or (carried is not None and _is_year(text, carried))
            speaker = last.actor or "" if last.form == "statement" else None
            if any(one.form == "statement" for one in units[units.index(last) + 1 :]):
                carried = None  # "the dam burst in May, and the mayor said …": at another time
            if carried is not None and _LOOKS_BACK.search(text[slice(*carried)].lower()):
                carried = None  # "earned $3 million a year ago": what follows is of now
            if carried is not None and _goes_back(telling.grammar, carried):
                carried = None  # "left in May, a month after the dam burst": of which of the two?
        elif _comments(telling.grammar) or (
            carried and _is_year(text, carried) and any(u.form == "statement" for u in units)
        ):
            carried = None


def _may_be_meant(one: Actor) -> bool:
    """Whether a pronoun may mean somebody: a person whose name is no abbreviation, as "TARP" is."""
    first = one.name.split(" ")[0]
    unlikely = one.gender == "unknown" and first.isupper() and first.isalpha() and len(first) > 1
    return one.kind == "person" and not unlikely


def _is_hour(time: TimeExpression) -> bool:
    """Whether a time is an hour without a day: "at 10 p.m."."""
    form = time.form
    return time.type == "TIME" and form is not None and form.anchor == "previous" and not form.shift


def _once(reporting: list[tuple[int, Sentence]], article: Article) -> list[tuple[int, Sentence]]:
    """The sentences without those that recur word for word, as page furniture does."""
    counts = Counter(article.text[slice(*one.span)] for _, one in reporting)
    return [
        (number, one)
        for number, one in reporting
        if counts[article.text[slice(*one.span)]] < _FURNITURE
    ]


def _without_recurring(text: str, found: Sequence[Proposition]) -> Iterator[Proposition]:
    """The propositions, without a label where one recurs word for word: "Comment removed: …"."""
    labels = [" ".join(text[slice(*span)] for span in one.label) for one in found]
    counts = Counter(labels)
    for one, label in zip(found, labels, strict=True):
        recurs = label and counts[label] >= _FURNITURE
        yield replace(one, label=()) if recurs else one


def _goes_on(one: Proposition) -> bool:
    """Whether the time of a clause carries over to the next sentence: it dates what happened."""
    asserted = one.form != "mention" and one.status == "asserted"
    return one.time is not None and not one.inherited and asserted


def _goes_back(grammar: SentenceGrammar, time: Span) -> bool:
    """Whether a sentence measures after a time how far another event is: "a month after"."""
    return any(
        grammar.lowers[at] in ("after", "before")
        and grammar.starts[at] >= time.end
        and grammar.lemma(at - 1) in _LENGTHS
        for at in range(1, len(grammar))
    )


def _is_passing(grammar: SentenceGrammar, one: Proposition) -> bool:
    """Whether a proposition only says more of what its sentence reports."""
    return any(
        in_passing(grammar, clause)
        for clause in grammar.clauses
        if clause.verb is not None and grammar.starts[clause.verb.head] == one.trigger.start
    )


def _comments(grammar: SentenceGrammar) -> bool:
    """Whether a sentence is about the present, so that no date carries over past it."""
    main = next((one for one in grammar.clauses if one.kind == "main"), None)
    present = bool(main and main.verb and main.verb.tense == "present")
    return present and "VBD" not in grammar.tags


def _is_year(text: str, time: Span) -> bool:
    """Whether a time is a year, which is too wide to date what follows: "2019", "last year"."""
    words_ = text[slice(*time)].lower().split()
    return words_[0] not in mapping("months") and (
        any("year" in word for word in words_) or words_[-1][-4:].isdigit()
    )


def _surely_parsed(
    reporting: Sequence[tuple[int, Sentence]], dated: Sequence[Span]
) -> frozenset[int]:
    """The sentences that are always parsed: the lead, the dated ones and those after them."""
    lead, others, before = [], [], -1
    for place, (number, sentence) in enumerate(reporting):
        if within(dated, sentence.span):
            before = place
        if sentence.section == "title" or place <= _LEAD:
            lead.append(number)
        elif before >= 0 and place - before < _CARRIED:
            others.append(number)
    return frozenset((lead + others)[:_MOST_PARSED])


def _weightiest(found: Sequence[_Units], but: Set[int]) -> frozenset[int]:
    """The numbers of the other sentences worth parsing: by rules they give the weightiest rows."""
    rows = [
        (-one.weight, number)
        for number, units in found
        if number not in but
        for one in units
        if one.label and one.form != "state"
    ]
    return frozenset(number for _, number in sorted(rows)[:_ROWS_PARSED])


def _best(sentence: SentenceGrammar) -> SentenceGrammar:
    """The parse of a sentence, or its analysis by rules if the parse lacks a subject, or takes the
    verb of a relative clause for the main one: "Lund, who left in May, is back"."""
    parsed = sentence.parsed
    for clause in parsed.clauses:
        if clause.kind == "main" and clause.verb and clause.subject:
            before = parsed.tags[max(clause.verb.first - 1, 0)]
            return sentence if before in ("WP", "WDT") else parsed
        if clause.kind == "main":
            return sentence
    return sentence
