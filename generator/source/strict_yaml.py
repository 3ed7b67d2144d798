"""Strict YAML: text in, one `Document` or problems out.

The events of libyaml's parser are read with an explicit stack, so depth is bounded, and each
refused feature is reported where it stands. Plain `safe_load` would turn `no` into False, `12:30`
into 750, and let a repeated key win in silence.
"""

import re
from dataclasses import dataclass, field

import yaml

from generator.problems import Place, Problem
from generator.source.document import Data, Document, Path

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 50

# C0 and C1 controls but tab and line feed (a carriage return alone may hide a line); soft hyphens,
# zero-width and direction marks; BOM inside the text; tag characters. Lone surrogates cannot occur
# in decoded UTF-8.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
LINE_ENDS = "Save the file with one kind of line end, LF or CRLF."
RETYPE = "Delete it; retype the passage if you cannot see it."


def read_yaml(content: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """Read one file's bytes; `file` is the name that problems show.

    A byte order mark at the start and CRLF line ends are accepted.
    """
    text, problems = _decode(content, file)
    if text is None:
        return None, problems
    composer = _Composer(file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            composer.take(event)
            if composer.stopped:
                break
    except yaml.MarkedYAMLError as error:
        composer.problems.append(_syntax_problem(error, file, text))
    except yaml.YAMLError as error:
        composer.report("Y102", Place(file), f"The file is not YAML: {error}.", "Mend the syntax.")
    problems += composer.problems
    if problems:
        return None, problems
    if composer.document is None or composer.document.data == "":
        return None, [
            Problem(
                code="Y111",
                place=Place(file),
                what="The file is empty.",
                mend="Fill it or delete it.",
            )
        ]
    return composer.document, []


def _decode(content: bytes, file: str) -> tuple[str | None, list[Problem]]:
    def refuse(code: str, place: Place, what: str, mend: str) -> tuple[None, list[Problem]]:
        return None, [Problem(code=code, place=place, what=what, mend=mend)]

    if len(content) > MAX_BYTES:
        return refuse(
            "Y104",
            Place(file),
            f"The file has more than {MAX_BYTES:,} bytes.",
            "Split it into several files.",
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode().split("\n")
        return refuse(
            "Y101",
            Place(file, len(before), len(before[-1]) + 1),
            f"Byte 0x{content[error.start]:02x} is not UTF-8.",
            "Save the file as UTF-8.",
        )
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    hidden = [
        Problem(
            code="Y103",
            place=Place(file, line, found.start() + 1),
            what=what,
            mend=LINE_ENDS if found.group() == "\r" else RETYPE,
        )
        for line, words in enumerate(text.split("\n"), start=1)
        if (found := FORBIDDEN.search(words))
        and (what := f"The invisible character U+{ord(found.group()):04X} stands here.")
    ]
    return (None if hidden else text), hidden


def _syntax_problem(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    """What the parser found, at the place where the mistake begins rather than where it shows."""
    found = error.problem_mark or error.context_mark
    begins_earlier = any(word in str(error.context) for word in _BEGINS_EARLIER)
    mark = error.context_mark if error.context_mark and begins_earlier else found
    if mark is None or found is None:
        return Problem(code="Y102", place=Place(file), what=f"{error}.", mend=_LOOK_FOR)
    # The parser places what is missing at the end on a line behind the last one.
    lines = [*text.split("\n"), ""]
    if "\t" in lines[found.line][: found.column + 1]:
        mark, what, mend = found, "A tab stands where spaces indent.", "Indent with spaces."
    else:
        what, mend = _in_words(error, lines[mark.line][mark.column : mark.column + 1])
    line = min(mark.line + 1, len(lines) - 1)
    return Problem(code="Y102", place=Place(file, line, mark.column + 1), what=what, mend=mend)


_BEGINS_EARLIER = ("quoted", "flow", "alias", "anchor", "tag", "block scalar")
_LOOK_FOR = (
    "Look for a quote that opens or closes too early, a missing space after a colon, or wrong "
    "indentation."
)


def _in_words(error: yaml.MarkedYAMLError, first: str) -> tuple[str, str]:
    """What is wrong and how to mend it, where a text or list begins with the character `first`."""
    context, problem = str(error.context), str(error.problem)
    if "quoted" in context and "escape" not in problem:
        return f"The quote {first} that opens here is not closed.", "Close it."
    if "escape" in problem:
        return f"This is not YAML: {problem}.", "In double quotes write \\\\ for a backslash."
    if "flow" in context and first in ("[", "{"):
        return (
            f"What opens here with {first}, or a quote inside it, is not closed, or a comma lacks.",
            f"Close it; put a text that begins with {first} in double quotes.",
        )
    if first and first in "*&!@`%|>]},?-":
        return (
            f"A text cannot begin with {first} here.",
            "Put the text in double quotes; begin a list on a line of its own.",
        )
    if "mapping values" in problem:
        return (
            "A colon stands where no key can.",
            "Put a text that contains “: ” in double quotes; indent a key like its siblings.",
        )
    return f"This is not YAML: {problem}.", _LOOK_FOR


@dataclass(slots=True)
class _Open:
    """A map or list whose end has not come yet."""

    data: dict[str, Data] | list[Data]
    path: Path
    key: str | None = None


@dataclass(slots=True)
class _Composer:
    """Builds a document from parser events, one `take` for each."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    document: Document | None = None
    stopped: bool = False
    _stack: list[_Open] = field(default_factory=list)
    _values: dict[Path, Place] = field(default_factory=dict)
    _keys: dict[Path, Place] = field(default_factory=dict)
    _documents: int = 0

    def report(self, code: str, place: Place, what: str, mend: str) -> None:
        self.problems.append(Problem(code=code, place=place, what=what, mend=mend))

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents == 2:
                    self.report("Y108", place, "A second document begins here.", "Split the file.")
                    self.stopped = True
            case yaml.AliasEvent():
                self.report(
                    "Y106",
                    place,
                    f"The alias *{event.anchor} stands here.",
                    "Write the value itself, or put the text in quotes.",
                )
                self._scalar("", place)
            case yaml.ScalarEvent():
                self._refuse_extras(event, place)
                self._scalar(event.value, place)
            case yaml.MappingStartEvent():
                self._refuse_extras(event, place)
                self._open({}, place)
            case yaml.SequenceStartEvent():
                self._refuse_extras(event, place)
                self._open([], place)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()
            case _:
                pass

    def _refuse_extras(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place
    ) -> None:
        if event.anchor is not None:
            self.report(
                "Y106",
                place,
                f"The anchor &{event.anchor} stands here.",
                "Remove it and write the value wherever it is needed, or put the text in quotes.",
            )
        if event.tag is not None:
            self.report(
                "Y107",
                place,
                f"The tag {event.tag} stands here.",
                "Remove it, or put the text in quotes.",
            )

    def _awaits_key(self) -> bool:
        return (
            bool(self._stack)
            and isinstance(self._stack[-1].data, dict)
            and (self._stack[-1].key is None)
        )

    def _scalar(self, value: str, place: Place) -> None:
        if found := FORBIDDEN.search(value):
            code = f"U+{ord(found.group()):04X}"
            self.report("Y103", place, f"The text hides the character {code} here.", RETYPE)
        if not self._awaits_key():
            self._put(value, place)
            return
        top = self._stack[-1]
        path = (*top.path, value)
        if value == "<<":
            self.report("Y110", place, "A merge key stands here.", "Write the values out.")
        elif path in self._keys:
            self.report(
                "Y109",
                place,
                f'The key "{value}" stands here a second time; the first is on line '
                f"{self._keys[path].line}.",
                "Keep one of them.",
            )
        else:
            self._keys[path] = place
        top.key = value

    def _open(self, data: dict[str, Data] | list[Data], place: Place) -> None:
        if self._awaits_key():
            self.report(
                "Y113",
                place,
                "A list or map stands as a key.",
                "Use one plain word; put a text that begins with { or [ in double quotes.",
            )
            self.stopped = True
            return
        path = self._put(data, place)
        self._stack.append(_Open(data, path))
        if len(self._stack) > MAX_DEPTH:
            self.report(
                "Y105",
                place,
                f"Values are nested more than {MAX_DEPTH} levels deep here.",
                "Give the inner part a name of its own.",
            )
            self.stopped = True

    def _put(self, value: Data, place: Place) -> Path:
        if not self._stack:
            self._values[()] = place
            self.document = Document(self.file, value, self._values, self._keys)
            return ()
        top = self._stack[-1]
        if isinstance(top.data, list):
            path: Path = (*top.path, len(top.data))
            top.data.append(value)
        else:
            assert top.key is not None
            path = (*top.path, top.key)
            top.data[top.key] = value
            top.key = None
        self._values[path] = place
        return path
