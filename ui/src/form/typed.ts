/** What people type and what is stored: dates, times and numbers. Whatever is not understood goes on as it was typed, so
 * that the form itself says what it expects. */

const ARABIC_ZERO = 0x660;
const PERSIAN_ZERO = 0x6f0;

/** Arabic and Persian digits as Latin ones. */
export function latin(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO));
  });
}

/** A date as it is stored, `2026-11-24`; nothing where there is no such day. Reads that, and `24/11/2026`, `24.11.26`,
 * `24 11 2026`; without a year, that of `today`. */
export function dateOf(typed: string, today: Date): string | null {
  const text = latin(typed).trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const usual = /^(\d{1,2})[-/. ]+(\d{1,2})(?:[-/. ]+(\d{4}|\d{2}))?$/.exec(text);
  if (!usual) return null;
  const year = usual[3] === undefined ? today.getFullYear() : Number(usual[3]) + (usual[3].length === 2 ? 2000 : 0);
  return day(year, Number(usual[2]), Number(usual[1]));
}

function day(year: number, month: number, date: number): string | null {
  const found = new Date(Date.UTC(year, month - 1, date));
  if (found.getUTCFullYear() !== year || found.getUTCMonth() !== month - 1 || found.getUTCDate() !== date) return null;
  return found.toISOString().slice(0, 10);
}

/** Today as it is stored, by the clock of this laptop. */
export function dayOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A time, `14:30`, from `14:30`, `14h30`, `14 30`, `9h`, `1430`; nothing where it is none. */
export function timeOf(typed: string): string | null {
  const text = latin(typed).trim().toLowerCase();
  const found =
    /^(\d{1,2})(?:\s*[:h.]\s*|\s+)(\d{2})?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? /^(\d{1,2})$/.exec(text);
  if (!found) return null;
  const hours = Number(found[1]);
  const minutes = Number(found[2] ?? 0);
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** A day and a time, `2026-11-24T14:30`, from `24/11/2026 14:30` and what stands for either; nothing where it is none. */
export function dateTimeOf(typed: string, today: Date): string | null {
  const found = /^(\S+)(?:T|\s+)(\S+)$/.exec(latin(typed).trim().replace(/^(\d{4}-\d\d-\d\d)T/, '$1 '));
  const [day, time] = [found && dateOf(found[1] ?? '', today), found && timeOf(found[2] ?? '')];
  return day && time ? `${day}T${time}` : null;
}

/** Spaces that group digits: plain, no-break, thin, and the signs that Arabic uses. */
const GROUPING = /[\s\u00a0\u2009\u202f\u066c']/g;

/** A number as it is stored, from one with spaces between groups and a comma or a point; nothing where it is none. */
export function numberOf(typed: string): string | null {
  const text = latin(typed)
    .replace(GROUPING, '')
    .replace(/[,\u066b]/, '.');
  return /^[+-]?\d+(?:\.\d*)?$|^[+-]?\.\d+$/.test(text) ? text.replace(/^\+/, '').replace(/\.$/, '') : null;
}

/** A stored number with its groups; other texts as they are. */
export function grouped(stored: string, language: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(stored);
  if (!found) return stored;
  const [, sign = '', whole = '', part] = found;
  const [gap, point] = language === 'en' ? [',', '.'] : ['\u202f', ','];
  const groups = whole.length > 4 || language === 'en' ? whole.replace(/\B(?=(?:\d{3})+$)/g, gap) : whole;
  return sign + groups + (part === undefined ? '' : point + part);
}

/** A label and the unit that stands at its end between brackets: `Part du premier client (%)`. */
export function unitOf(label: string): { text: string; unit: string | null } {
  const found = /^(.*\S)\s*\(([^()]{1,14})\)\s*$/.exec(label);
  return found ? { text: found[1] ?? label, unit: found[2] ?? null } : { text: label, unit: null };
}

/** What a control stores for what was typed. */
export function storedOf(control: string, typed: string, today: Date): string {
  const text = typed.trim();
  if (control === 'date') return dateOf(text, today) ?? text;
  if (control === 'time') return timeOf(text) ?? text;
  if (control === 'datetime') return dateTimeOf(text, today) ?? text;
  if (control === 'number') return numberOf(text) ?? text;
  return control === 'text' ? typed.trim() : typed;
}

/** What a control shows while it is edited. */
export function editedOf(control: string, stored: string, language: string): string {
  if (control === 'number') return grouped(stored, language);
  if (control === 'date') return stored.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, '$3/$2/$1');
  if (control === 'datetime') return stored.replace(/^(\d{4})-(\d{2})-(\d{2})T(\d\d:\d\d).*$/, '$3/$2/$1 $4');
  return control === 'time' ? stored.slice(0, 5) : stored;
}

/** Chosen values of several, as they are stored: with one more, or one less. */
export function toggled(stored: string, value: string, order: string[]): string {
  const chosen = new Set(stored.split(' ').filter(Boolean));
  if (!chosen.delete(value)) chosen.add(value);
  const known = order.filter((one) => chosen.has(one));
  return [...known, ...[...chosen].filter((one) => !order.includes(one))].join(' ');
}
