"""A whole guide → what `<guide>.json` holds of it, and `<guide>.details.json` beside that.

Questions are drawn from the first. The second takes two thirds of the bytes, and nobody needs it
before the end.
"""

from collections.abc import Mapping

from generator.render.addresses import details_file, guide_file, page, relative
from generator.render.contract.encode import Json
from generator.resolve.prose import Target
from generator.schema import EditionLocale


def brief_guide(whole: Mapping[str, Json], locale: EditionLocale) -> dict[str, Json]:
    """Everything but reasons, and of each answer its title, its summary and its page."""
    guide = str(whole["id"])
    base = guide_file(locale, guide)
    answers: dict[str, Json] = {
        name: _brief_answer(whole, name, relative(page(locale, Target("answer", name)), base))
        for name in _part(whole, "answers")
    }
    brief = {key: value for key, value in whole.items() if key != "rules"}
    details = relative(details_file(locale, guide), base)
    return {**brief, "answers": answers, "details": details}


def guide_details(whole: Mapping[str, Json]) -> dict[str, Json]:
    """What makes the brief guide whole again, and which guide that is."""
    return {
        "$schema": "../../schemas/guide-details.schema.json",
        "schema_version": whole["schema_version"],
        "guide": whole["id"],
        "version": whole["version"],
        "locale": whole["locale"],
        "answers": whole["answers"],
        "rules": whole["rules"],
    }


def _brief_answer(whole: Mapping[str, Json], name: str, url: str) -> Json:
    answer = _part(_part(whole, "answers"), name)
    return {"title": answer["title"], "summary": answer["summary"], "url": url}


def _part(data: Mapping[str, Json], key: str) -> Mapping[str, Json]:
    found = data[key]
    assert isinstance(found, Mapping)
    return found
