/** Types of the headless engine, and of the published JSON as far as an app needs it. */

export type Locale = "zh" | "en" | "zh-Hant";

/** Question to option, or to an amount or a day as typed. */
export type Replies = Record<string, string>;

export interface Run {
  t: string;
  em?: boolean;
  href?: string;
}

export type Block = { runs: Run[] } | { list: "ordered" | "plain"; items: Run[][] };

/** A text as blocks of runs, and the same as plain text. Never HTML. */
export interface Text {
  blocks: Block[];
  plain: string;
}

export interface Band {
  unit?: string;
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  calendar?: string;
  zone?: string;
  after?: number;
  limit?: number;
}

export interface Option {
  id: string;
  label: Text;
  help?: Text;
  next: string;
  share?: number;
  band?: Band;
}

export interface QuestionNode {
  question: string;
  text: Text;
  help?: Text;
  kind: "choice" | "number" | "date" | "duration";
  least: number;
  most: number;
  cost?: number;
  minimum?: string;
  maximum?: string;
  step?: string;
  computed_by?: string;
  options: Option[];
}

export interface Jump {
  guide: string;
  return?: boolean;
  replies?: Replies;
}

export interface LeafNode {
  answer: string;
  advice: string[];
  because: string[];
  score?: number;
  continue?: Jump;
}

export interface Source {
  id: string;
  title: Text;
  url?: string;
  checked_on: string;
}

/** An answer in a brief guide. */
export interface BriefAnswer {
  title: Text;
  summary: Text;
  /** The page of the whole answer, relative to the guide's JSON. */
  url: string;
}

export interface Answer {
  title: Text;
  summary: Text;
  today: { does?: string; text: Text }[];
  avoid: Text[];
  evidence: Text[];
  fallback: { channel: string; name: Text; phone?: string; href: string; text: Text };
  deadline?: { text: Text; calculator?: string; counts_from?: string; parameter?: string };
  say?: Text;
  sources: Source[];
}

export interface Rule {
  because: Text;
  source?: Source[];
}

interface GuideBase {
  schema_version: string;
  id: string;
  version: string;
  as_of: string;
  valid_until: string | null;
  locale: Locale;
  title: Text;
  start: string;
  nodes: Record<string, QuestionNode | LeafNode>;
  advice: Record<string, { text: Text }>;
}

/** `guides/<locale>/<guide>.json`. Keys not named here may come; pass over them. */
export interface BriefGuide extends GuideBase {
  answers: Record<string, BriefAnswer>;
  /** The file beside it with whole answers and reasons. */
  details: string;
  rules?: undefined;
}

/** A guide with its details: `{ ...guide, answers: details.answers, rules: details.rules }`; so in bundles. */
export interface WholeGuide extends GuideBase {
  answers: Record<string, Answer>;
  rules: Record<string, Rule>;
}

export type GuideJson = BriefGuide | WholeGuide;

/** `guides/<locale>/<guide>.details.json`. */
export interface DetailsJson {
  schema_version: string;
  guide: string;
  version: string;
  locale: Locale;
  answers: Record<string, Answer>;
  rules: Record<string, Rule>;
}

export interface Calendar {
  zone: string;
  first_day: string;
  last_day: string;
  weekend: number[];
  holidays: string[];
  working_days: string[];
}

export type Calendars = Record<string, Calendar>;

export type ErrorCode = "newer" | "malformed" | "integrity" | "details" | "network" | "reply" | "today" | "calendars" | "code";

/** What is wrong, for programs. */
export class GuideError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message?: string);
}

export interface QuestionState {
  kind: "question";
  /** Of the question. */
  id: string;
  question: QuestionNode;
  /** How many questions are still to come, this one included. */
  least: number;
  most: number;
}

interface AnyAnswerState {
  kind: "answer";
  /** Of the answer. */
  id: string;
  advice: { id: string; text: Text }[];
  score?: number;
  /** The last day, where the day that it counts from was replied. */
  deadline: { day: string; certain: boolean } | null;
  continue: Jump | null;
}

export interface WholeAnswerState extends AnyAnswerState {
  whole: true;
  answer: Answer;
  because: ({ id: string } & Rule)[];
}

/** The end of a guide that was begun without its details. */
export interface BriefAnswerState extends AnyAnswerState {
  whole: false;
  answer: BriefAnswer;
  because: { id: string }[];
}

export type AnswerState = WholeAnswerState | BriefAnswerState;

export interface Change {
  /** Replies given otherwise. */
  changed: Replies;
  /** Replies to questions not asked before. */
  asked: Replies;
}

export interface Why {
  /** Answers that can still be reached. */
  possible: string[];
  /** The fewest replies that alone lead to this answer; null before the end. */
  decidedBy: Replies | null;
  /** For every other answer the smallest change that leads there. */
  others: Record<string, Change>;
}

/** A guide on its way. It never changes: each step gives a new one, or throws a GuideError. */
export class Guide {
  readonly guide: GuideJson;
  /** The options replied so far, as far as they are still needed. */
  readonly replies: Readonly<Replies>;
  /** The same as they were given: options, amounts, days. */
  readonly raw: Readonly<Replies>;
  /** Questions whose reply did not fit, or is not needed any more. */
  readonly dropped: readonly string[];
  /** Questions that are replied to, in their order. */
  readonly asked: readonly string[];
  readonly least: number;
  readonly most: number;
  readonly state: QuestionState | AnswerState;
  /** An option, an amount ("1000.50") or a day ("2026-11-18"). */
  reply(question: string, value: string | number): this;
  /** Many replies at once, in any order; what does not fit stands in `dropped`. */
  restrict(replies: Record<string, string | number>): this;
  /** Ask a question of the guide next. */
  ask(question: string): this;
  /** Ask a question anew; the other replies stay where they fit. */
  change(question: string): this;
  /** Without the last reply. */
  back(): this;
  why(): Why;
}

export interface Setting {
  /** Replies known from the start. */
  replies?: Record<string, string | number>;
  /** What `<guide>.details.json` holds; without it answers are brief. */
  details?: DetailsJson | string | unknown;
  /** `calendars` of `guides/calendars.json`; needed where days are replied. */
  calendars?: Calendars;
  /** Such as "2026-11-18"; else the present day where the calendars hold. */
  today?: string;
}

/** Begin a guide, brief or whole: its JSON, parsed or as text. */
export function createGuide(json: GuideJson | string | unknown, setting?: Setting): Guide;

export interface Codes {
  codes: Record<string, { family: string; issue: string; guide: string; replies: Replies; takes: { amount?: string; date?: string } }>;
}

export interface Known {
  /** An id of the table. */
  code?: string;
  /** Or the message, as it was shown. */
  text?: string;
  amount?: string | number;
  date?: string;
  locale?: Locale;
}

export interface Found {
  code: string;
  guide: string;
  issue: string;
  replies: Replies;
  /** Relative to the root of the site. */
  src: string;
  page: string;
}

/** The guide for an error, answered as far as it is known; `codes` is what `guides/codes.json` holds. */
export function guideFor(codes: Codes | unknown, known: Known): Found;

/** Replies in the fragment of an address, such as `#rail=card&waited=past`. */
export function readFragment(fragment: string): { replies: Replies; ask: string | null };
export function writeFragment(replies: Replies): string;
