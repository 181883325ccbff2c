// What the search of this language knows of its words. Another language has a module of its own in place of this one.

/** They say nothing about what the reader looks for. Typed alone, they count. */
export const smallWords = new Set(
  "a about am an and are as at be being by can cant didnt do does doesnt dont for from get going got had has have he hes his how i if im in is it ive just me my of on or out please she shes that the their them they theyre this to was what when where who will with wont you your".split(
    " ",
  ),
);

/** Leave out the ending of an English word. "Fired" stays whole: it is about work, not about a fire. */
export function stemOf(word) {
  if (word.length < 4 || word === "fired" || /\d/.test(word)) return word;
  const one = word
    .replace(/ies$/, "y")
    .replace(/(s|x|z|ch|sh)es$/, "$1")
    .replace(/([^sui])s$/, "$1");
  const cut = /^(.*[aeiouy].*[^e])(ing|ed)$/.exec(one);
  if (cut && cut[1].length < 3) return one;
  const stem = cut ? cut[1].replace(/([bdgmnprt])\1$/, "$1") : one;
  return stem.replace(/^(...+)e$/, "$1");
}
