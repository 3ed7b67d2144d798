export { readFragment, writeFragment } from "./address.js";
export { Conversation, createGuide } from "./conversation.js";
export { businessDaysAfter, dayIn, dayNumber, dayText, isBusinessDay } from "./days.js";
export { answersLeft, decidingReplies } from "./deciding.js";
export { reached, restrict, walk } from "./graph.js";
export { fee, inputsOf, lastDay } from "./reckon.js";
export { computedOption, optionFor } from "./replies.js";
export { nearestChanges } from "./why.js";
