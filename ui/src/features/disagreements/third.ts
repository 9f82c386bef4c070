// What a person types as another value, as the core takes it.
const CENTIMES = 100;

/** Types for which another value can be written here. */
export const WRITABLE = ['text', 'date', 'time', 'int', 'dec', 'bool', 'money', 'one', 'many', 'ref'] as const;

/** Whether another value of this type can be written. */
export function writable(type: string): boolean {
  return (WRITABLE as readonly string[]).includes(type);
}

/** A number as people write it: spaces and a comma are theirs. */
function figure(text: string): number {
  return Number(text.replace(/[\s\u202f\u00a0]/g, '').replace(',', '.'));
}

/** What was typed, as JSON for the field; what is no number goes as it is, for the core to refuse with its words. */
export function asValue(type: string, typed: string | readonly string[]): unknown {
  if (typeof typed !== 'string') return [...typed];
  const text = typed.trim();
  if (text === '') return null;
  const number = figure(text);
  if (type === 'int') return Number.isInteger(number) ? number : text;
  if (type === 'dec') return Number.isFinite(number) ? number : text;
  if (type === 'money') return Number.isFinite(number) ? Math.round(number * CENTIMES) : text;
  if (type === 'bool') return text === 'true';
  return text;
}
