"""What the desk reckons, without its screen: secrets, macros, replies that cannot both be, records."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, Page

from generator import desk
from generator.pipeline import Compiled
from tests.browser.desk import LOAD, journeys

TODAY = "2026-11-25"
SCHEMA = Path(desk.__file__).with_name("transcript.schema.json")


@pytest.fixture(scope="module")
def page(browser: Browser, desk_address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{desk_address}/desk/zh.json")
    page.evaluate(LOAD, "zh")
    yield page
    page.close()


SECRETS = [
    ("card", "4111111111111111"),
    ("card", "4111 1111 1111 1111"),
    ("card", "6222-0212-3456-7890-128"),
    ("card", "4222222222222"),
    ("card", "9558820000000000006"),
    ("card", "2223003122003222"),
    ("identity", "11010519491231002X"),
    ("identity", "320106198506153018"),
    ("identity", "110105491231002"),
    ("code", "hunter2!", "密码是hunter2!"),
    ("code", "hunter2!", "password: hunter2!"),
    ("code", "letmein", "my password is letmein"),
    ("code", "654321", "验证码 654321"),
    ("code", "654321", "验证码是654321"),
    ("code", "654321", "the code is 654321"),
    ("code", "654 321", "My code was 654 321"),
    ("code", "８８２２１１", "验证码：８８２２１１"),
    ("code", "三八二九一零", "验证码是三八二九一零"),
    ("code", "三八二，九一零", "验证码我念给您：三八二，九一零"),
    ("code", "幺三五〇", "支付密码幺三五〇"),
    ("card", "六二二二零二一二三四五六七八九零", "卡号是六二二二零二一二三四五六七八九零一二八"),
    ("card", "四一一一 一一一一 一一一一", "四一一一 一一一一 一一一一 一一一一"),
    ("card", "6222021234567890", "银行卡号6222021234567890124"),
    ("identity", "三二零一零六一九八五零六一五三零一八"),
    ("code", "six six five two oh one", "the code is six six five two oh one"),
    ("code", "four, double nine, two", "my PIN: four, double nine, two"),
    (
        "card",
        "four one one one, one one one one, one one one one",
        "four one one one, one one one one, one one one one, one one one one",
    ),
]


@pytest.mark.parametrize("case", SECRETS, ids=[case[-1] for case in SECRETS])
def test_a_secret_is_masked_whatever_stands_around_it(page: Page, case: tuple[str, ...]) -> None:
    kind, secret, *said = case
    for text in (said[0] if said else secret, f"用户说{(said or [secret])[0]}，怎么办"):
        found = page.evaluate("(text) => desk.maskedWhole(text)", text)
        assert secret not in found["text"], found
        assert found["kinds"] == [kind]


INNOCENT = (
    "单号 20261125123456789", "工单 2026112500012345", "13800138000", "等了 3 天，金额 1,234.56",
    "4111111111111112", "the code does not arrive", "忘记密码了", "password was changed yesterday",
    "the password is wrong", "密码是错的", "my password is not accepted",
    "少了一百二十三元", "等了三天", "二零二六年一月开的", "密码试了三四五次都不对",
    "验证码收不到，一三八零零一三八零零零是我的手机号", "工单二零二六一一二五", "一二三四五，都试过了",
    "2026-11-25", "110", "4200002345202611251234567890", "one, two, three, four, none of them came",
    "the code never came, I tried two three four five times", "one of two wallets, three cards",
)  # fmt: skip


@pytest.mark.parametrize("text", INNOCENT)
def test_what_is_no_secret_stays_as_it_is(page: Page, text: str) -> None:
    assert page.evaluate("(text) => desk.maskedWhole(text).text", text) == text


def test_a_number_that_still_grows_is_masked_once_it_is_whole(page: Page) -> None:
    typed = "4111111111111111"
    shown = page.evaluate(
        """(typed) => [...typed, " "].reduce((text, sign) =>
             desk.maskedWhileTyping(text + sign, text.length + 1).text, "")""",
        typed,
    )
    assert shown.strip().lstrip("•*") == typed[-4:]


PIECES = """([text, values, out]) => {
  const made = desk.pieces(text, values, out);
  return [desk.sent(made), desk.stillOpen(made)];
}"""


def test_a_placeholder_without_a_value_stays_open(page: Page) -> None:
    text, left = page.evaluate(PIECES, ["您好，[[a]]。单号[[b]]。", {"a": "甲", "b": "  "}, []])
    assert left == ["b"]
    assert text == "您好，甲。单号[[b]]。"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("第一句。单号是[[a]]。第三句。", "第一句。第三句。"),
        ("One. Your number is [[a]]. Three.", "One. Three."),
        ("One.\n\nOnly [[a]].\n\nThree.", "One.\n\nThree."),
        ("说“[[a]]。”好。", "好。"),
    ],
)
def test_what_is_left_out_takes_its_sentence_with_it(page: Page, text: str, kept: str) -> None:
    assert page.evaluate(PIECES, [text, {}, ["a"]]) == [kept, []]


def test_every_macro_is_whole_once_its_placeholders_are_filled(page: Page) -> None:
    wrong = page.evaluate("""() => knowledge.macros.flatMap((macro) =>
      Object.values(macro.text).filter((text) => {
        const names = Object.keys(macro.placeholders);
        const filled = Object.fromEntries(names.map((name) => [name, "X1"]));
        const whole = desk.pieces(text, filled, []);
        const out = desk.pieces(text, {}, names);
        return desk.sent(whole).replace(/X1/g, "").length + 5 < text.replace(/\\[\\[[a-z0-9-]+\\]\\]/g, "").length
          || desk.stillOpen(whole).length || desk.stillOpen(out).length
          || /\\[\\[/.test(desk.sent(whole)) || /\\[\\[/.test(desk.sent(out));
      }).map(() => macro.id))""")
    assert wrong == []


RULED_OUT = """(today) => {
  const wrong = [];
  let count = 0;
  for (const [guide, relevance] of Object.entries(knowledge.relevance)) {
    const fresh = () => { const s = new desk.Session(knowledge, { today }); s.open(guide); return s; };
    const questions = fresh().view.questions;
    for (const question of Object.keys(relevance)) {
      for (const other of questions.filter((each) => each.question !== question)) {
        for (const { option } of other.options) {
          const alone = fresh();
          alone.reply(other.question, option.id);
          const seen = alone.view.questions.find((each) => each.question === question);
          if (!seen.against.length) continue;
          count += 1;
          const [first] = seen.options;
          const both = fresh();
          both.reply(question, first.option.id);
          both.reply(other.question, option.id);
          const told = both.view.questions.find((each) => each.question === question);
          if (JSON.stringify(told.against) !== JSON.stringify([other.question])
            || JSON.stringify(both.talk.leaf) !== JSON.stringify(alone.talk.leaf)
            || told.standing === "told") {
            wrong.push([guide, question, other.question, option.id, told]);
          }
        }
      }
    }
  }
  return [count, wrong.slice(0, 3)];
}"""


def test_a_reply_that_another_rules_out_does_not_count_and_that_reply_is_named(page: Page) -> None:
    count, wrong = page.evaluate(RULED_OUT, TODAY)
    assert (wrong, count > 0) == ([], True)


IDLE = """(today) => {
  const wrong = [];
  for (const guide of Object.keys(knowledge.guides)) {
    const session = new desk.Session(knowledge, { today });
    session.open(guide);
    while (session.talk.question) {
      for (const { question, standing, options } of session.view.questions) {
        if (standing !== "idle") continue;
        for (const { option, leads } of options) {
          const before = session.case;
          const possible = JSON.stringify(session.view.answers.map(({ answer }) => answer).sort());
          session.reply(question, option.id);
          const after = JSON.stringify(session.view.answers.map(({ answer }) => answer).sort());
          if (leads || possible !== after) wrong.push([guide, question, option.id]);
          session.case = before;
        }
      }
      session.press("1");
    }
  }
  return wrong.slice(0, 3);
}"""


def test_options_that_lead_nowhere_change_nothing(page: Page) -> None:
    assert page.evaluate(IDLE, TODAY) == []


def test_what_one_guide_has_asked_no_other_guide_of_the_caller_asks(page: Page) -> None:
    asked = page.evaluate(
        """(today) => {
          const session = new desk.Session(knowledge, { today });
          session.open("withdrawal-not-arrived");
          session.reply("scam-now", "no");
          return Object.keys(knowledge.guides).filter((guide) => {
            session.open(guide);
            return session.view.questions.some(({ question, standing }) =>
              question === "scam-now" && standing !== "told" && standing !== "idle");
          });
        }""",
        TODAY,
    )
    assert asked == []


def test_undoing_each_step_leads_back_to_an_empty_case(page: Page) -> None:
    left = page.evaluate(
        """(today) => {
          const session = new desk.Session(knowledge, { today });
          session.take(session.hits("提现没到账")[0], "提现没到账");
          for (const key of ["1", "Backspace", "3", "n", "1"]) session.press(key);
          while (session.press("Backspace"));
          return [session.case.guides, session.case.told, session.case.deeds];
        }""",
        TODAY,
    )
    assert left == [[], {}, []]


def test_the_tenth_option_and_those_behind_it_have_keys(page: Page) -> None:
    counts = [page.evaluate("(count) => desk.keysFor(count)", count) for count in (9, 10, 12)]
    assert [keys[9:] for keys in counts] == [[], ["0"], ["00", "01", "02"]]


RECORD = """([journeys, locale]) => journeys.map(({ today, legs }) => {
  const session = new desk.Session(knowledge, { today });
  session.open(legs[0].guide);
  legs.forEach(({ options, raw }, at) => {
    if (at > 0) session.press("g");
    Object.entries({ ...options, ...raw }).forEach(([question, value]) => session.reply(question, value));
  });
  session.fill("contact-day", "2026-12-01");
  const { answer } = session.talk;
  if (answer && answer.evidence.length) session.tick(`evidence:${answer.evidence[0].plain}`);
  const schema = "../schemas/transcript.schema.json";
  return desk.transcriptOf(session, { locale, schema, stages: {} });
})"""


def test_the_transcript_of_every_journey_keeps_to_its_schema(shipped: Compiled, page: Page) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    walks = journeys(shipped)
    records: list[dict[str, Any]] = page.evaluate(RECORD, [walks, "zh"])
    wrong = [
        (walk["name"], error.json_path, error.message)
        for walk, record in zip(walks, records, strict=True)
        for error in validator.iter_errors(record)
    ]
    assert wrong == []
    last = [record["guides"][-1]["answer"]["id"] for record in records]
    assert last == [walk["legs"][-1]["answer"] for walk in walks]


def test_a_record_of_another_shape_is_refused(page: Page, shipped: Compiled) -> None:
    (record,) = page.evaluate(RECORD, [journeys(shipped)[:1], "zh"])
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    changes: tuple[dict[str, Any], ...] = (
        {"began": "yesterday"}, {"guides": [{}]}, {"schema_version": "2.0"},
    )  # fmt: skip
    for change in changes:
        assert not validator.is_valid({**record, **change})


def test_no_secret_reaches_a_transcript_through_any_field(page: Page) -> None:
    card, code = "4111 1111 1111 1111", "778812"
    texts = page.evaluate(
        """([today, said]) => {
          const session = new desk.Session(knowledge, { today });
          session.take(session.hits("提现")[0], said);
          session.reply("scam-now", said);
          session.tellDay("elsewhere", said);
          session.press("3");
          for (const field of ["note", "contact-how", "ticket-number", "amount"]) session.fill(field, said);
          const record = desk.transcriptOf(session, { locale: "zh", schema: "", stages: {} });
          const how = { time: String, day: String };
          return [JSON.stringify([record, session.case]),
            ...[true, false].map((markdown) => desk.written(record, String, { ...how, markdown }))];
        }""",
        [TODAY, f"卡号 {card} 验证码 {code}"],
    )
    assert [text for text in texts if card[:9] in text or code in text] == []
    assert all(card[-4:] in text for text in texts)


def test_markdown_keeps_what_callers_say_from_becoming_markup(page: Page) -> None:
    text = page.evaluate(
        """(today) => {
          const session = new desk.Session(knowledge, { today });
          session.take(session.hits("提现")[0], "# <b>*x*</b> [y](z)");
          const record = desk.transcriptOf(session, { locale: "zh", schema: "", stages: {} });
          return desk.written(record, String, { time: String, day: String, markdown: true });
        }""",
        TODAY,
    )
    assert "\\# \\<b\\>\\*x\\*\\</b\\> \\[y\\](z)" in text


def test_the_macro_of_the_answer_comes_first_and_of_several_the_one_of_the_issue(
    page: Page,
) -> None:
    macros = [
        {"id": "else", "issues": ["x"], "answers": []},
        {"id": "issue", "issues": ["a"], "answers": []},
        {"id": "answer", "issues": ["x"], "answers": ["end"]},
        {"id": "both", "issues": ["a"], "answers": ["end"]},
    ]
    found = page.evaluate(
        """(macros) => ["end", null].map((answer) => {
          const { fitting, others } = desk.macrosFor(macros, { answer, issues: ["a"] });
          return [fitting, others].map((several) => several.map(({ id }) => id));
        })""",
        macros,
    )
    assert found[0] == [["both", "answer", "issue"], ["else"]]
    assert found[1] == [["issue", "both"], ["else", "answer"]]


def test_a_guide_to_which_an_answer_returns_asks_anew(page: Page) -> None:
    found = page.evaluate(
        """(today) => {
          const guides = structuredClone(knowledge.guides);
          for (const node of Object.values(guides["support-slow"].nodes)) {
            if (node.answer) node.continue = { guide: "triage", return: true };
          }
          const session = new desk.Session({ ...knowledge, guides }, { today });
          session.take(null);
          session.press("3");
          session.open("support-slow");
          while (session.talk.question) session.press("1");
          session.press("g");
          const asked = session.talk.question.question;
          session.press("3");
          return [session.case.guide, asked, session.talk.question.question !== asked,
            session.talkOf("support-slow").leaf !== null];
        }""",
        TODAY,
    )
    assert found == ["triage", "scam-now", True, True]
