import { GuidePlayer } from "./element.js";

export { GuideError } from "./errors.js";
export { GuidePlayer } from "./element.js";

GuidePlayer.define();
