import { LOCALES } from './load';
import { language, t } from './words.svelte';

const DAY_MS = 86_400_000;

/** Formatters are dear to make: one of each kind and language. */
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();

function once<F extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  kind: string,
  make: (locale: string) => F,
): F {
  const locale = LOCALES[language()];
  const key = `${kind} ${locale}`;
  const there = made.get(key);
  if (there) return there as F;
  const fresh = make(locale);
  made.set(key, fresh);
  return fresh;
}

/** A day without an hour is the same day everywhere; a moment belongs to the laptop's own zone. */
function dayOnly(iso: string): boolean {
  return iso.length === 10;
}

function zone(iso: string): Intl.DateTimeFormatOptions {
  return dayOnly(iso) ? { timeZone: 'UTC' } : {};
}

/** A day: `mar. 3 déc. 2026`; `short` leaves out the weekday, and the year where it is this one. */
export function date(iso: string, form: 'long' | 'short' = 'long', now = Date.now()): string {
  const when = new Date(iso);
  const year = form === 'long' || when.getFullYear() !== new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = { ...zone(iso), day: 'numeric', month: 'short' };
  if (form === 'long') options.weekday = 'short';
  if (year) options.year = 'numeric';
  return once(`date ${form} ${year} ${dayOnly(iso)}`, (l) => new Intl.DateTimeFormat(l, options)).format(when);
}

/** A month of a year: `nov. 2025`. */
export function month(iso: string): string {
  const options: Intl.DateTimeFormatOptions = { ...zone(iso), month: 'short', year: 'numeric' };
  return once(`month ${dayOnly(iso)}`, (l) => new Intl.DateTimeFormat(l, options)).format(new Date(iso));
}

/** A day by its weekday: `Mardi 24 novembre`; `brief`: `mar. 24`. */
export function dayName(iso: string, form: 'full' | 'brief'): string {
  const long = form === 'full';
  const options: Intl.DateTimeFormatOptions = { ...zone(iso), weekday: long ? 'long' : 'short', day: 'numeric' };
  if (long) options.month = 'long';
  const said = once(`day ${form} ${dayOnly(iso)}`, (l) => new Intl.DateTimeFormat(l, options)).format(new Date(iso));
  return long ? said.charAt(0).toLocaleUpperCase() + said.slice(1) : said;
}

/** The month alone: `novembre`. */
export function monthOnly(iso: string): string {
  const options: Intl.DateTimeFormatOptions = { ...zone(iso), month: 'long' };
  return once(`month only ${dayOnly(iso)}`, (l) => new Intl.DateTimeFormat(l, options)).format(new Date(iso));
}

/** The names of months in the language, short and long, in small letters, as numbers 1 to 12. */
export function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const form of ['long', 'short'] as const) {
    const said = once(`month ${form}`, (l) => new Intl.DateTimeFormat(l, { month: form, timeZone: 'UTC' }));
    for (let month = 1; month <= 12; month += 1) {
      names.set(said.format(new Date(Date.UTC(2026, month - 1, 1))).toLowerCase().replace('.', ''), month);
    }
  }
  return names;
}

/** A day and its hour: `mar. 3 déc. 2026, 10:42`. */
export function moment(iso: string): string {
  return `${date(iso)}${t('words-comma')}${clock(iso).slice(0, 5)}`;
}

/** The hour of a moment with its seconds, `10:42:07`. */
export function clock(iso: string): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return once('clock', (l) => new Intl.DateTimeFormat(l, options)).format(new Date(iso));
}

function midnight(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}

/** How long ago: minutes and hours on the same day, then days, months and years. */
export function ago(iso: string, now = Date.now()): string {
  const then = dayOnly(iso) ? new Date(`${iso}T00:00:00`).getTime() : new Date(iso).getTime();
  const say = once('ago', (l) => new Intl.RelativeTimeFormat(l, { numeric: 'auto' }));
  const days = Math.round((midnight(then) - midnight(now)) / DAY_MS);
  if (days === 0 && !dayOnly(iso)) {
    const minutes = Math.round((then - now) / 60_000);
    if (Math.abs(minutes) < 1) return t('words-just-now');
    return Math.abs(minutes) < 60 ? say.format(minutes, 'minute') : say.format(Math.trunc(minutes / 60), 'hour');
  }
  if (Math.abs(days) < 60) return say.format(days, 'day');
  return Math.abs(days) < 700 ? say.format(Math.round(days / 30.44), 'month') : say.format(Math.round(days / 365.25), 'year');
}

/** A number with the separators of the language. */
export function number(n: number, digits = 0): string {
  return once(`number ${digits}`, (l) => new Intl.NumberFormat(l, { maximumFractionDigits: digits })).format(n);
}

/** A difference with its sign; nought has none. */
export function signed(n: number, digits = 0): string {
  const options = { maximumFractionDigits: digits, signDisplay: 'exceptZero' } as const;
  return once(`signed ${digits}`, (l) => new Intl.NumberFormat(l, options)).format(n);
}

/** Part of a whole, `0.43` as `43 %`. */
export function percent(part: number): string {
  return once('percent', (l) => new Intl.NumberFormat(l, { style: 'percent' })).format(part);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size on the disk as the core and the file manager count it, rounded up: `840 ko`, `3,4 Mo`. What is beyond a limit looks larger than it. */
export function bytes(n: number): string {
  let [size, at] = [n, 0];
  while (size >= 1024 && at < UNITS.length - 1) [size, at] = [size / 1024, at + 1];
  const unit = UNITS[at] ?? 'byte';
  const digits = at < 2 || size >= 100 ? 0 : 1;
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits, roundingMode: 'ceil' } as const;
  return once(`bytes ${unit} ${digits}`, (l) => new Intl.NumberFormat(l, options)).format(size);
}
