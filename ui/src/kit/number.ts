/** What a typed number says: Latin, Arabic or Persian digits, a comma or a point, spaces between thousands. */

const ARABIC = /[٠-٩]/g;
const PERSIAN = /[۰-۹]/g;

/** The number, or nothing where nothing is typed or it is none. */
export function readNumber(text: string): number | null {
  const latin = text
    .replace(ARABIC, (d) => String(d.charCodeAt(0) - 0x0660))
    .replace(PERSIAN, (d) => String(d.charCodeAt(0) - 0x06f0))
    .replace(/[\s\u200e\u200f\u061c]/g, '')
    .replace('\u066b', '.');
  // One comma is a decimal sign, unless a point says that commas group: 1,234.5
  const plain = latin.includes('.') && latin.includes(',') ? latin.replaceAll(',', '') : latin.replace(',', '.');
  return /^[+-]?\d+(\.\d*)?$|^[+-]?\.\d+$/.test(plain) ? Number(plain) : null;
}

/** Why what is typed cannot be taken; nothing typed can. */
export function wrongNumber(
  text: string,
  limits: { min?: number | undefined; max?: number | undefined; whole: boolean },
): 'none' | 'whole' | 'low' | 'high' | null {
  if (text.trim() === '') return null;
  const read = readNumber(text);
  if (read === null) return 'none';
  if (limits.min !== undefined && read < limits.min) return 'low';
  if (limits.max !== undefined && read > limits.max) return 'high';
  return limits.whole && !Number.isInteger(read) ? 'whole' : null;
}
