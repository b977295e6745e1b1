"""The encoding of a file: its mark, strict UTF-8, what it declares, then Windows-1252."""

from __future__ import annotations

import pytest

from armreader.reading.decode import decode

TEXT = "Ereván: “frozen” – Երևան, 12 €\n"
RUSSIAN = "Новости из Москвы, много слов по-русски\n"


@pytest.mark.parametrize(
    ("data", "declares", "text", "encoding"),
    [
        (TEXT.encode(), False, TEXT, "utf-8"),
        (TEXT.encode("utf-8-sig"), False, TEXT, "utf-8"),
        (TEXT.encode("utf-16"), False, TEXT, "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), False, TEXT, "utf-16-be"),
        (TEXT.encode("utf-32"), False, TEXT, "utf-32-le"),
        ("A plain report.".encode("utf-16-le"), False, "A plain report.", "utf-16-le"),
        ("“It’s done”, naïve".encode("cp1252"), False, "“It’s done”, naïve", "cp1252"),
        (b'<meta charset="koi8-r">' + RUSSIAN.encode("koi8-r"), True, None, "koi8-r"),
        (b'<meta charset="iso-8859-1">\x93x\x94', True, None, "cp1252"),
        (b'<meta charset="no-such">\x93x\x94', True, None, "cp1252"),
        (b'<meta charset="utf-16">plain', True, None, "utf-8"),
        (b"", False, "", "utf-8"),
    ],
)
def test_the_encoding_is_found(data: bytes, declares: bool, text: str, encoding: str) -> None:
    decoded = decode(data, declares=declares)
    assert decoded.encoding == encoding
    assert text is None or decoded.text == text


def test_a_guess_is_reported() -> None:
    assert "guess" in " ".join(decode("naïve café".encode("cp1252")).notices)
    assert decode(TEXT.encode()).notices == ()


def test_utf8_that_was_cut_or_patched_stays_utf8() -> None:
    decoded = decode(("“Երևանում” " * 20).encode()[:-2] + b"\xff")
    assert decoded.encoding == "utf-8"
    assert "Երևանում" in decoded.text
    assert "show as \ufffd" in decoded.notices[0]


@pytest.mark.parametrize(
    ("broken", "mended", "count"),
    [
        ("â€œWe stayâ€\x9d", "“We stay”", 2),
        ("Itâ€™s late", "It’s late", 1),
        ("CafÃ© ZoÃ«", "Café Zoë", 2),
        ("10 â€“ 12", "10 – 12", 1),
        ("ðŸ˜€", "😀", 1),
    ],
)
def test_double_encoded_letters_are_repaired(broken: str, mended: str, count: int) -> None:
    decoded = decode(broken.encode())
    assert decoded.text == mended
    letters = "letter" if count == 1 else "letters"
    assert decoded.notices == (f"{count} double-encoded {letters} repaired",)


@pytest.mark.parametrize("text", ["Ça va, Ãine", "São Paulo", "ÂNGELA", "naïve “quotes”", "Ünal"])
def test_correct_letters_stay(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8", ())
