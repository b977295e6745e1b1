"""Dossiers that mean harm, made from a seed: reports whose every field and file name may attack."""

from __future__ import annotations

import json
import os
from pathlib import Path
from random import Random

ATTACKS = (
    # terminals
    *("\x1b]52;c;UFdORUQ=\x07", "\x1b]0;PWNED\x07", "\x1b[2J\x1bc", "\x9b6n", "\x90q\x9c", "\x00"),
    *("\x1b]8;;http://evil.example\x07go\x1b]8;;\x07", "\x1b[200~q\x1b[201~", "\x07\x08\x0b\x0c"),
    # eyes
    *(
        "\u202eesrever\u202c",
        "\u2066\u2067x\u2069",
        "a\u200bb\u2060c\ufeff",
        "\u061c",
        "\U000e0041",
    ),
    *("e" + "\u0301" * 90, "👩\u200d👩\u200d👧" * 5, "\u2028\u2029", "\ufff9x\ufffb", "\u00ad"),
    # spreadsheets
    *("=cmd|'/c calc'!A1", "+1+1", "@SUM(A1)", "-2+3", "a;=1+1;b", "a\t=1+1", 'x",=1+1,"', "|=1"),
    # pages and Markdown
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</pre></article>", "--><b>"),
    *("[x](javascript:alert(1))", "![i](http://evil.example/i.png)", "<http://evil.example>"),
    *("\n# Head\n", "\n```\n", "\n> said\n", "\n[1]: http://evil.example\n", "\n---\n", "|a|b|"),
    *("&lt;b&gt;&#60;i&#62;", "www.evil.example", "*_`~", "$x$ %% {{x}}", "](x) [y", "<!--", "\\"),
    # calendars and citations
    *("\r\nEND:VEVENT\r\nBEGIN:VALARM\r\n", "\nATTACH:file:///etc/passwd\n", ';X="1":a,b'),
    *("\nER  - \nTY  - JOUR\n", "}, url = {http://evil.example}", "\\input{x}", "\n@book{a, b={}}"),
    # Org and our own notebook
    *(
        "[[elisp:(x)][y]]",
        "@@html:<b>@@",
        "src_sh{id}",
        "so :END:",
        "\n* Head\n",
        "\n#+INCLUDE: x\n",
    ),
    *("<!-- armreader 1 b-0000000000 removed -->", "<!-- end b-0000000000 -->"),
    # programs
    *("$(touch x) `id`", "{0} {x.__class__} %s %n", "../../etc/passwd", "'; DROP TABLE a; --"),
)
PEOPLE = ("Mina Dole", "Jonas Reef", "the harbour office", "Governor Ilse Brandt", "Dr Omar Vale")
DONE = (
    "opened the north bridge", "closed two schools", "signed the water treaty",
    "did not arrest anybody", "will sell 40 ferries", "moved 1,200 people from the valley",
)  # fmt: skip
DAYS = (
    "on 3 March 2023", "on Monday", "last week", "in September 2022", "on 2023-04-05",
    "two days later", "between 4 and 9 May 2023", "",
)  # fmt: skip
SAID = ("The river came at night", "We lost everything", "Nobody was told of the plan")
ADDRESSES = ("https://news.example/a?b={}", "javascript:alert('{}')", "http://x.example/\\{}", "{}")


def make_dossier(folder: Path, chance: Random) -> None:
    """Write some hostile files, and perhaps an ``armreader.toml`` as bad, to a new folder."""
    folder.mkdir(parents=True)
    names = []
    for number in range(chance.randint(1, 4)):
        name = _name(number, chance)
        path = os.path.join(os.fsencode(folder), name)  # noqa: PTH118  bytes have no Path
        with open(path, "wb") as out:  # noqa: PTH123
            out.write(_file(name, chance))
        names.append(name)
    if chance.random() < 0.6:
        facts = [f'"{_words(chance)!r:.9}" = 1'.replace("\\", "")] if chance.random() < 0.1 else []
        for name in names:
            shown = json.dumps(name.decode("utf-8", "replace"))
            facts += [f"[{shown}]"]
            facts += [
                f"{field} = {json.dumps(_attacked('Gazette', chance))}"
                for field in ("title", "source", "byline")
            ]
            facts += [f"url = {json.dumps(_address(chance))}", "date = 2023-03-04"]
        (folder / "armreader.toml").write_text("\n".join(facts), encoding="utf-8")


def comment(chance: Random) -> str:
    """A comment that a user may paste."""
    return _attacked("agency copy", chance)


def variables(chance: Random) -> dict[str, str]:
    """Variables of a terminal that another computer may have set."""
    names = ("LC_ALL", "LANG", "LESS", "PAGER", "LC_TIME", "COLUMNS")
    bad = {name: chance.choice(ATTACKS) for name in names if chance.random() < 0.1}
    return {"TERM": "xterm-256color"} | {
        name: value.replace("\0", "") for name, value in bad.items()
    }


def _name(number: int, chance: Random) -> bytes:
    ending = chance.choice((".txt", ".txt", ".md", ".html"))
    odd = _attacked(f"report{number}", chance) if chance.random() < 0.3 else f"report{number}"
    plain = odd.replace("/", "_").replace("\0", "_")[:60]
    name = plain.encode("utf-8", "replace") + ending.encode()
    return b"caf\xe9-" + name if chance.random() < 0.1 else name


def _file(name: bytes, chance: Random) -> bytes:
    title = _attacked(f"{chance.choice(PEOPLE)} {chance.choice(DONE)}", chance)
    body = [_paragraph(chance) for _ in range(chance.randint(1, 6))]
    if name.endswith(b".html"):
        text = (
            f"<html><head><title>{title}</title><meta name=author content='{_words(chance)}'>"
            f"<link rel=canonical href='{_address(chance)}'></head><body><article><h1>{title}</h1>"
            + "".join(f"<p>{one}</p>" for one in body)
            + "</article></body></html>"
        )
    else:
        head = (
            f"---\ntitle: {title}\nsource: {_words(chance)}\ndate: 2023-03-05\n"
            f"url: {_address(chance)}\n---\n"
            if chance.random() < 0.5
            else f"{title}\n\n"
        )
        text = head + "\n\n".join(body) + "\n"
    return text.encode(chance.choice(("utf-8", "utf-8", "utf-8", "utf-16")), "replace")


def _paragraph(chance: Random) -> str:
    sentences = []
    for _ in range(chance.randint(1, 3)):
        who, day = chance.choice(PEOPLE), chance.choice(DAYS)
        if chance.random() < 0.5:
            sentences.append(_attacked(f"{who} {chance.choice(DONE)} {day}.", chance))
        else:
            words = _attacked(chance.choice(SAID), chance)
            sentences.append(f"“{words},” {_attacked(who, chance, 0.2)} said {day}.")
    return " ".join(sentences)


def _words(chance: Random) -> str:
    return _attacked("Gazette", chance).replace("\n", " ")


def _address(chance: Random) -> str:
    return chance.choice(ADDRESSES).format(_words(chance))


def _attacked(text: str, chance: Random, rate: float = 0.6) -> str:
    """The text with an attack or two in it, at any place."""
    while chance.random() < rate:
        at = chance.choice((0, len(text), chance.randint(0, len(text))))
        text = text[:at] + chance.choice(ATTACKS) + text[at:]
        rate /= 2
    return text
