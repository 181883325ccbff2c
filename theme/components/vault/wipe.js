/** Ask the host to clear what this browser stores for the site, where it can. */
import { askHostToWipe } from "../common/host-wipe.js";
import { marker } from "./store.js";

/** Tell whether the host did. An encrypted rest would else stay in the browser's files. */
export function askServerToWipe(base) {
  return askHostToWipe(base, marker);
}
