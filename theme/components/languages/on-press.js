// On every page: a press on a link to another language, which `../reader/defer-clicks.js` holds, loads what changes it here.
import { loadOnce } from "../common/files.js";

const load = () => document.documentElement.dataset.wanted && loadOnce("assets/language.js");

export function startLanguages() {
  document.addEventListener("guide:wanted", load);
  load();
}
