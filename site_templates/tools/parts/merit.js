const FULL_MARK = 3;

/**
 * The weighted marks in percent of full marks, rounded half up; the same as when the page is made.
 * @param {Object<string, number>} weights whole numbers by criterion
 * @param {Object<string, number>} marks from 0 to 3 by criterion
 * @returns {number | null} null where nothing weighs
 */
export function meritOf(weights, marks) {
  const names = Object.keys(weights);
  const whole = names.reduce((sum, name) => sum + weights[name], 0);
  const total = names.reduce((sum, name) => sum + weights[name] * marks[name], 0);
  return whole ? Math.floor((200 * total + FULL_MARK * whole) / (2 * FULL_MARK * whole)) : null;
}
