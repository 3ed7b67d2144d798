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
    CODES_FILE,
    GUIDE_INDEX,
    PARAMETERS_FILE,
    bundle_file,
    details_file,
    guide_file,
    vectors_file,
    words_file,
)
from generator.render.contract.bundle import bundle_json
from generator.render.contract.calculators import calculator_vectors_json, calculators_json
from generator.render.contract.calendars import calendars_json
from generator.render.contract.codes import codes_json
from generator.render.contract.details import brief_guide, guide_details
from generator.render.contract.encode import published
from generator.render.contract.guides import whole_guide
from generator.render.contract.index import index_json
from generator.render.contract.parameters import parameters_json
from generator.render.contract.vectors import vectors_json
from generator.render.contract.words import words_json
from generator.resolve import Project

__all__ = ["contract"]


def contract(project: Project, guides: Mapping[str, Proved]) -> dict[str, str]:
    """Every JSON file that the site publishes, below `site/`."""
    files: dict[str, str] = {}
    for locale, edition in project.editions.items():
        files[words_file(locale)] = published(words_json(edition))
    for name, proved in guides.items():
        files[vectors_file(name)] = published(vectors_json(project, proved))
    files[CALENDARS_FILE] = published(calendars_json(project))
    files[CALCULATORS_FILE] = published(calculators_json(project))
    files[CALCULATOR_VECTORS] = published(calculator_vectors_json(project))
    files[PARAMETERS_FILE] = published(parameters_json(project))
    files[CODES_FILE] = published(codes_json(project, guides))
    for locale in project.editions:
        whole = {name: whole_guide(project, proved, locale) for name, proved in guides.items()}
        for name, guide in whole.items():
            files[guide_file(locale, name)] = published(brief_guide(guide, locale))
            files[details_file(locale, name)] = published(guide_details(guide))
        files[bundle_file(locale)] = published(bundle_json(project, whole, files, locale))
    files[GUIDE_INDEX] = published(index_json(project, guides, files))
    for schema in resources.files(__package__).joinpath("schemas").iterdir():
        files[f"schemas/{schema.name}"] = schema.read_text(encoding="utf-8")
    return {f"site/{path}": text for path, text in files.items()}
