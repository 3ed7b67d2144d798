import { GuidePlayer } from "./element.js";

export { createGuide } from "./conversation.js";
export { GuidePlayer } from "./element.js";

GuidePlayer.define();
