"""Which files make a project, and their documents."""

from dataclasses import dataclass
from pathlib import Path as FilePath

from generator.problems import Place, Problem
from generator.source.document import Document
from generator.source.strict_yaml import MAX_BYTES, read_yaml

ROOTS = ("content", "rules")


@dataclass(frozen=True, slots=True)
class Source:
    """All documents of a project, sorted by file name."""

    root: FilePath
    documents: tuple[Document, ...]
    files: tuple[str, ...]
    """All files that were looked at, those with mistakes included."""


def read_source(root: FilePath) -> tuple[Source, list[Problem]]:
    """Read every YAML file under `content/` and `rules/` of the project at `root`.

    Markdown files are for authors and are passed over, as are names that begin with a dot.
    """
    documents: list[Document] = []
    files: list[str] = []
    problems: list[Problem] = []
    for folder in ROOTS:
        if not (root / folder).is_dir():
            problems.append(
                _unreadable(folder, "is missing or not a folder", "Create it, or run elsewhere.")
            )
            continue
        for path in sorted((root / folder).rglob("*")):
            file = path.relative_to(root).as_posix()
            hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
            folder_inside = path.is_dir() and not path.is_symlink() and path.suffix != ".yml"
            if hidden or path.suffix == ".md" or folder_inside:
                continue
            files.append(file)
            document, found = _read_file(path, file)
            problems += found
            if document is not None:
                documents.append(document)
    return Source(root, tuple(documents), tuple(files)), problems


def _read_file(path: FilePath, file: str) -> tuple[Document | None, list[Problem]]:
    if not file.isprintable():
        return None, [
            Problem(
                code="Y103",
                place=Place(ascii(file)[1:-1]),
                what="The file's name holds a character that does not show.",
                mend="Rename it.",
            )
        ]
    if path.exists() and not path.is_file():
        what = "is a link to a folder" if path.is_symlink() else "is not a file"
        return None, [_unreadable(file, what, "Put a readable file there.")]
    if path.suffix != ".yml":
        return None, [
            Problem(
                code="S207",
                place=Place(file),
                what="Only files that end in .yml are read here.",
                mend="Rename it to end in .yml, or move it out of this folder.",
            )
        ]
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [
            _unreadable(file, f"cannot be read: {error.strerror}", "Put a readable file there.")
        ]
    return read_yaml(content, file)


def _unreadable(file: str, what: str, mend: str) -> Problem:
    return Problem(code="Y112", place=Place(file), what=f"{file} {what}.", mend=mend)
