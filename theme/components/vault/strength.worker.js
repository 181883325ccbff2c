/** Judge passphrases away from the page: the lists are long. */
import { answerWith } from "../worker/answer.js";
import { judge } from "./judge.js";
import { JUDGE, NO_WORKER } from "./messages.js";

answerWith({ [JUDGE]: ({ text, known }) => judge(text, known) }, () => NO_WORKER);
