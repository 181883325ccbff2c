/** Rate passphrases in a worker: the lists are long. */
import { answerWith } from "../../worker/answer.js";
import { judge } from "./strength.js";
import { JUDGE, NO_WORKER } from "../protocol.js";

answerWith({ [JUDGE]: ({ text, known }) => judge(text, known) }, () => NO_WORKER);
