"""The stories of a library after articles came or went: what was one story stays one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from armreader.linking.profiles import COMMON_OF, Background, Profile, background_of
from armreader.linking.story_groups import OVER, Days, Group, group_of, grouped, joined
from armreader.records.ids import content_id
from armreader.store.keys import profile_key
from armreader.store.library import Library
from armreader.store.members import Entry, Grouping, background
from armreader.store.store import Store

_CHUNK = 1_000
"""Articles that are put to the open stories at once."""
_GROWN = 2
"""How many times as large as when its background was frozen a library is put into stories anew."""

Before = Mapping[str, tuple[Entry, str]]


def gather(store: Store, library: Library, before: Before, after: Mapping[str, Entry]) -> Grouping:
    """Which stories are new, changed or gone, so that the library has what is there now.

    Articles that came are put to stories or found new ones; those that went leave theirs. Where the
    library has grown beyond the background that its stories were found with, all are found again.
    """
    frozen = background(library)
    if frozen is None or len(after) > _GROWN * (frozen.articles - COMMON_OF):
        frozen = background_of(one for _, one in _profiles(store, after.values()))
        groups = _grouped_anew(store, list(after.values()), frozen)
        stories = {_name(one): one.members for one in groups}
        known = {story for _, story in before.values()}
        return Grouping(stories, frozenset(known) - set(stories), frozen)
    return _grown(store, before, after, frozen)


def _grouped_anew(store: Store, entries: Sequence[Entry], frozen: Background) -> list[Group]:
    """All articles, the oldest first, so that a story is found as it came about."""
    over: list[Group] = []
    open_now: list[Group] = []
    ordered = sorted(enumerate(entries), key=lambda one: (one[1].earliest or "9999", one[0]))
    for first in range(0, len(ordered), _CHUNK):
        chunk = [entry for _, entry in ordered[first : first + _CHUNK]]
        start = _day(chunk[0].earliest)
        open_now, ended = _parted(open_now, start)
        over += ended
        groups = _groups(store, chunk, frozen)
        open_now = grouped([*open_now, *groups])
    return [*over, *open_now]


def _parted(groups: Sequence[Group], day: date | None) -> tuple[list[Group], list[Group]]:
    """The groups that may go on after a day, and those that are over by then."""
    going: list[Group] = []
    over: list[Group] = []
    for one in groups:
        ended = bool(day and one.days and one.days[1] < day - timedelta(days=OVER))
        (over if ended else going).append(one)
    return going, over


def _grown(
    store: Store, before: Before, after: Mapping[str, Entry], frozen: Background
) -> Grouping:
    members: defaultdict[str, list[Entry]] = defaultdict(list)
    changed: set[str] = set()
    for name, (entry, story) in before.items():
        now = after.get(name)
        if now is None:
            changed.add(story)
            continue
        members[story].append(now)
        if now.key != entry.key:
            changed.add(story)
    gone = {story for story in changed if not members[story]}
    came = [entry for name, entry in after.items() if name not in before]
    groups: list[Group] = []
    if came:
        for story, entries in members.items():
            if entries and _may_grow(entries, came):
                group = joined(_groups(store, entries, frozen))
                group.story = story
                groups.append(group)
    was = {one.story: len(one.members) for one in groups}
    stories = {
        story: [one.name for one in members[story]] for story in changed if story not in gone
    }
    groups = grouped([*groups, *_groups(store, came, frozen)])
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
    ends = [one.latest or one.earliest for one in entries]
    days = [one.earliest for one in came]
    if not all(ends) or not all(days):
        return True
    first, last = min(one.earliest for one in entries), max(ends)
    slack = timedelta(days=OVER)
    low = (date.fromisoformat(min(days)) - slack).isoformat()
    high = (date.fromisoformat(max(days)) + slack).isoformat()
    return first <= high and last >= low


def _groups(store: Store, entries: Sequence[Entry], frozen: Background) -> list[Group]:
    """Each article as a group by itself."""
    return [
        group_of(entry.name, profile, frozen, _window(entry))
        for entry, profile in _profiles(store, entries)
    ]


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
