// The folder that holds the whole guide. A build for a language other than English writes another module here
// (`hooks/languages/sources.py`): its own folder is inside that of the whole guide.
export { base as guide } from "./files.js";
