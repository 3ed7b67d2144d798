/** Types of `<guide-player>`; importing the module defines the element. */

import type { ErrorCode, Replies } from "./engine.js";

export { GuideError } from "./engine.js";

interface Told {
  /** Which guide, and the hash of its content; null before one is there. */
  guide: string | null;
  version: string | null;
}

export type ReadyDetail = Told;

export interface ReplyDetail extends Told {
  question: string | null;
  value: string | null;
  replies: Replies;
}

export interface AnswerDetail extends Told {
  answer: string;
  advice: string[];
  replies: Replies;
}

export interface ErrorDetail extends Told {
  code: Exclude<ErrorCode, "reply" | "today" | "code">;
  message: string;
  /** Whether the player will try again by itself. */
  retry: boolean;
  /** Whether it is the details that failed, and the guide goes on with brief answers. */
  details?: boolean;
}

export interface GuidePlayerEventMap {
  "guide-ready": CustomEvent<ReadyDetail>;
  "guide-reply": CustomEvent<ReplyDetail>;
  "guide-answer": CustomEvent<AnswerDetail>;
  "guide-error": CustomEvent<ErrorDetail>;
}

/** Attributes of the element, for frameworks that check them. */
export interface GuidePlayerAttributes {
  src: string;
  locale?: "zh" | "en" | "zh-Hant";
  /** Replies known from the start, such as `rail=card&waited=past`. */
  replies?: string;
  theme?: "light" | "dark";
  /** Hashes of the files that it may load, with spaces between. */
  integrity?: string;
  /** The level of its headings, 2 by default. */
  level?: string;
  today?: string;
}

export class GuidePlayer extends HTMLElement {
  /** Replies so far; null before the guide is there. */
  readonly conversation: { readonly replies: Replies; readonly raw: Replies } | null;
  /** Whether the present guide takes such a reply. */
  reply(question: string, value: string): boolean;
  /** Ask a question anew. */
  change(question: string): void;
  restart(): void;
  addEventListener<K extends keyof GuidePlayerEventMap>(type: K, listener: (event: GuidePlayerEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof GuidePlayerEventMap>(type: K, listener: (event: GuidePlayerEventMap[K]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "guide-player": GuidePlayer;
  }
  interface HTMLElementEventMap extends GuidePlayerEventMap {}
}
