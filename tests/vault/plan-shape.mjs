// What a small page can hold, in place of one.
const field = (label, kind, { most = 0, share = false, options = {} } = {}) => ({
  label,
  kind,
  most,
  share,
  options,
});

export const shape = {
  facts: { threats: "Has the person made threats?", works: "Do you work?" },
  choices: {
    country: { label: "Which country are you in?", many: false, options: { "": "–", uk: "United Kingdom" } },
    matters: { label: "What matters most?", many: true, options: { home: "My home", children: "Children" } },
  },
  items: { "tell-someone": "Tell someone", "change-the-lock": "Change the lock" },
  parts: {
    people: {
      title: "People I trust",
      many: true,
      entry: "Person",
      fields: {
        name: field("Name", "line", { most: 80 }),
        do: field("What they can do", "text", { most: 1000, share: true }),
        since: field("Since", "day"),
        knows: field("This person …", "ticks", { options: { happening: "knows", word: "has the word" } }),
      },
    },
    "to-take": {
      title: "What to take",
      many: false,
      entry: "",
      fields: {
        ticks: field("To take", "ticks", { options: { papers: "Papers" } }),
        other: field("Other things", "text", { most: 1000 }),
      },
    },
  },
};
