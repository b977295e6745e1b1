"""Candidate: a proposition with what is compared across the sources of a dossier."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from itertools import accumulate, chain

from armreader.language.event_classes import classes_of, family, is_talk
from armreader.linking.main_events.labels import Labels
from armreader.linking.main_events.regions import regions_of
from armreader.linking.main_events.reported_days import LEAD, ReportedDays
from armreader.linking.terms import Terms, terms_of
from armreader.records import REPORTING, Annotations, Proposition, Span
from armreader.records.dates import DateRange
from armreader.records.interning import shared_proposition, shared_range

_HISTORY = 60
"""Years after which an event is history."""
_LATELY = timedelta(days=10)
"""How long before its article a day may be that dates later paragraphs."""
_LONGEST = 400
"""Characters of a clause without a label whose terms are compared."""
_HARM = frozenset(("death", "harm"))
_LIGHT = frozenset(
    ("be", "have", "do", "make", "take", "get", "go", "come", "say", "tell", "begin", "start")
)
_NOTHING: frozenset[str] = frozenset()
_HELD = 100_000
"""As many candidates as are held; of more, each story's are made twice."""

GroupOf = Callable[[str, int], int | None]
"""For an article and the start of a verb, the group of single mentions that it is in."""
Asked = Callable[[int, int, frozenset[str]], bool]
"""Whether a candidate is asked for, by its number, its story and its terms."""
_Words = tuple[frozenset[str], frozenset[str]]
"""The terms of a clause and those of its subject."""
_Shared = Callable[[frozenset[str], frozenset[str]], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Deed:
    """What the verbs of a clause say was done."""

    verbs: frozenset[str]
    """The lemmas that say what was done."""
    kinds: frozenset[str]
    """The classes that say what was done."""
    harms: frozenset[str]
    """The classes of death and injury."""

    def is_like(self, other: Deed) -> bool:
        """Whether a verb or a class that says what was done is of both."""
        return not (self.verbs.isdisjoint(other.verbs) and self.kinds.isdisjoint(other.kinds))


@lru_cache(20_000)
def _deed(lemmas: tuple[str, ...]) -> Deed:
    classes = frozenset(name for lemma in lemmas for name in classes_of(lemma))
    return Deed(
        frozenset(lemmas) - _LIGHT,
        frozenset(name for name in classes if not is_talk(name)) - _LIGHT,
        harms_of(classes),
    )


def harms_of(classes: Iterable[str]) -> frozenset[str]:
    """Those of the classes of events that are of death and injury."""
    return frozenset(name for name in classes if family(name) in _HARM)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposition of one article, dated, with the actors of the dossier."""

    number: int
    article: str
    place: int
    """The number of its article."""
    story: int
    sentence: int
    """The number of its sentence among those that report, the title 0."""
    leads: bool
    """Whether it is in the title or the lead of its article."""
    proposition: Proposition
    terms: frozenset[str]
    range: DateRange | None
    """From the time expression that dates it."""
    own: DateRange | None
    """The same where it is in its own words."""
    about: DateRange | None
    """About when its news appeared, where nothing else dates it."""
    late: DateRange | None
    """The same for what is further down, where what is around it is of those days."""
    days: DateRange | None
    """Those that date it, else about when its news appeared."""
    actor: str | None
    """The dossier's id of its subject."""
    person: bool
    """Whether that is a person."""
    victim: str | None
    """The dossier's id of the person of whose death it tells."""
    subject: frozenset[str]
    """The terms of its subject."""
    figures: frozenset[str]
    """Its terms that are numbers."""
    regions: frozenset[str]
    """The states and provinces that its clause names."""
    deed: Deed
    copy: bool
    """Whether its article is no source of its own: a copy, or of the agency of an earlier one."""
    reprint: bool
    """Whether its article is a copy of an earlier one."""
    published: DateRange | None
    """The days of its article's news."""
    group: int | None
    """The group of single mentions that its verb is in."""

    def held(self) -> Candidate:
        """The same to be held on to: what its clause has in common with others is shared."""
        return replace(self, proposition=shared_proposition(self.proposition))

    @property
    def old(self) -> bool:
        """Whether its own words put it years before its article: history, not part of the story."""
        if not (self.range and self.range.latest and self.published and self.published.earliest):
            return False
        return self.published.earliest.year - self.range.latest.year > _HISTORY


class Candidates:
    """The candidates of all articles, made story by story: all at once would fill the memory.

    Those of a dossier that is not large are made once; first all terms are counted.
    """

    def __init__(
        self,
        annotated: Sequence[Annotations],
        ids: Mapping[str, Mapping[str, str]],
        stories: Mapping[str, int],
        groups: GroupOf,
        persons: Set[str] = frozenset(),
    ) -> None:
        self._annotated = annotated
        self._ids = ids
        self._groups = groups
        self._persons = persons
        self._stories: defaultdict[int, list[int]] = defaultdict(list)
        """By story, the numbers of its articles."""
        for place, one in enumerate(annotated):
            self._stories[stories[one.article.id]].append(place)
        self._first = list(accumulate((len(one.propositions) for one in annotated), initial=0))
        """The number of the first candidate of each article."""
        self.count = self._first[-1]
        own = (one for one in annotated if not one.article.is_reprint)
        self.sources = sum(bool(one.propositions) for one in own)
        """How many articles that are no copies have candidates."""
        self.spread: Counter[str] = Counter()
        """How many candidates have each term."""
        self.labels: dict[str, Labels] = {}
        """By article."""
        self._words: dict[int, list[_Words]] = {}
        self._made: dict[int, list[Candidate]] = {}
        self._dead = self._counted() & persons

    def by_story(
        self, *, labelled: bool = False, asked: Asked | None = None
    ) -> Iterator[list[Candidate]]:
        """The candidates of each story in the order of its texts, but for states.

        Others may be left out where only those with a label, or some of them, are asked for.
        """
        held = self.count <= _HELD
        for story, places in self._stories.items():
            made = self._made.get(story)
            if made is None:
                terms: dict[frozenset[str], frozenset[str]] = {}  # of clauses that recur
                wanted = (False, None) if held else (labelled, asked)
                made = [
                    each
                    for place in places
                    for each in self._of_article(place, story, terms.setdefault, *wanted)
                ]
            if held:
                self._made[story] = made
            yield made

    def _counted(self) -> set[str | None]:
        """Counts the terms; the dossier's ids for all who are said to be dead."""
        dead: set[str | None] = set()
        for place, one in enumerate(self._annotated):
            terms, local = terms_of(one.article.text), self._ids[one.article.id]
            words: list[_Words] = []
            propositions = tuple(one.propositions)
            self.labels[one.article.id] = Labels(propositions)
            for proposition in propositions:
                words.append(_words(proposition, terms))
                if proposition.dead:
                    dead.add(_hurt(proposition, local))
            self.spread.update(chain.from_iterable([terms for terms, _ in words]))
            if self.count <= _HELD:
                self._words[place] = words
        return dead

    def _of_article(
        self, place: int, story: int, known_terms: _Shared, labelled: bool, asked: Asked | None
    ) -> Iterator[Candidate]:
        one = self._annotated[place]
        article, text = one.article, one.article.text
        ids, persons = self._ids[article.id], self._persons
        ranges = {time.span: shared_range(time.range) for time in one.times}
        starts = [each.span.start for each in one.sentences if each.section in REPORTING]
        propositions = tuple(one.propositions)
        days = ReportedDays(one, propositions, starts)
        terms, known, at = terms_of(text), self._words.pop(place, None), 0
        regions = regions_of(text)
        for order, proposition in enumerate(propositions):
            if proposition.form == "state" or (labelled and not proposition.label):
                continue
            counted = known[order] if known else None
            words, subject = counted or _words(proposition, terms)
            if asked and not asked(self._first[place] + order, story, words):
                continue
            while at + 1 < len(starts) and starts[at + 1] <= proposition.trigger.start:
                at += 1
            words, subject = known_terms(words, words), known_terms(subject, subject)
            range_ = ranges.get(proposition.time) if proposition.time else None
            if _is_distant(proposition, range_, days.published, text):
                range_ = None
            ahead = _is_ahead(proposition, range_, days.published)
            range_ = None if ahead else days.so_far(proposition, range_)
            about = days.about(proposition, at) if range_ is None and not ahead else None
            yield Candidate(
                self._first[place] + order,
                article.id,
                place,
                story,
                at,
                at <= LEAD,
                shared_proposition(proposition) if labelled else proposition,
                words,
                range_,
                None if proposition.inherited else range_,
                about,
                days.late(proposition, at) if range_ is None else None,
                range_ or about,
                (actor := ids.get(proposition.actor or "", proposition.actor)),
                actor in persons,
                hurt if (hurt := _hurt(proposition, ids)) in self._dead else None,
                subject,
                known_terms(figures := frozenset(filter(str.isdigit, words)), figures),
                regions(proposition.span),
                _deed(proposition.lemmas),
                bool(article.repeats),
                article.is_reprint,
                days.published,
                self._groups(article.id, proposition.trigger.start),
            )


def _words(one: Proposition, terms: Terms) -> _Words:
    """The terms of a clause and those of its subject; of a statement, without its speaker's."""
    start, end = one.span
    spans = one.reported or (Span(start, min(end, start + _LONGEST)),)
    words = frozenset(chain.from_iterable(map(terms.inside, spans)))
    subject = frozenset(terms.inside(one.subject)) if one.subject else _NOTHING
    if one.form == "statement" and len(words - subject) > 1:
        words -= subject
    return words, subject


def _hurt(one: Proposition, local: Mapping[str, str]) -> str | None:
    """The dossier's id of the person whom a proposition reports killed or hurt."""
    return local.get(one.victim) if one.victim and one.status == "asserted" else None


def _is_ahead(one: Proposition, days: DateRange | None, published: DateRange | None) -> bool:
    """Whether something that has happened would be after its article: its year was misread."""
    if not (one.over and days and days.earliest and published and published.latest):
        return False
    return one.form == "event" and days.earliest > published.latest


def _is_distant(
    one: Proposition, days: DateRange | None, published: DateRange | None, text: str
) -> bool:
    """Whether a time is a day long before its article and from an earlier paragraph.

    What follows in another paragraph is of the news again.
    """
    if one.time is None or not one.inherited or not (days and days.latest and days.days == 1):
        return False
    if not (published and published.earliest) or "\n" not in text[one.time.end : one.trigger.start]:
        return False
    return published.earliest - days.latest > _LATELY
