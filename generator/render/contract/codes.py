"""`guides/codes.json`: what wallets show when something fails → the guide, answered that far."""

from collections.abc import Mapping

from generator.guide import Question, restrict
from generator.prove import Proved
from generator.render.addresses import CODES_FILE, relative
from generator.render.contract.encode import SCHEMA_VERSION, Json
from generator.resolve import Project
from generator.resolve.logic import NumberBand, Variable
from generator.resolve.reading import Message


def codes_json(project: Project, guides: Mapping[str, Proved]) -> dict[str, Json]:
    """Every message by its id, which is the error code; its words in each locale."""
    messages = next(iter(project.editions.values())).library.messages
    return {
        "$schema": relative("schemas/codes.schema.json", CODES_FILE),
        "schema_version": SCHEMA_VERSION,
        "as_of": project.as_of.isoformat(),
        "codes": {name: _code(project, guides, each) for name, each in messages.items()},
    }


def _code(project: Project, guides: Mapping[str, Proved], message: Message) -> Json:
    issue = next(iter(project.editions.values())).issues[message.issue]
    worded = {
        locale: edition.library.messages[message.id] for locale, edition in project.editions.items()
    }
    replies = {**issue.replies, **message.replies}
    return {
        "family": message.family,
        "issue": issue.id,
        "guide": issue.guide,
        "replies": replies,
        "takes": _takes(guides[issue.guide], replies),
        "texts": {locale: list(each.texts) for locale, each in worded.items()},
        "meaning": {locale: each.meaning.plain for locale, each in worded.items()},
        "first": {locale: each.first.plain for locale, each in worded.items()},
    }


def _takes(proved: Proved, replies: Mapping[str, str]) -> dict[str, Json]:
    """The one question left that an amount of money answers, and the one that a day does."""
    nodes = restrict(proved.guide, replies).nodes.values()
    asked = {node.question for node in nodes if isinstance(node, Question)}
    variables = [each for each in proved.logic.variables if each.question in asked]
    found: dict[str, list[str]] = {
        "amount": [each.question for each in variables if _is_amount(each)],
        "date": [each.question for each in variables if each.kind == "date"],
    }
    return {what: names[0] for what, names in found.items() if len(names) == 1}


def _is_amount(variable: Variable) -> bool:
    """Whether it asks for money that no calculator tells."""
    units = {band.unit for band in variable.bands if isinstance(band, NumberBand)}
    return variable.kind == "number" and variable.calculator is None and units == {"CNY"}
