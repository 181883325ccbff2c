/** What a store does that has stored all before it says so, and holds nothing. */
export const NOTHING_LEFT = {
  isKept: () => true,
  refresh: async () => false,
  store: async () => false,
  sealAhead: async () => {},
  end: () => null,
};
