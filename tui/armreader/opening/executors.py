"""Who does the work of indexing: this process, a pool, a cluster, or the user's own executor."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from importlib import import_module
from typing import Any, ParamSpec, TypeVar

_TRIES = 3
"""How often a task is tried before it is given up: it may be what kills the workers."""
AHEAD = 3
"""Tasks given out for each worker, so that none waits for the next."""

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

Make = Callable[[], Executor]


class BadExecutor(ValueError):
    """What was given as an executor cannot be used; the message says why."""


class InThisProcess(Executor):
    """An executor that does at once whatever is submitted."""

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


OneByOne: tuple[Make, int] = (InThisProcess, 1)


def executor_maker(spec: str = "", jobs: int = 1) -> tuple[Make, int]:
    """A function that makes the executor (again, if it broke), and about how many workers it has.

    ``dask:tcp://host:port`` is a cluster that runs already, ``dask:`` alone a local one, and
    ``module:function`` calls a function that returns any ``concurrent.futures.Executor``.
    """
    kind, colon, rest = spec.partition(":")
    if kind == "dask" and colon:
        return _dask(rest), max(jobs, os.cpu_count() or 1)
    if spec:
        return _brought(kind, rest), max(jobs, os.cpu_count() or 1)
    if jobs > 1:
        from concurrent.futures import ProcessPoolExecutor

        return lambda: ProcessPoolExecutor(jobs), jobs
    return OneByOne


def each_done(
    make: Make, workers: int, function: Callable[[T], R], tasks: Iterable[T]
) -> Iterator[tuple[T, R | Exception]]:
    """Each task with its result or exception as it is done, in any order.

    Where workers die, another executor is made and what was not done is given out again.
    """
    waiting: dict[Future[R], tuple[T, int]] = {}
    again: list[tuple[T, int]] = []
    coming = iter(tasks)
    executor = make()
    most = 1 if isinstance(executor, InThisProcess) else AHEAD * workers
    try:
        while True:
            while len(waiting) < most:
                task, tries = again.pop() if again else (next(coming, None), 0)
                if task is None:
                    break
                try:
                    waiting[executor.submit(function, task)] = (task, tries)
                except BrokenExecutor:
                    again.append((task, tries))
                    if waiting:
                        break  # what was given out before fails as well, and comes again
                    executor = make()
            if not waiting:
                return
            broken = False
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                task, tries = waiting.pop(future)
                error = future.exception()
                if error is None:
                    yield task, future.result()
                elif isinstance(error, BrokenExecutor) and tries + 1 < _TRIES:
                    broken = True
                    again.append((task, tries + 1))
                elif isinstance(error, Exception):
                    yield task, error
                else:
                    raise error
            if broken and not waiting:
                executor.shutdown(wait=False)
                executor = make()
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


class OnCluster(Executor):
    """Gives shares to the workers of a Dask cluster, which repeats those of dead workers."""

    def __init__(self, distributed: Any, address: str) -> None:
        self._client = distributed.Client(address or None, timeout="10s")
        self._executor = self._client.get_executor(retries=_TRIES)

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        future: Future[R] = self._executor.submit(fn, *args, **kwargs)
        return future

    # Dask ends what runs when its client closes; there is nothing to cancel before.
    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        self._executor.shutdown(wait=wait)
        self._client.close()


def _dask(address: str) -> Make:
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise BadExecutor("dask is not installed: pip install 'armreader[cluster]'") from error

    def made() -> Executor:
        try:
            return OnCluster(distributed, address)
        except (OSError, ValueError) as error:
            raise BadExecutor(f"no cluster answers at {address}: {error}") from error

    return made


def _brought(module: str, function: str) -> Make:
    try:
        make = getattr(import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        raise BadExecutor(f"{module}:{function} is not a function: {error}") from error
    if not callable(make):
        raise BadExecutor(f"{module}:{function} is not a function")

    def made() -> Executor:
        found = make()
        if not isinstance(found, Executor):
            raise BadExecutor(f"{module}:{function} gives no concurrent.futures.Executor")
        return found

    return made
