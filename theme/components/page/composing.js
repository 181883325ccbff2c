/** Tell whether a key belongs to a word that is being composed, as in Japanese: Safari says so by this number alone. */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}
