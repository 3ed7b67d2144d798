"""`guides/<locale>.bundle.json`: all that an app needs of one locale without a network."""

import json
from collections.abc import Mapping

from generator.render.addresses import (
    CALENDARS_FILE,
    CODES_FILE,
    bundle_file,
    relative,
    words_file,
)
from generator.render.contract.encode import SCHEMA_VERSION, Json, content_hash
from generator.resolve import Project
from generator.schema import EditionLocale


def bundle_json(
    project: Project,
    whole: Mapping[str, Json],
    files: Mapping[str, str],
    locale: EditionLocale,
) -> dict[str, Json]:
    """Whole guides by id, and files that have been made already, in one."""
    address = bundle_file(locale)
    body: dict[str, Json] = {
        "as_of": project.as_of.isoformat(),
        "base": relative(f"guides/{locale}/", address),
        "guides": whole,
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
