// Locks when nobody has touched the laptop for a while, also while it slept.

const LOOK_MS = 5_000;
const INPUT = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'] as const;

/** Calls `lock` once nothing was typed or moved for so many minutes, and again each time they pass; 0: never. Returns what ends it. */
export function watchIdle(minutes: () => number, busy: () => boolean, lock: () => void): () => void {
  let last = Date.now();
  const touch = () => {
    last = Date.now();
  };
  const look = setInterval(() => {
    const limit = minutes() * 60_000;
    if (limit === 0 || busy() || Date.now() - last < limit) return;
    last = Date.now();
    lock();
  }, LOOK_MS);
  for (const name of INPUT) addEventListener(name, touch, { capture: true, passive: true });
  return () => {
    clearInterval(look);
    for (const name of INPUT) removeEventListener(name, touch, { capture: true });
  };
}
