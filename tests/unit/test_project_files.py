"""Which files of a folder are read, and what is said of the others."""

import os
from pathlib import Path

import pytest

from generator.source import read_source


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project without files."""
    for folder in ("content", "rules"):
        (tmp_path / folder).mkdir()
    return tmp_path


def told(root: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.file) for problem in read_source(root)[1]]


def test_files_in_inner_folders_are_read_in_the_order_of_their_paths(root: Path) -> None:
    (root / "content/answers/more").mkdir(parents=True)
    for name in ("answers/z.yml", "answers/more/a.yml", "brand.yml"):
        (root / "content" / name).write_text("a: b")
    source, problems = read_source(root)
    assert problems == []
    assert [document.file for document in source.documents] == [
        "content/answers/more/a.yml",
        "content/answers/z.yml",
        "content/brand.yml",
    ]


def test_names_that_begin_with_a_dot_and_markdown_are_passed_over(root: Path) -> None:
    (root / "content/.hidden").mkdir()
    for name in (".hidden/a.yml", ".b.yml.swp", "README.md"):
        (root / "content" / name).write_text("x: [")
    source, problems = read_source(root)
    assert (source.documents, problems) == ((), [])


def test_a_spoilt_file_is_known_to_be_there(root: Path) -> None:
    (root / "content/brand.yml").write_text("a: [")
    source, _ = read_source(root)
    assert source.files == ("content/brand.yml",)
    assert source.documents == ()


@pytest.mark.parametrize("name", ["brand.yaml", "brand.yml~", "brand", "brand.YML"])
def test_a_file_with_another_ending_is_told_instead_of_forgotten(root: Path, name: str) -> None:
    (root / "content" / name).write_text("a: b")
    assert told(root) == [("S207", f"content/{name}")]


def test_a_link_to_a_folder_is_told_instead_of_forgotten(root: Path) -> None:
    (root / "content/answers").symlink_to(root / "rules")
    assert told(root) == [("Y112", "content/answers")]


def test_a_link_to_itself_is_told(root: Path) -> None:
    (root / "content/brand.yml").symlink_to("brand.yml")
    assert told(root) == [("Y112", "content/brand.yml")]


def test_a_pipe_is_told_instead_of_waited_for(root: Path) -> None:
    os.mkfifo(root / "content/brand.yml")
    assert told(root) == [("Y112", "content/brand.yml")]


def test_a_name_that_does_not_show_is_told_in_letters_that_do(root: Path) -> None:
    (root / "content/br\u200band.yml").write_text("a: b")
    Path(os.fsdecode(os.fsencode(root) + b"/content/\xff.yml")).write_text("a: b")
    assert told(root) == [
        ("Y103", "content/br\\u200band.yml"),
        ("Y103", "content/\\udcff.yml"),
    ]


def test_a_file_over_one_mebibyte_is_not_read_whole(root: Path) -> None:
    with (root / "content/brand.yml").open("wb") as stream:
        stream.truncate(1 << 30)
    assert told(root) == [("Y104", "content/brand.yml")]
