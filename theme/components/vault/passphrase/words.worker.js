/** Make passphrases of words that anyone can type and remember. */
import words from "@zxcvbn-ts/language-common/dist/diceware.json.mjs";
import { respondWith } from "../../worker/respond.js";
import { leftOutWords } from "./left-out-words.js";
import { GENERATE, NO_WORKER } from "../protocol.js";
import { pickWords } from "./words.js";

const list = words.filter((word) => !leftOutWords.has(word));

respondWith({ [GENERATE]: () => pickWords(list).join(" ") }, () => NO_WORKER);
