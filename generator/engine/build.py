"""A guide grown node by node: the rule engine says what is decided, the plan proposes questions."""

from dataclasses import dataclass, replace

from generator.diagram import Diagrams, Node, Outcome, Result
from generator.engine.evaluate import Engine, Replies, Report
from generator.guide import Guide, Leaf, PlanRecord, Question, share
from generator.plan import Plan
from generator.problems import Problem
from generator.resolve import Logic


@dataclass(frozen=True, slots=True)
class _Spot:
    """A node that is to be made: what is left of the rules, and replies that lead there."""

    forced: int
    """How many questions of `ask_first` have been asked."""
    outcomes: Node
    results: Node
    replies: tuple[tuple[int, int], ...]
    relevant: tuple[Node, ...] = ()
    """For each question of `ask_first` still to come, where it is asked at all."""

    @property
    def key(self) -> "_Key":
        return (self.forced, self.outcomes, self.relevant)


_Key = tuple[int, Node, tuple[Node, ...]]


def build(
    logic: Logic, diagrams: Diagrams, plan: Plan, engine: Engine
) -> tuple[Guide | None, list[Problem]]:
    """Grow the guide from its first question. Raises `EngineDied`.

    Where the engine and the diagram disagree on what is decided, no guide comes back.
    """
    return _Grower(logic, diagrams, plan, engine).grow()


class _Grower:
    """One guide in the making, a level of nodes at a time."""

    def __init__(self, logic: Logic, diagrams: Diagrams, plan: Plan, engine: Engine) -> None:
        self.logic = logic
        self.diagrams = diagrams
        self.plan = plan
        self.engine = engine
        self.names: dict[_Key, str] = {}
        self.nodes: dict[str, Question | Leaf] = {}
        self.children: dict[str, tuple[int, list[_Key]]] = {}
        self.problems: list[Problem] = []

    def grow(self) -> tuple[Guide | None, list[Problem]]:
        relevant = tuple(self.diagrams.relevance[v] for v in self.logic.ask_first)
        first = _Spot(0, self.diagrams.outcomes, self.diagrams.results, (), relevant)
        level = [first]
        while level:
            reports = self.engine.reports([dict(spot.replies) for spot in level])
            following: dict[_Key, _Spot] = {}
            for spot, report in zip(level, reports, strict=True):
                for child in self.make(spot, report):
                    if child.key not in self.names:
                        following.setdefault(child.key, child)
            level = list(following.values())
        if self.problems:
            return None, self.problems
        return self.finished(first), []

    def make(self, spot: _Spot, report: Report) -> list[_Spot]:
        """Make the node of a spot; return where its options lead."""
        graph = self.diagrams.graph
        forced = spot.forced < len(self.logic.ask_first)
        if not forced and graph.is_terminal(spot.results):
            self.make_leaf(spot, report)
            return []
        if not forced and report.settled(self.logic) is not None:
            self.disagree(spot, "the rule engine finds it decided, the diagram does not")
            return []
        variable = (
            self.logic.ask_first[spot.forced] if forced else self.plan.next_question[spot.results]
        )
        children = [
            self.behind(spot, variable, option)
            for option in range(len(self.logic.variables[variable].options))
        ]
        name = self.name(spot)
        self.children[name] = (variable, [child.key for child in children])
        return children

    def behind(self, spot: _Spot, variable: int, option: int) -> _Spot:
        """Where a reply leads: past the questions of `ask_first` that it rules out."""
        graph = self.diagrams.graph
        left = spot.relevant[1:]
        relevant = tuple(graph.restrict(node, variable, option) for node in left)
        ruled_out = next((i for i, n in enumerate(relevant) if n != graph.false), len(relevant))
        asked = 1 if spot.forced < len(self.logic.ask_first) else 0
        return _Spot(
            spot.forced + asked + ruled_out,
            graph.restrict(spot.outcomes, variable, option),
            graph.restrict(spot.results, variable, option),
            (*spot.replies, (variable, option)),
            relevant[ruled_out:],
        )

    def make_leaf(self, spot: _Spot, report: Report) -> None:
        graph = self.diagrams.graph
        result = graph.value(spot.results)
        assert isinstance(result, Result)
        assert result.answer is not None
        if not self.confirmed(dict(spot.replies), report, result):
            self.disagree(spot, f'the diagram says "{result.answer}", the rule engine does not')
            return
        outcomes = [v for v in graph.values(spot.outcomes) if isinstance(v, Outcome)]
        rules = sorted({o.rule for o in outcomes if o.rule is not None})
        if not set(rules) <= set(report.candidates(self.logic)):
            self.disagree(spot, "the rule engine excludes a rule that the diagram lets decide")
            return
        advice = sorted({index for outcome in outcomes for index in outcome.advice})
        self.nodes[self.name(spot)] = Leaf(
            answer=result.answer,
            advice=tuple(dict.fromkeys(self.logic.advice[i].result for i in advice)),
            because=(
                *(self.logic.rules[i].id for i in rules),
                *(self.logic.advice[i].id for i in advice),
            ),
        )

    def confirmed(self, replies: Replies, report: Report, result: Result) -> bool:
        """Whether the engine agrees; where no single rule settles it, by going through cases."""
        settled = report.settled(self.logic)
        if settled is not None:
            return settled == result
        variable = self.open_variable(replies, report)
        if variable is None:
            return False
        cases = [
            {**replies, variable: option}
            for option in range(len(self.logic.variables[variable].options))
        ]
        reports = self.engine.reports(cases)
        return all(
            self.confirmed(case, found, result) for case, found in zip(cases, reports, strict=True)
        )

    def open_variable(self, replies: Replies, report: Report) -> int | None:
        """A variable without a reply at which a rule that is still open looks."""
        graph = self.diagrams.graph
        conditions = [
            *(self.diagrams.conditions[i] for i in report.candidates(self.logic)
              if i not in report.fired),
            *(node for i, node in enumerate(self.diagrams.advice)
              if i not in report.advice_fired and i not in report.advice_excluded),
        ]  # fmt: skip
        for condition in conditions:
            left = condition
            for variable, option in replies.items():
                left = graph.restrict(left, variable, option)
            if support := graph.support(left):
                return min(support)
        return None

    def name(self, spot: _Spot) -> str:
        return self.names.setdefault(spot.key, str(len(self.names)))

    def disagree(self, spot: _Spot, what: str) -> None:
        variables = self.logic.variables
        self.name(spot)
        self.problems.append(
            Problem(
                code="P601",
                place=self.logic.place,
                what=f'In the guide "{self.logic.guide}" {what}.',
                mend="Report this with the rules file.",
                witness=", ".join(
                    f"{variables[v].question}={variables[v].options[o]}" for v, o in spot.replies
                ),
            )
        )

    def finished(self, first: _Spot) -> Guide:
        for name in reversed(list(self.names.values())):
            if name in self.children:
                self.link(name)
        nodes, start = share(self.nodes, self.names[first.key])
        guide = Guide(
            id=self.logic.guide,
            start=start,
            nodes=nodes,
            plan=PlanRecord(
                method=self.plan.method,
                expected_questions=0.0,
                expected_cost=self.plan.expected_cost,
                lower_bound=self.plan.lower_bound,
                states=self.plan.states,
            ),
        )
        expected = _expected_questions(guide, self.logic)
        return replace(guide, plan=replace(guide.plan, expected_questions=expected))

    def link(self, name: str) -> None:
        """Complete a question node; all that it leads to is complete already or made here."""
        if name in self.nodes:
            return
        variable, keys = self.children[name]
        children = [self.names[key] for key in keys]
        for child in children:
            if child in self.children:
                self.link(child)
        counts = [
            (node.least, node.most) if isinstance(node, Question) else (0, 0)
            for node in map(self.nodes.__getitem__, children)
        ]
        self.nodes[name] = Question(
            question=self.logic.variables[variable].question,
            children=dict(zip(self.logic.variables[variable].options, children, strict=True)),
            least=1 + min(least for least, _ in counts),
            most=1 + max(most for _, most in counts),
        )


def _expected_questions(guide: Guide, logic: Logic) -> float:
    """Questions asked on average from the start."""
    shares = {
        variable.question: dict(zip(variable.options, variable.shares, strict=True))
        for variable in logic.variables
    }
    expected: dict[str, float] = {}

    def visit(at: str) -> float:
        if at not in expected:
            node = guide.nodes[at]
            expected[at] = (
                1 + sum(shares[node.question][o] * visit(c) for o, c in node.children.items())
                if isinstance(node, Question)
                else 0.0
            )
        return expected[at]

    return visit(guide.start)
