"""`helpcenter pictures`: has a browser draw what stands for topics where pages are shared."""

import json
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import click

from generator.cli.options import UNUSABLE, good_project, project
from generator.cli.report import Reporter

PATIENCE = 60
"""Seconds that a browser may take for one picture."""


@click.command()
@project
@click.option("--browser", required=True, help="A Chromium that runs without a screen.")
def pictures(root: Path, as_of: datetime | None, browser: str) -> None:
    """Draw the social picture of each topic into site_templates/pictures/."""
    from generator.output import OutputError, write_file
    from generator.render.pages import pictures as drawn

    compiled = good_project(root, as_of, Reporter("text"))
    assert compiled.project is not None
    html = drawn.pictures(compiled.project)
    drawn.FOLDER.mkdir(exist_ok=True)
    try:
        for name, text in html.items():
            _draw(browser, text, drawn.FOLDER / f"{name}.png", (drawn.WIDTH, drawn.HEIGHT))
        made_from = json.dumps(drawn.digests(html), indent=1, sort_keys=True) + "\n"
        write_file(drawn.FOLDER / drawn.MADE_FROM, made_from)
    except (OutputError, OSError, subprocess.SubprocessError) as error:
        click.echo(f"helpcenter: no picture could be drawn: {error}", err=True)
        sys.exit(UNUSABLE)
    click.echo(f"Drew {len(html)} pictures into {drawn.FOLDER}.")


def _draw(browser: str, html: str, path: Path, size: tuple[int, int]) -> None:
    """Have a browser draw a page into a PNG; a picture is there, new and whole, or it raises."""
    with tempfile.TemporaryDirectory() as folder:
        page, picture = Path(folder, "page.html"), Path(folder, "picture.png")
        page.write_text("<!doctype html>\n" + html, "utf-8")
        command = [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
            f"--window-size={size[0]},{size[1]}",
            f"--user-data-dir={folder}/profile",
            f"--screenshot={picture}",
            page.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
        path.write_bytes(picture.read_bytes())
