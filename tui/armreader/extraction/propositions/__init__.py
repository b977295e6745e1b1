"""Propositions: the clauses of an article that a chronology may show, each with its label."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from armreader.extraction.grammar import Grammar, SentenceGrammar
from armreader.extraction.propositions.core import core_of
from armreader.extraction.propositions.participants import Participants
from armreader.extraction.propositions.pronouns import Pronouns
from armreader.extraction.propositions.sentence import Telling
from armreader.extraction.propositions.units import Reporter
from armreader.records import (
    Actor,
    Article,
    Proposition,
    Quote,
    Sentence,
    Span,
    TimeExpression,
)

_TOLD = ("title", "summary", "body")
_LEAD = 3
"""Sentences after the title that tell the news itself."""
_CARRIED = 2
"""Sentences of other paragraphs for which a date goes on to count."""
_MOST_PARSED = 60
"""Sentences of an article that are parsed: a parse costs ten times the rules."""
_FURNITURE = 3
"""Times that a sentence stands in an article to be part of its page."""
_ENDS = ".!”\"’'"
_LONGEST = 1_200
"""Characters of a sentence that is read; what is longer is a list or a table."""


def find_propositions(
    article: Article,
    sentences: Sequence[Sentence],
    grammar: Grammar,
    times: Sequence[TimeExpression],
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
) -> tuple[Proposition, ...]:
    """The clauses of the title, the summary and the body that tell what happened or was said."""
    dated = sorted(
        time.span
        for time in times
        if time.type in ("DATE", "TIME") and not time.value.endswith("_REF")
    )
    named = {s.span.start: (s.span, one.id) for one in actors for s in one.spellings}
    speakers = {
        quote.speaker.span: quote.speaker.actor
        for quote in quotes
        if quote.speaker and quote.speaker.actor
    }
    genders = {one.id: one.gender for one in actors if one.kind == "person"}
    pronouns = Pronouns(named, genders, speakers)
    reporter = Reporter(Participants(named, pronouns.meant))
    told = _once([(n, one) for n, one in enumerate(sentences) if one.section in _TOLD], article)
    parsed = _weightiest(told, dated)
    rank, dated_at, paragraph = 0, 0, None
    found: list[Proposition] = []
    carried: Span | None = None
    sayer: str | None = None
    for number, sentence in told:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            if rank - dated_at >= _CARRIED:
                carried = None
        title = sentence.section == "title"
        rank += not title
        text = article.text[slice(*sentence.span)]
        if len(text) > _LONGEST or text.rstrip("”\"' ").endswith("?"):
            continue
        core = core_of(grammar[number], _within(dated, sentence.span))
        rules = SentenceGrammar(article.text, core.place, title) if core else grammar[number]
        telling = Telling(
            _best(rules) if number in parsed else rules,
            rules,
            _within(dated, rules.place),
            title,
            lead=title or rank <= _LEAD,
            early=title or rank <= max(_LEAD, len(told) // 2),
            whole=title or text.rstrip()[-1:] in _ENDS,
            carried=carried,
            sayer=sayer,
            attribution=core.attribution if core else None,
            opening=core.opening if core else None,
        )
        pronouns.read(telling.grammar)
        units = reporter.units(telling)
        found += units
        own = [one for one in units if _goes_on(one)]
        if own:
            said = own[-1].form == "statement"
            carried, dated_at = own[-1].time, rank
            sayer = own[-1].actor or "" if said else None
    return tuple(found)


def _once(told: list[tuple[int, Sentence]], article: Article) -> list[tuple[int, Sentence]]:
    """The sentences without those that recur word for word, as the furniture of a page does."""
    counts = Counter(article.text[slice(*one.span)] for _, one in told)
    return [
        (number, one) for number, one in told if counts[article.text[slice(*one.span)]] < _FURNITURE
    ]


def _goes_on(told: Proposition) -> bool:
    """Whether the time of a clause is that of the sentence after it: it dates what happened."""
    asserted = told.form != "mention" and told.status == "asserted"
    return told.time is not None and not told.inherited and asserted


def _weightiest(told: Sequence[tuple[int, Sentence]], dated: Sequence[Span]) -> frozenset[int]:
    """The numbers of the sentences worth a parse: the lead, then the dated, then the early."""

    def weight(place: int) -> tuple[int, int]:
        sentence = told[place][1]
        if sentence.section == "title" or place <= _LEAD:
            return 0, place
        return (1, place) if _within(dated, sentence.span) else (2, place)

    places = sorted(range(len(told)), key=weight)
    return frozenset(told[place][0] for place in places[:_MOST_PARSED])


def _best(sentence: SentenceGrammar) -> SentenceGrammar:
    """The parse of a sentence; its analysis by rules where the parse finds no subject at first."""
    parsed = sentence.parsed
    for clause in parsed.clauses:
        if clause.kind == "main":
            return parsed if clause.verb and clause.subject else sentence
    return sentence


def _within(spans: Sequence[Span], stretch: Span) -> list[Span]:
    low = bisect_left(spans, Span(stretch.start, 0))
    return [span for span in spans[low : low + 20] if span.end <= stretch.end]
