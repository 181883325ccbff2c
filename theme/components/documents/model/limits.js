// How much any document may hold, whoever made it. No DOM here.

export const MOST_ENTRIES = 50; // in one section, and names in one list
export const MOST_NAMES = 2_000; // in one set, known to this guide or not
export const DEEPEST = 6; // lists and sets inside each other
