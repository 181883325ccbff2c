// The plan: loaded when it is first opened.
import { startVaultUi } from "../vault-ui/vault-ui.js";
import { startChecklist } from "./checklist.js";

const view = document.querySelector("[data-view-id='plan']");
const { say } = startChecklist(view);
startVaultUi(view, say);
