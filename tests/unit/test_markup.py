"""Small Markdown: what it becomes, and what may not stand in it."""

import pytest

from generator.schema.markup import ListBlock, Paragraph, Run, parse_markup


def blocks(text: str) -> tuple[Paragraph | ListBlock, ...]:
    found, findings = parse_markup(text)
    assert findings == ()
    return found


def runs(text: str) -> tuple[Run, ...]:
    (block,) = blocks(text)
    assert isinstance(block, Paragraph)
    return block.runs


def codes(text: str) -> list[str]:
    return [finding.code for finding in parse_markup(text)[1]]


def test_emphasis_is_a_run_of_its_own() -> None:
    assert runs("先**冻结**再报警") == (Run("先"), Run("冻结", em=True), Run("再报警"))


def test_weak_and_strong_emphasis_are_one() -> None:
    assert runs("*a*") == runs("**a**") == runs("***a***")


def test_a_link_to_an_id_and_one_to_an_address_are_told_apart() -> None:
    assert runs("[银行](bank-support)") == (Run("银行", link="bank-support"),)
    assert runs("[law](https://a.org/b)") == (Run("law", href="https://a.org/b"),)
    assert runs("[call](tel:+86-10)") == (Run("call", href="tel:+86-10"),)


def test_a_parameter_is_a_run_with_its_name_alone() -> None:
    assert runs("等{{ window }}。") == (Run("等"), Run("", parameter="window"), Run("。"))
    assert runs("**{{window}}**") == (Run("", em=True, parameter="window"),)


def test_paragraphs_and_lists_are_blocks() -> None:
    first, items, numbers = blocks("a\n\n- b\n- c\n\n1. d\n2. e")
    assert isinstance(first, Paragraph)
    assert items == ListBlock(((Run("b"),), (Run("c"),)), ordered=False)
    assert numbers == ListBlock(((Run("d"),), (Run("e"),)), ordered=True)


def test_a_line_end_within_a_paragraph_is_kept_for_the_locale_to_decide() -> None:
    assert runs("a\nb") == (Run("a\nb"),)


def test_marks_behind_a_backslash_are_text() -> None:
    assert runs(r"5\*3, \*\*\*\*1234, \<b>") == (Run("5*3, ****1234, <b>"),)


def test_a_star_between_spaces_and_words_in_brackets_are_text() -> None:
    assert runs("5 * 3 [sic] a_b_c < d") == (Run("5 * 3 [sic] a_b_c < d"),)


def test_a_line_that_markdown_takes_for_a_definition_does_not_vanish() -> None:
    assert runs("[注意]: 不要点") == (Run("[注意]: 不要点"),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<b>x</b>", "S208"),
        ("<!-- x -->", "S208"),
        ("a<br>b", "S208"),
        ("[x](javascript:alert(1))", "S209"),
        ("<javascript:x>", "S209"),
        ("[x](data:text/html,y)", "S209"),
        ("[x](http://a.org)", "S209"),
        ("[x](Wait)", "S209"),
        ("[x](/zh/wait/)", "S209"),
        ("[x]()", "S209"),
        ("[官方客服]（bank-support）", "S209"),
        ("[support](bank support)", "S209"),
        ("{{a b}}", "S210"),
        ("{{}}", "S210"),
        ("{{a", "S210"),
        ("{% if x %}", "S210"),
        ("${x}", "S210"),
        ("[call](tel:{{line}})", "S210"),
        ("# a", "S211"),
        ("a\n---", "S211"),
        ("`a`", "S211"),
        ("    a", "S211"),
        ("> a", "S211"),
        ("a  \nb", "S211"),
        ("![a](https://a.org/b.png)", "S211"),
        ("- a\n  - b", "S211"),
        ("- a\n\n  b", "S211"),
        ("**注意：**不要", "S211"),
        ("*a", "S211"),
        ("2*3", "S211"),
        ("-", "S213"),
        ("a&#x202e;b", "Y103"),
        ("a&ZeroWidthSpace;b", "Y103"),
    ],
)
def test_what_may_not_stand_in_a_text_is_refused(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize("mark", ["{{", "[", "*a ", "![", "<", "&", "[a](", "_a", "a**b", "{{a}}"])
def test_long_texts_full_of_marks_are_read_in_bounded_time(mark: str) -> None:
    parse_markup(mark * 5_000)
