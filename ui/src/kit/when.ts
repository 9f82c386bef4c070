/** Days and hours as people type them. */
import { CalendarDate } from '@internationalized/date';

/** Latin digits whatever was typed. */
function latin(text: string): string {
  return text
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x06f0))
    .trim();
}

const CENTURY = 2000;

/** A day `YYYY-MM-DD` from `3/12/2026`, `3.12.26`, `03122026`, `3/12` (the year of today) or `2026-12-03`; nothing where it
 * is no day. Months by name are looked up in `months`, folded names to 1 to 12. */
export function readDay(text: string, today: string, months: ReadonlyMap<string, number> = new Map()): string | null {
  const typed = latin(text).toLowerCase();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const run = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (run) return day(run[3], run[2], run[1]);
  const parts = typed.split(/[\s/.,،-]+/).filter((part) => part !== '');
  if (parts.length > 2 && !/^\d/.test(parts[0] ?? '')) parts.shift(); // the weekday
  const [d, m, y = today.slice(0, 4)] = parts;
  if (parts.length > 3 || d === undefined || m === undefined) return null;
  const month = /^\d/.test(m) ? m : [...months].find(([name]) => name === m || (m.length > 2 && name.startsWith(m)))?.[1];
  return month === undefined ? null : day(y, String(month), d);
}

function day(y = '', m = '', d = ''): string | null {
  if (![y, m, d].every((part) => /^\d{1,4}$/.test(part))) return null;
  const year = y.length <= 2 ? CENTURY + Number(y) : Number(y);
  const read = new CalendarDate(year, Number(m), Number(d));
  // A day that is not in the calendar comes out as another one.
  const same = read.year === year && read.month === Number(m) && read.day === Number(d);
  return same && year >= 1900 && year <= 2200 ? read.toString() : null;
}

/** An hour `HH:MM` from `9:40`, `9h40`, `940`, `9` or `09.40`; nothing where it is none. */
export function readHour(text: string): string | null {
  const typed = latin(text).toLowerCase();
  const parts = /^(\d{1,2})(?:\s*[:h.,]\s*(\d{2})?|(\d{2}))?$/.exec(typed);
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? parts[3] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
