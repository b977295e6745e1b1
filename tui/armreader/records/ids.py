"""Ids derived from content: the same in every run and on every machine."""

from __future__ import annotations

from hashlib import blake2b
from sys import intern


def content_id(prefix: str, *parts: object) -> str:
    """A short id such as ``q-5f1c20a9e3`` that depends on the parts alone."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "replace"), digest_size=5)
    return f"{prefix}-{digest.hexdigest()}"


def local_id(number: int) -> str:
    """The id of the actor of that number in one article; no other article's."""
    return intern(f"local-{number}")
