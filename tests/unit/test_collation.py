"""The order of the index and the glossary."""

import pytest

from generator.render.collation import by_initial, in_order, initial


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("重置密码", "C"),
        ("银行", "Y"),
        ("“安全账户”骗局", "A"),
        ("ATM", "A"),
        ("110", "#"),
        ("賬戶", "Z"),
    ],
)
def test_chinese_stands_under_the_letter_of_its_pinyin(text: str, letter: str) -> None:
    assert initial(text, "zh") == letter


@pytest.mark.parametrize(
    ("text", "letter"), [("The bank", "B"), ("“Safe” account", "S"), ("2FA", "#")]
)
def test_english_stands_under_its_first_letter_without_an_article(text: str, letter: str) -> None:
    assert initial(text, "en") == letter


def test_syllables_and_then_tones_decide() -> None:
    titles = ["转账", "账户", "充值", "冲正", "安全中心", "110"]
    ordered = ["安全中心", "冲正", "充值", "账户", "转账", "110"]
    assert in_order(titles, str, "zh") == ordered


def test_what_begins_with_no_letter_comes_last() -> None:
    assert [letter for letter, _ in by_initial(["110", "银行", "安全"], str, "zh")] == [
        "A",
        "Y",
        "#",
    ]
