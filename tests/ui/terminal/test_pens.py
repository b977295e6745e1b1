"""Changes of pens, judged by a model of what each SGR parameter does."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from armreader.ui.terminal.links import begin
from armreader.ui.terminal.pens import Pen, Pens, change

OFFS = {"22": {"1", "2"}, "23": {"3"}, "24": {"4", "21"}, "27": {"7"}}
COLOURS = ["", "31", "97", "38;5;100", "38;2;1;2;3"]
PENS = st.builds(
    Pen,
    st.sampled_from(COLOURS),
    st.sampled_from(
        [c.replace("38", "48").replace("31", "41").replace("97", "107") for c in COLOURS]
    ),
    st.frozensets(st.sampled_from(["1", "2", "3", "4", "5", "7", "8", "9", "21", "53"])),
    st.sampled_from(["", "https://example.org/a"]),
    blank=st.just(False),
)


def after(sequence: str, pen: Pen) -> Pen:
    """The pen of a terminal on which the sequence arrives while another pen is set."""
    foreground, background, link = pen.foreground, pen.background, pen.link
    attributes = set(pen.attributes)
    while sequence:
        if sequence.startswith("\x1b]8;"):
            link, _, sequence = sequence.removeprefix("\x1b]8;").partition("\x1b\\")
            link = link.partition(";")[2]
            continue
        parameters, _, sequence = sequence.removeprefix("\x1b[").partition("m")
        codes = iter(parameters.split(";"))
        for code in codes:
            if code in ("38", "48"):
                kind = next(codes)
                rest = [next(codes) for _ in range(1 if kind == "5" else 3)]
                whole = ";".join([code, kind, *rest])
                foreground, background = (
                    (whole, background) if code == "38" else (foreground, whole)
                )
            elif code in ("", "0"):
                foreground = background = ""
                attributes.clear()
            elif code in OFFS:
                attributes -= OFFS[code]
            elif code == "39" or (code[0] in "39" and len(code) == 2):
                foreground = "" if code == "39" else code
            elif code == "49" or (code[:2] in ("4" + code[1:2], "10") and len(code) > 1):
                background = "" if code == "49" else code
            else:
                attributes.add(code)
    return Pen(foreground, background, frozenset(attributes), link)


def test_the_model_reads_what_it_should() -> None:
    assert after("\x1b[1;31;48;5;7m", Pen()) == Pen("31", "48;5;7", frozenset("1"))
    assert after("\x1b[22;39m", Pen("31", "41", frozenset("124"))) == Pen("", "41", frozenset("4"))
    assert after("\x1b[m", Pen("31", "41", frozenset("1"), "x")) == Pen(link="x")


@example(old=Pen(attributes=frozenset(("4", "21"))), new=Pen(attributes=frozenset(("21",))))
@given(old=PENS, new=PENS)
def test_a_change_sets_the_new_pen_and_nothing_else(old: Pen, new: Pen) -> None:
    assert after(change(old, new), old) == new


@given(old=PENS, new=PENS)
def test_a_change_is_no_longer_than_a_reset_and_the_new_pen(old: Pen, new: Pen) -> None:
    whole = ";".join(filter(None, ["0", *new.attributes, new.foreground, new.background]))
    link = begin(new.link) if new.link != old.link else ""
    assert len(change(old, new)) <= len(f"{link}\x1b[{whole}m")


@pytest.mark.parametrize(
    ("old", "new", "sequence"),
    [
        (Pen(), Pen(), ""),
        (Pen(attributes=frozenset("12")), Pen(attributes=frozenset("1")), "\x1b[0;1m"),
        (
            Pen("38;5;200", "48;5;17", frozenset("12")),
            Pen("38;5;200", "48;5;17", frozenset("1")),
            "\x1b[22;1m",
        ),
        (Pen("31", "44", frozenset("7")), Pen("31", "44"), "\x1b[27m"),
        (Pen("31", "44", frozenset("9")), Pen("31", "44"), "\x1b[0;31;44m"),
        (Pen("31", "44"), Pen(), "\x1b[m"),
    ],
)
def test_the_shortest_form(old: Pen, new: Pen, sequence: str) -> None:
    assert change(old, new) == sequence


@pytest.mark.parametrize(
    ("colours", "foreground"),
    [
        (ColorSystem.TRUECOLOR, "38;2;255;0;0"),
        (ColorSystem.EIGHT_BIT, "38;5;196"),
        (ColorSystem.STANDARD, "31"),
        (None, ""),
    ],
)
def test_colours_are_brought_down_to_what_the_terminal_has(
    colours: ColorSystem | None, foreground: str
) -> None:
    pens = Pens(colours)
    assert pens.pen(pens.of(Style(color="#ff0000", bold=True))) == Pen(
        foreground, "", frozenset("1")
    )


def test_blanks_that_look_alike_have_one_pen() -> None:
    pens = Pens(ColorSystem.TRUECOLOR)
    red, bold = pens.of(Style(color="red")), pens.of(Style(bold=True))
    assert pens.blank_of(red) == pens.blank_of(bold)
    assert pens.blank_of(red) != pens.blank_of(pens.of(Style(bgcolor="red")))
    underlined = pens.of(Style(color="red", underline=True))
    assert pens.blank_of(underlined) == underlined


def test_a_link_with_control_characters_is_dropped() -> None:
    pens = Pens(None)
    assert pens.pen(pens.of(Style(link="https://example.org/\x1b\\\x1b[2J"))).link == ""


def test_styles_that_differ_only_by_metadata_are_one_pen() -> None:
    pens = Pens(None)
    assert pens.of(Style(meta={"offset": (1, 2)})) == pens.of(Style(meta={"offset": (3, 2)}))


def test_pens_past_the_surrogates() -> None:
    pens = Pens(ColorSystem.TRUECOLOR)
    styles = [Style(color=f"#{number:06x}") for number in range(0xD900)]
    codes = [pens.of(style) for style in styles]
    assert len(set(codes)) == len(codes)
    assert "".join(codes).encode("utf-8")
    assert pens.pen(codes[-1]).foreground == "38;2;0;216;255"
