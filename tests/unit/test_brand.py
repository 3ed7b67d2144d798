"""One file makes the help centre a company's own: its name, channels, fees, windows and sources."""

import json
import shutil
from datetime import date

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pipeline import Compiled, compile_project
from generator.render import render
from tests.conftest import ROOT

AS_OF = date(2026, 11, 24)
FOLDERS = ("content", "rules")


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    root = tmp_path_factory.mktemp("branded")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "tests" / "brand" / "brand.yml", root / "content" / "brand.yml")
    noted = CliRunner().invoke(main, ["translated", "--root", str(root), "brand"])
    assert noted.exit_code == 0
    # What is proved already need not be proved again.
    if (ROOT / "build" / "cache").exists():
        shutil.copytree(ROOT / "build" / "cache", root / "build" / "cache")
    return compile_project(root, AS_OF)


@pytest.fixture(scope="module")
def files(branded: Compiled) -> dict[str, str]:
    assert branded.project is not None
    return render(branded.project, branded.guides)


def test_the_whole_content_holds_under_another_brand(branded: Compiled) -> None:
    assert branded.problems == ()


def test_every_page_bears_the_name_of_the_brand(files: dict[str, str]) -> None:
    frame = json.loads(files["docs/en/.site.json"])
    assert frame["name"] == "Sample Wallet Help"


def test_the_brands_channel_takes_the_place_of_the_shared_one(branded: Compiled) -> None:
    assert branded.project is not None
    channel = branded.project.editions["en"].channels["wallet-support"]
    assert (channel.phone, channel.name.plain) == ("400 000 0000", "Sample Wallet support")


def test_fees_are_reckoned_with_the_brands_figures(files: dict[str, str]) -> None:
    fee = json.loads(files["site/guides/calculators.json"])["calculators"]["withdrawal-fee"]
    assert fee["rate"] == "0.25"


def test_windows_of_dates_are_the_brands(files: dict[str, str]) -> None:
    nodes = json.loads(files["site/guides/en/withdrawal-not-arrived.json"])["nodes"].values()
    asked = [node for node in nodes if node.get("question") == "withdrawal-submitted"]
    assert {node["options"][0]["band"]["limit"] for node in asked} == {1}


def test_texts_show_the_brands_figures_without_doubt(branded: Compiled) -> None:
    assert branded.project is not None
    window = branded.project.editions["en"].parameters["withdrawal-window"]
    assert (window.text, window.confidence) == ("1 working day", "official")


def test_the_brand_names_sources_of_its_own(branded: Compiled) -> None:
    assert branded.project is not None
    assert (
        branded.project.editions["zh"].sources["sample-fee-schedule"].url
        == "https://example.org/fees"
    )


def ours() -> str:
    return (ROOT / "content" / "brand.yml").read_text("utf-8")


def test_the_shipped_brand_is_neutral() -> None:
    assert not any(f"\n{key}:" in ours() for key in ("parameters", "channels", "sources"))
