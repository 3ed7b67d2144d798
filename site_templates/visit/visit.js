/** What every page loads: leaving at once, replies kept when asked, terms explained, and reading without a network. */
import { listenForExit } from "./exit.js";
import { offerToRemember } from "./remember.js";
import { explainTerms } from "./terms.js";
import { offerToKeep, startOffline } from "./offline.js";

listenForExit(document);
offerToRemember(document);
explainTerms(document);
startOffline().then((worker) => worker && offerToKeep(document, worker));
