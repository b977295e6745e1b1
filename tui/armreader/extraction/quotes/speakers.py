"""Speakers: the noun phrase that names who speaks, to the actor it stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from sys import intern
from typing import Literal, NamedTuple

from armreader.extraction.names.gazetteer import is_body, is_description, is_title
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.grammar import opens_noun_phrase, word_class
from armreader.extraction.quotes.phrases import Range
from armreader.extraction.quotes.subjects import phrase_before
from armreader.ids import local_id
from armreader.records import Actor, ActorKind, Article, Gender, Span, Spelling
from armreader.sharing import shared_span

_GENDERS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female",
}  # fmt: skip
_LINKS = frozenset(
    ("of", "for", "from", "at", "with", "in", "on", "to", "by", "who", "which", "that")
)
_INDEFINITE = frozenset(("a", "an", "another", "one", "some", "several", "many", "two", "other"))
SpeakerRule = Literal[
    "speaker-named",
    "speaker-office",
    "speaker-described",
    "speaker-pronoun",
    "speaker-shared",
    "speaker-unknown",
]
_WINDOW = 40
"""Names back that a pronoun may reach."""
_SUBJECT_REACH = 60
"""Letters from the start of a sentence within which a name is likely its subject."""
_LAST_SPOKEN = 8
"""Speakers back that it may."""


class Named(NamedTuple):
    """One place where an actor is named, or spoken for by a pronoun that was resolved."""

    start: int
    end: int
    actor: Actor
    speaks: bool = False


class Resolution(NamedTuple):
    """The actor whom a mention means, if it can be told, by which rule and from which place."""

    actor: Actor | None
    rule: SpeakerRule
    evidence: Span | None = None


class Discourse:
    """Who is named where in one article, and who has spoken so far."""

    def __init__(
        self, article: Article, names: Sequence[Actor], sentences: Sequence[Blanked]
    ) -> None:
        self.article = article
        self.names = names
        self.named = sorted(
            (Named(*spelling.span, actor) for actor in names for spelling in actor.spellings),
            key=lambda named: (named.start, named.end),
        )
        self._starts = [named.start for named in self.named]
        self._sentence_starts = [sentence.starts[0] for sentence in sentences]
        self._sentences = sentences
        self._runs = sorted(
            (run.start, run.end) for sentence in sentences for run in sentence.runs.values()
        )
        self._spoken: list[Named] = []
        self._nominal: dict[str, tuple[Actor, list[Spelling]]] = {}

    def actors(self) -> tuple[Actor, ...]:
        """The named actors, then those who only speak, in the order in which they do."""
        spoken = (
            Actor(actor.id, actor.name, actor.kind, tuple(spellings), actor.gender, actor.roles)
            for actor, spellings in self._nominal.values()
        )
        return (*self.names, *spoken)

    def resolve(self, sentence: Blanked, phrase: Range) -> Resolution:
        """The actor whom a noun phrase means."""
        start, end = phrase
        first = sentence.lowers[start].partition("'")[0]
        if end - start == 1 and (word_class(first) == "pronoun" or first in ("which", "that")):
            found = self._of_pronoun(sentence, start, first)
        else:
            found = self._of_phrase(sentence, start, end)
        if found.actor is not None:
            span = (sentence.starts[start], sentence.ends[end - 1])
            self._spoken.append(Named(*span, found.actor, True))
        return found

    def named_at(self, span: Span) -> Actor | None:
        """The actor who is named first in a stretch of the text."""
        at = bisect_left(self._starts, span.start)
        named = self.named[at] if at < len(self.named) else None
        return named.actor if named and named.start < span.end else None

    def _of_pronoun(self, sentence: Blanked, at: int, pronoun: str) -> Resolution:
        if pronoun in ("who", "which", "that"):
            phrase = phrase_before(sentence, at)
            return self.resolve(sentence, phrase) if phrase else _NOBODY
        if pronoun in _GENDERS:
            return self._antecedent(sentence.starts[at], _GENDERS[pronoun])
        if pronoun in ("it", "they"):
            return self._antecedent(sentence.starts[at], "neuter" if pronoun == "it" else "plural")
        return _NOBODY

    def _antecedent(self, at: int, gender: Gender) -> Resolution:
        """Who was named or spoke before, by nearness, place in the sentence and fit."""
        here = bisect_right(self._sentence_starts, at)
        best: tuple[float, int] | None = None
        found: Named | None = None
        opened: set[int] = set()
        for named in self._before(at):
            fit = _fit(named.actor, gender)
            if fit is None:
                continue
            number = bisect_right(self._sentence_starts, named.start)
            first = number not in opened
            opened.add(number)
            score = fit - (here - number) + self._weight(named, number - 1, first=first)
            if best is None or (score, named.start) > best:
                best, found = (score, named.start), named
        if found is None:
            return _NOBODY
        return Resolution(found.actor, "speaker-pronoun", Span(found.start, found.end))

    def _before(self, at: int) -> Iterator[Named]:
        stop = bisect_left(self._starts, at)
        yield from (
            named for named in self.named[max(0, stop - _WINDOW) : stop] if not self._in_run(named)
        )
        yield from self._spoken[-_LAST_SPOKEN:]

    def _in_run(self, named: Named) -> bool:
        at = bisect_right(self._runs, (named.start, named.start)) - 1
        return at >= 0 and self._runs[at][0] <= named.start < self._runs[at][1]

    def _weight(self, named: Named, number: int, *, first: bool) -> float:
        """How far a mention stands out: a speaker, a subject, not a mere possessor."""
        if named.speaks:
            return 2.0
        text = self.article.text
        if text[named.end : named.end + 2] in ("'s", "’s"):
            return -0.5
        if named.actor.kind == "person" and text[named.start - 4 : named.start].lower() == "the ":
            # "The Falk campaign" is about others.
            return -2.0
        starts = self._sentence_starts[number] if number >= 0 else 0
        if named.start - starts >= _SUBJECT_REACH:
            return 0.0
        # "Falk agreed with Brandt": the first whom the pronoun fits is likelier the subject.
        return 1.5 if first else 0.0

    def _of_phrase(self, sentence: Blanked, start: int, end: int) -> Resolution:
        named = self._head_name(sentence, start, end)
        if named is not None:
            return Resolution(named, "speaker-named")
        head_end = _head_end(sentence.lowers, start, end)
        head = sentence.lowers[head_end - 1]
        if is_title(head) or is_description(head):
            holder = self._named_after(sentence, end) or self._role_holder(
                sentence, start, head_end
            )
            if holder is not None:
                return Resolution(holder, "speaker-office", holder.spellings[0].span)
        actor = self._nominal_actor(sentence, start, end, head_end)
        return Resolution(actor, "speaker-described")

    def _head_name(self, sentence: Blanked, start: int, end: int) -> Actor | None:
        """The actor named at the head of a noun phrase, and not as somebody else's possessor."""
        low = bisect_left(self._starts, sentence.starts[start])
        high = bisect_left(self._starts, sentence.ends[end - 1])
        found: Actor | None = None
        for named in self.named[low:high]:
            first = bisect_left(sentence.starts, named.start)
            last = bisect_left(sentence.ends, named.end)
            after = sentence.lowers[last + 1] if last + 1 < end else ""
            if first > start + 1 and opens_noun_phrase(sentence.lowers[first - 1]):
                first -= 1
            before = sentence.lowers[first - 1] if first > start else ""
            goes_on = after and after[0].isalnum() and after != "and" and after not in _LINKS
            if goes_on or after in ("'s", "'"):
                continue
            if before in _LINKS:
                found = found or self._person_at_end(sentence, self.named[high - 1], end)
                break
            found = named.actor
            # Of two who speak together, the first stands for both.
            if after == "and" or (after in _LINKS and found.kind == "person"):
                break
        return found

    def _person_at_end(self, sentence: Blanked, named: Named, end: int) -> Actor | None:
        """The person of ``The head of the Soil Board Jane Roe``, named right after the body."""
        before = bisect_left(sentence.starts, named.start) - 1
        follows = sentence.words[before][0].isupper() and not is_title(sentence.lowers[before])
        last = named.end == sentence.ends[end - 1] and named.actor.kind == "person"
        return named.actor if last and follows else None

    def _named_after(self, sentence: Blanked, end: int) -> Actor | None:
        """The person of ``The head of the centre, Jane Roe, says``, whose office stands first."""
        if sentence.lowers[end : end + 1] != [","] or end + 1 >= len(sentence):
            return None
        at = bisect_left(self._starts, sentence.starts[end + 1])
        if (
            at < len(self.named)
            and self.named[at].start < sentence.ends[min(end + 3, len(sentence) - 1)]
        ):
            actor = self.named[at].actor
            return actor if actor.kind == "person" else None
        return None

    def _role_holder(self, sentence: Blanked, start: int, end: int) -> Actor | None:
        """The person of the article who holds the role that "the premier" names."""
        lowers = sentence.lowers
        head = lowers[end - 1]
        if lowers[start] in _INDEFINITE:
            return None
        wanted = {word for word in lowers[start:end] if not opens_noun_phrase(word)}
        at = sentence.starts[start]
        best: tuple[int, int, int] | None = None
        found: Actor | None = None
        for actor in self.names:
            if actor.kind != "person":
                continue
            for role in actor.roles:
                words = role.lower().split()
                if words[-1].rstrip(".") != head:
                    continue
                if is_description(head) and not wanted.issubset(words):
                    # There may be many women; "the Danish woman" is not any of them.
                    continue
                nearest = max(
                    (s.span.start for s in actor.spellings if s.span.start < at), default=-1
                )
                rank = (len(wanted.intersection(words)), int(nearest >= 0), nearest)
                if best is None or rank > best:
                    best, found = rank, actor
        return found

    def _nominal_actor(self, sentence: Blanked, start: int, end: int, head_end: int) -> Actor:
        """The actor that a noun phrase without a name stands for, the same for the same words."""
        first = start
        while first < end - 1 and opens_noun_phrase(sentence.lowers[first]):
            first += 1
        text = self.article.text
        name = " ".join(text[sentence.starts[first] : sentence.ends[end - 1]].split())
        span = shared_span(Span(sentence.starts[start], sentence.ends[end - 1]))
        key = name.lower()
        if key not in self._nominal:
            head = sentence.lowers[head_end - 1]
            kind: ActorKind = "organisation" if is_body(head) else "role"
            gender: Gender = (
                "plural" if head.endswith("s") or head in ("people", "police") else "neuter"
            )
            ident = local_id(len(self.names) + len(self._nominal))
            actor = Actor(ident, name, kind, (), gender)
            self._nominal[key] = (actor, [])
        actor, spellings = self._nominal[key]
        spellings.append(Spelling(intern(text[slice(*span)]), self.article.id, span))
        return actor


_NOBODY = Resolution(None, "speaker-unknown")


def _fit(actor: Actor, gender: Gender) -> float | None:
    """How well an actor can be meant by a pronoun; None if not at all."""
    if gender in ("male", "female"):
        if actor.kind not in ("person", "role") or actor.gender == "plural":
            return None
        if actor.gender == gender:
            return 1.0
        if actor.gender not in ("unknown", "neuter"):
            return None
        return 0.0 if actor.kind == "person" else -2.0
    if actor.kind == "person":
        return None
    if gender == "plural":
        return 1.0 if actor.gender == "plural" else 0.0
    # A body is "it" more often than a country or a town that only sets the scene.
    return None if actor.gender == "plural" else 0.0 if actor.kind == "place" else 0.5


def _head_end(lowers: list[str], start: int, end: int) -> int:
    """Where the head of a noun phrase ends and what "of" or "for" joins to it begins."""
    for at in range(start + 1, end):
        if lowers[at] in _LINKS:
            return at
    return end
