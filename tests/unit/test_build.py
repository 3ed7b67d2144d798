"""Building: the same bytes twice, the old site kept, nothing half-written."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.build_date import date_of_build
from generator.cli.build import build_project, publish_site
from generator.cli.report import Reporter
from generator.cli.words import whole
from generator.output import OutputError, publish, restore, write
from generator.pipeline import Compiled, compile_project, silent
from tests.conftest import ROOT
from tests.unit.small_folder import DAY as SMALL_DAY
from tests.unit.small_folder import bytes_of, edit, small_folder

DAY = date(2026, 11, 23)


def copy_of_project(root: Path, *, content: bool = True) -> Path:
    """The shipped project, or all of it but what it says, which is the small project's."""
    folders = ("content", "rules", "site_templates") if content else ("site_templates",)
    for folder in folders:
        shutil.copytree(ROOT / folder, root / folder)
    if not content:
        small_folder(root)
    for settings in ROOT.glob("mkdocs*.yml"):
        shutil.copy(settings, root / settings.name)
    shutil.copytree(
        ROOT / "generator/site", root / "generator/site", ignore=shutil.ignore_patterns("__pyc*")
    )
    return root


def compiled(root: Path) -> Compiled:
    made = whole(compile_project(root, date.fromisoformat(SMALL_DAY)))
    assert made.good, made.problems
    return made


def test_two_builds_in_different_folders_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    root = copy_of_project(tmp_path / "another")
    assert build_project(root, date_of_build(ROOT, None), Reporter("text"))
    made = bytes_of(site)
    assert len(made) > 60
    assert made == bytes_of(root / "site")


def test_pages_used_again_are_the_pages_of_a_whole_build(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    publish_site(root, compiled(root), silent)
    before = bytes_of(root / "site")
    for old, new in (("Wait a little", "Wait a little longer"), ("再等等", "再等一等")):
        edit(root / "content/answers/wait.yml", old, new)
        rendered: list[str] = []
        publish_site(root, compiled(root), rendered.append, reuse=True)
        assert sum(step.startswith("pages") for step in rendered) == 1
        used_again = bytes_of(root / "site")
        publish_site(root, compiled(root), silent)
        assert used_again == bytes_of(root / "site") != before


def test_pages_are_rendered_again_where_the_theme_has_changed(tmp_path: Path) -> None:
    root = copy_of_project(tmp_path, content=False)
    publish_site(root, compiled(root), silent)
    (root / "site_templates/theme/assets/help-centre.css").write_text("/* new */")
    publish_site(root, compiled(root), silent, reuse=True)
    assert (root / "site/zh/assets/help-centre.css").read_text() == "/* new */"


def test_the_published_json_is_there_before_any_page(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    seen: list[set[str]] = []
    publish_site(
        root, compiled(root), silent, json_ready=lambda: seen.append(set(bytes_of(root / "build")))
    )
    (files,) = seen
    assert "shared/guides/zh/payout.json" in files
    assert not any(name.endswith(".html") for name in files)


def test_errors_leave_the_old_site_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_of_project(tmp_path / "project")
    (root / "site").mkdir()
    (root / "site/index.html").write_text("old")
    (root / "rules/triage.yml").write_text("id: triage\n")
    assert not build_project(root, DAY, Reporter("text"))
    assert "rules/triage.yml:1:1" in capsys.readouterr().out
    assert (root / "site/index.html").read_text() == "old"


def test_plain_mkdocs_builds_the_chinese_pages(tmp_path: Path) -> None:
    root = copy_of_project(tmp_path / "project", content=False)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=root,
        env={"SOURCE_DATE_EPOCH": "1795392000", "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        check=True,
        timeout=120,
    )
    assert (root / "site/zh/issues/payout-late/index.html").is_file()


def test_write_touches_only_what_changed_and_removes_what_is_stale(tmp_path: Path) -> None:
    write({"a.txt": "a", "b/c.txt": "c"}, tmp_path)
    before = (tmp_path / "a.txt").stat().st_mtime_ns
    done = write({"a.txt": "a", "d.txt": "d"}, tmp_path)
    assert (done.written, done.kept, done.removed) == (1, 1, 1)
    assert (tmp_path / "a.txt").stat().st_mtime_ns == before
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("path", ["../out.txt", "/etc/out.txt", "a/../../out.txt", ""])
def test_write_never_leaves_its_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a plain path"):
        write({path: "x"}, tmp_path / "inside")


def test_write_replaces_links_and_does_not_follow_them(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").symlink_to(outside)
    write({"a.txt": "ours"}, folder)
    assert outside.read_text() == "mine"
    assert (folder / "a.txt").read_text() == "ours"


def test_a_target_that_is_a_file_is_a_clear_error(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("in the way")
    with pytest.raises(OutputError, match="cannot be written"):
        write({"a.txt": "a"}, target)


def test_a_publication_cut_short_is_restored(tmp_path: Path) -> None:
    old = tmp_path / "build/previous/site"
    old.mkdir(parents=True)
    (old / "index.html").write_text("old")
    assert restore(tmp_path)
    assert (tmp_path / "site/index.html").read_text() == "old"


def test_publishing_swaps_the_new_site_in(tmp_path: Path) -> None:
    for folder, text in (("site", "old"), ("build/next/site", "new")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.html").write_text(text)
    publish(tmp_path)
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert not (tmp_path / "build/previous/site").exists()
