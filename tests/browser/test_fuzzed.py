"""Guides that are none: 10,000 spoilt files, brief, whole or details, against engine and element."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

BATCHES, ENGINE, ELEMENT = 10, 900, 100
KINDS = ("changed", "cut short", "huge", "cyclic", "of wrong types")

SPOIL = """async () => {
  window.engine = await import("/player/engine.js");
  const names = ["protect-personal-info", "forgot-password"];
  const load = async (name) => (await fetch(`/guides/en/${name}.json`)).json();
  const pairs = await Promise.all(names.map(async (name) => [await load(name), await load(`${name}.details`)]));
  window.files = pairs.map(([brief, details]) => ({ brief, details, whole: { ...brief, answers: details.answers, rules: details.rules } }));
  window.calendars = (await (await fetch("/guides/calendars.json")).json()).calendars;

  // mulberry32: small, and the same everywhere.
  window.random = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const MARKUP = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
  const WRONG = [null, true, 0, -1, 1e308, 1e21, "", "x", MARKUP, [], {}, [[]], [null], "__proto__", "constructor",
    "javascript:window.hit=1", "https://[", "\\u202e", { plain: MARKUP, blocks: [{ runs: [{ t: MARKUP, href: "javascript:window.hit=1" }] }] }];

  /** Every place in a guide that can be reached by chance: its parent and key. */
  const place = (data, draw) => {
    let [parent, key] = [{ data }, "data"];
    for (let depth = Math.floor(draw() * 9); depth > 0; depth -= 1) {
      const here = parent[key];
      const keys = here && typeof here === "object" ? Object.keys(here) : [];
      if (!keys.length) break;
      [parent, key] = [here, keys[Math.floor(draw() * keys.length)]];
    }
    return [parent, key];
  };

  /** A guide and its details, of which one is spoilt. */
  window.spoilt = (kind, draw) => {
    const { brief, details, whole } = files[Math.floor(draw() * files.length)];
    const which = draw();
    if (which < 0.3 && !["huge", "cyclic"].includes(kind)) return [JSON.stringify(brief), ruined(kind, details, draw)];
    return [ruined(kind, which < 0.7 ? brief : whole, draw), JSON.stringify(details)];
  };

  const ruined = (kind, file, draw) => {
    const text = JSON.stringify(file);
    if (kind === "cut short") return text.slice(0, Math.floor(draw() * text.length));
    const data = JSON.parse(text);
    const nodes = Object.values(data.nodes || {});
    if (kind === "huge") {
      const many = draw() < 0.02 ? 6000 : 40;
      const text = { plain: "x", blocks: [] };
      const option = (id, next) => ({ id, label: text, next: `x${next}` });
      for (let n = 0; n < many; n += 1) data.nodes[`x${n}`] = { question: `q${n % 50}`, kind: "choice", text, least: 1, most: 9, options: [option("a", n + 1), option("b", n + 2)] };
      [data.nodes[`x${many}`], data.nodes[`x${many + 1}`]] = nodes.filter(({ answer }) => answer);
      data.title.plain = "x".repeat(1e4);
      data.start = "x0";
    }
    if (kind === "cyclic") {
      for (let n = 0; n < 3; n += 1) {
        const node = nodes[Math.floor(draw() * nodes.length)];
        const back = Object.keys(data.nodes)[Math.floor(draw() * nodes.length)];
        (node.options || []).forEach((option) => { if (draw() < 0.5) option.next = back; });
      }
    }
    for (let n = kind === "changed" ? 1 : kind === "of wrong types" ? 4 : 0; n > 0; n -= 1) {
      const [parent, key] = place(data, draw);
      if (draw() < 0.3 && parent && typeof parent === "object") delete parent[key];
      else parent[key] = structuredClone(WRONG[Math.floor(draw() * WRONG.length)]);
    }
    return JSON.stringify(data) ?? "";
  };

  /** Walk as far as a guide leads. What is thrown must say what is wrong. */
  window.walked = ([text, details], draw) => {
    try {
      // Half of the guides are begun without their details.
      let talk = engine.createGuide(text, { details: draw() < 0.5 ? details : undefined, calendars, today: "2026-11-25" });
      for (let step = 0; step < 30 && talk.state.kind === "question"; step += 1) {
        const { question } = talk.state;
        const { id } = question.options[Math.floor(draw() * question.options.length)];
        talk = talk.reply(question.question, draw() < 0.2 ? "2026-11-20" : id);
      }
      talk.why();
      talk.back().restrict({ "no-such": "no" });
      return "sound";
    } catch (error) {
      return error instanceof engine.GuideError && error.code ? error.code : `untyped ${error.stack}`;
    }
  };

  const real = window.fetch;
  window.fetch = (address, ...rest) => {
    const at = String(address).includes("/spoilt.json") ? 0 : String(address).includes("/guides/en/") ? 1 : null;
    return at === null ? real(address, ...rest) : Promise.resolve(new Response(window.served[at]));
  };
  await import("/player/guide-player.js");
}"""

ENGINE_BATCH = """([kinds, first, count]) => {
  const found = {};
  for (let n = first; n < first + count; n += 1) {
    const draw = random(n);
    const result = walked(spoilt(kinds[n % kinds.length], draw), draw);
    found[result] = (found[result] || 0) + 1;
  }
  return found;
}"""

ELEMENT_BATCH = """async ([kinds, first, count]) => {
  const found = {};
  const told = [];
  addEventListener("error", ({ message }) => told.push(message));
  addEventListener("unhandledrejection", ({ reason }) => told.push(String(reason)));
  for (let n = first; n < first + count; n += 1) {
    const draw = random(n);
    window.served = spoilt(kinds[n % kinds.length], draw);
    const player = document.createElement("guide-player");
    for (const [name, value] of [["src", "/guides/en/spoilt.json"], ["locale", "en"]]) player.setAttribute(name, value);
    const ended = new Promise((done) => ["guide-ready", "guide-error"].forEach((type) => player.addEventListener(type, ({ detail }) => detail.details || done(detail.code || "sound"))));
    let lack = null;
    player.addEventListener("guide-error", ({ detail }) => { if (detail.details) lack = detail.code; });
    document.body.append(player);
    let result = await ended;
    for (let step = 0; step < 12 && result === "sound"; step += 1) {
      const options = player.shadowRoot.querySelectorAll(".option");
      if (!options.length) break;
      options[Math.floor(draw() * options.length)].click();
      if (player.hasAttribute("error")) result = player.getAttribute("error");
    }
    const waits = () => player.conversation && !player.guide.rules && !player.whole && !lack;
    for (let n = 0; n < 20 && waits(); n += 1) await new Promise((done) => setTimeout(done));
    if (result === "sound" && lack) result = `brief, for details are ${lack}`;
    const inside = player.shadowRoot.querySelectorAll("script, img, iframe, [onerror], [style], a[href^='javascript']").length;
    if (inside) told.push(`markup in ${n}`);
    found[result] = (found[result] || 0) + 1;
    player.remove();
  }
  return [found, told, Boolean(window.hit)];
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{address}/guides/index.json")
    page.evaluate(SPOIL)
    yield page
    context.close()


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_engine_ends_with_an_answer_or_an_error_that_says_why(page: Page, batch: int) -> None:
    found = page.evaluate(ENGINE_BATCH, [KINDS, batch * ENGINE, ENGINE])
    assert [result for result in found if result.startswith("untyped")] == []
    assert sum(found.values()) == ENGINE
    assert found["malformed"] > ENGINE / 5


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_element_draws_no_markup_and_tells_what_is_wrong(page: Page, batch: int) -> None:
    first = BATCHES * ENGINE + batch * ELEMENT
    found, told, hit = page.evaluate(ELEMENT_BATCH, [KINDS, first, ELEMENT])
    assert (told, hit) == ([], False)
    assert sum(found.values()) == ELEMENT
    assert found["malformed"] > ELEMENT / 8
    assert found["brief, for details are malformed"] > 0
