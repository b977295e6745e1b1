"""Assertions: what the clauses of an article hold or deny, so that sources can be compared."""

from __future__ import annotations

from armreader.extraction.assertions.find import find_assertions as find_assertions
