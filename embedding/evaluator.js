/** A reader of published guides in one page, for any JavaScript. */

const whole = (text) => Math.round(Number(text) * 1e6); // Amounts in vectors have at most six places.
const day = (text) => Date.parse(`${text}T00:00:00Z`) / 864e5;
const text = (number) => new Date(number * 864e5).toISOString().slice(0, 10);

/** The last day of a band, and whether the calendar knows all days up to it. */
function endOf(start, { unit, limit, calendar }, calendars) {
  let [end, certain] = [start, true];
  for (let left = limit; left > 0; ) {
    end += 1;
    const { first_day, last_day, holidays, weekend, working_days } = calendars[calendar] || {};
    const inside = unit === "day" || (first_day <= text(end) && text(end) <= last_day);
    const off = unit !== "day" && (holidays.includes(text(end)) || weekend.includes(new Date(end * 864e5).getUTCDay() || 7));
    certain = certain && inside;
    left -= !off || !inside || working_days.includes(text(end)) ? 1 : 0;
  }
  return { end, certain };
}

/** The option that a reply means: an option id, an amount or a day; undefined if it means none. */
function optionFor({ kind, options }, reply, calendars, today) {
  const same = options.find(({ id }) => id === reply);
  if (same || reply === undefined || kind === "choice") return same;
  if (kind === "date") {
    for (const option of options) {
      if (!option.band || option.band.limit === undefined) return option;
      const { end, certain } = endOf(day(reply), option.band, calendars);
      if (day(today) <= end) return option;
      if (!certain) return options.find(({ id }) => id === "unsure");
    }
  }
  const value = whole(reply);
  const tests = { gt: (x) => value > x, gte: (x) => value >= x, lt: (x) => value < x, lte: (x) => value <= x };
  return options.find(({ band }) => band && Object.keys(tests).every((key) => band[key] === undefined || tests[key](whole(band[key]))));
}

/** The node where replies lead: a leaf, or the question to ask next. */
export function walk(guide, replies, calendars, today) {
  if (guide.schema_version.split(".")[0] !== "1") throw new Error(`a guide of version ${guide.schema_version}, not 1`);
  let node = guide.nodes[guide.start];
  for (let chosen = true; node.question && chosen; ) {
    chosen = optionFor(node, replies[node.question], calendars, today);
    node = chosen ? guide.nodes[chosen.next] : node;
  }
  return node;
}
