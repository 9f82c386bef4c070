import type { CooperativeRow, PlacesView } from '../../ipc/call';
import { folded } from '../../kit/table';
import type { Choice } from './choice';
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
      sought: parts.filter((part) => part !== null).join(' '),
      sector: sectorName(places, row.sector, language),
      place: row.commune ?? provinceName(places, row.province, language),
      name: arabic ? (row.name_ar ?? row.name_fr) : row.name_fr,
      other: arabic ? row.name_fr : row.name_ar,
    };
  });
}

type Part = 'whose' | 'provinces' | 'sectors';

function passes({ row }: Listed, choice: Choice, without: Part | null): boolean {
  if (without !== 'whose' && choice.whose === 'mine' && !row.mine) return false;
  if (without !== 'provinces' && choice.provinces.length > 0 && !choice.provinces.includes(row.province ?? '')) return false;
  return without === 'sectors' || choice.sectors.length === 0 || choice.sectors.includes(row.sector);
}

/** What the columns are sorted by. Who was never visited has waited longest. */
export const SORTED = {
  stage: ({ row }: Listed) => row.month,
  score: ({ row }: Listed) => row.latest ?? row.baseline,
  visit: ({ row }: Listed) => row.last_visit_on ?? '0',
  work: ({ row }: Listed) => URGENCY[workOf(row).kind],
};

/** In the order of their names: what the table sorts by comes upon it. */
export function byName(all: Listed[], locale: string): Listed[] {
  const names = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  return [...all].sort((a, b) => names.compare(a.name, b.name) || (a.row.id < b.row.id ? -1 : 1));
}

/** What is looked at in each when a word is looked for. */
export function sought(all: Listed[]): string[] {
  return folded(all, [{ id: 'name', label: '', text: (one) => one.sought }]);
}

/** Those that are asked for, whatever is looked for among them. */
export function chosen(all: Listed[], choice: Choice): Listed[] {
  return all.filter((one) => passes(one, choice, null));
}

/** How many of these there would be of each whose, province and sector, all that is asked for besides being as it is. */
export function counted(all: Listed[], choice: Choice): { mine: number; all: number; provinces: Map<string, number>; sectors: Map<string, number> } {
  const [provinces, sectors] = [new Map<string, number>(), new Map<string, number>()];
  const [counts, more] = [{ mine: 0, all: 0 }, (map: Map<string, number>, code: string, by: number) => map.set(code, (map.get(code) ?? 0) + by)];
  for (const one of all) {
    if (passes(one, choice, 'whose')) {
      counts.all += 1;
      counts.mine += Number(one.row.mine);
    }
    if (one.row.province !== null) more(provinces, one.row.province, Number(passes(one, choice, 'provinces')));
    more(sectors, one.row.sector, Number(passes(one, choice, 'sectors')));
  }
  return { ...counts, provinces, sectors };
}
