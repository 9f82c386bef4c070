// Where the person is, as data: kept in the store at every step, found again after the next unlocking.
import { failed, type Failure } from './ipc/call';
import { keep } from './ipc/kept';

export type Route = { screen: 'cooperatives' } | { screen: 'entry'; entry: string } | { screen: 'exchange' };

const HOME: Route = { screen: 'cooperatives' };

let now = $state.raw<Route>(HOME);

/** Where the person is now. */
export function route(): Route {
  return now;
}

/** Goes somewhere and keeps it; `trouble` hears of what could not be kept, the person is there all the same. */
export async function go(next: Route, trouble: (failure: Failure) => void): Promise<void> {
  now = next;
  try {
    await keep('route', JSON.stringify(next));
  } catch (reason) {
    trouble(failed(reason));
  }
}

/** Reads a kept route; home where it says nothing that this version knows. */
export function parseRoute(text: string | null): Route {
  let read: unknown = null;
  try {
    read = JSON.parse(text ?? 'null');
  } catch {
    return HOME; // what another version kept is not worth an error
  }
  if (typeof read !== 'object' || read === null || !('screen' in read)) return HOME;
  if (read.screen === 'entry' && 'entry' in read && typeof read.entry === 'string') return { screen: 'entry', entry: read.entry };
  return read.screen === 'exchange' ? { screen: 'exchange' } : HOME;
}

/** Returns to where the person was. */
export function restoreRoute(text: string | null): void {
  now = parseRoute(text);
}
