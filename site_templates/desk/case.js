import { begin } from "../player/conversation.js";
import { withoutSecrets } from "./masks.js";

/**
 * One caller: what was told, in any order, for all guides at once. A case never changes: each step
 * gives a new one. Whatever somebody typed has lost its secrets before it stands here.
 *
 * @typedef {{value: string, at: string, guide: string, presumed?: string}} Told
 *   `presumed` names where a reply comes from that the caller did not give: an answer or a search
 * @typedef {{at: string, did: string, [name: string]: string}} Deed
 * @typedef {object} Case
 * @property {string} began
 * @property {string[]} guides those of this caller, in the order in which they were opened
 * @property {string | null} guide the one before us
 * @property {string | null} issue the one through which it was opened
 * @property {Object<string, Told>} told question → reply
 * @property {Object<string, string[]>} anew guide → questions that it asks again, whatever was told
 * @property {string | null} asking the question to be asked next, where the agent chose one
 * @property {Deed[]} deeds
 * @property {Object<string, string>} ticked what was ticked → when
 * @property {Object<string, string>} fields note, contact and placeholders → text
 */

/** @param {string} at a time @returns {Case} */
export function newCase(at) {
  return {
    began: at,
    guides: [],
    guide: null,
    issue: null,
    told: {},
    anew: {},
    asking: null,
    deeds: [],
    ticked: {},
    fields: {},
  };
}

/** What the caller said, as typed into the search. */
export function hear(kase, text, at) {
  const heard = withoutSecrets(text.trim());
  return heard ? did(kase, { at, did: "heard", text: heard }) : kase;
}

/**
 * With a guide before us. Replies that come with it hold where nothing was told before.
 * @param {Case} kase
 * @param {{guide: string, issue?: string | null, replies?: Object<string, string>, presumed: string}} way
 * @param {string} at
 */
export function openGuide(kase, { guide, issue = null, replies = {}, presumed }, at) {
  const news = Object.entries(replies).filter(([question]) => !(question in kase.told));
  const told = {
    ...kase.told,
    ...Object.fromEntries(news.map(([question, value]) => [question, { value, at, guide, presumed }])),
  };
  const guides = kase.guides.includes(guide) ? kase.guides : [...kase.guides, guide];
  return did(
    { ...kase, guides, guide, told, asking: null, issue: issue || kase.issue },
    { at, did: "opened", guide, by: presumed },
  );
}

/** On from an answer into the guide in which it continues. */
export function goOn(kase, jump, answer, at) {
  const opened = openGuide(kase, { guide: jump.guide, replies: jump.return ? {} : jump.replies, presumed: answer }, at);
  const again = jump.return ? Object.keys(kase.told) : [];
  return { ...opened, anew: { ...opened.anew, [jump.guide]: again } };
}

export function closeGuide(kase, guide, at) {
  const guides = kase.guides.filter((each) => each !== guide);
  const now = kase.guide === guide ? guides[guides.length - 1] || null : kase.guide;
  return did({ ...kase, guides, guide: now, asking: null }, { at, did: "closed", guide });
}

export const showGuide = (kase, guide) => ({ ...kase, guide, asking: null });

export const askNext = (kase, question) => ({ ...kase, asking: question });

/** @param {Case} kase @param {string} question @param {string} value an option, an amount or a day */
export function tell(kase, question, value, at) {
  const clean = withoutSecrets(String(value));
  const before = kase.told[question];
  const told = { ...kase.told, [question]: { value: clean, at, guide: kase.guide } };
  const anew = Object.fromEntries(
    Object.entries(kase.anew).map(([guide, names]) => [guide, names.filter((name) => name !== question)]),
  );
  return did(
    { ...kase, told, anew, asking: null },
    { at, did: before ? "changed" : "replied", question, value: clean },
  );
}

export function takeBack(kase, question, at) {
  const { [question]: _, ...told } = kase.told;
  return did({ ...kase, told, asking: null }, { at, did: "removed", question });
}

/** Tick what is there or done; once more takes the tick away. */
export function tick(kase, what, at) {
  const { [what]: before, ...others } = kase.ticked;
  return { ...kase, ticked: before ? others : { ...others, [what]: at } };
}

/** What stands in a field of the case; nothing empties it. */
export function fill(kase, field, text) {
  const { [field]: _, ...others } = kase.fields;
  const clean = withoutSecrets(text);
  return { ...kase, fields: clean ? { ...others, [field]: clean } : others };
}

/** That something was sent or copied. */
export const note = (kase, deed) => did(kase, deed);

/** The values of all that was told to a guide. @returns {Object<string, string>} */
export function valuesFor(kase, guide) {
  const again = kase.anew[guide] || [];
  return Object.fromEntries(
    Object.entries(kase.told)
      .filter(([question]) => !again.includes(question))
      .map(([question, { value }]) => [question, value]),
  );
}

/** The conversation in a guide as far as the caller's replies lead. */
export function talkIn(kase, guide, setting) {
  const talk = begin(guide, { ...setting, replies: valuesFor(kase, guide.id) });
  return kase.asking && kase.guide === guide.id ? talk.asking(kase.asking) : talk;
}

function did(kase, deed) {
  return { ...kase, deeds: [...kase.deeds, deed] };
}
