// Which kinds and fields of content/log.yml mean something to this code; tests/unit/hooks/test_log_names.py compares them.
// No DOM here.

export const TOLD = "told"; // the reader told the person something, such as to stop
export const POLICE_KINDS = ["police"];
export const POLICE_FIELDS = [
  "report_number",
  "officer",
  "badge",
  "station",
  "told_police",
  "police_said",
  "gave",
];
export const EVIDENCE_FIELDS = ["items", "evidence_place", "copies"];
export const PHOTO = { field: "photo", option: "yes" };
export const WORST = { field: "worst", option: "yes" };
export const COUNT = "count"; // how many one entry stands for
export const FILE = "file_sha256"; // an entry with it was brought in from a file
export const SIGNS = "signs";
export const ORDER = "order";

/** An item of the list of evidence. */
export const ITEM = "item";
export const ITEM_NUMBER = "item";
export const ITEMS = "items"; // in an entry: the items that it names
export const HAVE = { field: "have", options: ["have", "needed", "other"] };
export const KEPT = "kept"; // its files
export const CUSTODY = "custody";

/** What can be added later, in this order. A witness is asked for where a place is. */
export const PLACE = "place";
export const WHAT = "what";
export const EXACT_WORDS = "exact_words";
export const WITNESS = "witness";
