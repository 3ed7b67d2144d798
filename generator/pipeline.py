"""The stages in order. What one stage reports as an error keeps the next from running."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.checks import check
from generator.diagram import Diagrams, GraphTooLarge, diagram, too_large
from generator.engine import Engine, EngineDied, RuleEngine, TooComplicated, build
from generator.plan import costly_advice, plan
from generator.problems import Problem, has_errors
from generator.prove import Proved, prove
from generator.resolve import Logic, Project, resolve
from generator.schema import load
from generator.source import read_source

Progress = Callable[[str], None]
"""Told in a few words what begins now."""


def silent(_: str) -> None:
    """Progress for those who do not want any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What the stages up to the proof have made of a project."""

    project: Project | None = None
    guides: Mapping[str, Proved] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def good(self) -> bool:
        return self.project is not None and not has_errors(self.problems)


def compile_project(root: Path, as_of: date, progress: Progress = silent) -> Compiled:
    """Read, check, compile and prove everything under `root` as it stands on a date."""
    progress("reading")
    source, problems = read_source(root)
    catalogue, found = load(source)
    problems += found
    if catalogue is None:
        return Compiled(problems=tuple(problems))
    project, found = resolve(catalogue, as_of)
    problems += found
    if project is None or has_errors(problems):
        return Compiled(problems=tuple(problems))
    guides: dict[str, Proved] = {}
    with RuleEngine() as process:
        for name, logic in project.guides.items():
            progress(f"guide {name}")
            proved, found = compile_guide(logic, process)
            problems += found
            if proved is not None:
                guides[name] = proved
    return Compiled(project=project, guides=guides, problems=tuple(problems))


def compile_guide(logic: Logic, process: RuleEngine) -> tuple[Proved | None, list[Problem]]:
    """Diagram, checks, plan, guide and proof of one guide."""
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
