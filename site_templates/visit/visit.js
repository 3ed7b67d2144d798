/** What every page loads: leaving at once, terms explained, and reading without a network. */
import { listenForExit } from "./exit.js";
import { explainTerms } from "./terms.js";
import { offerToKeep, startOffline } from "./offline.js";

listenForExit(document);
explainTerms(document);
startOffline().then((worker) => worker && offerToKeep(document, worker));
