// A page that is not seen is not heard either: a kept recording may be playing, or a film fill the screen.

/** Stop what plays; it stays where it was. */
export function stopSound() {
  const players = /** @type {NodeListOf<HTMLMediaElement>} */ (document.querySelectorAll("audio, video"));
  for (const player of players) player.pause();
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {}); // it has ended by itself meanwhile
}
