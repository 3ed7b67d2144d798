"""The tools of `make quality`: Node and Java as they are on this machine, packages as pinned."""

import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PINNED = ("package.json", "package-lock.json")


class MissingError(Exception):
    """What has to be there first, and how to get it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Where everything is."""

    packages: Path
    """`node_modules`."""
    node: str
    java: str
    browser: str

    def command(self, name: str) -> str:
        """A program of one of the packages."""
        return str(self.packages / ".bin" / name)


def installed(folder: Path, browser: str | None) -> Tools:
    """Install what is pinned, unless it is there. Raises MissingError."""
    if browser is None:
        raise MissingError("no Chromium; `make test` installs one")
    node, npm, java = (_found(name) for name in ("node", "npm", "java"))
    pinned = b"".join((HERE / name).read_bytes() for name in PINNED)
    stamp, wanted = folder / "installed", hashlib.sha256(pinned).hexdigest()
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        _install(folder, npm)
        stamp.write_text(wanted, "utf-8")
    return Tools(packages=folder / "node_modules", node=node, java=java, browser=browser)


def _found(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise MissingError(
            f"{name} is missing; Debian has it in nodejs, npm or default-jre-headless"
        )
    return path


def _install(folder: Path, npm: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in PINNED:
        shutil.copyfile(HERE / name, folder / name)
    # No package's own scripts are run.
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if done.returncode:
        raise MissingError(f"npm could not install the pinned packages:\n{done.stderr}")
