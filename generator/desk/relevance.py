"""When a guide asks each of its questions at all, as conditions over replies.

The published guide is the graph alone; the desk takes replies in any order, and says which of them
cannot both be.
"""

from collections.abc import Mapping
from typing import assert_never

from generator.render.contract.encode import Json
from generator.resolve import Logic
from generator.resolve.formula import And, Fact, Formula, In, Negation, Or


def relevance(logic: Logic) -> dict[str, Json]:
    """Question → condition, for the questions that are not always asked; facts are written out."""
    facts = dict(logic.facts)
    return {
        variable.question: _condition(logic, formula, facts)
        for variable, formula in zip(logic.variables, logic.relevance, strict=True)
        if formula is not None
    }


def _condition(logic: Logic, formula: Formula, facts: Mapping[str, Formula]) -> Json:
    match formula:
        case And(parts):
            return {"all": [_condition(logic, part, facts) for part in parts]}
        case Or(parts):
            return {"any": [_condition(logic, part, facts) for part in parts]}
        case Negation(part):
            return {"not": _condition(logic, part, facts)}
        case Fact(name):
            return _condition(logic, facts[name], facts)
        case In(index, options):
            variable = logic.variables[index]
            return {
                "question": variable.question,
                "options": [variable.options[option] for option in sorted(options)],
            }
        case _:
            assert_never(formula)
