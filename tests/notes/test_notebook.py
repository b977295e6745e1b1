"""The notebook: every change reaches its own block, and nothing that a person wrote is touched."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from armreader.notes.block_text import block_text, comment_and_tags, comment_text, tags_in
from armreader.notes.blocks import layout_of
from armreader.notes.bookmark import Bookmark, bookmark_event, bookmark_quote
from armreader.notes.notebook import Notebook
from armreader.notes.paths import default_notebook_path
from armreader.notes.storage import NotesError
from armreader.story.dossier import Dossier


@pytest.fixture
def bookmarks(dossier: Dossier) -> list[Bookmark]:
    kept = [bookmark_quote(dossier, quote.id) for quote in dossier.quotes]
    return [*kept, bookmark_event(dossier, "e-1")]


def test_bookmarks_come_back_as_they_were(notebook: Notebook, bookmarks: list[Bookmark]) -> None:
    for bookmark in bookmarks:
        notebook.add(bookmark)
        notebook.add(bookmark)
    contents = Notebook(notebook.path).load()
    assert list(contents.bookmarks) == bookmarks
    assert contents.problems == ()


def test_a_missing_notebook_is_empty(notebook: Notebook) -> None:
    assert notebook.load().bookmarks == ()
    with pytest.raises(NotesError, match="gone"):
        notebook.remove("b-0000000000")


def test_own_changes_are_distinguished_from_others(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    notebook.load()
    assert not notebook.changed()
    notebook.add(bookmarks[0])
    assert not notebook.changed()
    notebook.set_comment(bookmarks[0].id, "own", [])
    assert not notebook.changed()
    removed = notebook.remove(bookmarks[0].id)
    assert not notebook.changed()
    assert notebook.ids() == frozenset()
    notebook.restore(removed)
    assert not notebook.changed()
    assert notebook.ids() == {bookmarks[0].id}
    Notebook(notebook.path).add(bookmarks[1])
    assert notebook.changed()
    notebook.add(bookmarks[1])
    assert len(notebook.load().bookmarks) == 2
    Notebook(notebook.path).remove(bookmarks[0].id)
    notebook.add(bookmarks[0])
    assert len(notebook.load().bookmarks) == 2


def test_hostile_words_never_leave_their_block_quote(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    notebook.add(bookmarks[1])
    text = notebook.path.read_text("utf-8")
    start = text.index("<!-- armreader 1 b-")
    machine, *lines = text[start:].splitlines()
    assert machine.count("-->") == 1
    assert lines[-1] == f"<!-- end {bookmarks[1].id} -->"
    framed = lines[: lines.index(f"^{bookmarks[1].id}") - 1]
    assert all(line.startswith(">") for line in framed)

    page = MarkdownIt("gfm-like", {"linkify": False}).render("\n".join(framed))
    assert set(re.findall(r"<(\w+)", page)) == {"blockquote", "p"}
    shown = html.unescape(re.sub(r"<[^>]*>", "", page))
    assert bookmarks[1].words in shown


def test_remove_and_restore_give_the_same_bytes(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    for bookmark in bookmarks:
        notebook.add(bookmark)
    before = notebook.path.read_bytes()
    for bookmark in bookmarks:
        removed = notebook.remove(bookmark.id)
        assert bookmark.id.encode() not in notebook.path.read_bytes()
        notebook.restore(removed)
        assert notebook.path.read_bytes() == before


def test_an_added_and_removed_bookmark_leaves_a_persons_text_as_it_was(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    notebook.path.parent.mkdir()
    for own in (b"# Mine\n\ntext\n", b"# Mine\r\n\r\ntext\r\n", b"\xff\xfe\x80 not UTF-8\n"):
        notebook.path.write_bytes(own)
        notebook.add(bookmarks[0])
        assert notebook.path.read_bytes().startswith(own)
        if own.endswith(b"\r\n"):
            assert b"\n" not in notebook.path.read_bytes().replace(b"\r\n", b"")
        assert notebook.load().bookmarks == (bookmarks[0],)
        notebook.remove(bookmarks[0].id)
        assert notebook.path.read_bytes() == own


def test_undo_after_other_changes_still_restores(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    notebook.add(bookmarks[0])
    notebook.add(bookmarks[1])
    removed = notebook.remove(bookmarks[1].id)
    notebook.path.write_bytes(b"A new first line.\n" + notebook.path.read_bytes())
    notebook.add(bookmarks[2])
    notebook.restore(removed)
    assert {one.id for one in notebook.load().bookmarks} == {one.id for one in bookmarks}
    assert notebook.path.read_bytes().startswith(b"A new first line.\n")


def test_a_comment_changes_only_the_users_part(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    for bookmark in bookmarks:
        notebook.add(bookmark)
    before = notebook.path.read_bytes()
    now = notebook.set_comment(bookmarks[1].id, "Ask *who* said it. #open", ["press freedom"])
    assert now.tags == ("press-freedom",)
    loaded = notebook.load().bookmarks[1]
    assert (loaded.comment, loaded.tags) == (
        "Ask *who* said it. #open",
        ("open", "press-freedom"),
    )
    notebook.set_comment(bookmarks[1].id, "", [])
    assert notebook.path.read_bytes() == before


def test_what_a_person_types_below_a_quote_is_its_comment(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    notebook.add(bookmarks[0])
    end = f"<!-- end {bookmarks[0].id} -->".encode()
    data = notebook.path.read_bytes().replace(end, b"\r\n  My own words.\n\n#a #b/c\n" + end)
    notebook.path.write_bytes(data)
    (found,) = notebook.load().bookmarks
    assert (found.comment, found.tags) == ("My own words.", ("a", "b/c"))
    notebook.add(bookmarks[1])
    assert notebook.path.read_bytes().startswith(data)


@pytest.mark.parametrize(
    ("text", "comment", "tags"),
    [
        ("", "", ()),
        ("Ask again.\r\n\r\n#open #press-freedom\n", "Ask again.", ("open", "press-freedom")),
        ("See #two and #two.\n#one", "See #two and #two.", ("two", "one")),
        ("Issue #12, C# and a#b", "Issue #12, C# and a#b", ()),
        ("#only", "", ("only",)),
        ("# Heading\n#tag text", "# Heading\n#tag text", ("tag",)),
        ("#Ереван #a/b", "", ("Ереван", "a/b")),
    ],
)
def test_tags_are_distinguished_from_the_comment(
    text: str, comment: str, tags: tuple[str, ...]
) -> None:
    assert comment_and_tags(text) == (comment, tags)


def test_a_tag_without_a_letter_is_refused(notebook: Notebook, bookmarks: list[Bookmark]) -> None:
    notebook.add(bookmarks[0])
    with pytest.raises(NotesError, match="needs a letter"):
        notebook.set_comment(bookmarks[0].id, "", ["2024"])


def test_move_orders_the_bookmarks(notebook: Notebook, bookmarks: list[Bookmark]) -> None:
    for bookmark in bookmarks:
        notebook.add(bookmark)
    first, second, third = (one.id for one in bookmarks)

    def order() -> list[str]:
        contents = notebook.load()
        assert contents.problems == ()
        return [one.id for one in contents.bookmarks]

    size = notebook.path.stat().st_size
    notebook.move(third, first)
    assert order() == [third, first, second]
    notebook.move(third, None)
    assert order() == [first, second, third]
    notebook.move(first, third)
    assert order() == [second, first, third]
    assert notebook.path.stat().st_size == size


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('{"selector"', '{"sel', 5, "cannot be understood"),
        (" -->\n>", "\n>", 5, "damaged"),
        ("<!-- end b-", "<!-- End b-", 5, "no end line"),
        ("<!-- armreader 1 b-", "armreader 1 b-", 12, "without its start"),
    ],
)
def test_damage_is_kept_and_reported_with_its_line(
    notebook: Notebook, bookmarks: list[Bookmark], old: str, new: str, line: int, message: str
) -> None:
    notebook.add(bookmarks[0])
    text = notebook.path.read_text("utf-8")
    assert old in text
    damaged = text.replace(old, new, 1).encode()
    notebook.path.write_bytes(damaged)
    problems = notebook.load().problems
    assert any(one.line == line and message in one.message for one in problems), problems
    notebook.add(bookmarks[2])
    assert notebook.path.read_bytes().startswith(damaged)
    assert bookmarks[2] in notebook.load().bookmarks


def test_a_bookmark_without_its_end_line_can_still_be_changed(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    notebook.add(bookmarks[0])
    data = notebook.path.read_bytes().replace(b"<!-- end", b"<!-- was the end of") + b"own\n"
    notebook.path.write_bytes(data)
    notebook.set_comment(bookmarks[0].id, "kept", ["x"])
    contents = notebook.load()
    assert (contents.bookmarks[0].comment, contents.problems) == ("kept", ())
    notebook.remove(bookmarks[0].id)
    assert notebook.path.read_bytes().endswith(b"own\n")


def test_a_newer_notebook_is_read_only(notebook: Notebook, bookmarks: list[Bookmark]) -> None:
    notebook.add(bookmarks[0])
    data = notebook.path.read_bytes() + b"\n<!-- armreader 2 c-xyz ... -->\n"
    notebook.path.write_bytes(data)
    contents = notebook.load()
    assert contents.read_only
    assert contents.bookmarks == (bookmarks[0],)
    for change in (
        lambda: notebook.add(bookmarks[1]),
        lambda: Notebook(notebook.path).add(bookmarks[1]),
        lambda: notebook.remove(bookmarks[0].id),
        lambda: notebook.set_comment(bookmarks[0].id, "x", []),
    ):
        with pytest.raises(NotesError, match="newer armreader"):
            change()
    assert notebook.path.read_bytes() == data


def test_a_notebook_of_someone_else_cannot_steer_the_terminal(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    notebook.add(bookmarks[0])
    text = notebook.path.read_text("utf-8").replace("Coast Daily", "Coast \\u001b]0;x\\u0007 Daily")
    notebook.path.write_text(text, "utf-8")
    (found,) = notebook.load().bookmarks
    assert found.origin.source == "Coast ␛]0;x␇ Daily"


def test_two_files_joined_give_each_bookmark_once_with_both_comments(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    notebook.add(bookmarks[0].with_comment("mine", ("a",)))
    second = block_text(bookmarks[0].with_comment("theirs", ("b",)))
    notebook.path.write_text(notebook.path.read_text("utf-8") + "\n" + second, "utf-8")
    (found,) = notebook.load().bookmarks
    assert (found.comment, found.tags) == ("mine\n\ntheirs", ("a", "b"))
    notebook.set_comment(found.id, "ours", [])
    assert notebook.path.read_bytes().count(b"<!-- end ") == 1
    notebook.remove(found.id)
    assert notebook.load().bookmarks == ()


def test_a_bookmark_that_an_editor_saved_over_is_reported_and_can_be_added_again(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    notebook.add(bookmarks[0])
    opened_in_the_editor = notebook.path.read_bytes()
    notebook.add(bookmarks[1])
    assert notebook.load().missing == ()
    notebook.path.write_bytes(opened_in_the_editor + b"A line of one's own.\n")
    assert notebook.load().missing == (bookmarks[1],)
    notebook.add(bookmarks[1])
    contents = notebook.load()
    assert (contents.missing, len(contents.bookmarks)) == ((), 2)
    notebook.remove(bookmarks[1].id)
    assert notebook.load().missing == ()


def test_a_comment_that_was_not_seen_is_not_removed_at_once(
    notebook: Notebook, bookmarks: list[Bookmark]
) -> None:
    notebook.add(bookmarks[0])
    Notebook(notebook.path).set_comment(bookmarks[0].id, "Do not lose this.", [])
    with pytest.raises(NotesError, match="someone else has commented"):
        notebook.remove(bookmarks[0].id)
    assert notebook.load().bookmarks[0].comment == "Do not lose this."
    removed = notebook.remove(bookmarks[0].id)
    assert removed.bookmark.comment == "Do not lose this."


OWN_LINES = ("My own text.", "# Heading", "> own quote", "<!-- own remark -->", "^b-x", "- [ ] do")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2), st.integers(0, 9)), max_size=9))
def test_a_persons_lines_survive_every_change(
    tmp_path: Path, bookmarks: list[Bookmark], steps: list[tuple[int, int, int]]
) -> None:
    notebook = Notebook(tmp_path / "own.md")
    notebook.path.write_bytes(b"")
    own: list[str] = []
    for number, (action, which, place) in enumerate(steps):
        bookmark, other = bookmarks[which], bookmarks[which - 1]
        held = notebook.ids()
        if action == 0:
            lines = notebook.path.read_bytes().splitlines(keepends=True)
            outside = [at for at in range(len(lines) + 1) if not _inside_a_block(lines, at)]
            own.append(f"{OWN_LINES[place % len(OWN_LINES)]} {number}")
            lines.insert(outside[place % len(outside)], own[-1].encode() + b"\n")
            notebook.path.write_bytes(b"".join(lines))
        elif action in (1, 2) or bookmark.id not in held:
            notebook.add(bookmark)
        elif action == 3:
            notebook.set_comment(bookmark.id, f"comment {number}\n\n> deep", ["tag"])
        elif action == 4:
            removed = notebook.remove(bookmark.id)
            if place % 2:
                notebook.restore(removed)
        elif other.id in held:
            notebook.move(bookmark.id, other.id if place % 2 else None)
        left = notebook.path.read_bytes().decode().splitlines()
        assert sorted(line for line in left if line in own) == sorted(own)
        assert notebook.load().problems == ()


def _inside_a_block(lines: list[bytes], at: int) -> bool:
    starts = sum(line.startswith(b"<!-- armreader 1 b-") for line in lines[:at])
    return starts > sum(line.startswith(b"<!-- end b-") for line in lines[:at])


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.lists(st.sampled_from(range(12)), max_size=8))
def test_any_bytes_can_be_read(bookmarks: list[Bookmark], noise: bytes, cuts: list[int]) -> None:
    parts = [noise, block_text(bookmarks[0]).encode(), b"<!-- end b-0123456789 -->\n", b"\r\n"]
    parts += [b"<!-- armreader 1 b-0123456789 removed -->\n", b"<!-- armreader 1 b-012"]
    data = b"".join(parts[cut % len(parts)][cut // 6 :] for cut in cuts) + noise
    layout = layout_of(data)
    spans = [(block.start, block.body, block.end) for block in layout.blocks]
    assert spans == sorted(spans)
    assert all(a <= b <= c <= len(data) for a, b, c in spans)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]) | st.just("\n"), max_size=60)
    | st.sampled_from(["<!-- end b-0123456789 -->", "^b-0123456789", "\\<!-- armreader 1", "#x"])
)
def test_any_comment_comes_back(bookmarks: list[Bookmark], comment: str) -> None:
    from armreader.notes.block_text import bookmark_of

    block = block_text(bookmarks[0].with_comment(comment, ("tag",))).encode()
    layout = layout_of(block)
    assert (len(layout.blocks), layout.problems) == (1, ())
    found = bookmark_of(block, layout.blocks[0])
    assert found is not None
    again = comment_text(found.comment, found.tags)
    assert again == comment_text(comment, (*tags_in(comment), "tag"))


def test_notebooks_are_distinguished_by_their_path(own_home: Path) -> None:
    first, second = default_notebook_path("/one/reports"), default_notebook_path("/two/reports")
    assert first != second
    assert first.name.startswith("reports-")
    assert first.parent == own_home / "data" / "notebooks"
    assert default_notebook_path(["/one/reports"]) == first
    assert default_notebook_path(["/a", "/b"]).name.startswith("2-paths-")
    assert "/" not in default_notebook_path("/x/..").name
