"""Every journey through the desk's own logic in Chromium: in any order, and with few keys."""

from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.pipeline import Compiled
from tests.browser.desk import LOAD, journeys

SEED = 20261123
MOST_KEYS = 8

SHUFFLED = """([journeys, seed]) => {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const shuffled = (list) => list.map((each) => [random(), each]).sort(([a], [b]) => a - b).map(([, each]) => each);
  const wrong = [];
  for (const { name, today, legs } of journeys) {
    const session = new desk.Session(knowledge, { today });
    session.open(legs[0].guide);
    legs.forEach(({ guide, options, raw, answer, advice }, at) => {
      if (at > 0 && !session.press("g")) {
        wrong.push([name, "does not go on"]);
      }
      const news = Object.entries(options).filter(([question, option]) =>
        at === 0 || question in raw || !(question in session.talk.replies));
      for (const [question, option] of shuffled(news)) {
        session.reply(question, question in raw ? raw[question] : option);
      }
      const { leaf } = session.talk;
      const found = [session.talk.guide.id, leaf && leaf.answer, leaf && [...leaf.advice].sort()];
      if (JSON.stringify(found) !== JSON.stringify([guide, answer, advice])) {
        wrong.push([name, found, session.talk.question && session.talk.question.question]);
      }
    });
  }
  return wrong;
}"""

KEYS = """(journeys) => {
  const titles = Object.entries(knowledge.issues);
  const fits = (replies, options) => Object.entries(replies).every(([name, value]) => !(name in options) || options[name] === value);
  // What the caller has: an issue that opens this guide and says nothing against the journey.
  const begin = ({ guide, options }, session) => {
    const ways = titles.filter(([, issue]) => issue.guide === guide).map(([name, { title }]) => {
      const hits = session.hits(title);
      const at = hits.findIndex((hit) => knowledge.issues[hit.issue].guide === guide
        && fits({ ...knowledge.issues[hit.issue].replies, ...hit.replies }, options));
      return { hit: hits[at], title, keys: at + 1 };
    }).filter(({ hit }) => hit);
    return ways.sort((a, b) => a.keys - b.keys)[0] || { hit: null, title: "", keys: 1 };
  };
  return journeys.map(({ name, today, legs }) => {
    const session = new desk.Session(knowledge, { today });
    const { hit, title, keys: first } = begin(legs[0], session);
    session.take(hit, title);
    let keys = first;
    const told = {};
    for (const [at, { guide, options, answer }] of legs.entries()) {
      if (at > 0) {
        session.press("g");
        keys += 1;
      }
      Object.assign(told, options);
      while (session.talk.question) {
        const { question, options: offered } = session.talk.question;
        const place = offered.findIndex(({ id }) => id === told[question]);
        if (place < 0) {
          return { name, keys, lost: question };
        }
        for (const key of desk.keysFor(offered.length)[place]) {
          session.press(key);
          keys += 1;
        }
      }
      if (session.talk.guide.id !== guide || session.talk.leaf.answer !== answer) {
        return { name, keys, lost: `${session.talk.guide.id}: ${session.talk.leaf.answer}` };
      }
    }
    return { name, keys, lost: null };
  });
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, desk_address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{desk_address}/desk/zh.json")
    page.evaluate(LOAD, "zh")
    yield page
    page.close()


@pytest.fixture(scope="module")
def walks(shipped: Compiled) -> list[dict[str, Any]]:
    return journeys(shipped)


@pytest.mark.parametrize("turn", range(3))
def test_replies_in_any_order_lead_every_journey_to_its_answer_and_advice(
    page: Page, walks: list[dict[str, Any]], turn: int
) -> None:
    assert page.evaluate(SHUFFLED, [walks, SEED + turn]) == []


def test_few_keys_lead_from_the_search_to_the_answer(
    page: Page, walks: list[dict[str, Any]]
) -> None:
    found = page.evaluate(KEYS, walks)
    assert [each for each in found if each["lost"]] == []
    assert median(each["keys"] for each in found) <= MOST_KEYS
