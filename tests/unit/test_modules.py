"""Browser modules joined into one file."""

from pathlib import Path

import pytest

from generator.render.modules import joined


def written(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        path = folder / f"{name.replace('__', '/')}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_modules_stand_once_behind_those_that_they_import(tmp_path: Path) -> None:
    written(
        tmp_path,
        tools__entry='export { one } from "./part.js";\nexport { two } from "../other/deep.js";\n',
        tools__part='import { two } from "../other/deep.js";\n// Why.\nexport const one = two;\n',
        other__deep="/** What it is. */\nexport const two = 2;\n",
    )
    assert joined(tmp_path / "tools/entry.js") == "const two=2,one=two;export{one,two}\n"


def test_names_inside_functions_are_shortened_and_those_that_others_see_stay(
    tmp_path: Path,
) -> None:
    written(
        tmp_path,
        entry='export { lastDay } from "./part.js";\n',
        part="export function lastDay(given) {\n  const found = given.found;\n"
        "  return { found, last: () => found };\n}\n",
    )
    expected = "function lastDay(e){const t=e.found;return{found:t,last:()=>t}}export{lastDay}\n"
    assert joined(tmp_path / "entry.js") == expected


def test_what_is_no_javascript_is_refused(tmp_path: Path) -> None:
    written(tmp_path, a="const x = (;\n")
    with pytest.raises(ValueError, match="unexpected ;"):
        joined(tmp_path / "a.js")


def test_two_modules_with_one_name_are_refused(tmp_path: Path) -> None:
    written(tmp_path, a='import { x } from "./b.js";\nconst y = x;\n', b="const y = 1;\n")
    with pytest.raises(ValueError, match="both use the name y"):
        joined(tmp_path / "a.js")


def test_modules_that_import_each_other_are_refused(tmp_path: Path) -> None:
    written(tmp_path, a='import { x } from "./b.js";\n', b='import { y } from "./a.js";\n')
    with pytest.raises(ValueError, match=r"a\.js imports b\.js imports a\.js"):
        joined(tmp_path / "a.js")
