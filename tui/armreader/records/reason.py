"""Reason: the rule behind an inference, which every record that holds one refers to."""

from __future__ import annotations

from dataclasses import dataclass

from armreader.records.spans import Passage


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an inference was made: a rule of ``language/en/reasons`` and its passages."""

    rule: str
    """The rule's name."""
    passages: tuple[Passage, ...] = ()
    """The stretches that it used."""
