// What of a document can be taken along.
export const ALL = "all"; // the browser's own print command, and the button at the list
export const LONG = "long";
export const POCKET = "pocket"; // a sheet that is folded up
export const FRIEND = "friend";
