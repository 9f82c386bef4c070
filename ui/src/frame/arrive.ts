// Whoever comes to a screen by keyboard, or hears the page, is at its heading.
import { tick } from 'svelte';

/** Frames that a dialog may take to close. */
const CLOSING = 60;

/** Of a mark that a screen brings with it: once the screen beside the mark has a heading, that has the focus, unless the person or the
 * screen itself took it elsewhere meanwhile. */
export function arrive(mark: HTMLElement): () => void {
  const screen = mark.parentElement;
  const from = document.activeElement;
  let frames = 0;
  let later = 0;
  const focus = (heading: HTMLElement) => {
    const active = document.activeElement;
    // What one came by is closing, and holds the focus until it has gone.
    if (active?.closest('[role=dialog]') && frames < CLOSING) {
      frames += 1;
      later = requestAnimationFrame(() => focus(heading));
      return;
    }
    if (active !== null && active !== document.body && (active !== from || screen?.contains(active))) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  const look = () => {
    const heading = screen?.querySelector('h1');
    if (!heading) return;
    seen.disconnect();
    // A card takes its focus a moment after it is there.
    void tick().then(() => (later = requestAnimationFrame(() => focus(heading))));
  };
  const seen = new MutationObserver(look);
  if (screen) seen.observe(screen, { subtree: true, childList: true });
  look();
  return () => {
    seen.disconnect();
    cancelAnimationFrame(later);
  };
}
