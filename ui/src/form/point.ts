/** A place by its degrees, as forms store it: `latitude longitude altitude accuracy`. */
import { numberOf } from './typed';

export type PointFault = 'latitude' | 'longitude' | null;

/** What is stored for two typed numbers, and which of them is none; both empty: no place. */
export function pointOf(latitude: string, longitude: string, rest = '0 0'): { value: string; fault: PointFault } {
  if (latitude.trim() === '' && longitude.trim() === '') return { value: '', fault: null };
  const [lat, lon] = [numberOf(latitude), numberOf(longitude)];
  if (lat === null || Math.abs(Number(lat)) > 90) return { value: '', fault: 'latitude' };
  if (lon === null || Math.abs(Number(lon)) > 180) return { value: '', fault: 'longitude' };
  return { value: `${lat} ${lon} ${rest}`, fault: null };
}

/** Two numbers out of what is pasted from a map: `30.4278, -9.5981`. */
export function pasted(text: string): [string, string] | null {
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
  return found ? [found[1] ?? '', found[2] ?? ''] : null;
}
