import { decimal, percentOf } from "../../player/decimal.js";
import { plain } from "../../player/plain.js";

/** A figure as people type it: full-width digits, signs of currencies and spaces are read over. */
export function tidied(text) {
  const narrow = text.replace(/[０-９．，]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return narrow.replace(/[\s¥￥$€£元]/g, "");
}

/** @param {bigint} value @returns {string} such as "1,234.5" */
export function grouped(value) {
  const [whole, part] = plain(value).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
}

/**
 * A fee step by step: what each line is called, and the amount that it comes to.
 * @param {{rate: string, minimum?: string, maximum?: string}} schedule
 * @param {bigint} amount @param {bigint} free
 * @returns {{step: string, value: bigint}[]} the last is the fee
 */
export function workingOf({ rate, minimum, maximum }, amount, free) {
  const taxed = amount - free;
  const lines = [
    { step: "amount", value: amount },
    { step: "free", value: free },
  ];
  if (taxed <= 0n) {
    return [...lines, { step: "nothing", value: 0n }];
  }
  const share = (taxed * decimal(rate)) / (100n * decimal("1"));
  const due = percentOf(taxed, decimal(rate));
  lines.push({ step: "taxed", value: taxed }, { step: "share", value: share });
  if (due !== share) {
    lines.push({ step: "rounded", value: due });
  }
  if (minimum && due < decimal(minimum)) {
    lines.push({ step: "minimum", value: decimal(minimum) });
  }
  if (maximum && lines[lines.length - 1].value > decimal(maximum)) {
    lines.push({ step: "maximum", value: decimal(maximum) });
  }
  return lines;
}
