"""A small, complete project in memory, with its guides: one issue, two guides and a jump.

The guide `triage` leads on to `payout`, which asks for an amount before it comes to what `triage`
has asked already. One of the two languages is enough for most tests; both are there.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from generator.guide import Guide, Leaf, Node, PlanRecord, Question
from generator.problems import Place
from generator.prove import Proof, Proved, Sample, region_count
from generator.render.pages.words import NEEDED
from generator.resolve import DateCalculator, FeeCalculator, Logic, Project
from generator.resolve.entities import (
    Advice,
    Answer,
    Channel,
    Deadline,
    Edition,
    GuideText,
    Issue,
    OptionText,
    Parameter,
    QuestionText,
    RuleText,
    Source,
    Step,
    Topic,
)
from generator.resolve.prose import ListBlock, Paragraph, Prose, Run, Target
from generator.resolve.reading import (
    Article,
    Chooser,
    Criterion,
    Drill,
    DrillChoice,
    DrillTurn,
    Examples,
    Exclusion,
    Library,
    Message,
    Notice,
    Section,
    Table,
    Term,
    WalletKind,
)
from generator.resolve.toolkit import Arrival, Demand, Evidence, Period, Recipient, Toolkit
from generator.schema import LOCALES, Locale
from generator.schema.entities import AgentNotes
from generator.schema.text import Text

AS_OF = date(2026, 11, 23)
AGENTS_WORDS = "for agents alone"
NASTY = "*a* _b_ `c` [d](e) ![f](g) {{ h }} {% i %} <script>j</script> &amp; \\* # k “引号” 　 😀"
"""What Markdown, Jinja2 and HTML would each like to take for themselves."""


def text(words: str) -> Prose:
    return Prose((Paragraph((Run(words),)),))


def rich(words: str) -> Prose:
    """A paragraph in every style, and a list."""
    runs = (
        Run(f"{words} "),
        Run("strong", em=True),
        Run("110", href="tel:110"),
        Run("outside", href="https://example.org/?a=1&b=2"),
        Run("inside", target=Target("channel", "support")),
        Run("issue", target=Target("issue", "payout-late")),
    )
    return Prose((Paragraph(runs), ListBlock(((Run("one"),), (Run("two"),)), ordered=False)))


TRIAGE: dict[str, Node] = {
    "q1": Question(question="hurt", children={"yes": "a1", "no": "q2", "unsure": "q2"}, least=1, most=2),
    "a1": Leaf(answer="stop", advice=(), because=("loss",)),
    "q2": Question(question="trouble", children={"late": "a2", "other": "a3"}, least=1, most=1),
    "a2": Leaf(answer="open-payout", advice=(), because=("late",)),
    "a3": Leaf(answer="ask", advice=(), because=("otherwise",)),
}  # fmt: skip
PAYOUT: dict[str, Node] = {
    "q1": Question(question="amount", children={"lte-100": "q2", "gt-100": "q3", "unsure": "q3"}, least=2, most=2),
    "q2": Question(question="trouble", children={"late": "a1", "other": "a2"}, least=1, most=1),
    "q3": Question(question="trouble", children={"late": "a3", "other": "a2"}, least=1, most=1),
    "a1": Leaf(answer="wait", advice=(), because=("small",)),
    "a2": Leaf(answer="ask", advice=(), because=("otherwise",)),
    "a3": Leaf(answer="wait", advice=("last", "first"), because=("small", "large")),
}  # fmt: skip


BILL = FeeCalculator(
    id="bill",
    unit="CNY",
    amount="sum",
    free="free",
    rate=Decimal("0.1"),
    minimum=Decimal("0.1"),
    maximum=Decimal(25),
    charged="paid",
)

DUE = DateCalculator(
    id="due",
    kind="due_date",
    counts_from="due-day",
    within="window",
    count=3,
    span="day",
    calendar=None,
)


def proved(name: str, nodes: Mapping[str, Node]) -> Proved:
    record = PlanRecord(
        method="optimal", expected_questions=2, expected_cost=2, lower_bound=1, states=3
    )
    guide = Guide(id=name, start="q1", nodes=nodes, plan=record)
    logic = Logic(
        guide=name,
        place=Place(f"rules/{name}.yml"),
        hit_policy="first",
        depth=8,
        variables=(),
        ask_first=(),
        facts=(),
        relevance=(),
        rules=(),
        advice=(),
        has_otherwise=True,
    )
    proof = Proof(regions=region_count(guide), sample=Sample("all", region_count(guide), 0))
    return Proved(logic=logic, guide=guide, proof=proof)


def small_guides() -> dict[str, Proved]:
    return {"triage": proved("triage", TRIAGE), "payout": proved("payout", PAYOUT)}


def small_project(words: str = "plain") -> Project:
    """The project; `words` stands in every text."""
    return Project(
        as_of=AS_OF,
        editions={locale: edition(locale, words) for locale in LOCALES},
        guides={name: each.logic for name, each in small_guides().items()},
        calendars={},
        calculators={"bill": BILL, "due": DUE},
        valid_until={"triage": None, "payout": date(2027, 1, 1)},
        agent_notes={("answer", "wait"): AgentNotes(notes=Text(zh=AGENTS_WORDS, en=AGENTS_WORDS))},
    )


def with_issue(project: Project, issue: Issue) -> Project:
    """The project with an issue more, or another in place of one."""
    editions = {
        locale: replace(each, issues={**each.issues, issue.id: issue})
        for locale, each in project.editions.items()
    }
    return replace(project, editions=editions)


def edition(locale: Locale, words: str) -> Edition:
    answers = ("stop", "open-payout", "ask", "wait")
    support = Channel(
        id="support",
        name=text(words),
        reach=rich(words),
        phone="400 000",
        hours=text(words),
        genuine=rich(words),
    )
    return Edition(
        locale=locale,
        name=text(f"{locale} {words}"),
        tagline=text(words),
        commonest={"payout-late": "withdrawal"},
        topics={"late": Topic(id="late", title=text(words), summary=text(words), order=1)},
        issues={"payout-late": issue("payout-late", words)},
        answers={name: answer(name, words) for name in answers},
        advice={
            "first": Advice(id="first", text=rich(words), order=1),
            "last": Advice(id="last", text=rich(words), order=2),
        },
        channels={"support": support},
        sources={
            "law": Source(id="law", title=text(words), url="https://example.org/law", checked_on=AS_OF),
            "habit": Source(id="habit", title=text(words), url=None, checked_on=AS_OF),
        },
        parameters={"window": window(words)},
        guides={
            "triage": guide_text("triage", words, ("loss", "late", "otherwise")),
            "payout": guide_text("payout", words, ("small", "large", "otherwise")),
        },
        calculators={name: text(words) for name in ("bill", "due")},
        questions={name: text(words) for name in ("sum", "free", "paid", "due-day")},
        words={key: f"{locale} {key} [value]" for key in (*NEEDED, "unit-cny")},
        library=library(words),
        sos=("stop", "wait"),
        toolkit=toolkit(words),
    )  # fmt: skip


def window(words: str) -> Parameter:
    return Parameter(
        id="window",
        name=text(words),
        value="3",
        unit="day",
        text=words,
        source="law",
        article=None,
        checked_on=AS_OF,
        valid_until=None,
        confidence="unconfirmed",
    )


def toolkit(words: str) -> Toolkit:
    """One of everything that the tools work with."""
    told = text(words)
    amounts = {"sum": Decimal(300), "free": Decimal(100), "paid": Decimal(1)}
    return Toolkit(
        arrivals=(
            Arrival(
                id="payout",
                region="cn",
                what=told,
                how=told,
                calculator="due",
                past=Target("issue", "payout-late"),
            ),
        ),
        fee=Examples(calculator="bill", cases=(amounts,)),
        fee_wrong=Target("answer", "ask"),
        periods=(
            Period(
                id="claim",
                region="cn",
                title=told,
                because=rich(words),
                calculator="due",
                sources=("law", "habit"),
            ),
        ),
        demands=(Demand(id="money", label=told, text=told),),
        recipients=(
            Recipient(
                id="firm",
                region="cn",
                stage="first",
                name=told,
                channel="support",
                opening=told,
                closing=told,
            ),
        ),
        evidence=(Evidence(id="late", title=told, issue="payout-late", answers=("wait", "ask")),),
        check_up="payout-late",
        points={"first": 30, "last": 70},
        regions={"cn": told, "other": told},
    )


def library(words: str) -> Library:
    """One of everything that there is to read."""
    told: dict[str, Any] = {"title": text(words), "summary": text(words)}
    whole = Section(
        id="whole",
        title=text(words),
        text=rich(words),
        points=(rich(words), text(words)),
        table=Table(titles=(text(words),) * 2, rows=((text(words), rich(words)),) * 2),
        examples=Examples(
            calculator="bill",
            cases=({"sum": Decimal(300), "free": Decimal(100), "paid": Decimal(1)},),
        ),
    )
    reading: dict[str, Any] = {"issues": ("payout-late",), "sources": ("law",), "order": 1, **told}
    choices = tuple(
        DrillChoice(label=text(words), right=r, says=rich(words)) for r in (True, False)
    )
    article = Article(id="limits", group="reference", sections=(whole,), **reading)
    see = ("payout-late", "limits", "wait", "late", "support")
    criterion = Criterion(id="safety", title=text(words), look_for=rich(words), weight=100)
    exclusion = Exclusion(id="scam", when={"hurt": "yes"}, title=text(words), because=rich(words))
    kind = {"good_for": (text(words),), "watch": (text(words),), **told}
    return Library(
        articles={"limits": article},
        terms={"payout": Term(id="payout", name=text(words), also=(words,), meaning=rich(words), see=see)},
        messages={
            "late": Message(
                id="late",
                family="withdrawal",
                texts=(words, "two"),
                meaning=text(words),
                first=text(words),
                issue="payout-late",
                replies={"hurt": "no"},
            )
        },
        notices={
            "outage": notice("outage", words, AS_OF, issues=("payout-late",)),
            "scam": notice("scam", words, AS_OF),
            "over": notice("over", words, AS_OF - timedelta(2), last_day=AS_OF - timedelta(1)),
        },
        drills={
            "call": Drill(
                id="call",
                scene=rich(words),
                turns=(DrillTurn(asks=rich(words), choices=choices),),
                lesson=rich(words),
                **reading,
            )
        },
        chooser=Chooser(
            criteria=(criterion,),
            exclusions=(exclusion,),
            kinds=(
                WalletKind(id="weak", marks={"safety": 1}, **kind),
                WalletKind(id="strong", marks={"safety": 3}, **kind),
            ),
        ),
    )  # fmt: skip


def notice(
    name: str,
    words: str,
    first_day: date,
    *,
    last_day: date | None = None,
    issues: tuple[str, ...] = (),
) -> Notice:
    return Notice(
        id=name,
        kind="outage",
        title=text(words),
        text=rich(words),
        first_day=first_day,
        last_day=last_day,
        issues=issues,
        regions=("cn",),
        sources=("law",),
    )


def issue(
    name: str, words: str = "plain", guide: str = "payout", replies: Mapping[str, str] | None = None
) -> Issue:
    return Issue(
        id=name,
        topic="late",
        title=text(words),
        summary=text(words),
        quick_answer=rich(words),
        symptoms=(rich(words),),
        aliases=("also called",),
        causes=(rich(words),),
        guide=guide,
        replies=replies or {},
        related=("payout-late",),
        prevention=(text(words),),
        sources=("law", "habit"),
    )


def answer(name: str, words: str) -> Answer:
    return Answer(
        id=name,
        title=text(words),
        summary=rich(words),
        today=(Step(text=rich(words), does="stop-loss"), Step(text=text(words), does=None)),
        avoid=(text(words),),
        evidence=(text(words),),
        channel="support",
        fallback=rich(words),
        deadline=Deadline(text=rich(words), calculator=None),
        say=text(words),
        sources=("law",),
        continues="payout" if name == "open-payout" else None,
        returns=False,
    )


def guide_text(name: str, words: str, rules: tuple[str, ...]) -> GuideText:
    options = {
        "hurt": ("yes", "no", "unsure"),
        "trouble": ("late", "other"),
        "amount": ("lte-100", "gt-100", "unsure"),
    }
    questions = {
        question: QuestionText(
            id=question,
            kind="number" if question == "amount" else "choice",
            text=text(words),
            help=rich(words),
            options={o: OptionText(label=rich(words), help=text(words)) for o in offered},
        )
        for question, offered in options.items()
    }
    because = {r: RuleText(id=r, because=rich(words), sources=("law", "habit")) for r in rules}
    return GuideText(id=name, title=text(words), questions=questions, rules=because)
