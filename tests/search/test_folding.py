"""Words that are written in different ways become the same form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.search.folding import (
    CAPITAL,
    CAPITALS,
    LOWER,
    consonants,
    fold,
    has_vowels,
    skeleton,
    word_pattern,
)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Zürich", "zurich"),
        ("Zu\u0308rich", "zurich"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("O’Neill", "oneill"),
        ("O'Neill", "oneill"),
        ("harbour’s", "harbour"),
        ("HARBOUR'S", "harbour"),
        ("‘quoted’", "quoted"),
        ("na\u00adme", "name"),
        ("n\u200bame", "name"),
        ("Чехов", "chekhov"),
        ("Щукин", "shchukin"),
        ("Խաչատրյան", "khachatryan"),
        ("Եղիշե", "yeghishe"),
        ("Σωκράτης", "sokratis"),
        ("ՈՒՂԵՐՁ", "ugherdz"),
        ("თამარ", "tamar"),
        ("2031", "2031"),
        ("東京", "東京"),
        ("’’", ""),
    ],
)
def test_form(word: str, form: str) -> None:
    assert fold(word)[0] == form


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("ferry", LOWER),
        ("Ferry", CAPITAL),
        ("McCoy", CAPITAL),
        ("A", CAPITAL),
        ("NATO", CAPITALS),
        ("NATO’s", CAPITALS),
        ("طرابلس", CAPITALS),
        ("2031", CAPITALS),
    ],
)
def test_shape(word: str, shape: int) -> None:
    assert fold(word)[1] == shape


@pytest.mark.parametrize(
    "variants",
    [
        "Khachatryan Khachatrian Khatchatrian Хачатрян Խաչատրյան Xaçatryan",
        "Qaddafi Gaddafi Kadafi Kaddafi Qadhafi",
        "Chekhov Tchekhov Tschechow Чехов",
        "Yushchenko Juschtschenko Ющенко",
        "Dostoyevsky Dostojewski Dostoevskii",
        "Yelena Jelena Elena Елена",
        "Saparmurat Saparmourat",
        "Vuković Vukovich",
        "Müller Mueller",
    ],
)
def test_spellings_of_one_name_share_a_skeleton(variants: str) -> None:
    assert len({skeleton(fold(name)[0]) for name in variants.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["Karen Koren", "Mariam Miriam", "Petrov Petrova", "Tamar Tomer", "Nino Nina"]
)
def test_different_names_have_different_skeletons(pair: str) -> None:
    first, second = (skeleton(fold(name)[0]) for name in pair.split())
    assert first != second


@pytest.mark.parametrize(
    ("unvowelled", "name"),
    [("طرابلس", "Trablus"), ("أردوغان", "Erdogan"), ("الأسد", "Assad"), ("רבין", "Rabin")],
)
def test_scripts_without_vowels_share_consonants(unvowelled: str, name: str) -> None:
    assert not has_vowels(unvowelled)
    assert consonants(fold(unvowelled)[0], vowels=False) == consonants(fold(name)[0])


@settings(max_examples=150)
@given(st.text(max_size=20))
def test_folding_any_text_is_stable(text: str) -> None:
    for word in word_pattern().findall(text):
        form, _ = fold(word)
        assert fold(form)[0] == form or not form.isascii()
        assert skeleton(form) == skeleton(form)
