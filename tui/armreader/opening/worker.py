"""The first reading of a dossier, in a process of its own.

The word tables, patterns and libraries of the three stages go when that process ends, and keys are
answered at once while it works. Where there can be no such process, the reading is done here.

The child sends messages, each packed records behind its length in eight bytes: what was read since
the last one, and at the end the dossier, or the key under which it was kept. To the child goes one
byte when it is to stop; the end of its input means that nobody waits any more.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple

from armreader.opening.fingerprint import key_of
from armreader.opening.loading import Loading, Tell, unlinked
from armreader.opening.messages import LENGTH, say
from armreader.opening.places import Places
from armreader.opening.stories import recalled
from armreader.store.dossiers import recall, remember
from armreader.store.packing import unpack
from armreader.story.dossier import Dossier

if TYPE_CHECKING:
    from subprocess import Popen

    from armreader.records import Article, Problem

_LOOK_EVERY = 0.05
"""Seconds between two checks whether to stop."""
_PATIENCE = 200
"""Checks after which a child that does not stop is abandoned, because it hangs or was suspended."""


_RUNNING: set[Popen[bytes]] = set()


class _Parted(Exception):
    """The child did not send what it should have sent."""


def load_apart(
    paths: Sequence[str], tell: Tell, stop: Event, places: Places
) -> tuple[Dossier, bool]:
    """As ``Loading``."""
    key = key_of(paths, places)
    remembered = recalled(paths, places, key)
    if remembered is not None:
        return remembered, True
    if key is not None and sys.executable:  # what is piped in can be read by one process only
        with suppress(OSError, _Parted):
            return _loaded(paths, tell, stop, places)
    return Loading(places)(paths, tell, stop)


def _loaded(paths: Sequence[str], tell: Tell, stop: Event, places: Places) -> tuple[Dossier, bool]:
    from subprocess import DEVNULL, PIPE, Popen

    # -P: nothing is imported from the folder that happens to be the current one.
    command = (
        sys.executable,
        "-P",
        "-m",
        __name__,
        *(str(place or "") for place in places),
        *paths,
    )
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, bufsize=0) as child:
        _RUNNING.add(child)
        try:
            return _followed(child, tell, stop, places.store)
        finally:
            child.kill()
            _RUNNING.discard(child)


def end_all() -> None:
    """End what still reads; a suspended child would not notice that this process has left."""
    for child in tuple(_RUNNING):
        child.kill()


def _followed(
    child: Popen[bytes], tell: Tell, stop: Event, store: Path | None
) -> tuple[Dossier, bool]:
    articles: list[Article] = []
    problems: list[Problem] = []
    name = ""
    for message in _messages(child, stop):
        match message:
            case [str(name), list(read_since), list(wrong_since), str(going_on)]:
                articles += read_since
                problems += wrong_since
                tell(unlinked(name, articles, problems), going_on)
            case [Dossier() as dossier, bool(whole)]:
                return dossier, whole
            case str(key):
                kept = recall(store, key)
                if kept is not None:
                    return kept, True
    if articles and stop.is_set():
        return unlinked(name, articles, problems), False
    raise _Parted


def _messages(child: Popen[bytes], stop: Event) -> Iterator[object]:
    """The child's messages, until it is done or does not stop when asked to."""
    assert child.stdin
    assert child.stdout
    output, asked = child.stdout.fileno(), 0
    data = bytearray()
    while True:
        if stop.is_set():
            if not asked:
                os.write(child.stdin.fileno(), b"s")
            asked += 1
        if asked > _PATIENCE:
            return
        if not select.select([output], [], [], _LOOK_EVERY)[0]:
            continue
        piece = os.read(output, 1 << 20)
        if not piece:
            return
        data += piece
        while len(data) >= LENGTH:
            end = LENGTH + int.from_bytes(data[:LENGTH])
            if len(data) < end:
                break
            try:
                message = unpack(bytes(data[LENGTH:end]))
            except Exception as error:
                raise _Parted from error
            del data[:end]
            yield message


class _Sent(NamedTuple):
    """How much of what was read the parent knows."""

    articles: int = 0
    problems: int = 0


def _work(paths: Sequence[str], places: Places) -> None:
    """In the child: read, and send what was read."""
    output = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    stop = Event()
    Thread(target=_listen, args=(stop,), daemon=True).start()
    sent = _Sent()

    def tell(dossier: Dossier, going_on: str) -> None:
        nonlocal sent
        read_since = list(dossier.articles[sent.articles :])
        wrong_since = list(dossier.problems[sent.problems :])
        sent = _Sent(len(dossier.articles), len(dossier.problems))
        say(output, [dossier.name, read_since, wrong_since, going_on])

    key = key_of(paths, places)
    dossier, whole, made = Loading(places).read(paths, tell, stop)
    if whole and remember(places.store, key, dossier, made):
        say(output, key)
    else:
        say(output, [dossier, whole])


def _listen(stop: Event) -> None:
    while os.read(0, 1):
        stop.set()
    os._exit(1)


if __name__ == "__main__":
    corrections, store, *given = sys.argv[1:]
    _work(given, Places(*(Path(place) if place else None for place in (corrections, store))))
