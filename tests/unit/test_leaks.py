"""What only agents may read is found in every kind of file, and nowhere in the shipped site."""

import bz2
import gzip
import html
import io
import json
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args
from urllib.parse import quote

import pytest

from generator.cli import build
from generator.cli.build import build_project
from generator.cli.report import Reporter
from generator.leaks import leaks
from generator.leaks.folding import han_of
from generator.leaks.needles import needles
from generator.leaks.search import finds
from generator.pipeline import Compiled
from generator.problems import Place
from generator.render import RENDERERS
from generator.render.traditional import in_traditional, with_traditional
from generator.resolve import AgentsOnly, Project, resolve
from generator.schema import KINDS, Catalogue, Entry, Kind, load
from generator.schema.entities import AgentNotes, Brand, Team
from generator.schema.text import FOR_AGENTS, Authored, Line, Text
from generator.source import read_source
from tests.conftest import ROOT
from tests.unit.small_folder import DAY, bytes_of, small_folder
from tests.unit.small_project import small_project

ZH = "坐席内部口令绝不外传给来电者本人"
EN = "only staff on the night shift may ever lift this freeze by hand"
NAME = "night-shift-only"
PLACE = Place("content/answers/wait.yml", 7, 5)


@pytest.fixture(scope="module")
def guarded() -> Project:
    """A small project with one text and one name for agents."""
    text = AgentsOnly(place=PLACE, texts={"zh": (ZH,), "en": (EN,)})
    name = AgentsOnly(place=PLACE, texts={}, name=NAME)
    return replace(small_project(), agents_only=(text, name), traditional=True)


def escaped(words: str) -> str:
    return json.dumps(words, ensure_ascii=True)


def entities(words: str) -> str:
    return "".join(f"&#x{ord(sign):x};" for sign in words)


def zipped(words: str) -> bytes:
    store = io.BytesIO()
    with zipfile.ZipFile(store, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.json", escaped(words))
    return store.getvalue()


def picture(words: str) -> bytes:
    data = b"note\0\0" + zlib.compress(words.encode())
    chunk = len(data).to_bytes(4, "big") + b"zTXt" + data + bytes(4)
    return b"\x89PNG\r\n\x1a\n" + chunk


FORMS: Mapping[str, Callable[[str], str | bytes]] = {
    "page.html": lambda words: f"<p>before {words} after</p>",
    "tags.html": lambda words: f"<p>{words[:4]}<em>{words[4:9]}</em><b>{words[9:]}</b></p>",
    "attribute.html": lambda words: f'<i data-words="{html.escape(json.dumps([words]))}"></i>',
    "entities.html": lambda words: f"<p>{entities(words)}</p>",
    "link.html": lambda words: f'<a href="?q={quote(words)}">x</a>',
    "data.json": lambda words: json.dumps({"t": words}, ensure_ascii=False),
    "runs.json": lambda words: json.dumps([{"t": w} for w in (words[:99], "")], ensure_ascii=False),
    "escapes.json": escaped,
    "twice.json": lambda words: json.dumps(escaped(f"<p>{entities(words)}</p>")),
    "module.js": lambda words: f"export const w = {escaped(words)};",
    "braces.js": lambda words: "".join(f"\\u{{{ord(sign):x}}}" for sign in words),
    "drawing.svg": lambda words: f"<svg><title>{words}</title></svg>",
    "page.md": lambda words: f"# x\n\n**{words}**\n",
    "map.xml": lambda words: f"<urlset><loc><![CDATA[{words}]]></loc></urlset>",
    "list.txt": lambda words: f"x\n{words.upper()}\n",
    "lines.txt": lambda words: f"{words[:7]}\n  {words[7:]}" if words == ZH else words,
    "style.css": lambda words: f"/* {words} */",
    "search/zh.json": lambda words: json.dumps({"documents": [["a", words]]}, ensure_ascii=False),
    "packed.html.gz": lambda words: gzip.compress(f"<p>{words}</p>".encode()),
    "twice.gz": lambda words: gzip.compress(gzip.compress(words.encode())),
    "packed.bz2": lambda words: bz2.compress(words.encode()),
    "packed.xz": lambda words: lzma.compress(words.encode()),
    "packed.zip": zipped,
    "picture.png": picture,
}


@pytest.mark.parametrize(
    "words", [ZH, in_traditional(ZH), EN, NAME], ids=["zh", "zh-Hant", "en", "id"]
)
@pytest.mark.parametrize("file", FORMS)
def test_a_planted_text_is_found_in_every_kind_of_file(
    tmp_path: Path, guarded: Project, file: str, words: str
) -> None:
    if words != ZH and file == "tags.html":
        words = words.replace(" ", "  ")
        content: str | bytes = f"<p>{words.replace('  ', ' <b> </b> ')}</p>"
    else:
        content = FORMS[file](words)
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = leaks(tmp_path, guarded)
    assert [(problem.code, problem.place) for problem in found] == [("P603", PLACE)]
    assert file in found[0].what


def test_a_name_is_found_in_the_name_of_a_file(tmp_path: Path, guarded: Project) -> None:
    (tmp_path / f"{NAME}.json").write_text("{}")
    assert [problem.code for problem in leaks(tmp_path, guarded)] == ["P603"]


def test_a_part_of_a_text_is_found(tmp_path: Path, guarded: Project) -> None:
    for part in (ZH[2:14], " ".join(EN.split()[3:11])):
        (tmp_path / "snippet.txt").write_text(f"… {part} …")
        assert leaks(tmp_path, guarded)


def test_the_line_is_told(guarded: Project) -> None:
    for words in (ZH, EN):
        (find, *_) = finds(f"a\nb\n<p>{words}</p>", needles(guarded))
        assert find.line == 3


def test_what_a_public_text_says_is_no_secret(tmp_path: Path) -> None:
    told = AgentsOnly(place=PLACE, texts={"zh": (EN,), "en": (EN,)})
    project = replace(small_project(EN), agents_only=(told,))
    (tmp_path / "page.html").write_text(EN)
    assert leaks(tmp_path, project) == []


@pytest.mark.parametrize("content", [b"\x1f\x8bbroken", b"PK\x03\x04broken"])
def test_what_cannot_be_unpacked_is_told(tmp_path: Path, guarded: Project, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    assert [problem.code for problem in leaks(tmp_path, guarded)] == ["P604"]


def test_a_compression_that_nobody_knows_is_told(tmp_path: Path, guarded: Project) -> None:
    (tmp_path / "page.html.br").write_bytes(b"anything")
    assert [problem.code for problem in leaks(tmp_path, guarded)] == ["P604"]


def test_the_shipped_files_hold_nothing_for_agents(
    shipped: Compiled, shipped_files: Mapping[str, str]
) -> None:
    assert shipped.project is not None
    wanted = needles(shipped.project)
    assert min(len(wanted.han), len(wanted.words), len(wanted.names)) > 50
    for path, text in shipped_files.items():
        assert [*finds(path, wanted), *finds(text, wanted)] == [], path


# ---- Canaries in every field for agents, found by walking the models ----

BIRD_ZH = "金丝雀鸾鲲鹏麒麟貔貅饕餮蛟"
BIRD_EN = "qwyx wyxq yxqw xqwy qqww wwyy yyxx xxqq"
BIRD = "qwyx-canary"
BIRTHDAY = date(2151, 7, 19)
VOICES = (BIRD_ZH, in_traditional(BIRD_ZH), "qwyx", "2151")

Field = tuple[type[Authored], str]
BRAND = next(kind for kind in KINDS if kind.name == "brand")


def agents_fields(model: type[Authored]) -> Iterator[Field]:
    """Every field for agents of a model, and of the models in it, by the class that brings it."""
    for name, info in model.model_fields.items():
        inside = [*models_in(info.annotation)]
        if FOR_AGENTS in info.metadata or AgentNotes in inside:
            yield (
                next(
                    each
                    for each in reversed(model.__mro__)
                    if name in vars(each).get("__annotations__", ())
                ),
                name,
            )
            continue
        for each in inside:
            yield from agents_fields(each)


def models_in(annotation: object) -> Iterator[type[Authored]]:
    if isinstance(annotation, type) and issubclass(annotation, Authored):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def plant(value: object, done: set[Field], *, mine: bool = False) -> object:
    """The same with a canary in each field for agents; which fields these are is noted."""
    match value:
        case Line() | Text() if mine:
            # A macro's placeholders must stay.
            zh, en = ("".join(re.findall(r"\[\[.*?\]\]", each)) for each in (value.zh, value.en))
            return type(value)(zh=BIRD_ZH + zh, en=f"{BIRD_EN} {en}")
        case Authored():
            fields = type(value).model_fields
            marked: dict[str, object] = {}
            for model, name in agents_fields(type(value)):
                if name in fields and issubclass(type(value), model):
                    done.add((model, name))
                    marked[name] = bird(name)
            kept = {
                name: plant(getattr(value, name), done, mine=mine)
                for name in fields
                if name not in marked and name in value.model_fields_set
            }
            return value.model_copy(update={**kept, **marked})
        case tuple():
            return tuple(plant(each, done, mine=mine) for each in value)
        case dict():
            return {key: plant(each, done, mine=mine) for key, each in value.items()}
        case _:
            return value


def bird(name: str) -> object:
    """A canary for a field; a field of a new kind needs one here."""
    words = {"zh": BIRD_ZH, "en": BIRD_EN}
    return {
        "agent": AgentNotes(notes=Text(**words)),
        "owner": BIRD,
        "review_by": BIRTHDAY,
        "teams": {BIRD: Team(name=Line(**words))},
    }[name]


@pytest.fixture(scope="module")
def aviary() -> tuple[Catalogue, set[Field]]:
    """The shipped content with canaries, and the fields that got one."""
    catalogue, _ = load(read_source(ROOT)[0])
    assert catalogue is not None
    done: set[Field] = set()

    def planted(kind: Kind, entry: Entry[Authored]) -> Entry[Authored]:
        return replace(entry, model=cast("Authored", plant(entry.model, done, mine=kind.agents)))

    kinds: dict[str, Any] = {
        kind.plural: {
            name: planted(kind, entry) for name, entry in getattr(catalogue, kind.plural).items()
        }
        for kind in KINDS
        if kind.told and kind.name != "brand"
    }
    brand = planted(BRAND, catalogue.brand)
    return replace(catalogue, **kinds, brand=cast("Entry[Brand]", brand)), done


def test_every_field_for_agents_holds_a_canary(aviary: tuple[Catalogue, set[Field]]) -> None:
    _, done = aviary
    assert {field for kind in KINDS if kind.told for field in agents_fields(kind.model)} == done
    assert len(done) > 10


def test_every_field_for_those_who_keep_an_entry_is_marked() -> None:
    models = {each for kind in KINDS for each in (kind.model, *models_in_fields(kind.model))}
    kept = {"owner", "review_by", "teams"}
    unmarked = {
        (model.__name__, name)
        for model in models
        for name, info in model.model_fields.items()
        if name in kept and FOR_AGENTS not in info.metadata
    }
    assert unmarked == set()


def models_in_fields(model: type[Authored]) -> Iterator[type[Authored]]:
    for info in model.model_fields.values():
        for each in models_in(info.annotation):
            yield each
            yield from models_in_fields(each)


def test_no_canary_sings_in_a_public_file(
    aviary: tuple[Catalogue, set[Field]], shipped: Compiled
) -> None:
    catalogue, _ = aviary
    assert shipped.project is not None
    project, problems = resolve(catalogue, shipped.project.as_of)
    assert project is not None, problems
    secrets = {han_of(text) for each in project.agents_only for text in each.texts.get("zh", ())}
    assert secrets == {BIRD_ZH}
    sung = {
        path
        for renderer in RENDERERS
        for path, text in renderer(with_traditional(project), shipped.guides).items()
        if any(voice in text for voice in VOICES)
    }
    assert sung == set()


# ---- The build ----


def with_notes(root: Path) -> Path:
    """A small project on disk whose answer has a note for agents."""
    folder = small_folder(root)
    answer = folder / "content/answers/wait.yml"
    note = f"agent:\n  notes: {{zh: {ZH}, en: {EN}}}\n"
    answer.write_text(answer.read_text("utf-8") + note, "utf-8")
    return folder


def test_a_leak_keeps_the_old_site_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root, day = with_notes(tmp_path), date.fromisoformat(DAY)
    assert build_project(root, day, Reporter("text"))
    before = bytes_of(root / "site")

    def careless(*_: object, **__: object) -> tuple[dict[str, str], list[str]]:
        return {"guides/extra.json": json.dumps(EN)}, []

    monkeypatch.setattr(build, "hosting", careless)
    assert not build_project(root, day, Reporter("text"))
    assert bytes_of(root / "site") == before
    told = capsys.readouterr().out
    assert "content/answers/wait.yml" in told
    assert "guides/extra.json:1" in told
