// What the page finds again after it was closed. It is kept in the encrypted store, never by the window itself.
import { call } from './call';

/** What lies in the store. */
let stored = new Map<string, string | null>();
/** What the page wants there and is not there yet. */
let wanted = new Map<string, string | null>();
/** One is written at a time: the newest value of a key is the last that arrives. */
let line: Promise<unknown> = Promise.resolve();

/** Takes what was kept, as `OpenedView` brings it. What waits from before belongs to somebody else and is let go. */
export function restoreKept(page: Record<string, string>): void {
  stored = new Map(Object.entries(page));
  wanted = new Map();
}

/** What was kept under a key. */
export function kept(key: string): string | null {
  return (wanted.has(key) ? wanted.get(key) : stored.get(key)) ?? null;
}

/** Keeps a value under a key, or forgets it; writes only what differs. Rejects with a `Failure`; the next time it is tried
 * again. */
export function keep(key: string, value: string | null): Promise<void> {
  wanted.set(key, value);
  const sent = line.then(() => send(key));
  line = sent.catch(() => undefined);
  return sent;
}

/** Done when nothing waits. */
export async function allKept(): Promise<void> {
  await line;
}

async function send(key: string): Promise<void> {
  const value = wanted.get(key);
  if (value === undefined) return; // went with an earlier one
  const [there, waiting] = [stored, wanted];
  if ((there.get(key) ?? null) !== value) await call('keep_page_state', { key, value });
  there.set(key, value);
  if (waiting.get(key) === value) waiting.delete(key);
}
