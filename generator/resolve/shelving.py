"""Authored articles, terms, messages, notices, drills and chooser → `Library` in one locale."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.resolve import reading
from generator.resolve.prose import Prose
from generator.schema import Catalogue, Locale
from generator.schema import library as authored
from generator.schema.text import Line, Text, Words

ToProse = Callable[[Line | Text], Prose]


def library(catalogue: Catalogue, locale: Locale, prose: ToProse) -> reading.Library:
    """The library of a catalogue whose references are all known to hold."""
    shelver = _Shelver(locale, prose)
    chooser = next(iter(catalogue.choosers.values()), None)
    return reading.Library(
        articles={name: shelver.article(each.model) for name, each in catalogue.articles.items()},
        terms={name: shelver.term(name, each.model) for name, each in catalogue.terms.items()},
        messages={
            name: shelver.message(name, each.model) for name, each in catalogue.messages.items()
        },
        notices={
            name: shelver.notice(name, each.model) for name, each in catalogue.notices.items()
        },
        drills={name: shelver.drill(each.model) for name, each in catalogue.drills.items()},
        chooser=shelver.chooser(chooser.model) if chooser else None,
    )


def examples_of(model: authored.Examples) -> reading.Examples:
    """Authored amounts as decimals."""
    return reading.Examples(
        calculator=model.calculator,
        cases=tuple({name: Decimal(value) for name, value in case.items()} for case in model.cases),
    )


def sections(models: Iterable[authored.Section], prose: ToProse) -> tuple[reading.Section, ...]:
    """Parts of a page, whoever may read it."""
    return tuple(_section(model, prose) for model in models)


def _section(model: authored.Section, prose: ToProse) -> reading.Section:
    return reading.Section(
        id=model.id,
        title=prose(model.title),
        text=prose(model.text) if model.text else None,
        points=tuple(prose(point) for point in model.points),
        table=_table(model.table, prose) if model.table else None,
        examples=examples_of(model.examples) if model.examples else None,
    )


def _table(model: authored.Table, prose: ToProse) -> reading.Table:
    names = [column.id for column in model.columns]
    return reading.Table(
        titles=tuple(prose(column.title) for column in model.columns),
        rows=tuple(tuple(prose(row[name]) for name in names) for row in model.rows),
    )


@dataclass(frozen=True, slots=True)
class _Shelver:
    locale: Locale
    prose: ToProse

    def several(self, texts: Iterable[Line | Text]) -> tuple[Prose, ...]:
        return tuple(self.prose(text) for text in texts)

    def words(self, words: Words | None) -> tuple[str, ...]:
        own: tuple[str, ...] = getattr(words, self.locale) if words else ()
        return own

    def article(self, model: authored.Article) -> reading.Article:
        return reading.Article(
            id=model.id,
            group=model.group,
            order=model.order,
            title=self.prose(model.title),
            summary=self.prose(model.summary),
            sections=sections(model.sections, self.prose),
            issues=model.issues,
            sources=model.sources,
            aliases=self.words(model.aliases),
        )

    def term(self, name: str, model: authored.Term) -> reading.Term:
        return reading.Term(
            id=name,
            name=self.prose(model.name),
            also=self.words(model.also),
            meaning=self.prose(model.meaning),
            see=model.see,
            aliases=self.words(model.aliases),
        )

    def message(self, name: str, model: authored.Message) -> reading.Message:
        return reading.Message(
            id=name,
            family=model.family,
            texts=self.words(model.texts),
            meaning=self.prose(model.meaning),
            first=self.prose(model.first),
            issue=model.issue,
            replies=model.replies,
        )

    def notice(self, name: str, model: authored.Notice) -> reading.Notice:
        return reading.Notice(
            id=name,
            kind=model.kind,
            title=self.prose(model.title),
            text=self.prose(model.text),
            first_day=model.first_day,
            last_day=model.last_day,
            issues=model.issues,
            regions=model.regions,
            sources=model.sources,
        )

    def drill(self, model: authored.Drill) -> reading.Drill:
        return reading.Drill(
            id=model.id,
            order=model.order,
            title=self.prose(model.title),
            summary=self.prose(model.summary),
            scene=self.prose(model.scene),
            turns=tuple(self.turn(turn) for turn in model.turns),
            lesson=self.prose(model.lesson),
            issues=model.issues,
            sources=model.sources,
            aliases=self.words(model.aliases),
        )

    def turn(self, model: authored.DrillTurn) -> reading.DrillTurn:
        choices = (
            reading.DrillChoice(
                label=self.prose(choice.label), right=choice.right, says=self.prose(choice.says)
            )
            for choice in model.choices
        )
        return reading.DrillTurn(asks=self.prose(model.asks), choices=tuple(choices))

    def chooser(self, model: authored.Chooser) -> reading.Chooser:
        return reading.Chooser(
            criteria=tuple(
                reading.Criterion(
                    id=name,
                    title=self.prose(each.title),
                    look_for=self.prose(each.look_for),
                    weight=each.weight,
                )
                for name, each in model.criteria.items()
            ),
            exclusions=tuple(
                reading.Exclusion(
                    id=each.id,
                    when=each.when,
                    title=self.prose(each.title),
                    because=self.prose(each.because),
                )
                for each in model.exclusions
            ),
            kinds=tuple(self.kind(name, each) for name, each in model.kinds.items()),
        )

    def kind(self, name: str, model: authored.WalletKind) -> reading.WalletKind:
        return reading.WalletKind(
            id=name,
            title=self.prose(model.title),
            summary=self.prose(model.summary),
            good_for=self.several(model.good_for),
            watch=self.several(model.watch),
            marks=model.marks,
        )
