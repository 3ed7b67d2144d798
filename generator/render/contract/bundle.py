"""`guides/<locale>.bundle.json`: all that an app needs of one locale without a network."""

import json
from collections.abc import Iterable, Mapping

from generator.render.addresses import (
    CALENDARS_FILE,
    CODES_FILE,
    bundle_file,
    guide_file,
    relative,
    words_file,
)
from generator.render.contract.encode import SCHEMA_VERSION, Json, content_hash
from generator.resolve import Project
from generator.schema import EditionLocale


def bundle_json(
    project: Project, guides: Iterable[str], files: Mapping[str, str], locale: EditionLocale
) -> dict[str, Json]:
    """Files that have been made already, in one."""
    address = bundle_file(locale)
    body: dict[str, Json] = {
        "as_of": project.as_of.isoformat(),
        "base": relative(f"guides/{locale}/", address),
        "guides": {name: json.loads(files[guide_file(locale, name)]) for name in guides},
        "calendars": json.loads(files[CALENDARS_FILE]),
        "words": json.loads(files[words_file(locale)]),
        "codes": json.loads(files[CODES_FILE]),
    }
    return {
        "$schema": relative("schemas/bundle.schema.json", address),
        "schema_version": SCHEMA_VERSION,
        "locale": locale,
        "version": content_hash(body),
        **body,
    }
