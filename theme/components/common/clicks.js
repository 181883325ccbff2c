/** Return whether a click only follows the link in this tab: it opens no new tab or window, and saves nothing. */
export function isPlainClick(event) {
  const { altKey, button, ctrlKey, defaultPrevented, metaKey, shiftKey } = event;
  return button === 0 && !(altKey || ctrlKey || defaultPrevented || metaKey || shiftKey);
}
