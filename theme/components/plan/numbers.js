// The numbers of each country, which the page holds for paper.

/** Return the numbers of a country as lines, `{label, text}`; none where it is not one of the guide's. */
export function numbersOf(view, country) {
  const places = view.querySelector("#plan-numbers").content.children;
  const place = [...places].find(({ dataset }) => dataset.numbers === country);
  return [...(place?.children ?? [])].map(({ firstChild, textContent }) => ({
    label: firstChild.textContent,
    text: textContent.slice(firstChild.textContent.length).trim(),
  }));
}
