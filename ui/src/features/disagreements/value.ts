// Values of fields as a person reads them, and how two texts differ.
import { diffWordsWithSpace } from 'diff';

import { provinceOf } from '../../form/record/fields';
import { date, language, moment, number, optionName, t } from '../../words';

/** What there is of a value: of which field and type, and the words that the core has for it. */
export type Told = { field: string; type: string; value: unknown; said: string | null; sealed?: boolean };

const CENTIMES = 100;
/** Names of sectors and the like, which have a table of their own. */
export type Names = Record<string, Record<string, string>>;

function option(field: string, code: unknown, names: Names): string {
  return names[field]?.[String(code)] ?? optionName(field, String(code));
}

/** The name of the province in which a commune lies. */
export function provinceIn(code: string, names: Names): string | undefined {
  return names['province']?.[provinceOf(code)];
}

/** A commune by the name of its province, with its code where that says more. */
function place(code: string, names: Names): string {
  const province = provinceIn(code, names);
  if (province === undefined) return code;
  return code.split('.').filter((part) => part !== '').length > 2 ? `${province} (${code})` : province;
}

/** A value in words. */
export function shown({ field, type, value, said, sealed }: Told, names: Names = {}): string {
  if (sealed) return t('disagreements-sealed');
  if (said) return said;
  if (value === null || value === undefined || value === '') return t('disagreements-empty');
  if (typeof value === 'boolean') return t(value ? 'disagreements-yes' : 'disagreements-no');
  if (type === 'date' && typeof value === 'string') return date(value);
  if (type === 'instant' && typeof value === 'number') return moment(new Date(value).toISOString());
  if (type === 'money' && typeof value === 'number') return t('disagreements-dirhams', { amount: number(value / CENTIMES, 2) });
  if ((type === 'int' || type === 'dec') && !Number.isNaN(Number(value))) return number(Number(value), 3);
  if (field === 'commune_code') return place(String(value), names);
  if (type === 'one') return option(field, value, names);
  if (Array.isArray(value)) return value.map((one) => option(field, one, names)).join(t('words-comma'));
  if (typeof value === 'object') {
    const { lat, lon } = value as { lat?: number; lon?: number };
    return lat === undefined || lon === undefined ? t('disagreements-other') : `${lat}, ${lon}`;
  }
  return String(value);
}

/** A piece of a text, and whether the other text lacks it. */
export type Piece = { text: string; only: boolean };

/** Longest texts that are compared by word; beyond it each is shown as it is. */
const COMPARED_MAX = 20_000;

/** A text in pieces: those that the other has, and those that only this one has. */
export function pieces(text: string, other: string): Piece[] {
  if (text.length + other.length > COMPARED_MAX) return [{ text, only: false }];
  const locale = typeof Intl.Segmenter === 'function' ? { intlSegmenter: new Intl.Segmenter(language(), { granularity: 'word' }) } : {};
  const changes = diffWordsWithSpace(other, text, locale);
  return changes.filter((change) => !change.removed).map((change) => ({ text: change.value, only: change.added }));
}

/** Whether two texts have enough in common that their differences are worth marking: a third of their words. */
export function alike(one: Piece[]): boolean {
  const length = (some: Piece[]) => some.reduce((sum, piece) => sum + piece.text.trim().length, 0);
  return length(one.filter((piece) => !piece.only)) * 3 >= length(one);
}

/** Codes of all lists, each once, in the order in which they come: what several people chose together. */
export function union(values: readonly unknown[]): string[] {
  const lists = values.map((value) => (typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value.map(String) : []));
  return [...new Set(lists.flat().filter((code) => code !== ''))];
}
