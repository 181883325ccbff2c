/** Return whether a key belongs to a word that is being composed, as in Japanese: Safari reports it only by this number. */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}
