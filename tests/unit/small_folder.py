"""A small project on disk that builds in a second: the golden one, with the shipped words."""

import hashlib
import shutil
from pathlib import Path

from tests.conftest import ROOT

DAY = "2026-06-15"


def small_folder(root: Path) -> Path:
    """Lay the project down at `root`; it takes settings and theme from the generator."""
    for folder in ("content", "rules"):
        shutil.copytree(ROOT / "tests/golden/project" / folder, root / folder)
    shutil.copy(ROOT / "content/words.yml", root / "content/words.yml")
    return root


def bytes_of(folder: Path) -> dict[str, str]:
    """The hash of each file below a folder, by path from there."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text that is there, as an editor does: a new file takes the old one's place."""
    text = file.read_text("utf-8")
    assert old in text
    draft = file.with_name(f".{file.name}.draft")
    draft.write_text(text.replace(old, new), "utf-8")
    draft.replace(file)
