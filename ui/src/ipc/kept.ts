// What the page finds again after it was closed. It is kept in the encrypted store, never by the window itself.
import { call } from './call';

const values = new Map<string, string>();

/** Takes what was kept, as `OpenedView` brings it. */
export function restoreKept(page: Record<string, string>): void {
  values.clear();
  for (const [key, value] of Object.entries(page)) values.set(key, value);
}

/** What was kept under a key. */
export function kept(key: string): string | null {
  return values.get(key) ?? null;
}

/** Keeps a value under a key, or forgets it; writes only what differs. Rejects with a `Failure`. */
export async function keep(key: string, value: string | null): Promise<void> {
  if (kept(key) === value) return;
  if (value === null) values.delete(key);
  else values.set(key, value);
  await call('keep_page_state', { key, value });
}
