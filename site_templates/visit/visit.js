/**
 * What every page loads: leaving at once, the same place in other languages, replies kept when asked, terms explained,
 * "did this help?", and reading without a network.
 */
import { listenForExit } from "./exit.js";
import { askWhetherPagesHelp } from "./feedback.js";
import { keepPlace } from "./languages.js";
import { offerToRemember } from "./remember.js";
import { explainTerms } from "./terms.js";
import { offerToKeep, startOffline } from "./offline.js";

listenForExit(document);
keepPlace(document);
offerToRemember(document);
explainTerms(document);
askWhetherPagesHelp(document);
startOffline().then((worker) => worker && offerToKeep(document, worker));
