"""Rules files → `Logic`: questions become variables, conditions become formulas."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.problems import Place, Problem, Related, did_you_mean
from generator.resolve.formula import And, Fact, Formula, In, Or, parts_of
from generator.resolve.formulas import FormulaMaker
from generator.resolve.height import too_high
from generator.resolve.logic import Logic, LogicRule, Score, Variable
from generator.resolve.order import cycles_in, dependencies_first
from generator.resolve.variables import VariableMaker
from generator.schema import Catalogue, Entry, GuideEntry
from generator.schema.entities import Parameter
from generator.source import Path


def guide_logic(
    catalogue: Catalogue, entry: GuideEntry, parameters: Mapping[str, Entry[Parameter]]
) -> tuple[Logic | None, list[Problem]]:
    """The logic of one guide, or problems. Ids in its fields are known to exist."""
    builder = _Builder(catalogue, entry, parameters)
    logic = builder.build()
    return (None if builder.problems else logic), builder.problems


@dataclass(slots=True)
class _Builder:
    """Builds one guide's logic; each method handles one part of the rules file."""

    catalogue: Catalogue
    entry: GuideEntry
    parameters: Mapping[str, Entry[Parameter]]
    problems: list[Problem] = field(default_factory=list)
    variables: list[Variable] = field(default_factory=list)
    make: VariableMaker = field(init=False)
    formulas: FormulaMaker = field(init=False)

    def __post_init__(self) -> None:
        self.make = VariableMaker(self.catalogue, self.entry, self.parameters, self.report)
        self.formulas = FormulaMaker(
            catalogue=self.catalogue,
            variables=self.variables,
            facts={derivation.fact for derivation in self.entry.model.derive},
            make=self.make,
            report=self.report,
        )

    def report(
        self, code: str, place: Place, what: str, mend: str, *, related: Iterable[Related] = ()
    ) -> None:
        self.problems.append(
            Problem(code=code, place=place, what=what, mend=mend, related=tuple(related))
        )

    def build(self) -> Logic | None:
        model = self.entry.model
        for index in range(len(model.questions)):
            self.variables.append(self.make.variable(index))
        if any(problem.code == "R311" for problem in self.problems):
            return None
        self._unique_ids()
        facts, fact_places = self._facts()
        relevance = tuple(
            self._formula(("questions", index, "only_if")) if asked.only_if is not None else None
            for index, asked in enumerate(model.questions)
        )
        rules = tuple(
            self._rule("rules", index, rule.id, rule.answer)
            for index, rule in enumerate(model.rules)
        )
        advice = tuple(
            self._rule("advice", index, rule.id, rule.advice)
            for index, rule in enumerate(model.advice)
        )
        if model.otherwise:
            place = self.entry.key_place("otherwise")
            rules += (
                LogicRule(id="otherwise", when=And(()), result=model.otherwise.answer, place=place),
            )
        variables = self._ordered(relevance, dict(facts))
        ask_first = self._indexes(model.ask_first, ("ask_first",))
        self._free_to_ask_first(ask_first, variables)
        score = self._score()
        if self.problems:
            return None
        logic = Logic(
            guide=self.entry.id,
            place=self.entry.place(),
            hit_policy=model.hit_policy,
            depth=model.depth,
            variables=variables,
            ask_first=ask_first,
            facts=facts,
            fact_places=fact_places,
            relevance=relevance,
            rules=rules,
            advice=advice,
            has_otherwise=model.otherwise is not None,
            advice_may_cost=tuple(float(rule.may_cost) for rule in model.advice),
            otherwise_at_most=float(model.otherwise.at_most) if model.otherwise else 1.0,
            score=score,
        )
        self.problems += too_high(logic)
        return logic

    def _score(self) -> Score | None:
        authored = self.entry.model.score
        if authored is None:
            return None
        given = {rule.advice for rule in self.entry.model.advice}
        for name in authored.points:
            if name not in given:
                self.report(
                    "R301",
                    self.entry.key_place("score", "points", name),
                    f'No rule of this guide gives the advice "{name}".',
                    did_you_mean(name, given) or "Add an advice rule, or remove the points.",
                )
        answers = {rule.answer for rule in self.entry.model.rules}
        if self.entry.model.otherwise:
            answers.add(self.entry.model.otherwise.answer)
        for position, name in enumerate(authored.answers or ()):
            if name not in answers:
                self.report(
                    "R301",
                    self.entry.place("score", "answers", position),
                    f'No rule of this guide gives the answer "{name}".',
                    did_you_mean(name, answers) or "Add a rule, or remove the answer here.",
                )
        return Score(
            start=authored.start,
            points=tuple(sorted(authored.points.items())),
            answers=authored.answers,
        )

    def _unique_ids(self) -> None:
        model = self.entry.model
        ids: list[tuple[str, Path]] = [
            *((rule.id, ("rules", i, "id")) for i, rule in enumerate(model.rules)),
            *((rule.id, ("advice", i, "id")) for i, rule in enumerate(model.advice)),
        ]
        questions: list[tuple[str, Path]] = [
            (asked.id, ("questions", i, "id")) for i, asked in enumerate(model.questions)
        ]
        otherwise: list[tuple[str, Path]] = [("otherwise", ("otherwise",))]
        for group in (otherwise + ids, questions):
            first: dict[str, Path] = {}
            for name, path in group:
                if name in first:
                    self.report(
                        "S215",
                        self.entry.place(*path),
                        f'The id "{name}" is taken already in this guide.',
                        "Give this entry another id.",
                        related=[Related(self.entry.place(*first[name]), "the other")],
                    )
                first.setdefault(name, path)

    def _indexes(self, names: Sequence[str], path: Path) -> tuple[int, ...]:
        known = [variable.question for variable in self.variables]
        found: list[int] = []
        for position, name in enumerate(names):
            if name in known:
                found.append(known.index(name))
            else:
                self.formulas.not_asked(name, self.entry.place(*path, position), known)
        return tuple(found)

    def _free_to_ask_first(self, first: Sequence[int], variables: Sequence[Variable]) -> None:
        for position, index in enumerate(first if variables else ()):
            if variables[index].after - set(first[:position]) or index in first[:position]:
                self.report(
                    "R312",
                    self.entry.place("ask_first", position),
                    f'"{variables[index].question}" cannot be asked first: it depends on others, '
                    "or stands here twice.",
                    "Remove its `after` and `only_if`, or take it out of `ask_first`.",
                )

    def _facts(self) -> tuple[tuple[tuple[str, Formula], ...], tuple[Place, ...]]:
        """Derived facts in order, and where each is first derived."""
        by_name: dict[str, list[Formula]] = {}
        needs: dict[str, set[str]] = {}
        places: dict[str, Place] = {}
        for index, derivation in enumerate(self.entry.model.derive):
            place = self.entry.place("derive", index, "fact")
            if question := self.catalogue.questions.get(derivation.fact):
                self.report(
                    "S215",
                    place,
                    f'"{derivation.fact}" is the id of a question.',
                    "Give the fact another name.",
                    related=[Related(question.place(), "the question")],
                )
            formula = self._formula(("derive", index, "when"))
            by_name.setdefault(derivation.fact, []).append(formula)
            needed = {part.name for part in parts_of(formula) if isinstance(part, Fact)}
            needs.setdefault(derivation.fact, set()).update(needed)
            places.setdefault(derivation.fact, place)
        if circles := list(cycles_in(needs)):
            self._circles("Derived facts lead in a circle", circles, places)
            return (), ()
        ordered = dependencies_first(needs)
        facts = tuple(
            (name, Or(tuple(by_name[name])) if len(by_name[name]) > 1 else by_name[name][0])
            for name in ordered
        )
        return facts, tuple(places[name] for name in ordered)

    def _circles(
        self, what: str, circles: Iterable[Sequence[str]], places: Mapping[str, Place]
    ) -> None:
        for circle in circles:
            self.report(
                "R305",
                places[circle[0]],
                f"{what}: {' → '.join([*circle, circle[0]])}.",
                "Cut the circle at one of these places.",
                related=[Related(places[name], name) for name in circle[1:]],
            )

    def _rule(self, section: str, index: int, name: str, result: str) -> LogicRule:
        return LogicRule(
            id=name,
            when=self._formula((section, index, "when")),
            result=result,
            place=self.entry.place(section, index, "id"),
        )

    def _formula(self, path: Path) -> Formula:
        condition = self.entry.conditions.get(path)
        return self.formulas.formula(condition) if condition is not None else And(())

    def _ordered(
        self, relevance: Sequence[Formula | None], facts: Mapping[str, Formula]
    ) -> tuple[Variable, ...]:
        """The variables with all that must be settled before each."""
        names = [variable.question for variable in self.variables]
        before: dict[str, set[str]] = {}
        for index, asked in enumerate(self.entry.model.questions):
            given = self._indexes(asked.after, ("questions", index, "after"))
            needed = variables_in(relevance[index], facts)
            before[asked.id] = {names[i] for i in {*given, *needed}}
        if circles := list(cycles_in(before)):
            places = {variable.question: variable.place for variable in self.variables}
            self._circles("`after` and `only_if` lead in a circle", circles, places)
            return ()
        return tuple(
            replace(
                variable,
                after=frozenset(names.index(name) for name in before[variable.question]),
            )
            for variable in self.variables
        )


def variables_in(formula: Formula | None, facts: Mapping[str, Formula]) -> set[int]:
    """The variables that a formula looks at, through facts too."""
    found: set[int] = set()
    seen: set[str] = set()
    waiting = [] if formula is None else [formula]
    while waiting:
        for part in parts_of(waiting.pop()):
            match part:
                case In(variable):
                    found.add(variable)
                case Fact(name) if name in facts and name not in seen:
                    seen.add(name)
                    waiting.append(facts[name])
                case _:
                    pass
    return found
