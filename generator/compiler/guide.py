"""One guide, from its diagram to its proof."""

from generator.checks import check
from generator.diagram import Diagrams, GraphTooLarge, diagram, too_large
from generator.engine import Engine, EngineDied, RuleEngine, TooComplicated, build
from generator.plan import costly_advice, plan
from generator.problems import Problem, has_errors
from generator.prove import Proved, prove
from generator.resolve import Logic


def compile_guide(logic: Logic, process: RuleEngine) -> tuple[Proved | None, list[Problem]]:
    """Diagram, checks, plan, guide and proof of one guide.

    What earlier guides have loaded into the rule engine may be lost.
    """
    process.forget()
    diagrams, problems = diagram(logic)
    if diagrams is None:
        return None, problems
    try:
        problems += check(logic, diagrams)
    except GraphTooLarge as error:
        return None, [*problems, too_large(logic, error)]
    if has_errors(problems):
        return None, problems
    proved, found = grow_and_prove(logic, diagrams, process)
    return proved, [*problems, *found]


def grow_and_prove(
    logic: Logic, diagrams: Diagrams, process: RuleEngine
) -> tuple[Proved | None, list[Problem]]:
    """Plan, guide and proof of rules whose checks have passed."""
    try:
        engine = Engine(process, logic, diagrams)
        order = plan(logic, diagrams)
        guide, problems = build(logic, diagrams, order, engine)
        if guide is None:
            return None, problems
        proved, problems = prove(logic, diagrams, engine, guide)
        problems += costly_advice(logic, diagrams, order)
    except GraphTooLarge as error:
        return None, [too_large(logic, error)]
    except TooComplicated as error:
        return None, [_too_complicated(logic, error)]
    except EngineDied as error:
        return None, [_died(logic, error)]
    return proved, [*problems, *_too_deep(proved)]


def _too_complicated(logic: Logic, error: TooComplicated) -> Problem:
    rule = error.rule
    return Problem(
        code="E501",
        place=logic.place if isinstance(rule, str) else rule.place,
        what=f"Written out for the rule engine, “{rule if isinstance(rule, str) else rule.id}” "
        "needs more clauses than it holds safely.",
        mend="Give part of its condition a name under `derive`, or split the rule in two.",
    )


def _died(logic: Logic, error: EngineDied) -> Problem:
    return Problem(
        code="E502",
        place=logic.place,
        what=f'The rule engine ended while it worked on the guide "{logic.guide}" ({error}).',
        mend="Report this with the rules file; `make site` sets the engine up anew.",
    )


def _too_deep(proved: Proved | None) -> list[Problem]:
    if proved is None or proved.guide.most <= proved.logic.depth:
        return []
    logic = proved.logic
    return [
        Problem(
            code="G407",
            place=logic.place,
            what=f'The guide "{logic.guide}" asks up to {proved.guide.most} questions; '
            f"`depth` allows {logic.depth}.",
            mend="Look at fewer questions together, split the guide, or raise `depth`.",
        )
    ]
