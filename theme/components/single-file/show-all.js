const root = document.documentElement;

/** Show all parts, as where no script runs: whatever fails, the text can be read. */
export function showAll() {
  delete root.dataset.script;
  delete root.dataset.reader;
  for (const view of document.querySelectorAll("main > [hidden]")) view.hidden = false;
  document.dispatchEvent(new Event("guide:no-reader"));
}
