"""The documents agree with the program: paths exist, links lead somewhere, nothing is left out."""

from __future__ import annotations

import io
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import get_args

import pytest

from armreader.cli import main
from armreader.cli.commands import BY_NAME, DOSSIER_FORMATS, NOTES_FORMATS
from armreader.cli.settings import SETTINGS, VARIABLES
from armreader.home.config import _KNOWN
from armreader.home.folders import folders
from armreader.reading.folder_facts import Facts
from armreader.records import CorrectionKind
from armreader.search.query import CHOICES, FILTERS
from beforehand import find_beforehand
from documentation.blocks import PAGES as MADE_PAGES
from documentation.blocks import filled, names_in
from documentation.reference import MADE
from documentation.screens import SHOTS, own_home, picture, shots

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tui" / "armreader"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
REFERENCE = ROOT / "docs" / "reference"
IN_PACKAGE = ("CONTRIBUTING.md", "architecture.md")
"""Pages whose paths begin in the package."""
LONGEST_README = 200
_PATH = re.compile(r"`((?:[\w-]+/)+[\w.-]*)`")
_LINK = re.compile(r"!?\[[^\]]+\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
_CODE = re.compile(r"^[ ]*```(\w*)\n(.*?)^[ ]*```$", re.DOTALL | re.MULTILINE)
ROOMS = sorted(one.name for one in PACKAGE.iterdir() if one.is_dir() and one.name != "__pycache__")


def by_name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def code_blocks(page: Path, language: str) -> list[str]:
    found = _CODE.findall(page.read_text(encoding="utf-8"))
    return [text for name, text in found if name == language]


def rows_of(page: str, heading: str = "") -> list[str]:
    """The first cells of the tables of a reference page, from a heading on."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    if heading:
        text = text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\| `([^`]+)`", text, re.MULTILINE)


@pytest.mark.parametrize("name", IN_PACKAGE)
def test_every_path_that_a_page_for_contributors_names_exists(name: str) -> None:
    page = next(page for page in PAGES if page.name == name)
    named = _PATH.findall(page.read_text(encoding="utf-8"))
    assert named
    assert [one for one in named if not any((at / one).exists() for at in (PACKAGE, ROOT))] == []


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    lost = []
    for path, anchor in _LINK.findall(page.read_text(encoding="utf-8")):
        target = page.parent / path if path else page
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            lost.append(f"{path}#{anchor}")
    assert lost == []


def anchors_of(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one).strip().lower().replace(" ", "-") for one in headings}


def test_every_page_is_reached_from_the_readme() -> None:
    seen, left = set(), [ROOT / "README.md"]
    while left:
        page = left.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        links = _LINK.findall(page.read_text(encoding="utf-8"))
        left += [(page.parent / path).resolve() for path, _ in links if path]
    assert sorted(map(by_name, set((ROOT / "docs").rglob("*.md")) - seen)) == ["docs/README.md"]


def test_architecture_names_every_room_and_the_layers_of_the_contract() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("## The rooms", 1)[1].split("\n## ", 1)[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == ROOMS
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    shown = re.search(r"<!-- layers:[^>]*-->\n```\n(.*?)```", text, re.DOTALL)
    assert shown
    assert shown.group(1).splitlines() == layers


# What is made from the program.


async def test_what_is_made_is_up_to_date() -> None:
    with own_home():
        find_beforehand(folders().cache.parent)
        screens = await shots()
    made = {name: make() for name, make in MADE.items()}
    made |= {f"screen {name}": f"```text\n{text}```\n" for name, text in screens.items()}
    old = [
        by_name(page)
        for page in MADE_PAGES
        if (text := page.read_text(encoding="utf-8")) != filled(text, made)
    ]
    assert old == [], "make docs"


async def test_the_picture_of_the_readme_is_up_to_date() -> None:
    with own_home():
        find_beforehand(folders().cache.parent)
        drawn = await picture()
    shown = ROOT / "docs" / "pictures" / "screen.svg"
    assert shown.read_text(encoding="utf-8") == drawn, "make docs"


def test_everything_that_can_be_made_is_shown() -> None:
    shown = {name for page in MADE_PAGES for name in names_in(page)}
    assert shown == {*MADE, *(f"screen {name}" for name in SHOTS)}


# The README.


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= LONGEST_README


def test_every_dependency_has_its_licence_and_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=]", line)[0] for line in project["dependencies"]]
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text.split("## What it is built on", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| ([a-z]+) \| (.+) \| (.+) \|$", table, re.MULTILINE)
    assert [name for name, _, _ in rows] == ["package", *names]
    extras = project["optional-dependencies"]
    optional = [one for extra in ("cluster", "pdf", "rtf", "web") for one in extras[extra]]
    assert [one for one in optional if re.split(r"[<>=]", one)[0] not in table] == []


# The reference leaves nothing out.


def test_every_filter_and_its_values_are_documented() -> None:
    text = (REFERENCE / "queries.md").read_text(encoding="utf-8")
    assert {one.split(":")[0] for one in rows_of("queries.md", "Filters")} == set(FILTERS)
    values = [value for choices in CHOICES.values() for value in choices]
    assert [one for one in values if f"`{one}`" not in text and f":{one}`" not in text] == []


def test_every_kind_of_correction_is_documented() -> None:
    assert rows_of("corrections.md") == list(get_args(CorrectionKind))


def test_every_setting_is_documented() -> None:
    assert sorted(name for name, _ in SETTINGS) == sorted(_KNOWN)


def test_every_variable_of_the_environment_that_is_read_is_documented() -> None:
    known = " ".join(name for name, _ in VARIABLES)
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    read = {
        name
        for text in sources
        for name in re.findall(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"", text)
        if not re.search(rf"environ\[\"{name}\"\] =", text)
    }
    assert sorted(name for name in read if name not in known) == ["VTE_VERSION"]


def test_every_key_of_the_folders_facts_is_documented() -> None:
    assert sorted(rows_of("files.md", "armreader.toml")) == sorted(Facts.__dataclass_fields__)


def test_every_export_format_is_documented() -> None:
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    for formats in (DOSSIER_FORMATS, NOTES_FORMATS):
        assert "\\|".join(formats) in text  # the bar of a cell is escaped


def paths_of(value: object, path: str = "") -> Iterator[str]:
    """The fields of JSON as the reference writes them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "reason" and not path.startswith("quotes"):
                yield f"{path}.reason"
            else:
                yield from paths_of(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value:
        for inner in value:
            yield from paths_of(inner, f"{path}[]")
    elif not isinstance(value, list):
        yield path


def printed(*arguments: str) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(list(arguments)) == 0
    return out.getvalue()


def test_every_field_of_the_export_is_documented() -> None:
    find_beforehand(folders().cache.parent)
    known = set(rows_of("json.md"))
    found = set(paths_of(json.loads(printed("export", str(ROOT / "seeds")))))
    found |= set(paths_of(json.loads(printed("stories", str(ROOT / "seeds"), "--json"))))
    ends = {re.sub(r"(\[\])+$", "", one) for one in found}
    documented = {re.sub(r"(\[\])+$", "", one) for one in known}
    nullable = {"quotes[].speaker", "articles[].publication.others[].reason"}
    assert sorted(ends - documented - nullable) == []


# What is shown as an example can be typed.


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_every_command_that_is_shown_can_be_typed(page: Path) -> None:
    for text in code_blocks(page, "sh"):
        for line in text.strip().splitlines():
            words = shlex.split(line, comments=True)
            while words and words[0] != "armreader":
                words = words[1:]
            names = [" ".join(words[1:end]) for end in (3, 2)]
            name = next((one for one in names if one in BY_NAME), "")
            command = BY_NAME[name or "read"]
            rest = words[1 + len(name.split()) :]
            assert words
            command.parser().parse_intermixed_args(rest)


def test_the_commands_of_the_tutorial_run(capsys: pytest.CaptureFixture[str]) -> None:
    find_beforehand(folders().cache.parent)
    blocks = code_blocks(ROOT / "docs" / "tutorial.md", "sh")
    lines = [line for text in blocks for line in text.strip().splitlines()]
    run = [line for line in lines if line != "armreader"]
    assert len(run) > 2
    for line in run:
        assert main(shlex.split(line)[1:]) == 0, line
        assert capsys.readouterr().out.strip(), line


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_every_python_example_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with redirect_stdout(io.StringIO()):
        for code in code_blocks(page, "python"):
            exec(compile(code, by_name(page), "exec"), {})


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_every_toml_example_is_toml(page: Path) -> None:
    for text in code_blocks(page, "toml"):
        tomllib.loads(text)


def test_every_slow_test_is_there() -> None:
    for line in (ROOT / "tests" / "slow.txt").read_text(encoding="utf-8").split():
        file, _, name = line.partition("::")
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), line


def test_every_field_of_a_public_record_says_what_it_is() -> None:
    page = (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|.*\|  \|$", page, re.MULTILINE) == []
