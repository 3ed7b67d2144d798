"""Replies through the headless engine, in the system's Chromium, on one core."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build_date import date_of_build
from generator.pipeline import compile_project
from generator.render.contract import contract
from generator.render.player import player_files
from tests.browser.running import browser_path, chromium, serving
from tests.conftest import ROOT

GUIDE = "withdrawal-not-arrived"
WALK = """async (name) => {
  const { createGuide } = await import("/engine.js");
  const guide = await (await fetch(`/${name}.json`)).json();
  const walks = (seconds) => {
    const end = performance.now() + 1000 * seconds;
    let replies = 0;
    for (let n = 0; performance.now() < end; n += 1) {
      let talk = createGuide(guide, { today: "2026-11-25" });
      for (let step = n; talk.question; step += 1) {
        const { question, options } = talk.question;
        talk = talk.reply(question, options[step % options.length].id);
        replies += 1;
      }
    }
    return replies / seconds;
  };
  walks(1);
  return walks(3);
}"""


def replies() -> Iterator[tuple[str, str]]:
    """How many replies a second; nothing where there is no browser."""
    path = browser_path()
    compiled = compile_project(ROOT, date_of_build(ROOT, None))
    if path is None or compiled.project is None:
        return
    files = contract(compiled.project, compiled.guides)
    with TemporaryDirectory() as folder:
        Path(folder, "engine.js").write_text(player_files()["engine.js"], "utf-8")
        Path(folder, f"{GUIDE}.json").write_text(files[f"site/guides/zh/{GUIDE}.json"], "utf-8")
        with serving(Path(folder)) as address, chromium(path) as browser:
            page = browser.new_page()
            page.goto(f"{address}/{GUIDE}.json")
            found = page.evaluate(WALK, GUIDE)
    yield f"Replies through the headless engine, guide `{GUIDE}`", f"{found:,.0f} a second"
