// Formats of one program each, in the order in which they are asked whether a file is theirs.
import { facebook } from "./facebook.js";
import { googleVoice } from "./google-voice.js";
import { mail } from "./mail.js";
import { signal } from "./signal.js";
import { smsIe } from "./sms-ie.js";
import { telegram } from "./telegram.js";

/** @import { Format } from "../types.d.ts" */

/** @type {Format[]} */
export const MORE = [telegram, facebook, smsIe, signal, googleVoice, mail];
