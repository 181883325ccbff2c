// "Private reading": its choice to hide and to cover. Beside plan and log, keeping does the same.
import { startFetchingChoice } from "./fetch-choice.js";

startFetchingChoice();
