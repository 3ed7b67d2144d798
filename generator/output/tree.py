"""{path: text} → a folder that holds these files and nothing else."""

import shutil
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.output.errors import writing

NEW = ".new-"
"""What the name of a file begins with until it is whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many files a `write` has touched."""

    written: int
    """New ones and changed ones."""
    kept: int
    """Those that had the right bytes already."""
    removed: int
    """Stale ones."""


def write(files: Mapping[str, str], folder: Path) -> Written:
    """Make `folder` hold exactly `files`, by path below it. Raises `OutputError`.

    Files that are right already are not touched, so that whoever watches the folder sees only
    changes. Links inside the folder are replaced, never followed.
    """
    wanted = {_checked(path): text.encode() for path, text in files.items()}
    folders = {parent for path in wanted for parent in path.parents}
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        removed = sum(_clear(folder, wanted.keys(), folders))
        kept = 0
        for path, content in wanted.items():
            kept += _put(folder / path, content)
    return Written(written=len(wanted) - kept, kept=kept, removed=removed)


def add(files: Mapping[str, str], folder: Path) -> None:
    """Write files below `folder`, and leave others as they are. Raises `OutputError`."""
    with writing(folder):
        for path, text in files.items():
            _put(folder / _checked(path), text.encode())


def copy(source: Path, folder: Path) -> None:
    """Put every file below `source` below `folder`, too. Raises `OutputError`."""
    with writing(folder):
        for path in sorted(source.rglob("*")):
            target = folder / path.relative_to(source)
            if path.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)


def remove(path: Path) -> int:
    """Delete a file, link or folder; the number of files that were lost. Follows no link."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
        return 1
    lost = sum(remove(child) for child in sorted(path.iterdir()))
    path.rmdir()
    return lost


def _checked(path: str) -> PurePosixPath:
    pure = PurePosixPath(path)
    if pure.is_absolute() or not pure.parts or ".." in pure.parts or str(pure) != path:
        raise ValueError(f"{path!r} is not a plain path below a folder")
    return pure


def _clear(
    folder: Path, wanted: AbstractSet[PurePosixPath], folders: AbstractSet[PurePosixPath]
) -> Iterator[int]:
    """Remove what is stale, and what stands where a file or folder of another kind belongs."""
    waiting = [PurePosixPath()]
    while waiting:
        at = waiting.pop()
        for child in sorted((folder / at).iterdir()):
            path = at / child.name
            if child.is_dir() and not child.is_symlink() and path in folders:
                waiting.append(path)
            elif path not in wanted or child.is_symlink() or child.is_dir():
                yield remove(child)


def _put(path: Path, content: bytes) -> bool:
    """Write a file unless it is right already; True if it was."""
    if path.is_file() and path.read_bytes() == content:
        return True
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{NEW}{path.name}")
    remove(new)
    new.write_bytes(content)
    new.replace(path)
    return False
