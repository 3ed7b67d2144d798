/** Days as a calendar file (RFC 5545): whole days without a time zone, with a reminder each. */

import { dayNumber, dayText } from "../../player/days.js";

const LONGEST = 75;
const compact = (day) => day.replace(/-/g, "");

/**
 * @param {{id: string, day: string, title: string, text: string}[]} events
 * @param {Date} now
 * @returns {string}
 */
export function calendarFile(events, now) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Help centre//Deadlines//EN", "CALSCALE:GREGORIAN"];
  for (const event of events) {
    lines.push(...eventLines(event, stamp));
  }
  return [...lines, "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines({ id, day, title, text }, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${id}-${compact(day)}@help-centre`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayText(dayNumber(day) + 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    "TRIGGER:-P2DT15H",
    "END:VALARM",
    "END:VEVENT",
  ];
}

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** No line longer than 75 bytes, and no character cut in two. */
function folded(line) {
  const encoder = new TextEncoder();
  const parts = [];
  let [part, size] = ["", 0];
  for (const sign of line) {
    const bytes = encoder.encode(sign).length;
    if (size + bytes > LONGEST) {
      parts.push(part);
      [part, size] = ["", 1];
    }
    part += sign;
    size += bytes;
  }
  return [...parts, part].join("\r\n ");
}
