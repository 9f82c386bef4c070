// The fields of a cooperative's record as people fill them in: their groups, how each is typed, how its values read.
import type { PlacesView } from '../../ipc/call';
import { date, language, number, optionName, t } from '../../words';

/** How a field is typed. */
export type Typed = 'text' | 'long' | 'date' | 'count' | 'money' | 'yes' | 'one' | 'many' | 'sector' | 'province' | 'place';
export type RecordField = { name: string; typed: Typed; options?: readonly string[]; required?: boolean };
export type Group = 'identity' | 'registration' | 'governance' | 'members' | 'contact';

const f = (name: string, typed: Typed = 'text', options?: readonly string[]): RecordField =>
  options ? { name, typed, options } : { name, typed };

/** All of them, in the order in which they are asked. */
export const RECORD: readonly { group: Group; fields: readonly RecordField[] }[] = [
  {
    group: 'identity',
    fields: [
      { ...f('name_fr'), required: true }, f('name_ar'), f('name_zgh'), f('acronym'), f('sector', 'sector'), f('branch'),
      f('commune_code', 'province'), f('douar'), f('seat_address', 'long'),
    ],
  },
  {
    group: 'registration',
    fields: [
      f('local_register_number'), f('court'), f('registration_date', 'date'), f('central_register_number'), f('ice'), f('tax_id'),
      f('category', 'many', ['1', '2', '3']),
    ],
  },
  {
    group: 'governance',
    fields: [
      f('founding_assembly_date', 'date'), f('organ_type', 'one', ['manager', 'board']), f('capital_subscribed', 'money'),
      f('capital_paid', 'money'), f('share_value', 'money'), f('union_membership'), f('other_programmes', 'long'),
    ],
  },
  {
    group: 'members',
    fields: [
      f('members_women', 'count'), f('members_men', 'count'), f('members_under35', 'count'), f('women_only', 'yes'), f('youth_led', 'yes'),
    ],
  },
  { group: 'contact', fields: [f('phone'), f('email'), f('languages', 'many', ['fr', 'ar', 'zgh'])] },
];

const ALL = new Map(RECORD.flatMap((one) => one.fields.map((field) => [field.name, field] as const)));

/** A field by its name. */
export function fieldOf(name: string): RecordField | undefined {
  return ALL.get(name);
}

/** The province of a commune's code. */
export function provinceOf(code: string): string {
  return code.split('.')[1] ?? code;
}

/** A value of a field as people read it; nothing where there is none. */
export function valueOf(name: string, value: unknown, places: PlacesView | null): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => optionName(name, String(one))).join(t('words-comma'));
  if (typeof value === 'boolean') return t(value ? 'record-yes' : 'record-no');
  if (typeof value === 'object') {
    const { lat, lon } = value as { lat?: number; lon?: number };
    return lat === undefined || lon === undefined ? null : `${number(lat, 5)} ${number(lon, 5)}`;
  }
  const text = String(value);
  switch (fieldOf(name)?.typed) {
    case 'date': return date(text);
    case 'money': return t('record-dirhams', { amount: number(Number(value) / 100, 2) });
    case 'count': return number(Number(value));
    case 'sector': return places?.sectors.find((one) => one.code === text)?.[language()] ?? text;
    case 'province': {
      const found = places?.provinces.find((one) => one.code === provinceOf(text));
      return (language() === 'ar' ? found?.ar : found?.fr) ?? text;
    }
    case 'one': return optionName(name, text);
    default: return text;
  }
}
