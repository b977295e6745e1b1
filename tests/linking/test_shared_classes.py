"""What the classes of two mentions that they have in common say of them."""

from __future__ import annotations

import pytest

from armreader.linking.events.shared_classes import SharedClasses


@pytest.mark.parametrize(
    ("name", "weight", "strong"),
    [
        ("death.kill", 0.1, True),
        ("say.state", 0.9, False),
        ("escort", 0.8, True),  # without a class, but rare in the dossier
        ("walk", 0.3, False),
    ],
)
def test_a_class_or_a_rare_verb_says_what_happened(name: str, weight: float, strong: bool) -> None:
    shared = SharedClasses((name,), {name: weight})[(name,)]
    assert shared is not None
    assert shared.strong is strong


def test_other_classes_share_nothing() -> None:
    assert SharedClasses(("escort",), {"escort": 0.8})[("walk",)] is None
