// A file dropped on the plan is one to open, as if it had been chosen.
import { holdsFiles } from "../../page/drop.js";

/** `open(file)` gets the first of the files that are dropped on the view. The field for a file takes its own. */
export function startDropping(view, open) {
  const onFiles = (take) => (event) => {
    if (!holdsFiles(event.dataTransfer) || event.target.closest?.("[type=file]")) return;
    event.preventDefault();
    take(event.dataTransfer);
  };
  view.addEventListener(
    "dragover",
    onFiles((data) => (data.dropEffect = "copy")),
  );
  view.addEventListener(
    "drop",
    onFiles(({ files: [file] }) => file && open(file)),
  );
}
