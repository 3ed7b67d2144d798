/** What every page loads: leaving at once, the same place in other languages, "did this help?", and reading without a network. */
import { listenForExit } from "./exit.js";
import { askWhetherPagesHelp } from "./feedback.js";
import { keepPlace } from "./languages.js";
import { offerToKeep, startOffline } from "./offline.js";

listenForExit(document);
keepPlace(document);
askWhetherPagesHelp(document);
startOffline().then((worker) => worker && offerToKeep(document, worker));
