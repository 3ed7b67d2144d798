import { dayNumber } from "../player/days.js";
import { lastDay } from "../player/reckon.js";
import { deciding } from "./reasons.js";
import { counted, optionsTold, questionsOf } from "./outlook.js";
import { valuesFor } from "./case.js";

/**
 * A case as a record: what was told when, where it led, by which version of which guide, what was
 * ticked, and who writes next. Held to `schemas/transcript.schema.json`.
 */

const RECORD_VERSION = "1.0";

/**
 * @param {import("./session.js").Session} session
 * @param {{locale: string, schema: string, stages: Object<string, string>}} setting `stages`: text by
 *   key of what can be ticked besides evidence
 */
export function transcriptOf(session, { locale, schema, stages }) {
  const kase = session.case;
  return {
    $schema: schema,
    schema_version: RECORD_VERSION,
    locale,
    began: kase.began,
    ended: session.now(),
    today: session.setting.today,
    heard: kase.deeds.filter(({ did }) => did === "heard").map(({ at, text }) => ({ at, text })),
    replies: repliesOf(session),
    guides: kase.guides.map((guide) => guideOf(session, guide)),
    evidence: evidenceOf(session),
    stages: Object.keys(kase.ticked)
      .filter((key) => key in stages)
      .map((key) => ({ at: kase.ticked[key], text: stages[key] })),
    next_contact: contactOf(kase.fields),
    ticket: kase.fields["ticket-number"] || null,
    note: kase.fields.note || "",
    sent: kase.deeds
      .filter(({ did }) => did === "sent")
      .map(({ at, macro, locale: language }) => ({ at, macro, locale: language })),
    deeds: kase.deeds.filter(({ did }) => did !== "heard" && did !== "sent").map(deedOf),
  };
}

function repliesOf(session) {
  const { told } = session.case;
  const talks = session.case.guides.map((guide) => session.talkOf(guide));
  return Object.entries(told).map(([question, { value, at, guide, presumed }]) => {
    const talk = talks.find((each) => questionsOf(each.guide).has(question));
    const node = talk && questionsOf(talk.guide).get(question);
    const option = talk ? optionsTold(talk, valuesFor(session.case, talk.guide.id))[question] || null : null;
    const label = node && node.options.find(({ id }) => id === option);
    return {
      at,
      guide,
      question,
      text: node ? node.text.plain : inputText(talks, question),
      value,
      option,
      label: label ? label.label.plain : null,
      presumed_from: presumed || null,
      counted_in: talks
        .filter((each) => counted(each, valuesFor(session.case, each.guide.id)).has(question))
        .map((each) => each.guide.id),
    };
  });
}

/**
 * The last day of the answer's deadline, where the day that it counts from was told.
 * @returns {{day: string, certain: boolean} | null}
 */
export function dueDay({ answer, guide, setting }, told) {
  const deadline = answer && answer.deadline;
  const start = deadline && deadline.counts_from && told[deadline.counts_from];
  const known = start && dayNumber(start.value) !== null;
  return known ? lastDay(guide.calculators[deadline.calculator], start.value, setting.calendars) : null;
}

function inputText(talks, question) {
  const inputs = talks.flatMap(({ guide }) =>
    Object.values(guide.calculators || {}).map((each) => each.inputs[question]),
  );
  const found = inputs.find(Boolean);
  return found ? found.plain : question;
}

function guideOf(session, name) {
  const talk = session.talkOf(name);
  const { guide, leaf, answer, question } = talk;
  const deadline = dueDay(talk, session.case.told);
  return {
    guide: guide.id,
    title: guide.title.plain,
    version: guide.version,
    as_of: guide.as_of,
    answer: leaf && {
      id: leaf.answer,
      title: answer.title.plain,
      summary: answer.summary.plain,
      advice: leaf.advice.map((id) => ({ id, text: guide.advice[id].text.plain })),
      because: leaf.because.map((rule) => ({ rule, text: guide.rules[rule].because.plain })),
      decided_by: deciding(talk),
      steps: answer.today.map(({ text }) => text.plain),
      deadline: answer.deadline
        ? {
            text: answer.deadline.text.plain,
            day: deadline && deadline.day,
            certain: deadline ? deadline.certain : null,
          }
        : null,
    },
    asking: question ? question.question : null,
  };
}

/** @returns {string} under which evidence is ticked: the same thing counts once for all answers */
export const evidenceKey = (plain) => `evidence:${plain}`;

function evidenceOf(session) {
  const { guides, ticked } = session.case;
  const wanted = guides
    .map((guide) => session.talkOf(guide))
    .flatMap(({ answer }) => (answer && answer.evidence) || []);
  const texts = [...new Set(wanted.map(({ plain }) => plain))];
  return texts.map((text) => ({ text, ticked: ticked[evidenceKey(text)] || null }));
}

function contactOf(fields) {
  const day = fields["contact-day"] || null;
  const how = fields["contact-how"] || "";
  return day || how ? { day, how } : null;
}

const deedOf = ({ at, did, guide, question, value, by }) =>
  Object.fromEntries(Object.entries({ at, did, guide, question, value, by }).filter(([, each]) => each !== undefined));

/**
 * @param {object} record as `transcriptOf` gives it
 * @param {(key: string, values?: Object<string, string>) => string} word
 * @param {{markdown: boolean, time: (at: string) => string, day: (day: string) => string}} how
 */
export function written(record, word, { markdown, time, day }) {
  const plain = (text) => (markdown ? text.replace(/([\\`*_[\]<>#|~])/g, "\\$1") : text).replace(/\n+/g, " ");
  const title = (text) => (markdown ? `\n## ${plain(text)}\n` : `\n${text}`);
  const box = (done) => (markdown ? `[${done ? "x" : " "}] ` : done ? "☑ " : "☐ ");
  const entry = (text) => `- ${text}`;
  const sections = [
    [word("record-heard"), record.heard.map(({ at, text }) => entry(`${time(at)} ${plain(text)}`))],
    [
      word("record-replies"),
      record.replies.map((reply) =>
        entry(
          `${time(reply.at)} ${plain(reply.text)} ${plain(replyText(reply, day))}${reply.presumed_from ? ` (${word("record-presumed")})` : ""}`,
        ),
      ),
    ],
    ...record.guides.map((guide) => [
      word("record-guide", { title: guide.title }),
      guideLines(guide, { word, plain, day }),
    ]),
    [word("record-evidence"), record.evidence.map(({ text, ticked }) => entry(box(ticked) + plain(text)))],
    [word("record-stages"), record.stages.map(({ text }) => entry(box(true) + plain(text)))],
    [
      word("record-contact"),
      record.next_contact
        ? [
            entry(
              plain(
                [record.next_contact.day && day(record.next_contact.day), record.next_contact.how]
                  .filter(Boolean)
                  .join(" · "),
              ),
            ),
          ]
        : [],
    ],
    [word("record-note"), record.note ? [plain(record.note)] : []],
    [word("record-sent"), record.sent.map(({ at, macro, locale }) => entry(`${time(at)} ${macro} (${locale})`))],
  ];
  const head = [
    `${markdown ? "# " : ""}${word("record-title")}`,
    "",
    `${time(record.began)} – ${time(record.ended)}${record.ticket ? ` · ${word("ticket")} ${plain(record.ticket)}` : ""}`,
  ];
  return (
    [...head, ...sections.filter(([, lines]) => lines.length).flatMap(([text, lines]) => [title(text), ...lines])]
      .join("\n")
      .trim() + "\n"
  );
}

/** A reply in words; an amount or a day is said beside the option that it means. */
function replyText({ value, label, option }, day) {
  if (value === option || label === null) {
    return label || value;
  }
  return `${/^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value} · ${label}`;
}

function guideLines({ version, as_of: asOf, answer }, { word, plain, day }) {
  const lines = [`- ${word("record-version", { version, day: day(asOf) })}`];
  if (!answer) {
    return [...lines, `- ${word("record-unfinished")}`];
  }
  return [
    ...lines,
    `- ${word("record-answer")} ${plain(answer.title)} (${answer.id})`,
    `- ${plain(answer.summary)}`,
    ...answer.advice.map(({ text }) => `- ${plain(text)}`),
    ...answer.because.map(({ text }) => `- ${word("record-because")} ${plain(text)}`),
    ...(answer.deadline
      ? [
          `- ${word("record-deadline")} ${plain(answer.deadline.text)}${answer.deadline.day ? ` ${day(answer.deadline.day)}` : ""}`,
        ]
      : []),
  ];
}
