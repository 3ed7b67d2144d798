"""Worked examples in the shipped texts, held to the shipped calculator."""

from decimal import Decimal

import pytest

from generator.pipeline import Compiled
from generator.resolve import FeeCalculator
from generator.schema import load
from generator.source import read_source
from tests.conftest import ROOT

EXAMPLES = [
    ("fee-example-amount", "fee-example-fee"),
    ("fee-example-small-amount", "fee-example-small-fee"),
]
"""Parameters: the amount withdrawn, and the fee shown for it."""


@pytest.fixture(scope="module")
def figures() -> dict[str, Decimal]:
    """The figures of the examples by parameter."""
    catalogue, _ = load(read_source(ROOT)[0])
    assert catalogue is not None
    return {
        name: Decimal(entry.model.value)
        for name, entry in catalogue.parameters.items()
        if name.startswith("fee-example-")
    }


@pytest.fixture
def calculator(shipped: Compiled) -> FeeCalculator:
    assert shipped.project is not None
    found = shipped.project.calculators["withdrawal-fee"]
    assert isinstance(found, FeeCalculator)
    return found


@pytest.fixture
def fee_due(shipped: Compiled) -> FeeCalculator:
    assert shipped.project is not None
    found = shipped.project.calculators["withdrawal-fee-due"]
    assert isinstance(found, FeeCalculator)
    return found


@pytest.mark.parametrize(
    ("amount", "free", "fee"),
    [
        ("1000", "1000", "0"),
        ("1000.01", "1000", "0.1"),
        ("1100", "1000", "0.1"),
        ("1110", "1000", "0.11"),
        ("50000", "20000", "30"),
    ],
)
def test_the_fee_due_is_free_at_the_allowance_and_never_below_the_smallest_fee(
    fee_due: FeeCalculator, amount: str, free: str, fee: str
) -> None:
    known = {"withdrawal-amount": Decimal(amount), "free-allowance-left": Decimal(free)}
    assert fee_due.value(known) == Decimal(fee)


def test_what_was_charged_too_much_is_what_exceeds_the_fee_due(
    calculator: FeeCalculator, fee_due: FeeCalculator
) -> None:
    known = {"withdrawal-amount": Decimal(3000), "free-allowance-left": Decimal(1000)}
    charged = {**known, "fee-charged": Decimal(5)}
    assert calculator.value(charged) == 5 - fee_due.value(known)


@pytest.mark.parametrize(("amount", "fee"), EXAMPLES)
def test_an_example_shows_the_fee_that_the_calculator_reckons(
    figures: dict[str, Decimal], calculator: FeeCalculator, amount: str, fee: str
) -> None:
    assert isinstance(calculator.free, str)
    known = {
        calculator.amount: figures[amount],
        calculator.free: figures["fee-example-allowance"],
    }
    assert calculator.due(known) == figures[fee]


def test_the_small_example_is_one_in_which_the_smallest_fee_is_due(
    figures: dict[str, Decimal], calculator: FeeCalculator
) -> None:
    taxed = figures["fee-example-small-amount"] - figures["fee-example-allowance"]
    assert calculator.minimum is not None
    assert 0 < taxed * calculator.rate / 100 < calculator.minimum
