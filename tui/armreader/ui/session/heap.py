"""One heap for all threads, so that memory which one has given up serves the next."""

from __future__ import annotations

from contextlib import suppress

_M_ARENA_MAX = -8
"""glibc's ``malloc.h``: the most heaps for threads, by default eight a core."""


def share_the_heap() -> bool:
    """Let glibc make no heap for a thread; false where there is another C library.

    To be called before there are threads. Only one of ours runs at a time, so that none waits.
    """
    with suppress(ImportError, OSError, AttributeError, TypeError):
        import _ctypes  # of ctypes, which takes five times as long to import

        mallopt = _ctypes.dlsym(_ctypes.dlopen("libc.so.6", 0), "mallopt")
        return bool(_ctypes.call_function(mallopt, (_M_ARENA_MAX, 1)))
    return False
