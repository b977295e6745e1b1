"""The stories of a library after articles were added or removed: what was one story stays one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from armreader.linking.profiles import COMMON_OF, Background, Profile, background_of
from armreader.linking.story_groups import OVER, Days, Group, group_of, grouped, joined
from armreader.records import Correction
from armreader.records.ids import content_id
from armreader.store.keys import profile_key
from armreader.store.library import Library
from armreader.store.members import Entry, Grouping, background
from armreader.store.store import Store

_CHUNK = 1_000
"""How many articles are compared with the open stories at once."""
_GROWN = 2
"""How many times as large as when its background was frozen a library is put into stories again."""

Before = Mapping[str, tuple[Entry, str]]


class Pairs(NamedTuple):
    """The user's corrections by article id: which belong to one story, and which do not."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()

    def partners(self, article: str) -> frozenset[str]:
        """The articles that one must not be in a story with."""
        return frozenset(
            one for pair in self.different if article in pair for one in pair if one != article
        )


def pairs_in(corrections: Iterable[Correction], articles: Container[str]) -> Pairs:
    """The corrections that put two of these articles into one story or apart."""
    found = [one for one in corrections if one.subject in articles and one.value in articles]
    return Pairs(
        tuple((one.subject, one.value) for one in found if one.kind == "same"),
        tuple((one.subject, one.value) for one in found if one.kind == "different"),
    )


def ignored(pairs: Pairs, before: Before) -> bool:
    """Whether the stories do not yet follow the user's corrections."""
    story = {name: story for name, (_, story) in before.items()}
    return any(story.get(one) != story.get(other) for one, other in pairs.same) or any(
        one in story and story[one] == story.get(other) for one, other in pairs.different
    )


def gather(
    store: Store, library: Library, before: Before, after: Mapping[str, Entry], pairs: Pairs
) -> Grouping:
    """Which stories are new, changed or gone, so that the library has what is there now.

    New articles join stories or start new ones; removed ones leave theirs. Where the
    library has grown beyond the background that its stories were found with, all are found again.
    """
    frozen = background(library)
    if frozen is not None and len(after) <= _GROWN * (frozen.articles - COMMON_OF):
        return _grown(store, before, after, frozen, pairs)
    frozen = background_of(one for _, one in _profiles(store, after.values()))
    groups = _regrouped(store, list(after.values()), frozen, pairs)
    was: defaultdict[str, set[str]] = defaultdict(set)
    for name, (entry, story) in before.items():
        if after.get(name) == entry:
            was[story].add(name)
        else:
            was[story].add("")  # one that went or changed
    stories = {_name(one): one.members for one in groups}
    changed = {name: one for name, one in stories.items() if set(one) != was.get(name)}
    return Grouping(changed, frozenset(was) - set(stories), frozen)


def _regrouped(
    store: Store, entries: Sequence[Entry], frozen: Background, pairs: Pairs
) -> list[Group]:
    """All articles, the oldest first, so that a story is found as it came about."""
    over: list[Group] = []
    open_now: list[Group] = []
    ordered = sorted(enumerate(entries), key=lambda one: (one[1].earliest or "9999", one[0]))
    for first in range(0, len(ordered), _CHUNK):
        chunk = [entry for _, entry in ordered[first : first + _CHUNK]]
        start = _day(chunk[0].earliest)
        open_now, ended = _parted(open_now, start)
        over += ended
        open_now = grouped([*open_now, *_groups(store, chunk, frozen, pairs)])
    return _with_same([*over, *open_now], pairs)


def _with_same(groups: list[Group], pairs: Pairs) -> list[Group]:
    """The groups, those of two articles that the user put into one story as one."""
    for one, other in pairs.same:
        holding = [group for group in groups if one in group.members or other in group.members]
        if len(holding) == 2:
            groups = [group for group in groups if group not in holding]
            groups.append(joined(sorted(holding, key=lambda group: not group.story)))
    return groups


def _parted(groups: Sequence[Group], day: date | None) -> tuple[list[Group], list[Group]]:
    """The groups that may continue after a day, and those that have ended by then."""
    going: list[Group] = []
    over: list[Group] = []
    for one in groups:
        ended = bool(day and one.days and one.days[1] < day - timedelta(days=OVER))
        (over if ended else going).append(one)
    return going, over


def _grown(
    store: Store, before: Before, after: Mapping[str, Entry], frozen: Background, pairs: Pairs
) -> Grouping:
    apart = {
        one
        for one, other in pairs.different
        if one in before and other in before and before[one][1] == before[other][1]
    }
    members: defaultdict[str, list[Entry]] = defaultdict(list)
    changed: set[str] = set()
    for name, (entry, story) in before.items():
        now = after.get(name)
        if now is None or name in apart:
            changed.add(story)
            continue
        members[story].append(now)
        if now.key != entry.key:
            changed.add(story)
    gone = {story for story in changed if not members[story]}
    came = [entry for name, entry in after.items() if name not in before or name in apart]
    named = {one for pair in pairs.same for one in pair}
    groups: list[Group] = []
    for story, entries in members.items():
        if entries and (_may_grow(entries, came) or named & {one.name for one in entries}):
            group = joined(_groups(store, entries, frozen, pairs))
            group.story = story
            groups.append(group)
    was = {one.story: len(one.members) for one in groups}
    stories = {
        story: [one.name for one in members[story]] for story in changed if story not in gone
    }
    groups = _with_same(grouped([*groups, *_groups(store, came, frozen, pairs)]), pairs)
    left = {one.story for one in groups}
    gone |= {story for story in was if story not in left}
    for group in groups:
        if not group.story or len(group.members) != was[group.story]:
            stories[group.story or _name(group)] = group.members
    return Grouping(
        {name: found for name, found in stories.items() if name not in gone},
        frozenset(gone),
        frozen,
    )


def _may_grow(entries: Sequence[Entry], came: Sequence[Entry]) -> bool:
    """Whether any of what came lies in the window of a story; it does where a day is not known."""
    if not came:
        return False
    ends = [one.latest or one.earliest for one in entries]
    days = [one.earliest for one in came]
    if not all(ends) or not all(days):
        return True
    first, last = min(one.earliest for one in entries), max(ends)
    slack = timedelta(days=OVER)
    low = (date.fromisoformat(min(days)) - slack).isoformat()
    high = (date.fromisoformat(max(days)) + slack).isoformat()
    return first <= high and last >= low


def _groups(
    store: Store, entries: Sequence[Entry], frozen: Background, pairs: Pairs
) -> list[Group]:
    """Each article as a group by itself."""
    groups = [
        group_of(entry.name, profile, frozen, _window(entry))
        for entry, profile in _profiles(store, entries)
    ]
    if pairs.different:
        for group in groups:
            group.parted = pairs.partners(group.members[0])
    return groups


def _profiles(store: Store, entries: Iterable[Entry]) -> Iterator[tuple[Entry, Profile]]:
    """Every article with its profile, in their order, loading some at a time."""
    some: list[Entry] = []
    for entry in entries:
        some.append(entry)
        if len(some) == _CHUNK:
            yield from _loaded(store, some)
            some = []
    yield from _loaded(store, some)


def _loaded(store: Store, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Profile]]:
    found = store.get_all("profile", [profile_key(one.key) for one in entries])
    for entry in entries:
        profile = found.get(profile_key(entry.key))
        if isinstance(profile, Profile):
            yield entry, profile


def _window(entry: Entry) -> Days | None:
    first, last = _day(entry.earliest), _day(entry.latest)
    if first is None or last is None:
        return None
    return first, last


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _name(group: Group) -> str:
    """The id of a story that is new: by the article that it began with."""
    return content_id("s", group.members[0])
