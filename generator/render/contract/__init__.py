"""The published JSON: guides, their index, test vectors, calendars and schemas.

Other people's apps build on these files: `schema_version` tells which promise they keep.
"""

from collections.abc import Mapping
from importlib import resources

from generator.prove import Proved
from generator.render.addresses import (
    CALCULATOR_VECTORS,
    CALCULATORS_FILE,
    CALENDARS_FILE,
    GUIDE_INDEX,
    guide_file,
    vectors_file,
)
from generator.render.contract.calculators import calculator_vectors_json, calculators_json
from generator.render.contract.calendars import calendars_json
from generator.render.contract.encode import published
from generator.render.contract.guides import guide_json
from generator.render.contract.index import index_json
from generator.render.contract.vectors import vectors_json
from generator.resolve import Project

__all__ = ["contract"]


def contract(project: Project, guides: Mapping[str, Proved]) -> dict[str, str]:
    """Every JSON file that the site publishes, below `site/`."""
    files: dict[str, str] = {}
    for locale in project.editions:
        for name, proved in guides.items():
            files[guide_file(locale, name)] = guide_json(project, proved, locale)
    index = index_json(project, guides, files)
    for name, proved in guides.items():
        files[vectors_file(name)] = published(vectors_json(project, proved))
    files[GUIDE_INDEX] = published(index)
    files[CALENDARS_FILE] = published(calendars_json(project))
    files[CALCULATORS_FILE] = published(calculators_json(project))
    files[CALCULATOR_VECTORS] = published(calculator_vectors_json(project))
    for schema in resources.files(__package__).joinpath("schemas").iterdir():
        files[f"schemas/{schema.name}"] = schema.read_text(encoding="utf-8")
    return {f"site/{path}": text for path, text in files.items()}
