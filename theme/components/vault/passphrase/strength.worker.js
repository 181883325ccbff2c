/** Rate passphrases in a worker: the lists are long. */
import { respondWith } from "../../worker/respond.js";
import { rate } from "./strength.js";
import { RATE } from "../protocol.js";

respondWith({ [RATE]: ({ text, known }) => rate(text, known) });
