/** Make passphrases of words that anyone can spell and remember. */
import { respondWith } from "../../worker/respond.js";
import { GENERATE } from "../protocol.js";
import { easyWords } from "./easy-words.js";
import { pickWords } from "./words.js";

respondWith({ [GENERATE]: () => pickWords(easyWords).join(" ") });
