/**
 * Keep the browser from opening what is dropped on the page: the address of a file or a link would be in its history.
 * A field takes what it can hold, and a listener of a view that has taken a drop keeps it.
 */
export function openNothingDropped() {
  addEventListener("dragover", refuse);
  addEventListener("drop", refuse);
}

function refuse(event) {
  if (event.defaultPrevented || isForField(event)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "none";
}

/** Does a field take it by itself? A text field lets the browser open a file. */
function isForField({ target, dataTransfer }) {
  return Boolean(target.closest?.(holdsFiles(dataTransfer) ? "[type=file]" : ":read-write"));
}

export function holdsFiles(dataTransfer) {
  return dataTransfer.types.includes("Files");
}
