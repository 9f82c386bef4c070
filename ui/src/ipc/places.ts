// Provinces and sectors with their names: the same for everybody as long as the app runs, so they are asked for once.
import { call, type PlacesView } from './call';

let known: Promise<PlacesView> | null = null;

/** Rejects with a `Failure`; the next time it is tried again. */
export function placeNames(): Promise<PlacesView> {
  known ??= call('places', {}).catch((reason: unknown) => {
    known = null;
    throw reason;
  });
  return known;
}
