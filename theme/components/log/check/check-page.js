// The page that checks a copy of a log: what was chosen, and the verdict in words.
import { _ } from "../../common/gettext.js";
import { kindOf } from "../../common/known-error.js";
import { chunksOf } from "../exports/model/zip.js";
import { sourceOfFile } from "../imports/sources.js";
import { checkLog } from "./model/check.js";
import { NOT_PROVED } from "./model/sentences.js";

const NOTHING = _("Choose a file first. Nothing was checked.");
const ONE_MOMENT = _("One moment…");
const UNREADABLE = _(
  "This file could not be read. It may have been moved or changed. You can choose it again.",
);
const LOCKED = _(
  "This file is locked with a passphrase. Open it with the program “age” first, then check what was in it.",
);

/** Set up the page. */
export function startCheck(view) {
  const form = view.querySelector(".check");
  const field = (name) => form.querySelector(`.check-${name}`);
  const said = field("said");
  let running = new AbortController();

  form.hidden = false;
  field("folder").closest("p").hidden = !("webkitdirectory" in field("folder"));
  form.querySelector("button").addEventListener("click", check);
  // A verdict is on what was chosen then.
  form.addEventListener("input", clear);
  document.addEventListener("guide:leave", clear);

  async function check() {
    clear();
    const [file] = field("file").files;
    const folder = [...field("folder").files];
    const [older] = field("older").files;
    if (!file && !folder.length) {
      tell(NOTHING);
      return;
    }
    if (file?.name.endsWith(".age")) {
      tell(LOCKED);
      return;
    }
    tell(ONE_MOMENT);
    const { signal } = running;
    try {
      const source = file ? sourceOfFile(file) : { files: folder.map(fileOf) };
      const against = { code: field("code").value.trim(), older: older && sourceOfFile(older), signal };
      const found = await checkLog(source, against);
      if (!signal.aborted) show(found);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof DOMException)) kindOf(error);
      tell(UNREADABLE);
    }
  }

  function show({ verdict, sentences }) {
    const [title, ...found] = sentences.slice(0, sentences.length - NOT_PROVED.length);
    said.dataset.verdict = verdict;
    const list = element("ul");
    list.append(...found.map((sentence) => element("li", sentence)));
    said.replaceChildren(
      element("strong", title),
      ...(found.length ? [list] : []),
      element("p", NOT_PROVED.join(" ")),
    );
  }

  function tell(sentence) {
    said.replaceChildren(element("p", sentence));
  }

  function clear() {
    running.abort();
    running = new AbortController();
    delete said.dataset.verdict;
    said.replaceChildren();
  }
}

/** @param {File} file */
const fileOf = (file) => ({
  name: file.webkitRelativePath,
  size: file.size,
  bytes: () => chunksOf(file.stream()),
});

function element(name, text = "") {
  return Object.assign(document.createElement(name), { textContent: text });
}
