import type { CooperativeRow, PlacesView } from '../../ipc/call';
import { type Choice, type Sort } from './choice';
import { plain, terms } from '../../words';
import { URGENCY, workOf } from './work';

type Named = 'fr' | 'ar' | 'en';

/** A cooperative with what it is looked for and shown by. */
export type Listed = { row: CooperativeRow; sought: string; sector: string; place: string | null; name: string; other: string | null };

function sectorName(places: PlacesView | null, code: string, language: Named): string {
  return places?.sectors.find((sector) => sector.code === code)?.[language] ?? code;
}

function provinceName(places: PlacesView | null, code: string | null, language: Named): string | null {
  const province = places?.provinces.find((one) => one.code === code);
  return (language === 'ar' ? province?.ar : province?.fr) ?? null;
}

/** Its names and places in every language are looked for; it is shown in this one, with its other name under it;
 * its province stands where the commune is not known. */
export function listed(rows: CooperativeRow[], places: PlacesView | null, language: Named): Listed[] {
  const sectors = new Map(places?.sectors.map((s) => [s.code, `${s.fr} ${s.ar} ${s.en}`]));
  const provinces = new Map(places?.provinces.map((p) => [p.code, `${p.fr} ${p.ar}`]));
  return rows.map((row) => {
    const parts = [row.name_fr, row.name_ar, row.commune, sectors.get(row.sector) ?? row.sector];
    if (row.province !== null) parts.push(provinces.get(row.province) ?? null);
    const arabic = language === 'ar' && row.name_ar !== null;
    return {
      row,
      sought: plain(parts.filter((part) => part !== null).join(' | ')),
      sector: sectorName(places, row.sector, language),
      place: row.commune ?? provinceName(places, row.province, language),
      name: arabic ? (row.name_ar ?? row.name_fr) : row.name_fr,
      other: arabic ? row.name_fr : row.name_ar,
    };
  });
}

type Part = 'whose' | 'text' | 'provinces' | 'sectors';

function passes({ row, sought }: Listed, choice: Choice, words: string[], without: Part | null): boolean {
  if (without !== 'whose' && choice.whose === 'mine' && !row.mine) return false;
  if (without !== 'provinces' && choice.provinces.length > 0 && !choice.provinces.includes(row.province ?? '')) return false;
  if (without !== 'sectors' && choice.sectors.length > 0 && !choice.sectors.includes(row.sector)) return false;
  return without === 'text' || words.every((word) => sought.includes(word));
}

type Order = { sort: Sort; down: boolean };

const score = (row: CooperativeRow): number | null => row.latest ?? row.baseline;

/** Less than nought: `a` comes first. Who was never visited has waited longest; who has no score comes last either way. */
function compare(a: Listed, b: Listed, { sort, down }: Order, names: Intl.Collator): number {
  const way = down ? -1 : 1;
  const other = names.compare(a.name, b.name) || (a.row.id < b.row.id ? -1 : 1);
  if (sort === 'score') {
    const [one, two] = [score(a.row), score(b.row)];
    if (one === null || two === null) return Number(one === null) - Number(two === null) || other;
    return way * (one - two) || other;
  }
  if (sort === 'name') return way * other;
  if (sort === 'sector') {
    const places = names.compare(a.sector, b.sector) || names.compare(a.place ?? '', b.place ?? '');
    return way * places || other;
  }
  if (sort === 'stage') {
    const [one, two] = [a.row.month, b.row.month];
    if (one === null || two === null) return Number(one === null) - Number(two === null) || other;
    return way * (one - two) || other;
  }
  if (sort === 'work') return way * (URGENCY[workOf(a.row).kind] - URGENCY[workOf(b.row).kind]) || other;
  const [one, two] = [a.row.last_visit_on ?? '', b.row.last_visit_on ?? ''];
  return one === two ? other : way * (one < two ? -1 : 1);
}

/** All of them in the order asked for: apart from the rest, so that a letter typed does not sort anew. */
export function ordered(all: Listed[], order: Order, locale: string): Listed[] {
  const names = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  return [...all].sort((a, b) => compare(a, b, order, names));
}

/** Those that are asked for, in the order in which they come. */
export function chosen(all: Listed[], choice: Choice): Listed[] {
  const words = terms(choice.text);
  return all.filter((one) => passes(one, choice, words, null));
}

/** How many there would be of each whose, province and sector, all that is asked for besides being as it is. */
export function counted(all: Listed[], choice: Choice): { mine: number; all: number; provinces: Map<string, number>; sectors: Map<string, number> } {
  const words = terms(choice.text);
  const [provinces, sectors] = [new Map<string, number>(), new Map<string, number>()];
  const [counts, more] = [{ mine: 0, all: 0 }, (map: Map<string, number>, code: string, by: number) => map.set(code, (map.get(code) ?? 0) + by)];
  for (const one of all) {
    if (passes(one, choice, words, 'whose')) {
      counts.all += 1;
      counts.mine += Number(one.row.mine);
    }
    if (one.row.province !== null) more(provinces, one.row.province, Number(passes(one, choice, words, 'provinces')));
    more(sectors, one.row.sector, Number(passes(one, choice, words, 'sectors')));
  }
  return { ...counts, provinces, sectors };
}
