"""Reading files that cannot stand in a golden case."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source import read_source, read_yaml


def codes(content: bytes) -> list[str]:
    return [problem.code for problem in read_yaml(content, "file.yml")[1]]


def test_bytes_that_are_not_utf8_are_refused_with_their_place() -> None:
    _, (problem,) = read_yaml("a: b\nc: é".encode("latin-1"), "file.yml")
    assert (problem.code, problem.place.line, problem.place.column) == ("Y101", 2, 4)


def test_a_byte_order_mark_and_crlf_are_accepted() -> None:
    document, problems = read_yaml(b"\xef\xbb\xbfa: b\r\nc: d\r\n", "file.yml")
    assert problems == []
    assert document is not None
    assert document.data == {"a": "b", "c": "d"}


def test_scalars_stay_text() -> None:
    document, _ = read_yaml(b"a: no\nb: 12:30\nc: 2026-10-01\nd: 010\ne: null\n", "file.yml")
    assert document is not None
    assert document.data == {"a": "no", "b": "12:30", "c": "2026-10-01", "d": "010", "e": "null"}


def test_every_value_and_key_knows_its_place() -> None:
    document, _ = read_yaml("说: {b: [x, y]}\n".encode(), "file.yml")
    assert document is not None
    assert str(document.place(("说", "b", 1))) == "file.yml:1:12"
    assert str(document.key_place(("说", "b"))) == "file.yml:1:5"


def test_a_file_over_one_mebibyte_is_refused() -> None:
    assert codes(b"a: " + b"x" * 1024 * 1024) == ["Y104"]


def test_nesting_over_fifty_levels_is_refused_and_fifty_are_not() -> None:
    assert codes(b"[" * 51 + b"]" * 51) == ["Y105"]
    assert codes(b"[" * 50 + b"]" * 50) == []
    assert codes(b"[" * 100_000) == ["Y105"]


def test_nul_is_refused() -> None:
    assert codes(b"a: b\x00c") == ["Y103"]


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_random_bytes_never_raise(content: bytes) -> None:
    document, problems = read_yaml(content, "file.yml")
    assert (document is None) == bool(problems)


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@` \n\t,?é说", max_size=60))
@settings(max_examples=500, deadline=None)
def test_random_text_never_raises(content: str) -> None:
    document, problems = read_yaml(content.encode(), "file.yml")
    assert (document is None) == bool(problems)
    assert all(problem.place.line >= 1 for problem in problems)


def test_folders_links_and_foreign_files_are_told(tmp_path: Path) -> None:
    for folder in ("content", "rules"):
        (tmp_path / folder).mkdir()
    (tmp_path / "content/folder.yml").mkdir()
    (tmp_path / "content/link.yml").symlink_to("nowhere.yml")
    (tmp_path / "content/notes.txt").write_text("x")
    (tmp_path / "content/README.md").write_text("x")
    _, problems = read_source(tmp_path)
    assert sorted((p.code, p.place.file) for p in problems) == [
        ("S207", "content/notes.txt"),
        ("Y112", "content/folder.yml"),
        ("Y112", "content/link.yml"),
    ]


def test_missing_folders_are_told(tmp_path: Path) -> None:
    _, problems = read_source(tmp_path)
    assert [problem.code for problem in problems] == ["Y112", "Y112"]


def test_an_escape_cannot_hide_a_character() -> None:
    assert codes(rb'a: "b\u200bc"') == ["Y103"]
    assert codes(rb'"a\0": b') == ["Y103"]


def test_every_line_that_hides_a_character_is_told() -> None:
    _, problems = read_yaml("a: b\u200b\nc: d\ne: \u202ef\n".encode(), "file.yml")
    assert [str(problem.place) for problem in problems] == ["file.yml:1:5", "file.yml:3:4"]


def test_a_carriage_return_alone_is_refused_because_it_may_hide_a_line() -> None:
    assert codes(b"a: b\rc: d\r") == ["Y103"]


def test_an_alias_as_a_key_is_told_once() -> None:
    assert codes(b"*a : b\n") == ["Y106"]


def test_what_is_not_closed_at_the_end_is_told_where_it_opens() -> None:
    for content in (b"a: [b, c", b'a: "b\nc: d\n', b"a: {b: c\n\n\n"):
        _, (problem,) = read_yaml(content, "file.yml")
        assert (problem.code, str(problem.place)) == ("Y102", "file.yml:1:4")
