"""`guides/index.json`: what is published, and which guide each issue opens."""

import json
from collections.abc import Mapping

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
    relative,
    vectors_file,
)
from generator.render.contract.encode import SCHEMA_VERSION, Json, file_facts
from generator.resolve import Project

BESIDE = (CALENDARS_FILE, CALCULATORS_FILE, CALCULATOR_VECTORS, PARAMETERS_FILE, CODES_FILE)
"""What the index lists besides guides and bundles."""


def index_json(
    project: Project, guides: Mapping[str, Proved], files: Mapping[str, str]
) -> dict[str, Json]:
    """The index of guide files that have been made already."""
    any_edition = next(iter(project.editions.values()))
    return {
        "$schema": relative("schemas/guide-index.schema.json", GUIDE_INDEX),
        "schema_version": SCHEMA_VERSION,
        "as_of": project.as_of.isoformat(),
        "calendars": relative(CALENDARS_FILE, GUIDE_INDEX),
        "calculators": relative(CALCULATORS_FILE, GUIDE_INDEX),
        "files": {relative(path, GUIDE_INDEX): file_facts(files[path].encode()) for path in BESIDE},
        "bundles": {locale: _file(bundle_file(locale), files) for locale in project.editions},
        "guides": {
            name: {
                "vectors": relative(vectors_file(name), GUIDE_INDEX),
                "locales": {
                    locale: {
                        **_file(guide_file(locale, name), files),
                        "details": _file(details_file(locale, name), files),
                    }
                    for locale in project.editions
                },
            }
            for name in guides
        },
        "issues": {
            name: {"guide": issue.guide, "replies": dict(issue.replies)}
            for name, issue in any_edition.issues.items()
        },
    }


def _file(path: str, files: Mapping[str, str]) -> dict[str, Json]:
    content = files[path].encode()
    return {
        "url": relative(path, GUIDE_INDEX),
        "version": json.loads(content)["version"],
        **file_facts(content),
    }
