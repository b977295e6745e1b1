"""Labels of main events: the label of the clearest telling, names in full."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from armreader.language import entries
from armreader.linking.main_events.candidate import Candidate
from armreader.records import Actor, Annotations, Pronoun, Span

LONGEST = 120
"""Characters of a label, two lines of a list; one that is longer with names in full is not used."""
_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? +$")
"""What a full name drops: "Mr. Lee" becomes "Ann Lee"."""
_LAST_COMMA = re.compile(r",(?=[”\"'’]+$)")
_TITLE = 12
"""Characters before a name that hold a form of address."""
_OF_OTHERS = (["the"], ["a"], ["an"], ["elder"], ["younger"], ["older"])
"""What is before a name that a thing or a relative has: "the Berg plan", "the elder Berg"."""
_CLOSE = ",;:.!?)”’'"
_OWN = frozenset(("he", "she", "they", "it", "him", "her", "his"))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where persons are named, in order, and how in full."""

    spans: tuple[Span, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, places: Iterable[tuple[Span, str]]) -> _Places:
        ordered = sorted(places)
        return cls(tuple([span for span, _ in ordered]), tuple([name for _, name in ordered]))

    def having(self, span: Span, name: str) -> _Places:
        """The same with one place more."""
        return _Places.of([*zip(self.spans, self.names, strict=True), (span, name)])

    def since(self, start: int) -> Iterator[tuple[Span, str]]:
        """The places from an offset on."""
        first = bisect_left(self.spans, (start, 0))
        return zip(self.spans[first:], self.names[first:], strict=True)


_NICKNAME = re.compile(r" [\"'“‘(][^\"'”’)\n]{2,20}[\"'”’)] [A-Z]")
"""What comes after a given name in 'Luis "Jerry" Lund'."""


class Naming:
    """Knows the texts, and the full name for every place where a person is named."""

    def __init__(
        self,
        annotated: Sequence[Annotations],
        actors: Sequence[Actor],
        ids: Mapping[str, Mapping[str, str]],
    ) -> None:
        """``ids`` gives, for each article, the dossier's id for each local actor."""
        self._ids = ids
        self._texts = {one.article.id: one.article.text for one in annotated}
        people = [actor for actor in actors if actor.kind == "person"]
        self._names = {actor.id: actor.name for actor in people}
        self._sure = {one.id for one in people if one.gender != "unknown" or one.roles}
        """Those whom a title, a given name or what they say shows to be persons."""
        for one in annotated:
            local = ids[one.article.id]
            self._sure.update(local.get(actor, actor) for actor in _surely_persons(one))
        self._placed = {
            one.article.id: self._places(one.actors, ids[one.article.id]) for one in annotated
        }

    @property
    def persons(self) -> Set[str]:
        """The dossier's ids of all persons."""
        return self._names.keys()

    def label(self, candidate: Candidate) -> str:
        """The label of a candidate; empty where it has none, or none short enough."""
        return self._shown(candidate, candidate.proposition.label)

    def reported(self, candidate: Candidate) -> str:
        """The label without on whose word it is told."""
        return self._shown(candidate, candidate.proposition.reported)

    def _shown(self, candidate: Candidate, spans: Sequence[Span]) -> str:
        proposition, actor = candidate.proposition, candidate.actor
        pronoun = proposition.subject if actor in self._names else None
        return self.written(candidate.article, spans, pronoun, actor, proposition.pronouns)

    def written(
        self,
        article: str,
        spans: Sequence[Span],
        subject: Span | None = None,
        actor: str | None = None,
        pronouns: Sequence[Pronoun] = (),
    ) -> str:
        """The stretches as one line, names in full; a pronoun becomes the name of its person."""
        text, places = self._texts[article], self._placed[article]
        used: set[str] = set()
        label = ""
        pronoun = _pronoun(text, subject)
        if pronoun is not None:
            places = places.having(pronoun, self._names[actor or ""])
        for one in pronouns:
            name = self._names.get(self._ids[article][one.actor])
            if name is None:
                return ""
            before = " ".join(text[a : min(b, one.span.start)] for a, b in spans)
            if not any(word in before for word in name.split()):
                places = places.having(one.span, f"{name}’s" if one.owns else name)
        for span in spans:
            words = self._named(text, span, places, used)
            gap = "" if not label or words[:1] in _CLOSE else " "
            label += gap + words
        label = " ".join(label.split())
        label = _LAST_COMMA.sub("", label[:1].upper() + label[1:])
        return label if len(label) <= LONGEST else ""

    def _named(self, text: str, span: Span, places: _Places, used: set[str]) -> str:
        pieces, at = [], span.start
        for place, name in places.since(span.start):
            if place.end > span.end:
                break
            if place.start < at:
                continue
            written = text[place.start : place.end]
            if written.lower() in _OWN:
                pieces += [text[at : place.start], name]
                at = place.end
                continue
            if name in used or written == name or written not in name:
                used.add(name)
                continue
            if _names_thing(text, place) or _within_name(text, place, name):
                continue
            used.add(name)
            pieces += [_ADDRESS.sub("", text[at : place.start]), name]
            at = place.end
        return " ".join("".join([*pieces, text[at : span.end]]).split())

    def _places(self, actors: Sequence[Actor], ids: Mapping[str, str]) -> _Places:
        return _Places.of(
            (spelling.span, name)
            for actor in actors
            if ids[actor.id] in self._sure and (name := self._names.get(ids[actor.id])) is not None
            for spelling in actor.spellings
        )


def _surely_persons(one: Annotations) -> Iterator[str]:
    """The ids, local or the dossier's, of who speaks in an article, or is called "Dr."."""
    for quote in one.quotes:
        if quote.speaker and quote.speaker.actor:
            yield quote.speaker.actor
    doubtful = (a for a in one.actors if a.kind == "person" and a.gender == "unknown")
    for actor in doubtful:
        for spelling in actor.spellings:
            start = spelling.span.start
            before = one.article.text[max(0, start - _TITLE) : start].split()[-1:]
            if before and before[0].lower().rstrip(".") in entries("titles_of_address"):
                yield actor.id


def _pronoun(text: str, subject: Span | None) -> Span | None:
    """The pronoun with which a subject opens: "he" of "he and his wife"."""
    words = text[slice(*subject)].split() if subject else []
    if subject is None or not words or words[0].lower() not in _OWN:
        return None
    return Span(subject.start, subject.start + len(words[0]))


def _names_thing(text: str, place: Span) -> bool:
    """Whether it is a thing or a relative that has a person's name."""
    before = text[max(0, place.start - _TITLE) : place.start].lower().split()
    return text[place.start - 1 : place.start] == " " and before[-1:] in _OF_OTHERS


def _within_name(text: str, place: Span, name: str) -> bool:
    """Whether what is written is part of a longer name: "Prince William Sound"."""
    if _NICKNAME.match(text, place.end):
        return True
    before = text[max(0, place.start - 30) : place.start].split()
    if before and before[-1][-1] in "\"'”’)" and name.split()[0] in before:
        return True  # 'Luis "Jerry" | Lund'
    after = text[place.end : place.end + 2]
    return bool(before and before[-1] in name.split()) or (after[:1] == " " and after[1:].isupper())
