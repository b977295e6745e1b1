"""Speakers: from the noun phrase that names who speaks to the actor it stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from sys import intern
from typing import Literal, NamedTuple

from armreader.extraction.names.gazetteer import is_body, is_description, is_title, title_gender
from armreader.extraction.quotes.antecedents import Antecedents
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.clauses import is_agent, names_person, names_speaker
from armreader.extraction.quotes.coordination import first_subject
from armreader.extraction.quotes.grammar import is_time_word, opens_noun_phrase, word_class
from armreader.extraction.quotes.named import Named
from armreader.extraction.quotes.offices import INDEFINITE, role_holder
from armreader.extraction.quotes.phrases import Range
from armreader.extraction.quotes.subjects import phrase_before, thing_before
from armreader.extraction.quotes.voices import is_group, is_thing, voice_within, without_examples
from armreader.language import entries, mapping
from armreader.records import Actor, ActorKind, Article, Gender, Span, Spelling
from armreader.records.ids import local_id
from armreader.records.interning import shared_span

_GENDERS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female",
    "it": "neuter", "its": "neuter", "they": "plural", "their": "plural",
}  # fmt: skip
_LINKS = frozenset(
    ("of", "for", "from", "at", "with", "in", "on", "to", "by", "who", "which", "that")
)
_SHORTEST_OFFICE = 3
"""With so many words, what follows "and" is the rest of an office and a name."""
SpeakerRule = Literal[
    "speaker-named",
    "speaker-office",
    "speaker-described",
    "speaker-pronoun",
    "speaker-shared",
    "speaker-unknown",
]


class Resolution(NamedTuple):
    """The actor that a mention means, if it can be known, by which rule and from which place."""

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
        self._antecedents = Antecedents(article.text, self.named, sentences)
        self._nominal: dict[str, tuple[Actor, list[Spelling]]] = {}

    def actors(self) -> tuple[Actor, ...]:
        """The named actors, then those who only speak, in the order in which they do."""
        spoken = (
            Actor(actor.id, actor.name, actor.kind, tuple(spellings), actor.gender, actor.roles)
            for actor, spellings in self._nominal.values()
        )
        return (*self.names, *spoken)

    def resolve(self, sentence: Blanked, phrase: Range, *, again: bool = False) -> Resolution:
        """The actor that a noun phrase means; ``again`` if it is likely who has just spoken."""
        phrase = start, end = without_examples(sentence, phrase)
        first = sentence.lowers[start].partition("'")[0]
        is_pronoun = first in _GENDERS or first in ("which", "that", "my", "our", "your")
        if end - start == 1 and (is_pronoun or word_class(first) == "pronoun"):
            found = self._of_pronoun(sentence, start, first, again=again)
        else:
            found = self._of_phrase(sentence, start, end)
        if found.actor is not None:
            span = Span(sentence.starts[start], sentence.ends[end - 1])
            several = self._names_several(sentence, phrase)
            self._antecedents.note_speaker(span, found.actor, several=several)
        return found

    def _names_several(self, sentence: Blanked, phrase: Range) -> bool:
        """Whether a phrase names one person and another: "Ann Lund and Karl Berg"."""
        joint = next((at for at in range(*phrase) if sentence.lowers[at] == "and"), None)
        if joint is None:
            return False
        low = bisect_left(self._starts, sentence.starts[phrase[0]])
        high = bisect_left(self._starts, sentence.ends[phrase[1] - 1])
        people = [one for one in self.named[low:high] if one.actor.kind == "person"]
        return len(people) > 1 and people[0].start < sentence.starts[joint] < people[-1].start

    def named_at(self, span: Span) -> Actor | None:
        """The actor who is named first in a stretch of the text."""
        at = bisect_left(self._starts, span.start)
        named = self.named[at] if at < len(self.named) else None
        return named.actor if named and named.start < span.end else None

    def _of_pronoun(self, sentence: Blanked, at: int, pronoun: str, *, again: bool) -> Resolution:
        if pronoun in ("who", "which", "that"):
            before = phrase_before if pronoun == "who" else thing_before
            phrase = before(sentence, at)
            if phrase is not None and pronoun == "who":
                # "the mouth of Karl Lund, who said"
                phrase = voice_within(sentence, phrase)
            return self.resolve(sentence, phrase) if phrase else _NOBODY
        gender = _GENDERS.get(pronoun)
        place = sentence.starts[at]
        meant = (
            self._antecedents.find(place, gender, self._describe, again=again) if gender else None
        )
        if meant is None:
            return _NOBODY
        if meant.described is not None:
            actor = self._of_phrase(meant.described[0], *meant.described[1]).actor
            return Resolution(actor, "speaker-pronoun", Span(meant.start, meant.end))
        return Resolution(meant.actor, "speaker-pronoun", Span(meant.start, meant.end))

    def _of_phrase(self, sentence: Blanked, start: int, end: int) -> Resolution:
        if end - start > 1 and sentence.lowers[end - 1] in ("'s", "'"):
            # "The mayor's announcement"
            end -= 1
        named = self._head_name(sentence, start, end)
        head_end = _head_end(sentence.lowers, start, end)
        head = sentence.lowers[head_end - 1]
        if named is None and (head == "one" or names_person(head)):
            holder = self._named_after(sentence, end)
            if holder is not None:
                return Resolution(holder, "speaker-office", holder.spellings[0].span)
        if named is not None:
            return Resolution(named, "speaker-named")
        if is_title(head) or is_description(head) or head in mapping("short_offices"):
            holder = role_holder(self.names, sentence, start, head_end)
            if holder is not None:
                return Resolution(holder, "speaker-office", holder.spellings[0].span)
        if end - start == 1 and sentence.words[start][0].isupper():
            # "May said": a surname that is a word, and so was not taken for a name.
            holders = [one for one in self.names if one.name.lower().split()[-1:] == [head]]
            if len(holders) == 1 and holders[0].kind == "person":
                return Resolution(holders[0], "speaker-named")
        actor = self._nominal_actor(sentence, start, end, head_end)
        return Resolution(actor, "speaker-described")

    def _describe(self, sentence: Blanked, gender: Gender) -> Named | None:
        """Whom a sentence is about, if a description is its subject: "A cook from Oslo ran"."""
        phrase = first_subject(sentence)
        if phrase is None:
            return None
        if gender in ("plural", "neuter"):
            return self._group_or_thing(sentence, phrase, gender)
        if self._head_name(sentence, *phrase) is not None:
            return None
        start, end = phrase
        head = _head_end(sentence.lowers, start, end) - 1
        lower = sentence.lowers[head]
        if sentence.tags[head] != "NN" or not (is_description(lower) or is_title(lower)):
            return None
        place = sentence.starts[start], sentence.ends[end - 1]
        actor = self._named_after(sentence, end)
        actor = actor or role_holder(self.names, sentence, start, head + 1)
        if actor is not None:
            return Named(*place, actor)
        if sentence.lowers[start] not in INDEFINITE:
            # "The former governor ran": somebody who has a name elsewhere.
            return None
        stand_in = Actor("", "", "person", (), title_gender(lower))
        return Named(*place, stand_in, described=(sentence, phrase))

    def _group_or_thing(self, sentence: Blanked, phrase: Range, gender: Gender) -> Named | None:
        """Those whom "they" may mean: "The crews met"; what "it" may mean: "The letter came"."""
        start, end = phrase
        head = _head_end(sentence.lowers, start, end) - 1
        if gender == "plural":
            fits = is_group(sentence, phrase, head)
        else:
            fits = self._head_name(sentence, *phrase) is None and is_thing(sentence, phrase, head)
        if not fits:
            return None
        stand_in = Actor("", "", "role", (), gender)
        place = sentence.starts[start], sentence.ends[end - 1]
        return Named(*place, stand_in, described=(sentence, phrase))

    def _head_name(self, sentence: Blanked, start: int, end: int) -> Actor | None:
        """The actor named at the head of a noun phrase, and not as somebody else's possessor."""
        low = bisect_left(self._starts, sentence.starts[start])
        high = bisect_left(self._starts, sentence.ends[end - 1])
        found: Actor | None = None
        for named in self.named[low:high]:
            first = bisect_left(sentence.starts, named.start)
            last = bisect_left(sentence.ends, named.end)
            after = sentence.lowers[last + 1] if last + 1 < end else ""
            while first > start + 1 and sentence.tags[first - 1] == "JJ":
                first -= 1
            if first > start + 1 and opens_noun_phrase(sentence.lowers[first - 1]):
                first -= 1
            if first > start + 1 and sentence.lowers[first - 1] == ".":
                first -= 1
            if first > start + 1 and sentence.lowers[first - 1].rstrip(".") in _ADDRESS:
                first -= 1
            before = sentence.lowers[first - 1] if first > start else ""
            goes_on = after and after[0].isalnum() and after != "and" and after not in _LINKS
            goes_on = goes_on and not is_time_word(after)
            if goes_on or after in ("'s", "'"):
                continue
            if before in _LINKS:
                found = found or self._person_at_end(sentence, self.named[high - 1], end)
                break
            found = named.actor
            # When two speak together, the first stands for both.
            if after == "and" and found.kind != "person":
                holder = self._person_at_end(sentence, self.named[high - 1], end)
                rest = sentence.words[last + 2 : end]
                if holder and len(rest) > _SHORTEST_OFFICE and all(w[0].isupper() for w in rest):
                    # "Trade and Harbour Board Commissioner Ada Lund"
                    return holder
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
        """The person of ``The head of the centre, Jane Roe, says``, whose office comes first."""
        if sentence.lowers[end : end + 1] != [","] or end + 1 >= len(sentence):
            return None
        at = bisect_left(self._starts, sentence.starts[end + 1])
        if at == len(self.named) or self.named[at].actor.kind != "person":
            return None
        named = self.named[at]
        first = bisect_left(sentence.starts, named.start)
        last = bisect_left(sentence.ends, named.end)
        titles = sentence.words[end + 1 : first]
        after = sentence.lowers[last + 1] if last + 1 < len(sentence) else "."
        alone = all(word[0].isupper() or word == "." for word in titles)
        return named.actor if alone and after not in ("'s", "'") else None

    def _nominal_actor(self, sentence: Blanked, start: int, end: int, head_end: int) -> Actor:
        """The actor that a noun phrase without a name stands for, the same for the same words."""
        first = start
        while first < end - 1 and opens_noun_phrase(sentence.lowers[first]):
            if sentence.lowers[first + 1] in _LINKS:
                # "Most of them"
                break
            first += 1
        text = self.article.text
        name = " ".join(text[sentence.starts[first] : sentence.ends[end - 1]].split())
        span = shared_span(Span(sentence.starts[start], sentence.ends[end - 1]))
        key = name.lower()
        if key not in self._nominal:
            head = sentence.lowers[head_end - 1]
            person = names_person(head)
            tag = sentence.tags[head_end - 1]
            is_named = tag == "NNP" and not person
            kind: ActorKind = "organisation" if is_named or is_body(head) else "role"
            plural = tag == "NNS" or head in ("people", "police")
            person = person or (
                is_agent(head) and kind == "role" and not names_speaker(sentence, head_end - 1)
            )
            gender: Gender = "plural" if plural else title_gender(head) if person else "neuter"
            ident = local_id(len(self.names) + len(self._nominal))
            actor = Actor(ident, name, kind, (), gender)
            self._nominal[key] = (actor, [])
        actor, spellings = self._nominal[key]
        spellings.append(Spelling(intern(text[slice(*span)]), self.article.id, span))
        return actor


_ADDRESS = entries("titles_of_address")
_NOBODY = Resolution(None, "speaker-unknown")


def _head_end(lowers: list[str], start: int, end: int) -> int:
    """Where the head of a noun phrase ends and what "of" or "for" joins to it begins."""
    for at in range(start + 1, end):
        if lowers[at] in _LINKS:
            return at
    return end
