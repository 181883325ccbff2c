// The formats that are read, in the order in which they are asked whether a file is theirs.
import { REFUSED } from "./refused.js";

/** @import { Format } from "../types.d.ts" */

/** @type {Format[]} */
export const FORMATS = [...REFUSED];
