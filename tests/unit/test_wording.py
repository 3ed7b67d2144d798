"""What the checks on wording take for a figure, a long sentence, a contact, a change."""

from collections.abc import Mapping
from datetime import date

import pytest

from generator.schema import Locale
from generator.wording import wording
from generator.wording.aliases import normal
from generator.wording.figures import figures
from generator.wording.passages import FIGURE
from generator.wording.sentences import too_long
from generator.wording.translations import digest, ledger_text, record, translated_entries
from tests.golden.cases import catalogue_of, changed, good_project

ADVICE = "content/advice/keep-proof.yml"
TEXT = "text: {zh: 截图留好。, en: Keep a screenshot.}"


def codes(zh: str, en: str) -> list[str]:
    """What is said of an advice with these texts."""
    files = changed((ADVICE, TEXT, f"text:\n  zh: {zh}\n  en: {en}"))
    return [problem.code for problem in wording(catalogue_of(files), date(2026, 6, 15))]


def test_the_good_project_is_worded_well() -> None:
    assert wording(catalogue_of(good_project()), date(2026, 6, 15)) == []


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("zh", "最多 500 元"),
        ("zh", "一天 5000元"),
        ("zh", "上限 10 万元"),
        ("zh", "¥500 以内"),
        ("zh", "收 0.1%"),
        ("zh", "收百分之一"),
        ("zh", "3 个工作日"),
        ("zh", "15 日内答复"),
        ("zh", "72 小时"),
        ("zh", "最长 60 天"),
        ("zh", "13 个月"),
        ("zh", "保存 5 年"),
        ("zh", "10 秒到账"),
        ("en", "up to 500 yuan"),
        ("en", "at most £85,000"),
        ("en", "EUR 50"),
        ("en", "0.1% of it"),
        ("en", "two per cent is fine, 2 per cent is not"),
        ("en", "within 3 working days"),
        ("en", "a 72-hour limit"),
        ("en", "13 months"),
        ("en", "in 10 seconds"),
    ],
)
def test_money_percentages_and_periods_in_digits_are_figures(locale: Locale, line: str) -> None:
    assert len(list(figures(line, locale))) == 1


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("zh", f"最多 {FIGURE}"),
        ("zh", "2026 年 4 月 15 日起施行"),
        ("zh", "《2017 年支付服务条例》第 76 条"),
        ("zh", "1990 年代"),
        ("zh", "准备 3 样东西"),
        ("zh", "第 2 步"),
        ("zh", "找 24 小时客服"),
        ("zh", "下一个工作日"),
        ("zh", "三五天"),
        ("zh", "12 CFR 1005"),
        ("zh", "4 月 15 日"),
        ("en", f"within {FIGURE}"),
        ("en", "in force 15 April 2026"),
        ("en", "article 76 of 2017"),
        ("en", "write down 3 things"),
        ("en", "the next working day"),
        ("en", "a few days"),
        ("en", "in the 1990s"),
    ],
)
def test_dates_articles_and_counts_are_no_figures(locale: Locale, line: str) -> None:
    assert list(figures(line, locale)) == []


def test_forty_han_characters_are_a_sentence_and_one_more_is_too_long() -> None:
    assert list(too_long("字" * 40 + "。" + "字" * 40, "zh")) == []
    assert [length for _, length in too_long("字" * 41 + "。", "zh")] == [41]


def test_twenty_eight_words_are_a_sentence_and_one_more_is_too_long() -> None:
    assert list(too_long("word " * 27 + "word. " + "word " * 28, "en")) == []
    assert [length for _, length in too_long("word " * 28 + "word.", "en")] == [29]


def test_numbers_latin_words_and_parameters_count_as_one() -> None:
    line = "字" * 37 + " wallet 12,345.67 " + FIGURE
    assert list(too_long(line, "zh")) == []
    assert [length for _, length in too_long(line + "字", "zh")] == [41]


def test_a_parameter_may_be_repeated_in_one_language_only() -> None:
    assert codes("等 {{window}}，最多 {{window}}。", "Wait {{window}}, no more.").count("W501") == 0


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("准备 3 样东西。", "Have three things ready."),
        ("准备三样东西。", "Have 3 things ready."),
        ("2026 年 5 月 2 日。", "On 2 May 2026."),
        ("第一百二十二条。", "Article 122."),
        ("用户 1,000 万。", "Users: 10,000,000."),
    ],
)
def test_a_number_may_be_a_word_or_a_numeral_in_the_other_language(zh: str, en: str) -> None:
    assert "W502" not in codes(f'"{zh}"', f'"{en}"')


def test_listed_addresses_are_fine_and_others_are_not() -> None:
    assert codes("看 example.org。", "Look at www.example.org.") == []
    assert codes("看 example.net。", "Look at example.net.") == ["W506", "W506"]


@pytest.mark.parametrize(
    "words",
    [
        "help@example.net",
        "[mail](mailto:help@example.net)",
        "[call](tel:10086)",
        "call 999",
        "95599",
    ],
)
def test_addresses_for_mail_and_numbers_to_call_must_be_listed_too(words: str) -> None:
    assert codes(f'"{words}"', f'"{words}"').count("W506") == 2


@pytest.mark.parametrize(
    "words", ["打 8 折", "打了 100 次", "《2026》第 12345 号，12345 元", "v1.2.3"]
)
def test_other_numbers_are_none_to_call(words: str) -> None:
    assert "W506" not in codes(f'"{words}"', "Other.")


def test_a_label_of_a_chinese_button_may_stand_in_an_english_text() -> None:
    assert codes("点“保存”。", "Press “保存”.") == []
    assert codes("点保存。", "Press 保存.") == ["W513"]


def test_aliases_are_compared_without_case_width_and_spaces() -> None:
    assert normal("ＡＢ c　提 现") == normal("abC提现")


def test_a_digest_does_not_hang_on_white_space_or_width() -> None:
    assert digest("提现\n  ABC") == digest("提现 ＡＢＣ")
    assert digest("提现") != digest("充值")


def with_ledger(files: Mapping[str, str], ledger: str) -> dict[str, str]:
    return {**files, "content/translations.yml": ledger}


def whole_ledger(files: Mapping[str, str]) -> str:
    catalogue = catalogue_of(files)
    return ledger_text(record(catalogue, translated_entries(catalogue).keys()))


def stale_places(files: Mapping[str, str]) -> list[str]:
    problems = wording(catalogue_of(files), date(2026, 6, 15))
    return [str(problem.place) for problem in problems if problem.code == "W512"]


def test_nothing_is_stale_right_after_all_was_recorded() -> None:
    files = good_project()
    assert stale_places(with_ledger(files, whole_ledger(files))) == []


def test_without_a_ledger_nothing_is_stale() -> None:
    assert stale_places(good_project()) == []


def test_a_step_that_is_put_in_makes_only_itself_stale() -> None:
    ledger = whole_ledger(good_project())
    steps = "today:\n  - {does: stop-loss, zh: 停手。, en: Stop.}\n"
    files = changed(("content/answers/freeze-card.yml", "today:\n", steps))
    assert stale_places(with_ledger(files, ledger)) == ["content/answers/freeze-card.yml:7:27"]


def test_an_edit_of_the_english_text_alone_makes_nothing_stale() -> None:
    ledger = whole_ledger(good_project())
    files = changed((ADVICE, "Keep a screenshot.", "Take a screenshot."))
    assert stale_places(with_ledger(files, ledger)) == []


def test_recording_one_entry_leaves_the_lines_of_all_others() -> None:
    before = whole_ledger(good_project())
    edits = ((ADVICE, "截图留好。", "留图。"), ("content/topics/late.yml", "钱没到", "钱没来"))
    catalogue = catalogue_of(with_ledger(changed(*edits), before))
    after = ledger_text(record(catalogue, ["advice/keep-proof"]))
    changes = set(after.splitlines()) ^ set(before.splitlines())
    assert {line.split(":")[0].strip() for line in changes} == {"advice/keep-proof"}


def test_an_entry_that_is_gone_leaves_the_ledger() -> None:
    extra = "  advice/gone: {zh: [00000000]}\n"
    catalogue = catalogue_of(with_ledger(good_project(), whole_ledger(good_project()) + extra))
    assert "advice/gone" not in record(catalogue, [])
