"""Serving: edits show, mistakes do not break, nothing is lost, nothing goes round in circles."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.served import Served, served, until
from generator.cli import main
from generator.cli.build import build_project
from generator.cli.report import Reporter
from generator.cli.serve import _build_after_edits
from generator.cli.serve.board import Board
from generator.cli.serve.child import Builder
from generator.cli.serve.news import News
from generator.cli.serve.server import with_script
from generator.cli.serve.sources import sources
from tests.conftest import ROOT
from tests.unit.small_folder import DAY, bytes_of, edit, small_folder

ANSWER = "content/answers/wait.yml"
PAGE = "en/answers/wait/"
JSON = "guides/en/payout.json"
TITLE = "Wait a little"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_folder(tmp_path / "project")


@pytest.fixture
def server(project: Path, tmp_path: Path) -> Iterator[Served]:
    """A server that has built once."""
    with served(project, tmp_path / "terminal", DAY) as server:
        server.settled("good")
        yield server


def gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return True
    return state == "Z"


# ---- Edits ----


def test_an_edit_shows_in_page_and_json_and_the_page_is_told(server: Served, project: Path) -> None:
    before = server.state["version"]
    edit(project / ANSWER, TITLE, "Wait a day")
    until(lambda: "Wait a day" in server.get(JSON))
    until(lambda: "Wait a day" in server.get(PAGE))
    assert server.settled("good")["version"] != before


def test_browsers_are_told_to_keep_nothing_of_what_is_edited(server: Served) -> None:
    assert json.loads(server.get("offline.json")) == {"on": False}


def test_what_is_served_is_what_a_build_publishes_but_for_the_script(
    server: Served, project: Path, tmp_path: Path
) -> None:
    edit(project / ANSWER, TITLE, "Wait a day")
    until(lambda: "Wait a day" in server.get(PAGE))
    other = tmp_path / "other"
    for folder in ("content", "rules"):
        shutil.copytree(project / folder, other / folder)
    assert build_project(other, date.fromisoformat(DAY), Reporter("json"))
    assert bytes_of(project / "site") == bytes_of(other / "site")
    page = (other / "site" / PAGE / "index.html").read_bytes()
    version = str(server.settled("good")["version"])
    assert server.get(PAGE) == with_script(page, version).decode()


def test_a_mistake_keeps_the_last_good_site_and_is_told_to_browsers(
    server: Served, project: Path
) -> None:
    before = bytes_of(project / "site")
    edit(project / "rules/payout.yml", "answer: ask-support", "answer: ask-suport")
    assert "'file': 'rules/payout.yml'" in str(server.settled("problems")["problems"])
    assert "rules/payout.yml:" in server.said
    assert bytes_of(project / "site") == before
    assert TITLE in server.get(PAGE)
    edit(project / "rules/payout.yml", "answer: ask-suport", "answer: ask-support")
    assert server.settled("good")["problems"] == []


def test_edits_that_come_while_a_build_is_at_work_are_not_lost(
    server: Served, project: Path
) -> None:
    title = TITLE
    for number in range(12):
        edit(project / ANSWER, title, title := f"Wait as said {number} times")
        time.sleep(0.13)
    until(lambda: title in server.get(PAGE))
    assert title in server.get(JSON)


class GivesUp(Builder):
    """Builds nothing; when a new file hurries it, it gives up, and the file goes again."""

    def __init__(self, project: Path) -> None:
        super().__init__(project, date.fromisoformat(DAY), "text", Board())
        self.passing = project / "content/passing.yml"
        self.orders = 0

    def order(self) -> None:
        self.orders += 1
        self._busy.set()

    def hurry(self) -> None:
        self.passing.unlink()
        self._hear(News(kind="gave-up"))


def test_a_build_that_gave_up_for_a_file_that_went_again_is_made_up_for(project: Path) -> None:
    builder, end = GivesUp(project), threading.Event()
    loop = threading.Thread(target=_build_after_edits, args=[project, builder, end])
    loop.start()
    try:
        until(lambda: builder.orders == 1)
        builder.passing.write_text("id: passing")
        until(lambda: builder.orders == 2)
    finally:
        end.set()
        loop.join()


def test_a_folder_that_goes_and_comes_back_is_built(server: Served, project: Path) -> None:
    (project / "content").rename(project / "away")
    server.settled("problems")
    edit(project / "away/answers/wait.yml", TITLE, "Wait a day")
    (project / "away").rename(project / "content")
    until(lambda: "Wait a day" in server.get(PAGE))


def test_a_build_changes_nothing_that_is_watched(project: Path) -> None:
    before = sources(project)
    assert build_project(project, date.fromisoformat(DAY), Reporter("json"))
    assert sources(project) == before


@pytest.mark.parametrize("name", ["content/.wait.yml.swp", ".git/index", "site/index.html"])
def test_files_that_no_build_reads_are_not_watched(project: Path, name: str) -> None:
    before = sources(project)
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("new")
    assert sources(project) == before


# ---- When things are not as they should be ----


def test_problems_at_the_very_start_are_told_and_waited_out(project: Path, tmp_path: Path) -> None:
    edit(project / ANSWER, "title:", "titel:")
    with served(project, tmp_path / "terminal", DAY) as server:
        server.settled("problems")
        assert f"{ANSWER}:" in server.said
        assert "/live.js" in server.get(PAGE)
        edit(project / ANSWER, "titel:", "title:")
        until(lambda: TITLE in server.get(PAGE))


def test_a_build_beside_a_server_ends_well(server: Served, project: Path) -> None:
    edit(project / ANSWER, TITLE, "Wait a day")
    command = [sys.executable, "-m", "generator.cli", "build", "--as-of", DAY]
    subprocess.run(
        [*command, "--root", str(project)], cwd=ROOT, check=True, capture_output=True, timeout=120
    )
    until(lambda: "Wait a day" in server.get(PAGE))
    server.settled("good")
    assert (project / "site/zh/index.html").is_file()


def test_a_disk_that_refuses_is_told_and_the_next_edit_tries_again(
    server: Served, project: Path
) -> None:
    shutil.rmtree(project / "build/shared")
    (project / "build/shared").write_text("in the way")
    edit(project / ANSWER, TITLE, "Wait a day")
    assert "build/shared" in str(server.settled("failed")["words"])
    assert TITLE in server.get(PAGE)
    (project / "build/shared").unlink()
    edit(project / ANSWER, "Wait a day", "Wait two days")
    until(lambda: "Wait two days" in server.get(PAGE))


def test_a_builder_that_dies_is_told_and_started_anew(server: Served, project: Path) -> None:
    (builder,) = server.children
    edit(project / ANSWER, TITLE, "Wait a day")
    until(lambda: server.state["building"])
    os.kill(builder, signal.SIGKILL)
    server.settled("failed")
    edit(project / ANSWER, "Wait a day", "Wait two days")
    until(lambda: "Wait two days" in server.get(PAGE))


def test_addresses_outside_the_site_are_refused(server: Served) -> None:
    for path in ("../content/brand.yml", "%2e%2e/content/brand.yml", "%00", "en/%00.html"):
        assert "<title>404</title>" in server.get(path)


def test_a_port_in_use_is_a_usage_error() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        result = CliRunner().invoke(main, ["serve", "--port", port, "--as-of", DAY])
    assert result.exit_code == 2
    assert port in result.stderr


# ---- The end ----


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_without_a_trace(server: Served, number: signal.Signals) -> None:
    (builder,) = server.children
    assert server.end(number) == 0
    assert gone(builder)
    assert "Traceback" not in server.said


def test_it_ends_as_well_in_the_middle_of_a_build(server: Served, project: Path) -> None:
    (builder,) = server.children
    edit(project / ANSWER, TITLE, "Wait a day")
    until(lambda: server.state["building"])
    assert server.end() == 0
    assert gone(builder)
    assert "Traceback" not in server.said
    assert build_project(project, date.fromisoformat(DAY), Reporter("json"))


def test_a_builder_whose_server_was_killed_ends_by_itself(server: Served, project: Path) -> None:
    (builder,) = server.children
    edit(project / ANSWER, TITLE, "Wait a day")
    until(lambda: server.state["building"])
    server.process.kill()
    server.process.wait()
    assert until(lambda: gone(builder))
    assert "Traceback" not in server.said
