"""Ids, figures and conditions after they are resolved."""

from datetime import date
from decimal import Decimal

import pytest

from generator.problems import Problem
from generator.resolve import Logic, Project
from generator.resolve.bands import Edge, band_id, cut, edges, plain, satisfies
from generator.resolve.formula import And, Fact, Formula, In, Negation, Or
from generator.resolve.guides import variables_in
from generator.resolve.logic import NumberBand
from generator.resolve.order import cycles_in, dependencies_first
from generator.resolve.parameters import band_in_words, figure, in_words
from generator.resolve.raw_replies import NotAReply, band_of_number
from generator.schema.conditions import Operator
from tests.golden.cases import changed, compiled, good_project

BRAND, RULES = "content/brand.yml", "rules/payout.yml"
FIGURES, AMOUNT = "content/parameters/figures.yml", "content/questions/amount.yml"
COMPARISON = "{gt: {parameter: allowance}}"


def good(*changes: tuple[str, str, str]) -> Project:
    project, problems = compiled(changed(*changes))
    assert project is not None, problems
    return project


def told(*changes: tuple[str, str, str]) -> list[Problem]:
    return compiled(changed(*changes))[1]


def options(logic: Logic, question: str) -> tuple[str, ...]:
    index = logic.index(question)
    assert index is not None
    return logic.variables[index].options


def names(*comparisons: tuple[Operator, str]) -> list[str]:
    found = [edge for operator, value in comparisons for edge in edges(operator, (Decimal(value),))]
    return [band_id(band) for band in cut(found, None)]


# ---- bands


def test_a_comparison_cuts_just_below_or_just_above_its_value() -> None:
    assert names(("gt", "5")) == names(("lte", "5")) == ["lte-5", "gt-5"]
    assert names(("gte", "5")) == names(("lt", "5")) == ["lt-5", "gte-5"]


def test_a_value_that_is_cut_on_both_sides_is_a_band_of_its_own() -> None:
    assert names(("gt", "5"), ("lt", "5")) == ["lt-5", "eq-5", "gt-5"]


def test_a_cut_made_twice_counts_once_however_it_is_written() -> None:
    assert names(("gt", "5"), ("lte", "5.00"), ("gt", "5")) == ["lte-5", "gt-5"]


def test_between_takes_both_ends_and_its_ends_may_be_equal() -> None:
    both = (Decimal(5), Decimal(5))
    assert edges("between", both) == (Edge(Decimal(5), above=False), Edge(Decimal(5), above=True))
    bands = cut(edges("between", both), None)
    assert [satisfies(band, "between", both) for band in bands] == [False, True, False]


def test_without_a_comparison_there_is_one_band() -> None:
    assert [band_id(band) for band in cut((), None)] == ["any"]


@pytest.mark.parametrize("value", ["4.99", "5", "5.01", "1000000"])
def test_every_number_lies_in_exactly_one_band(value: str) -> None:
    bands = cut([*edges("gt", (Decimal(5),)), *edges("lt", (Decimal(5),))], None)
    assert sum(band.holds(Decimal(value)) for band in bands) == 1


def test_bands_outside_the_range_of_a_question_are_left_out() -> None:
    project = good((RULES, COMPARISON, "{gte: 0}"))
    assert options(project.guides["payout"], "amount") == ("gte-0", "unsure")


def test_the_largest_value_still_has_its_band() -> None:
    change = (AMOUNT, "unit: CNY", "unit: CNY\nmaximum: 1000")
    assert options(good(change, (RULES, COMPARISON, "{gte: 1000}")).guides["payout"], "amount") == (
        "lt-1000",
        "gte-1000",
        "unsure",
    )


def test_an_amount_outside_the_range_is_no_reply() -> None:
    logic = good((AMOUNT, "unit: CNY", "unit: CNY\nmaximum: 5000")).guides["payout"]
    amount = logic.variables[1]
    assert band_of_number(amount, Decimal(5000)) == "gt-1000"
    with pytest.raises(NotAReply):
        band_of_number(amount, Decimal("5000.01"))


def test_a_guide_may_offer_a_date_question_without_unsure() -> None:
    change = (RULES, "  - id: sent-on\n", "  - id: sent-on\n    options: [inside, past]\n")
    logic = good(change).guides["payout"]
    assert options(logic, "sent-on") == ("inside", "past")
    assert len(logic.variables[0].bands) == 2


# ---- words


WORDS = {
    "unit-day": "[value] days",
    "unit-day-one": "[value] day",
    "unit-cny": "[value] yuan",
    "unit-second": "[value] seconds",
    "band-exactly": "exactly [low]",
    "band-from": "[low] or more",
    "band-over": "more than [low]",
    "band-up-to": "up to [high]",
    "band-under": "less than [high]",
    "band-any": "any amount",
}


@pytest.mark.parametrize(
    ("value", "text"), [("1", "1 day"), ("1.0", "1 day"), ("0", "0 days"), ("1.5", "1.5 days")]
)
def test_exactly_one_has_a_form_of_its_own(value: str, text: str) -> None:
    assert in_words(value, "day", WORDS) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1000", "1,000"),
        ("1000000.50", "1,000,000.5"),
        ("0.10", "0.1"),
        ("999", "999"),
        ("-1000", "-1,000"),
    ],
)
def test_figures_have_commas_and_no_needless_zeros(value: str, text: str) -> None:
    assert figure(Decimal(value)) == text


def test_a_telephone_number_stays_as_it_is() -> None:
    assert in_words("400-123-4567", "phone", WORDS) == "400-123-4567"


def test_a_time_in_seconds_is_told_in_words() -> None:
    assert in_words("10", "second", WORDS) == "10 seconds"


def test_figures_never_have_exponents() -> None:
    assert plain(Decimal("1E+3")) == "1000"
    assert plain(Decimal(100)) == "100"


@pytest.mark.parametrize(
    ("band", "text"),
    [
        (NumberBand(None, False, Decimal(5), True, "CNY"), "up to 5 yuan"),
        (
            NumberBand(Decimal(5), False, Decimal(9), False, "CNY"),
            "more than 5 yuan, less than 9 yuan",
        ),
        (NumberBand(Decimal(5), True, Decimal(5), True, "CNY"), "exactly 5 yuan"),
        (NumberBand(Decimal(9), True, None, False, "CNY"), "9 yuan or more"),
        (NumberBand(None, False, None, False, "CNY"), "any amount"),
    ],
)
def test_a_band_is_told_in_words(band: NumberBand, text: str) -> None:
    assert band_in_words(band, WORDS, "en") == text


# ---- order


def test_cycles_begin_with_the_first_given_name_and_do_not_depend_on_the_order_of_sets() -> None:
    needs = {"c": {"a", "b"}, "a": {"b", "c"}, "b": {"x"}}
    assert list(cycles_in(needs)) == [("c", "a")]


def test_cycles_that_share_no_name_are_all_found() -> None:
    needs = {"a": {"b"}, "b": {"a"}, "c": {"c"}, "d": {"a"}}
    assert sorted(cycles_in(needs)) == [("a", "b"), ("c",)]


def test_names_stand_behind_all_that_they_need() -> None:
    assert dependencies_first({"c": {"b"}, "a": set(), "b": {"a", "x"}}) == ("a", "b", "c")


def test_the_variables_of_a_condition_are_found_through_facts() -> None:
    facts: dict[str, Formula] = {
        "f": Or((In(0, frozenset((1,))), Fact("g"))),
        "g": Negation(In(2, frozenset((0,)))),
    }
    assert variables_in(And((Fact("f"), Fact("f"))), facts) == {0, 2}
    assert variables_in(None, facts) == set()


# ---- the brand


OWN = """
parameters:
  window:
    name: {zh: 期限, en: Window}
    value: 7
    unit: business-day
    source: practice
    checked_on: 2026-06-01
    confidence: official
channels:
  desk:
    id: desk
    name: {zh: 柜台, en: Desk}
    reach: {zh: 到柜台。, en: Come to the desk.}
    genuine: {zh: 有牌子。, en: It has a sign.}
"""


def branded(*changes: tuple[str, str, str]) -> Project:
    return good((BRAND, "en: Keep calm}\n", "en: Keep calm}\n" + OWN), *changes)


TO_THE_DESK = ("content/answers/wait.yml", "channel: support", "channel: desk")


def test_a_parameter_of_the_brand_takes_the_place_of_the_shared_one() -> None:
    project = branded(TO_THE_DESK)
    assert project.editions["en"].parameters["window"].value == "7"
    assert "7 working days" in project.editions["en"].answers["wait"].today[0].text.plain


def test_a_channel_that_only_the_brand_has_can_be_named_and_linked() -> None:
    link = ("content/answers/freeze-card.yml", "[your bank](bank)", "[your bank](desk)")
    edition = branded(TO_THE_DESK, link).editions["en"]
    assert edition.answers["wait"].channel == "desk"
    runs = edition.answers["freeze-card"].today[0].text.runs
    assert [run.target.kind for run in runs if run.target] == ["channel"]


def test_what_only_the_brand_has_and_nothing_uses_is_told() -> None:
    problems = told((BRAND, "en: Keep calm}\n", "en: Keep calm}\n" + OWN))
    assert [(p.code, p.place.file) for p in problems] == [("R306", BRAND)]


# ---- dates


def test_a_guide_is_valid_until_the_first_day_on_which_something_it_uses_lapses() -> None:
    until = ("unit: business-day\n", "unit: business-day\n    valid_until: 2026-09-01\n")
    assert good().valid_until == {"payout": date(2027, 1, 1), "start": None}
    assert good((FIGURES, *until)).valid_until["payout"] == date(2026, 9, 1)


def test_a_calendar_may_end_on_the_last_day_that_dates_reach() -> None:
    changes = [
        ("content/calendars/cn.yml", "first_day: 2026-01-01", "first_day: 2170-01-01"),
        ("content/calendars/cn.yml", "last_day: 2026-12-31", "last_day: 2199-12-31"),
        (
            "content/calendars/cn.yml",
            "  - first: 2026-10-01\n    last: 2026-10-07\n",
            "  - first: 2199-12-30\n    last: 2199-12-31\n",
        ),
        ("content/calendars/cn.yml", "working_days: [2026-10-10]\n", ""),
    ]
    assert good(*changes).valid_until["payout"] == date(2200, 1, 1)


# ---- one slip, one message


FOLLOW_UPS = {
    "an unreadable answer": (("content/answers/wait.yml", "title:", "title: ["), ["Y102"]),
    "an unreadable file of parameters": ((FIGURES, "parameters:", "parameters: ["), ["Y102"]),
    "an unreadable question": ((AMOUNT, "id: amount", "id: [amount"), ["Y102"]),
    "a parameter that does not fit": ((FIGURES, "value: 1000", "valeu: 1000"), ["S201"]),
    "a value that is no figure": ((FIGURES, "value: 1000", "value: many"), ["S203"]),
    "a limit that is no figure": ((FIGURES, "value: 3", "value: three"), ["S203"]),
    "an id that is not the file's name": ((AMOUNT, "id: amount", "id: amuont"), ["S206"]),
    "an unreadable calendar": (("content/calendars/cn.yml", "id: cn", "id: 'cn"), ["Y102"]),
    "an unreadable guide": (("rules/start.yml", "id: start", "id: {start"), ["Y102"]),
    "a condition that means nothing": ((RULES, COMPARISON, "{above: 1}"), ["S212"]),
    "an unknown question": ((RULES, "  - id: amount", "  - id: amuont"), ["R301"]),
    "an unknown option": ((RULES, "{sent-on: past}", "{sent-on: pats}"), ["R301"]),
    "a word without English": (
        ("content/words.yml", '{zh: "任意金额", en: "any amount"}', '{zh: "任意金额"}'),
        ["S202"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FOLLOW_UPS)
def test_one_slip_gives_one_error(name: str) -> None:
    change, codes = FOLLOW_UPS[name]
    assert [problem.code for problem in told(change)] == codes


def test_the_good_project_has_nothing_that_slips_could_hide_behind() -> None:
    assert compiled(good_project())[1] == []
