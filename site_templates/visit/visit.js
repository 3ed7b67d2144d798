/** What every page loads: leaving at once, and reading without a network. */
import { listenForExit } from "./exit.js";
import { offerToKeep, startOffline } from "./offline.js";

listenForExit(document);
startOffline().then((worker) => worker && offerToKeep(document, worker));
