/**
 * Days as text such as "2026-11-18", and business days of a calendar.
 *
 * @typedef {{zone: string, first_day: string, last_day: string, weekend: number[],
 *   holidays: string[], working_days: string[]}} Calendar
 */

const DAY = 86400000;

/** No window is longer; a calendar without business days would have no end. */
const LONGEST_WINDOW = 9999;

/**
 * @param {string} text
 * @returns {number | null} days since 1970; null where there is no such day
 */
export function dayNumber(text) {
  const found = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  if (!found) {
    return null;
  }
  const time = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return dayText(time / DAY) === text.trim() ? time / DAY : null;
}

/** @param {number} day @returns {string} */
export function dayText(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * What day it is in a place.
 * @param {Date} now
 * @param {string} zone such as "Asia/Shanghai"
 * @returns {string}
 */
export function dayIn(now, zone) {
  // Swedes write days as we do.
  return now.toLocaleDateString("sv", { timeZone: zone });
}

/**
 * Whether business is done on a day; null outside the known days.
 * @param {Calendar} calendar @param {number} day
 * @returns {boolean | null}
 */
export function isBusinessDay(calendar, day) {
  const text = dayText(day);
  if (text < calendar.first_day || text > calendar.last_day) {
    return null;
  }
  if (calendar.working_days.includes(text)) {
    return true;
  }
  // In the calendar Monday is 1.
  return !calendar.holidays.includes(text) && !calendar.weekend.includes(new Date(text).getUTCDay() || 7);
}

/**
 * The last of `count` business days after `start`. Unknown days count: the earliest day possible.
 * @param {Calendar} calendar @param {number} start @param {number} count
 * @returns {{day: number, certain: boolean}}
 */
export function businessDaysAfter(calendar, start, count) {
  let day = start;
  let certain = true;
  for (let counted = 0; counted < count && day < start + LONGEST_WINDOW; ) {
    day += 1;
    const known = isBusinessDay(calendar, day);
    certain = certain && known !== null;
    counted += known === false ? 0 : 1;
  }
  return { day, certain };
}

/**
 * The same day of a later month; the last day of a shorter one stands for a day that it lacks.
 * @param {number} start @param {number} months
 * @returns {number}
 */
export function monthsAfter(start, months) {
  const date = new Date(start * DAY);
  const month = date.getUTCMonth() + months;
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last)) / DAY;
}
