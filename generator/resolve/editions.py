"""The catalogue in one locale, for the public: texts filled in, agents' fields left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.problems import Problem
from generator.resolve import entities as public
from generator.resolve.calculators import own_day
from generator.resolve.logic import Logic, NumberBand
from generator.resolve.parameters import band_in_words, in_words
from generator.resolve.prose import (
    Block,
    ListBlock,
    Paragraph,
    Prose,
    Run,
    Target,
    TargetKind,
)
from generator.resolve.references import table
from generator.resolve.shelving import library
from generator.resolve.toolkits import toolkit
from generator.schema import Catalogue, Entry, markup
from generator.schema.entities import Advice, Answer, Channel, Parameter, Question, Topic
from generator.schema.rules import AdviceRule, GuideRules, Rule
from generator.schema.text import Line, Locale, Text, Words

LINKABLE: tuple[TargetKind, ...] = ("issue", "answer", "topic", "channel", "article")


def edition(
    catalogue: Catalogue,
    parameters: Mapping[str, Entry[Parameter]],
    logics: Mapping[str, Logic],
    locale: Locale,
) -> public.Edition:
    """The public edition of a catalogue whose references are all known to hold."""
    return _Editor(catalogue, parameters, locale).edition(logics)


def prose_in(
    catalogue: Catalogue, parameters: Mapping[str, Entry[Parameter]], locale: Locale
) -> Callable[[Line | Text], Prose]:
    """What turns authored texts into one locale's, figures and links filled in."""
    return _Editor(catalogue, parameters, locale).prose


def missing_words(catalogue: Catalogue, needed: Sequence[str]) -> list[Problem]:
    """Words of the interface that the generator needs and nobody wrote."""
    any_entry = next(iter(catalogue.words.values()), None)
    place = any_entry.document.place() if any_entry else catalogue.brand.place()
    return [
        Problem(
            code="R301",
            place=place,
            what=f'The word "{key}" is missing.',
            mend=f"Add `{key}: {{zh: …, en: …}}` under `words`.",
        )
        for key in needed
        if key not in catalogue.words and not catalogue.spoilt.may_hold("words", key)
    ]


class _Editor:
    """Turns authored models into one locale's entities."""

    def __init__(
        self, catalogue: Catalogue, parameters: Mapping[str, Entry[Parameter]], locale: Locale
    ) -> None:
        self.catalogue = catalogue
        self.locale = locale
        self.words = {
            key: str(getattr(entry.model, locale)) for key, entry in catalogue.words.items()
        }
        self.figures = {
            name: in_words(entry.model.value, entry.model.unit, self.words)
            for name, entry in parameters.items()
        }
        self.parameters = parameters
        self.linkable = {kind: table(catalogue, kind) for kind in LINKABLE}
        self.sources = {
            **{n: e.model for n, e in catalogue.sources.items()},
            **catalogue.brand.model.sources,
        }

    def edition(self, logics: Mapping[str, Logic]) -> public.Edition:
        catalogue = self.catalogue
        brand = catalogue.brand.model
        return public.Edition(
            locale=self.locale,
            name=self.prose(brand.name),
            tagline=self.prose(brand.tagline),
            commonest=brand.commonest,
            topics={name: self.topic(entry.model) for name, entry in catalogue.topics.items()},
            issues={name: self.issue(name) for name in catalogue.issues},
            answers={name: self.answer(entry.model) for name, entry in catalogue.answers.items()},
            advice={name: self.advice(entry.model) for name, entry in catalogue.advice.items()},
            channels={name: self.channel(model) for name, model in self.all_channels().items()},
            sources={name: self.source(name) for name in self.sources},
            parameters={name: self.parameter(name) for name in self.parameters},
            guides={
                name: self.guide(catalogue.guides[name].model, logic)
                for name, logic in logics.items()
            },
            calculators={
                name: self.prose(entry.model.name) for name, entry in catalogue.calculators.items()
            },
            questions=self.asked(),
            words=self.words,
            library=library(catalogue, self.locale, self.prose),
            sos=brand.sos,
            offline=brand.offline,
            toolkit=toolkit(catalogue, self.prose, self.target),
        )

    def asked(self) -> dict[str, Prose]:
        """The texts of all questions, and of the days from which calculators count."""
        calculators = self.catalogue.calculators.values()
        return {
            **{n: self.prose(entry.model.text) for n, entry in self.catalogue.questions.items()},
            **{own_day(c.id): self.prose(c.model.day) for c in calculators if c.model.day},
        }

    def topic(self, model: Topic) -> public.Topic:
        return public.Topic(
            id=model.id,
            title=self.prose(model.title),
            summary=self.prose(model.summary),
            order=model.order,
            private=model.private,
        )

    def advice(self, model: Advice) -> public.Advice:
        return public.Advice(id=model.id, text=self.prose(model.text), order=model.order)

    def all_channels(self) -> dict[str, Channel]:
        """The shared channels with the brand's own laid over."""
        shared = {name: entry.model for name, entry in self.catalogue.channels.items()}
        return {**shared, **self.catalogue.brand.model.channels}

    def channel(self, model: Channel) -> public.Channel:
        return public.Channel(
            id=model.id,
            name=self.prose(model.name),
            reach=self.prose(model.reach),
            phone=self.figures[model.phone] if model.phone else None,
            hours=self.prose(model.hours) if model.hours else None,
            genuine=self.prose(model.genuine),
            aliases=self.list(model.aliases) if model.aliases else (),
        )

    def source(self, name: str) -> public.Source:
        model = self.sources[name]
        return public.Source(
            id=name, title=self.prose(model.title), url=model.url, checked_on=model.checked_on
        )

    def issue(self, name: str) -> public.Issue:
        model = self.catalogue.issues[name].model
        return public.Issue(
            id=name,
            topic=model.topic,
            title=self.prose(model.title),
            summary=self.prose(model.summary),
            quick_answer=self.prose(model.quick_answer),
            symptoms=self.several(model.symptoms),
            aliases=self.list(model.aliases),
            causes=self.several(model.causes),
            guide=model.guide.id,
            replies=model.guide.replies,
            related=model.related,
            prevention=self.several(model.prevention),
            sources=model.sources,
        )

    def answer(self, model: Answer) -> public.Answer:
        deadline = model.deadline
        return public.Answer(
            id=model.id,
            title=self.prose(model.title),
            summary=self.prose(model.summary),
            today=tuple(public.Step(text=self.prose(step), does=step.does) for step in model.today),
            avoid=self.several(model.avoid),
            evidence=self.several(model.evidence),
            channel=model.fallback.channel,
            fallback=self.prose(model.fallback.text),
            deadline=public.Deadline(
                text=self.prose(deadline.text),
                calculator=deadline.calculator,
            )
            if deadline
            else None,
            say=self.prose(model.say) if model.say else None,
            sources=model.sources,
            continues=model.continues.guide if model.continues else None,
            returns=model.continues.returns if model.continues else False,
            presumed=model.continues.replies if model.continues else {},
            aliases=self.list(model.aliases) if model.aliases else (),
        )

    def parameter(self, name: str) -> public.Parameter:
        model = self.parameters[name].model
        return public.Parameter(
            id=name,
            name=self.prose(model.name),
            value=model.value,
            unit=model.unit,
            text=self.figures[name],
            source=model.source,
            article=self.prose(model.article) if model.article else None,
            checked_on=model.checked_on,
            valid_until=model.valid_until,
            confidence=model.confidence,
        )

    def guide(self, model: GuideRules, logic: Logic) -> public.GuideText:
        authored: list[Rule | AdviceRule] = [*model.rules, *model.advice]
        rules = {
            rule.id: public.RuleText(
                id=rule.id, because=self.prose(rule.because), sources=rule.sources
            )
            for rule in authored
        }
        if model.otherwise:
            rules["otherwise"] = public.RuleText(
                id="otherwise",
                because=self.prose(model.otherwise.because),
                sources=model.otherwise.sources,
            )
        questions = {
            variable.question: self.question(
                self.catalogue.questions[variable.question].model,
                dict(zip(variable.options, variable.bands, strict=True)),
            )
            for variable in logic.variables
        }
        return public.GuideText(
            id=model.id, title=self.prose(model.title), questions=questions, rules=rules
        )

    def question(self, model: Question, bands: Mapping[str, object]) -> public.QuestionText:
        authored = {option.id: option for option in model.options}
        options: dict[str, public.OptionText] = {}
        for name, band in bands.items():
            option = authored.get(name)
            if option is not None:
                label = self.prose(option.label)
            elif isinstance(band, NumberBand):
                text = band_in_words(band, self.words, self.locale)
                label = Prose((Paragraph((Run(text),)),))
            else:
                raise KeyError(name)
            help_text = self.prose(option.help) if option and option.help else None
            aliases = self.list(option.aliases) if option and option.aliases else ()
            options[name] = public.OptionText(label=label, help=help_text, aliases=aliases)
        return public.QuestionText(
            id=model.id,
            kind=model.kind,
            text=self.prose(model.text),
            help=self.prose(model.help) if model.help else None,
            options=options,
        )

    def list(self, words: Words) -> tuple[str, ...]:
        items: tuple[str, ...] = getattr(words, self.locale)
        return items

    def several(self, texts: Sequence[Line | Text]) -> tuple[Prose, ...]:
        return tuple(self.prose(text) for text in texts)

    def prose(self, text: Line | Text) -> Prose:
        blocks, _ = markup.parse_markup(getattr(text, self.locale))
        return Prose(tuple(self.block(block) for block in blocks))

    def block(self, block: markup.Block) -> Block:
        if isinstance(block, markup.ListBlock):
            return ListBlock(tuple(self.runs(item) for item in block.items), block.ordered)
        return Paragraph(self.runs(block.runs))

    def runs(self, runs: Sequence[markup.Run]) -> tuple[Run, ...]:
        result: list[Run] = []
        for run in runs:
            resolved = self.run(run)
            last = result[-1] if result else None
            if last is not None and replace(last, text="") == replace(resolved, text=""):
                result[-1] = replace(last, text=last.text + resolved.text)
            else:
                result.append(resolved)
        return tuple(result)

    def run(self, run: markup.Run) -> Run:
        target = self.target(run.link) if run.link else None
        if run.parameter is None:
            # A line end inside a paragraph is a space in English and nothing in Chinese.
            text = run.text.replace("\n", " " if self.locale == "en" else "")
            return Run(text, run.em, run.href, target)
        model = self.parameters[run.parameter].model
        text = self.figures[run.parameter]
        if model.unit == "phone" and run.href is None and target is None:
            return Run(text, run.em, f"tel:{text.replace(' ', '')}")
        if model.confidence == "unconfirmed":
            # YAML values lose the space at their ends, and Chinese needs none before a bracket.
            text += ("" if self.locale == "zh" else " ") + self.words["unconfirmed"]
        return Run(text, run.em, run.href, target)

    def target(self, name: str) -> Target:
        kind = next(kind for kind in LINKABLE if name in self.linkable[kind])
        return Target(kind, name)
