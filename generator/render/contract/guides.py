"""One guide in one locale, whole, as the contract has it."""

from generator.guide import Leaf, Question
from generator.prove import Proved
from generator.render.addresses import guide_file, page, relative
from generator.render.contract.calculators import as_data
from generator.render.contract.encode import (
    SCHEMA_VERSION,
    Encoder,
    Json,
    content_hash,
    without_none,
)
from generator.resolve import DateCalculator, Project
from generator.resolve.bands import plain
from generator.resolve.entities import Answer
from generator.resolve.logic import Band, NumberBand, Variable
from generator.resolve.prose import Target
from generator.schema import EditionLocale


def whole_guide(project: Project, proved: Proved, locale: EditionLocale) -> dict[str, Json]:
    """A guide with all its answers; its links are relative to `guides/<locale>/`."""
    return _GuideFile(project, proved, locale).whole()


class _GuideFile:
    def __init__(self, project: Project, proved: Proved, locale: EditionLocale) -> None:
        self.project = project
        self.proved = proved
        self.logic = proved.logic
        self.guide = proved.guide
        self.proof = proved.proof
        self.edition = project.editions[locale]
        self.words = self.edition.guides[proved.guide.id]
        self.encode = Encoder(self.edition, guide_file(locale, proved.guide.id))

    def whole(self) -> dict[str, Json]:
        plan = self.guide.plan
        until = self.project.valid_until[self.guide.id]
        body: dict[str, Json] = {
            "as_of": self.project.as_of.isoformat(),
            "valid_until": until.isoformat() if until else None,
            "locale": self.edition.locale,
            "title": self.encode.text(self.words.title),
            "start": self.guide.start,
            "plan": {
                "method": plan.method,
                "expected_cost": round(plan.expected_cost, 6),
                "lower_bound": round(plan.lower_bound, 6),
            },
            "expected_questions": round(plan.expected_questions, 6),
            "proof": {
                "mode": self.proof.sample.mode,
                "regions": self.proof.regions,
                "paths": self.proof.sample.paths,
                "random": self.proof.sample.random,
            },
            "nodes": {name: self.node(node) for name, node in self.guide.nodes.items()},
            "answers": {name: self.answer(self.edition.answers[name]) for name in self.answers()},
            "advice": {name: self.advice(name) for name in self.advices()},
            "rules": {name: self.rule(name) for name in self.rules()},
            "calculators": {name: self.calculator(name) for name in self.calculators()},
        }
        if score := self.score():
            body["score"] = score
        return {
            "$schema": "../../schemas/guide.schema.json",
            "schema_version": SCHEMA_VERSION,
            "id": self.guide.id,
            "version": content_hash(body),
            **body,
        }

    def leaves(self) -> list[Leaf]:
        return [node for node in self.guide.nodes.values() if isinstance(node, Leaf)]

    def answers(self) -> list[str]:
        return list(dict.fromkeys(leaf.answer for leaf in self.leaves()))

    def advices(self) -> list[str]:
        """Advice that is given somewhere, in the order in which it is shown."""
        given = {name for leaf in self.leaves() for name in leaf.advice}
        return sorted(given, key=lambda name: (self.edition.advice[name].order, name))

    def rules(self) -> list[str]:
        used = {name for leaf in self.leaves() for name in leaf.because}
        return [name for name in self.words.rules if name in used]

    def node(self, node: Question | Leaf) -> Json:
        if isinstance(node, Leaf):
            answer = self.edition.answers[node.answer]
            shown = [name for name in self.advices() if name in node.advice]
            jump: Json = None
            if answer.continues:
                jump = without_none(
                    {
                        "guide": answer.continues,
                        "return": True if answer.returns else None,
                        "replies": dict(answer.presumed) or None,
                    }
                )
            return without_none(
                {
                    "answer": node.answer,
                    "advice": list(shown),
                    "score": self.proved.score_of(node),
                    "because": list(node.because),
                    "continue": jump,
                }
            )
        variable = next(v for v in self.logic.variables if v.question == node.question)
        words = self.words.questions[node.question]
        return without_none(
            {
                "question": node.question,
                "text": self.encode.text(words.text),
                "help": self.encode.text(words.help) if words.help else None,
                "kind": words.kind,
                **self.range(variable),
                "least": node.least,
                "most": node.most,
                "cost": variable.cost if variable.cost != 1 else None,
                "computed_by": variable.calculator,
                "options": [
                    self.option(variable, option, child) for option, child in node.children.items()
                ],
            }
        )

    def range(self, variable: Variable) -> dict[str, Json]:
        """Between which amounts a reply may lie, and the smallest difference of two."""
        if variable.kind not in ("number", "duration"):
            return {}
        most = variable.maximum
        return without_none(
            {
                "minimum": plain(variable.minimum),
                "maximum": plain(most) if most is not None else None,
                "step": plain(variable.step),
            }
        )

    def option(self, variable: Variable, option: str, child: str) -> Json:
        index = variable.options.index(option)
        words = self.words.questions[variable.question].options[option]
        even = len(set(variable.shares)) == 1
        return without_none(
            {
                "id": option,
                "label": self.encode.text(words.label),
                "help": self.encode.text(words.help) if words.help else None,
                "next": child,
                "share": None if even else round(variable.shares[index], 6),
                "band": self.band(variable.bands[index]),
            }
        )

    def band(self, band: Band | None) -> Json:
        if band is None:
            return None
        if isinstance(band, NumberBand):
            low = "gte" if band.low_closed else "gt"
            high = "lte" if band.high_closed else "lt"
            return without_none(
                {
                    "unit": band.unit,
                    low: plain(band.low) if band.low is not None else None,
                    high: plain(band.high) if band.high is not None else None,
                }
            )
        calendar = self.project.calendars[band.calendar] if band.calendar else None
        return without_none(
            {
                "unit": band.unit,
                "calendar": band.calendar,
                "zone": calendar.zone if calendar else None,
                "after": band.after,
                "limit": band.limit,
            }
        )

    def answer(self, answer: Answer) -> Json:
        encode = self.encode
        channel = self.edition.channels[answer.channel]
        deadline: Json = None
        if answer.deadline:
            deadline = without_none(
                {
                    "text": encode.text(answer.deadline.text),
                    **self.reckoned(answer.deadline.calculator),
                }
            )
        return without_none(
            {
                "title": encode.text(answer.title),
                "summary": encode.text(answer.summary),
                "today": [
                    without_none({"does": step.does, "text": encode.text(step.text)})
                    for step in answer.today
                ],
                "avoid": encode.texts(answer.avoid),
                "evidence": encode.texts(answer.evidence),
                "fallback": without_none(
                    {
                        "channel": channel.id,
                        "name": encode.text(channel.name),
                        "phone": channel.phone,
                        "href": relative(
                            page(self.edition.locale, Target("channel", channel.id)),
                            self.encode.base,
                        ),
                        "text": encode.text(answer.fallback),
                    }
                ),
                "deadline": deadline,
                "say": encode.text(answer.say) if answer.say else None,
                "sources": encode.sources(answer.sources),
            }
        )

    def reckoned(self, name: str | None) -> dict[str, Json]:
        """What says how the day of a deadline is reckoned."""
        calculator = self.project.calculators.get(name or "")
        if not isinstance(calculator, DateCalculator):
            return {}
        return {
            "calculator": calculator.id,
            "counts_from": calculator.counts_from,
            "parameter": calculator.within,
        }

    def calculator(self, name: str) -> Json:
        calculator = self.project.calculators[name]
        return {
            **as_data(calculator),
            "name": self.encode.text(self.edition.calculators[name]),
            "inputs": {
                question: self.encode.text(self.edition.questions[question])
                for question in calculator.inputs
            },
        }

    def calculators(self) -> list[str]:
        """Calculators that tell a reply or a deadline of this guide."""
        deadlines = (self.edition.answers[name].deadline for name in self.answers())
        named = {deadline.calculator for deadline in deadlines if deadline}
        named |= {variable.calculator for variable in self.logic.variables}
        return [name for name in self.project.calculators if name in named]

    def score(self) -> Json:
        """The range of scores that the leaves come to, and the points behind them."""
        score, span = self.logic.score, self.proved.score_range
        if score is None or span is None:
            return None
        return {
            "start": score.start,
            "least": span[0],
            "most": span[1],
            "points": dict(score.points),
        }

    def advice(self, name: str) -> Json:
        return {"text": self.encode.text(self.edition.advice[name].text)}

    def rule(self, name: str) -> Json:
        words = self.words.rules[name]
        return {
            "because": self.encode.text(words.because),
            "source": self.encode.sources(words.sources),
        }
