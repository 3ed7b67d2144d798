"""`guides/parameters.json`: the dated figures that the public guides and pages use."""

from collections.abc import Callable

from generator.render.addresses import PARAMETERS_FILE, relative
from generator.render.contract.encode import SCHEMA_VERSION, Json, without_none
from generator.resolve import Project
from generator.resolve.entities import Edition, Parameter


def parameters_json(project: Project) -> dict[str, Json]:
    """Every figure by id, with its words in each locale as plain text."""
    return {
        "$schema": relative("schemas/parameters.schema.json", PARAMETERS_FILE),
        "schema_version": SCHEMA_VERSION,
        "as_of": project.as_of.isoformat(),
        "parameters": {name: _figure(project, name) for name in sorted(project.figures)},
    }


def _figure(project: Project, name: str) -> Json:
    def said(words: Callable[[Edition, Parameter], str]) -> Json:
        return {
            locale: words(edition, edition.parameters[name])
            for locale, edition in project.editions.items()
        }

    any_edition = next(iter(project.editions.values()))
    parameter = any_edition.parameters[name]
    source = any_edition.sources[parameter.source]
    until = parameter.valid_until
    return without_none(
        {
            "name": said(lambda _, each: each.name.plain),
            "value": parameter.value,
            "unit": parameter.unit,
            "text": said(lambda _, each: each.text),
            "source": without_none(
                {
                    "id": source.id,
                    "title": said(lambda edition, each: edition.sources[each.source].title.plain),
                    "url": source.url,
                    "checked_on": source.checked_on.isoformat(),
                }
            ),
            "article": said(lambda _, each: each.article.plain if each.article else "")
            if parameter.article
            else None,
            "checked_on": parameter.checked_on.isoformat(),
            "valid_until": until.isoformat() if until else None,
            "confidence": parameter.confidence,
        }
    )
