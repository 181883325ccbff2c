/** Tell whether a click asks for nothing but to follow the link here: not a new tab or window, not a download. */
export function isPlainClick(event) {
  const { altKey, button, ctrlKey, defaultPrevented, metaKey, shiftKey } = event;
  return button === 0 && !(altKey || ctrlKey || defaultPrevented || metaKey || shiftKey);
}
