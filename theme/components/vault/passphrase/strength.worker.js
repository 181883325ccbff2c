/** Rate passphrases in a worker: the lists are long. */
import { respondWith } from "../../worker/respond.js";
import * as language from "./dictionaries.js";
import { createRating } from "./strength.js";
import { RATE } from "../protocol.js";

const rate = createRating(language);

respondWith({ [RATE]: ({ text, known }) => rate(text, known) });
