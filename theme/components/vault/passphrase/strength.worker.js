/** Judge passphrases away from the page: the lists are long. */
import { respondWith } from "../../worker/respond.js";
import { judge } from "./strength.js";
import { JUDGE, NO_WORKER } from "../protocol.js";

respondWith({ [JUDGE]: ({ text, known }) => judge(text, known) }, () => NO_WORKER);
