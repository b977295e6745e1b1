"""Mentions: what one chain of capitalised words names, taken apart into title, name and role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from armreader.extraction.names.chains import nickname_end
from armreader.extraction.names.gazetteer import (
    demonyms,
    institutions,
    is_body,
    is_given_name,
    is_title,
    places,
    signs_picture,
    title_gender,
)
from armreader.extraction.names.name_kinds import SUFFIXES, kind_of, names_body
from armreader.extraction.names.roles import (
    gender_after,
    gender_beside,
    role_around,
    without_stop,
    written_role,
)
from armreader.extraction.tokens import Tokens
from armreader.language import entries, mapping
from armreader.records import ActorKind, Gender, Span


class Mention(NamedTuple):
    """One place where a name is: its words without the title, and what its surroundings show."""

    span: Span
    words: tuple[str, ...]
    kind: ActorKind | None
    """None where the surroundings do not show it."""
    gender: Gender = "unknown"
    role: str = ""
    paragraph: int = 0
    acronym: str = ""
    """The short form given in parentheses after the name."""
    placed: bool = False
    """Whether a preposition before it shows that it is a place: "in Lund", "from Lund"."""
    doubtful: bool = False
    """Whether it is a name only if somebody has it as a surname: "Dean", "King"."""
    address: str = ""
    """The form of address before the name: "Mrs."."""
    hint: Gender = "unknown"
    """The gender that words next to the name give away: "his wife, Name"."""
    kin: bool = False
    """Whether it is named as somebody's relative."""
    owner: Gender = "unknown"
    """The gender of what is its own later in the sentence: "Lund lost his hat"."""
    nickname: str = ""
    """What stands in marks inside the name: "Jerry" of 'Luis "Jerry" Lund'."""

    @property
    def name(self) -> str:
        return " ".join(self.words)


def parse_chain(tokens: Tokens, start: int, end: int, paragraph: int) -> Iterator[Mention]:
    """The mentions in one chain: an affiliation before a title, and the name after it."""
    lowers = tokens.lowers
    title = _last_title(lowers, start, end)
    whole_is_body = names_body(lowers, start, end)
    if title is None or (whole_is_body and not is_given_name(lowers[title + 1])):
        yield from _split_affiliation(tokens, start, end, paragraph)
        return
    office = title
    while office > start and (
        is_title(without_stop(lowers[office - 1]))
        or lowers[office - 1] in entries("title_modifiers")
        or lowers[office - 1] in entries("rank_words")
        or lowers[office - 1] in entries("honorifics")
        or lowers[office - 1] in (".", "of")
    ):
        office -= 1
    if office > start:
        yield from _split_affiliation(tokens, start, office, paragraph)
    name = _after_title(lowers, title, end)
    while name < end and not lowers[name][0].isalnum():
        name += 1
    if name < end:
        held = office - (office == start and lowers[office - 1 : office] == ["former"])
        while held < title and lowers[held] in entries("honorifics"):
            held += 1
        role = " ".join(tokens.words[held:name]).replace(" .", ".")
        gender = title_gender(without_stop(lowers[title]))
        mention = _mention(tokens, name, end, paragraph)
        kind: ActorKind = mention.kind if mention.kind == "organisation" else "person"
        written = written_role(role)
        address = "" if written else role
        hint, kin = gender_beside(tokens, start, end)
        yield mention._replace(
            kind=kind, gender=gender, role=written, address=address, hint=hint, kin=kin
        )


def _last_title(lowers: list[str], start: int, end: int) -> int | None:
    """The place of the last title of a chain that has a name after it."""
    for at in range(end - 2, start - 1, -1):
        if not is_title(without_stop(lowers[at])) or _is_part_of_name(lowers, start, at, end):
            continue
        after = [word for word in lowers[at + 1 : end] if word[0].isalpha()]
        addressed = lowers[at] in entries("titles_of_address") and len(after) == 1
        if any(not is_title(word) for word in after):
            return at
        if addressed and after[0] in entries("title_surnames"):
            return at
    return None


def _is_part_of_name(lowers: list[str], start: int, at: int, end: int) -> bool:
    """Whether a word that could be a title is a name: "Larry King Now", "Dean Berg", "Del Rey"."""
    if lowers[at] in entries("name_particles"):
        return lowers[at + 1] != "."
    before = lowers[at - 1] if at > start else ""
    after = [word for word in lowers[at + 1 : end] if word[0].isalpha()]
    initial = before == "." and at - 2 > start and len(lowers[at - 2]) == 1
    suffixed = at > start and all(word in SUFFIXES for word in after)
    if suffixed and (after or initial):
        # "Martin L. King", "Bo King Jr."
        return True
    if is_given_name(before) and lowers[at] in entries("title_surnames"):
        return before not in places()
    return is_given_name(lowers[at]) and end - at == 2 and not is_given_name(lowers[at + 1])


def _after_title(lowers: list[str], title: int, end: int) -> int:
    """Where the name begins: past the title's full stop, and past "of State"."""
    at = title + 1
    if at < end and lowers[at] == ".":
        at += 1
    if at < end and lowers[at] == "of":
        names = [k for k in range(at + 1, end) if is_given_name(lowers[k])]
        return names[0] if names else end
    while at + 1 < end and lowers[at] in entries("title_modifiers"):
        at += 1
    return at


def _split_affiliation(tokens: Tokens, start: int, end: int, paragraph: int) -> Iterator[Mention]:
    """A chain without a title: a name, or a place or people and then a name."""
    lowers = tokens.lowers
    start += start + 1 < end and signs_picture(tokens.words, start)
    first = start
    for size in (3, 2, 1):
        known = " ".join(lowers[start : start + size])
        if start + size < end and (known in places() or known in demonyms()):
            rest = lowers[start + size : end]
            if names_body(lowers, start + size, end) or (len(rest) == 1 and known in places()):
                break
            if " ".join(rest) in institutions():
                break
            if known in places():
                yield _mention(tokens, start, start + size, paragraph)
            first = start + size
            break
    if all(_is_office_word(lowers[k]) for k in range(first, end)):
        article = lowers[start - 1] if start else ""
        surname = lowers[start] in entries("title_surnames") or _may_be_surname(lowers[start])
        if end - start == 1 and surname and article != "the":
            yield _mention(tokens, start, end, paragraph)._replace(doubtful=True)
        return
    while first < end and not lowers[first][0].isalnum():
        first += 1
    if first == end or lowers[end - 1] in entries("things"):
        return
    person = _person_after_body(lowers, first, end)
    if person is not None:
        if any(is_body(word) for word in lowers[first:person]):
            yield _mention(tokens, first, person, paragraph)
        yield _mention(tokens, person, end, paragraph)._replace(kind="person")
        return
    yield _mention(tokens, first, end, paragraph)


def _may_be_surname(lower: str) -> bool:
    """Whether a word next to titles may be the name of somebody in the article: "Major"."""
    return lower in entries("title_modifiers") or (is_title(lower) and lower.isalpha())


def _person_after_body(lowers: list[str], start: int, end: int) -> int | None:
    """Where the person begins in "Soil Board Jane Roe" and in the tail "Relations Jane Roe"."""
    for at in range(max(start + 1, end - 3), end - 1):
        tail = lowers[at - 1].endswith("s") and all(
            word in entries("title_modifiers") or word in entries("not_names")
            for word in lowers[start:at]
        )
        body = any(is_body(word) for word in lowers[start:at])
        joined = lowers[at - 1] in entries("function_words")
        if (tail or (body and not joined and is_given_name(lowers[at]))) and not any(
            is_body(word) or not word[0].isalpha() or _is_office_word(word)
            for word in lowers[at:end]
        ):
            return at
    return None


def _is_office_word(lower: str) -> bool:
    return (
        is_title(without_stop(lower))
        or lower in entries("title_modifiers")
        or lower in ("of", ".", "and")
        or lower in demonyms()
        or lower in entries("not_names")
    )


def _mention(tokens: Tokens, start: int, end: int, paragraph: int) -> Mention:
    """The mention of the name from one token to another."""
    start += _is_article(tokens, start, end)
    marked = next((at for at in range(start + 1, end) if nickname_end(tokens, start, at)), end)
    after = nickname_end(tokens, start, marked) if marked < end else end
    nickname = " ".join(tokens.words[marked + 1 : after - 1])
    words = _joined(tokens, start, marked) + _joined(tokens, after, end)
    kind = kind_of(words, tokens.lowers, start, end)
    span = Span(tokens.starts[start], tokens.ends[end - 1])
    if kind in (None, "person"):
        gender, role = role_around(tokens, start, end)
        if role or gender != "unknown":
            kind = "person"
        hint, kin = gender_beside(tokens, start, end)
        owner = gender_after(tokens, end) if len(words) == 1 else "unknown"
        return Mention(
            *(span, words, kind, gender, role, paragraph),
            hint=hint,
            kin=kin,
            owner=owner,
            nickname=nickname,
        )
    acronym = _acronym(tokens, words, end)
    placed = start > 0 and mapping("function_words").get(tokens.lowers[start - 1]) == "preposition"
    return Mention(span, words, kind, "neuter", "", paragraph, acronym, placed)


def _is_article(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name begins with an "A" that is no initial: "in history A BP paper said"."""
    after = tokens.words[start + 1 : end]
    return tokens.words[start] == "A" and bool(after) and len(after[0]) > 1 and after[0].isupper()


def _joined(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    """The words of a name; initials keep their full stops."""
    words: list[str] = []
    for at in range(start, end):
        if tokens.words[at] == "." and words:
            words[-1] += "."
        else:
            words.append(tokens.words[at])
    return tuple(words)


def _acronym(tokens: Tokens, name: tuple[str, ...], end: int) -> str:
    """The short form in parentheses after a name, when it is made of the name's initials."""
    words = tokens.words
    if end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")":
        short = words[end + 1]
        if len(name) > 1 and short[0] == name[0][0] and short.isupper() and 2 <= len(short) <= 8:
            return short
    return ""
