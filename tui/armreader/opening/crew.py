"""Annotating on every core: the articles that wait are shared with other processes.

A process gets one article at a time, so that none waits for another, and ends with its input. What
they cannot do is done in this process.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from threading import Condition, Event, Thread
from typing import TYPE_CHECKING

from armreader.opening.messages import hear as heard
from armreader.opening.messages import say
from armreader.records import Annotations, Article
from armreader.records.steps import following

if TYPE_CHECKING:
    from subprocess import Popen

Annotate = Callable[[Article], Annotations]
Hear = Callable[[Article, float, float], None]
"""As of ``records.steps``, of one article."""

_WORTH = 30_000
"""Characters that make another process worth starting, which costs as much as 10,000 of them."""
_OFTEN, _SOON = 0.25, 1.0
"""Seconds between two calls while this process waits, and within which another begins."""
_MOST = 3
"""At most this many other processes; each takes some 100 MB."""


class Crew:
    """This process and its helpers, which start with the first work that is worth it."""

    def __init__(
        self,
        annotate: Annotate,
        beside: int | None = None,
        worth: int = _WORTH,
        *,
        hear: Hear = lambda *_: None,
        waiting: Callable[[], None] = lambda: None,
    ) -> None:
        """``hear`` gets the progress of an article that waits for no other; ``waiting`` is called
        between its steps, or several times a second, and can raise ``Ended``."""
        self._annotate = annotate
        self._hear = hear
        self._waiting = waiting
        self._beside = min(_cores() - 1, _MOST) if beside is None else beside
        self._worth = worth
        self._hands: list[_Hand] = []

    def each(self, articles: Sequence[Article]) -> Iterator[Annotations]:
        """What is in each article, in their order."""
        self._begin(sum(len(one.text) for one in articles))
        share = _Share(articles, self._waiting)
        for hand in self._hands:
            Thread(target=hand.help, args=(share, self._hear), daemon=True).start()
        if self._hands and len(articles) == 1:
            share.taken.wait(_SOON)  # this process shows it and takes keys, meanwhile
        try:
            for number in range(len(articles)):
                yield share.finished(number, self._annotated)
        finally:
            share.waiting.clear()

    def _annotated(self, article: Article) -> Annotations:
        def reached(share: float, until: float) -> None:
            self._hear(article, share, until)
            self._waiting()

        with following(reached):
            return self._annotate(article)

    def _begin(self, size: int) -> None:
        if size >= self._worth and sys.executable and len(self._hands) < self._beside:
            with suppress(OSError):
                while len(self._hands) < self._beside:
                    self._hands.append(_Hand())

    def end(self) -> None:
        """End the other processes."""
        for hand in self._hands:
            hand.end()
        self._hands.clear()


class _Share:
    """Articles that several processes are annotating."""

    def __init__(self, articles: Sequence[Article], idle: Callable[[], None]) -> None:
        self.waiting = deque(enumerate(articles))
        self.taken = Event()
        self._idle = idle
        self._done: dict[int, Annotations] = {}
        self._changed = Condition()

    def finished(self, number: int, annotate: Annotate) -> Annotations:
        """The annotations of one article; until they are there, others are annotated here."""
        while number not in self._done:
            task = self.next()
            if task is not None:
                self._done[task[0]] = annotate(task[1])
                continue
            self._idle()
            with self._changed:
                self._changed.wait_for(lambda: number in self._done or self.waiting, _OFTEN)
        return self._done.pop(number)

    def next(self) -> tuple[int, Article] | None:
        """The first article that nobody has started."""
        try:
            task = self.waiting.popleft()
        except IndexError:
            return None
        self.taken.set()
        return task

    def put(self, number: int, found: Annotations) -> None:
        """What was found in an article."""
        with self._changed:
            self._done[number] = found
            self._changed.notify()

    def give_back(self, task: tuple[int, Article]) -> None:
        """Give back an article that a process could not annotate."""
        with self._changed:
            self.waiting.appendleft(task)
            self._changed.notify()


class _Hand:
    """A process that annotates what it is given; ``OSError`` where none can be started."""

    def __init__(self) -> None:
        from subprocess import DEVNULL, PIPE, Popen

        # -P: nothing is imported from the folder that happens to be the current one.
        command = (sys.executable, "-P", "-m", __name__)
        self._process: Popen[bytes] | None = Popen(
            command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, bufsize=0
        )

    def help(self, share: _Share, hear: Hear) -> None:
        """Have articles annotated until none waits; runs in a thread."""
        while self._process is not None and (task := share.next()) is not None:
            try:
                share.put(task[0], self._annotated(self._process, task[1], hear))
            except Exception:  # whatever a process that dies or damaged bytes raise
                self.end()
                share.give_back(task)

    def _annotated(self, process: Popen[bytes], article: Article, hear: Hear) -> Annotations:
        assert process.stdin
        assert process.stdout
        say(process.stdin.fileno(), article)
        while isinstance(found := heard(process.stdout.fileno()), tuple):
            hear(article, *found)
        if not isinstance(found, Annotations):
            raise EOFError
        return replace(found, article=article)

    def end(self) -> None:
        """End the process; only the article that it is working on is lost."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _work() -> None:
    """In the other process: annotate what comes in until there is no more."""
    from armreader.extraction.annotate import annotate

    output = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    with suppress(EOFError, OSError):
        while isinstance(article := heard(0), Article):
            with following(lambda *step: say(output, step)):
                found = annotate(article)
            say(output, replace(found, article=replace(article, text="")))


if __name__ == "__main__":
    _work()
