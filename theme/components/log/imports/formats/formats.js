// The formats that are read, in the order in which they are asked whether a file is theirs.
import { csv } from "./csv.js";
import { imazing } from "./imazing.js";
import { lines } from "./lines.js";
import { MORE } from "./more.js";
import { REFUSED, undated } from "./refused.js";
import { smsBackup } from "./sms-backup.js";
import { tMobile } from "./t-mobile.js";
import { whatsapp } from "./whatsapp.js";

/** @import { Format } from "../types.d.ts" */

/** @type {Format[]} */
export const FORMATS = [
  ...MORE, // a ZIP of all that an account holds may also have what is refused
  ...REFUSED,
  smsBackup,
  whatsapp,
  imazing,
  tMobile,
  csv, // takes any list
  lines, // takes any text with a date
  undated,
];
