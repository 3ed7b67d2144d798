"""`helpcenter publish`: what it records, and what nobody may lose."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.ledger.digests import digest
from tests.unit.small_folder import DAY, edit, small_folder

LEDGER = "content/published.yml"
LATER = "2026-06-20"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that has been published."""
    small_folder(tmp_path)
    assert publish(tmp_path).exit_code == 0
    return tmp_path


def run(command: str, root: Path, *arguments: str, day: str = DAY) -> Result:
    return CliRunner().invoke(main, [command, "--root", str(root), "--as-of", day, *arguments])


def publish(root: Path, *arguments: str, day: str = DAY) -> Result:
    return run("publish", root, *arguments, day=day)


def lines(root: Path) -> dict[str, dict[str, object]]:
    text = (root / LEDGER).read_text("utf-8")
    found: dict[str, dict[str, object]] = yaml.load(text, yaml.BaseLoader)["published"]
    return found


def rename(root: Path, old: str, new: str) -> None:
    """Give an answer another id, wherever it is named."""
    (root / f"content/answers/{old}.yml").rename(root / f"content/answers/{new}.yml")
    for path in [*root.glob("content/**/*.yml"), *root.glob("rules/*.yml")]:
        if path.name != "published.yml":
            text = path.read_text("utf-8")
            path.write_text(
                text.replace(f"id: {old}\n", f"id: {new}\n").replace(
                    f"answer: {old}\n", f"answer: {new}\n"
                ),
                "utf-8",
            )


def test_everything_that_has_an_address_is_recorded_with_its_day(root: Path) -> None:
    found = lines(root)
    assert found["answers/wait"]["first"] == DAY
    assert found["questions/trouble"]["parts"] == ["lost", "late", "unsure"]
    assert {"guides/payout", "topics/late", "channels/bank", "issues/payout-late"} <= found.keys()
    assert not any(name.startswith(("advice/", "words/", "parameters/")) for name in found)


def test_nothing_is_written_where_nothing_has_changed(root: Path) -> None:
    before = (root / LEDGER).stat().st_mtime_ns
    assert publish(root, day=LATER).exit_code == 0
    assert (root / LEDGER).stat().st_mtime_ns == before


def test_a_change_is_noted_with_its_day_and_what_is_said_of_it(root: Path) -> None:
    edit(root / "content/answers/wait.yml", "再等等", "再等一等")
    publish(root, "answers/wait", "--zh", "写得更清楚", "--en", "Clearer", day=LATER)
    summary = {"zh": "写得更清楚", "en": "Clearer"}
    assert lines(root)["answers/wait"]["changes"] == [{"day": LATER, "summary": summary}]
    assert run("check", root).exit_code == 0


def test_a_figure_that_changes_changes_the_pages_that_show_it(root: Path) -> None:
    before = lines(root)
    edit(root / "content/parameters/figures.yml", "value: 3", "value: 4")
    publish(root, day=LATER)
    after = lines(root)
    changed = {name for name in after if after[name] != before.get(name)}
    assert "answers/wait" in changed
    assert "answers/freeze-card" not in changed
    assert all("changes" in after[name] for name in changed)


def test_only_the_entries_that_are_named_are_recorded(root: Path) -> None:
    edit(root / "content/answers/wait.yml", "再等等", "再等一等")
    edit(root / "content/topics/late.yml", "钱没到", "钱没来")
    assert "recorded topics/late\n1 records changed." in publish(root, "topics/late").output


def test_readers_of_one_language_alone_are_not_told(root: Path) -> None:
    assert publish(root, "--zh", "写得更清楚").exit_code == 2


def test_what_was_published_and_is_gone_is_an_error_until_it_leads_somewhere(root: Path) -> None:
    rename(root, "wait", "wait-longer")
    result = run("check", root)
    assert result.exit_code == 1
    assert "R320" in result.output
    assert publish(root, "--moved", "answers/wait=answers/wait-longer").exit_code == 0
    assert run("check", root).exit_code == 0
    assert lines(root)["answers/wait"]["moved"] == "answers/wait-longer"


def test_what_led_to_something_that_moved_leads_there_directly(root: Path) -> None:
    rename(root, "wait", "wait-longer")
    publish(root, "--moved", "answers/wait=answers/wait-longer")
    publish(root)
    rename(root, "wait-longer", "wait-longest")
    publish(root, "--moved", "answers/wait-longer=answers/wait-longest")
    assert lines(root)["answers/wait"]["moved"] == "answers/wait-longest"
    assert run("check", root).exit_code == 0


def test_what_was_never_published_cannot_have_moved(root: Path) -> None:
    result = publish(root, "--moved", "answers/wiat=answers/freeze-card")
    assert result.exit_code == 2
    assert "answers/wait" in result.output


def test_a_digest_is_of_texts_and_not_of_their_shape() -> None:
    assert digest(("a", "b")) == digest("a", ("b",), (), None)
    assert digest("a", "b") != digest("ab")
