/** What a person chose to see of the list, as it is kept from one day to the next. */
import { readView, type TableView } from '../../kit/table';

export type Choice = TableView & {
  /** Nobody has chosen yet where it is null: one's own if there are any. */
  whose: 'mine' | 'all' | null;
  provinces: string[];
  sectors: string[];
  /** See `stepOf`. */
  steps: string[];
  /** Only what has something to be looked after. */
  follow: boolean;
};

/** Where the person is in the list. */
export type Place = { row: string | null; top: number };

/** Who has waited longest for a visit comes first. */
export const USUAL: Choice = { filter: '', whose: null, provinces: [], sectors: [], steps: [], follow: false, sort: 'visit', down: false, columns: null };

/** What was kept comes from a file: nothing of it may be larger than what a person could have chosen. */
const TEXT_MAX = 200;
const CODES_MAX = 100;
const CODE_LENGTH_MAX = 64;
const TOP_MAX = 1_000_000;

function codes(read: unknown): string[] {
  if (!Array.isArray(read)) return [];
  const sound = read.filter((code): code is string => typeof code === 'string' && code.length <= CODE_LENGTH_MAX);
  return [...new Set(sound)].slice(0, CODES_MAX);
}

function object(text: string | null): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text ?? 'null');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : {};
  } catch {
    return {}; // what another version kept is not worth an error
  }
}

/** Reads what was kept; what it does not understand is as if nobody had chosen. */
export function readChoice(text: string | null): { choice: Choice; place: Place } {
  const read = object(text);
  const { whose, row, top } = read;
  const view = readView(JSON.stringify(read), USUAL);
  const choice: Choice = {
    filter: view.filter.slice(0, TEXT_MAX),
    sort: view.sort,
    down: view.down,
    columns: view.columns && codes(view.columns),
    whose: whose === 'mine' || whose === 'all' ? whose : null,
    provinces: codes(read['provinces']),
    sectors: codes(read['sectors']),
    steps: codes(read['steps']),
    follow: read['follow'] === true,
  };
  const place: Place = {
    row: typeof row === 'string' && row.length <= CODE_LENGTH_MAX ? row : null,
    top: typeof top === 'number' && top >= 0 && top <= TOP_MAX ? Math.round(top) : 0,
  };
  return { choice, place };
}

/** As it is kept. */
export function writeChoice(choice: Choice, place: Place): string {
  return JSON.stringify({ ...choice, filter: choice.filter.slice(0, TEXT_MAX), ...place, top: Math.round(place.top) });
}

/** Whether something other than the whole of one's own or of the region is asked for. */
export function narrows(choice: Choice): boolean {
  return choice.filter.trim() !== '' || choice.follow || [choice.provinces, choice.sectors, choice.steps].some((codes) => codes.length > 0);
}

/** The codes with this one, or without it if it was there. */
export function toggled(codes: string[], code: string): string[] {
  return codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
}
