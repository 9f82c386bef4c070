import type { CooperativeRow, Waits, PlacesView } from '../../ipc/call';
import { folded } from '../../kit/table';
import type { Choice } from './choice';
import { URGENCY, waiting, type Work, workOf } from './work';

type Spoken = 'fr' | 'ar' | 'en';

/** A cooperative with what it is looked for and shown by. */
export type Named = { row: CooperativeRow; sought: string; sector: string; place: string | null; name: string; other: string | null };
/** The same with what it waits for. */
export type Listed = Named & { work: Work; waits: boolean };

function sectorName(places: PlacesView | null, code: string, language: Spoken): string {
  return places?.sectors.find((sector) => sector.code === code)?.[language] ?? code;
}

function provinceName(places: PlacesView | null, code: string | null, language: Spoken): string | null {
  const province = places?.provinces.find((one) => one.code === code);
  return (language === 'ar' ? province?.ar : province?.fr) ?? null;
}

/** Its names and places in every language are looked for; it is shown in this one, with its other name under it;
 * its province stands where the commune is not known. */
export function named(rows: CooperativeRow[], places: PlacesView | null, language: Spoken): Named[] {
  const sectors = new Map(places?.sectors.map((s) => [s.code, `${s.fr} ${s.ar} ${s.en}`]));
  const provinces = new Map(places?.provinces.map((p) => [p.code, `${p.fr} ${p.ar}`]));
  return rows.map((row) => {
    const parts = [row.name_fr, row.name_ar, row.commune, row.coach, sectors.get(row.sector) ?? row.sector];
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

/** What each of them waits for. */
export function listed(all: Named[], follow: readonly Waits[]): Listed[] {
  const due = new Map<string, Waits[]>();
  for (const one of waiting(follow)) due.set(one.cooperative, [...(due.get(one.cooperative) ?? []), one]);
  return all.map((one) => {
    const own = due.get(one.row.id) ?? [];
    return { ...one, work: workOf(one.row, own), waits: own.length > 0 };
  });
}

type Part = 'whose' | 'provinces' | 'sectors' | 'steps' | 'follow';

/** Months of coaching. */
export const MONTHS = 24;
/** Half a year of them. */
const STEP = 6;

/** Where it is in the two years, by half-years; its stage where nobody accompanies it. */
export function stepOf(row: CooperativeRow): string {
  if (row.stage !== 'accompanied' || row.month === null) return row.stage;
  return row.month > MONTHS ? 'over' : `half-${Math.ceil(Math.max(1, row.month) / STEP)}`;
}

/** All steps, in the order in which a cooperative goes through them. */
export const STEPS = ['listed', 'applied', 'selected', 'reserve', 'refused', 'accompanied', 'half-1', 'half-2', 'half-3', 'half-4', 'over', 'suspended', 'graduated', 'withdrawn', 'struck_off'];

function passes(one: Listed, choice: Choice, without: Part | null): boolean {
  const { row } = one;
  const within = (part: 'provinces' | 'sectors' | 'steps', code: string) => without === part || choice[part].length === 0 || choice[part].includes(code);
  if (without !== 'whose' && choice.whose === 'mine' && !row.mine) return false;
  if (without !== 'follow' && choice.follow && !one.waits) return false;
  return within('provinces', row.province ?? '') && within('sectors', row.sector) && within('steps', stepOf(row));
}

/** What the columns are sorted by. Who was never visited has waited longest. */
export const SORTED = {
  stage: ({ row }: Listed) => row.month,
  score: ({ row }: Listed) => row.latest ?? row.baseline,
  visit: ({ row }: Listed) => Number(row.last_visit_on?.replaceAll('-', '') ?? 0),
  work: ({ work }: Listed) => URGENCY[work.kind],
};

/** In the order of their names: what the table sorts by comes upon it. */
export function byName(all: Named[], locale: string): Named[] {
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

/** How many of each code. */
export type Count = Map<string, number>;
export type Counts = { mine: number; all: number; follow: number; provinces: Count; sectors: Count; steps: Count };

/** How many of these there would be of each, all that is asked for besides being as it is. */
export function counted(all: Listed[], choice: Choice): Counts {
  const counts: Counts = { mine: 0, all: 0, follow: 0, provinces: new Map(), sectors: new Map(), steps: new Map() };
  const more = (map: Count, code: string, by: boolean) => map.set(code, (map.get(code) ?? 0) + Number(by));
  for (const one of all) {
    if (passes(one, choice, 'whose')) {
      counts.all += 1;
      counts.mine += Number(one.row.mine);
    }
    counts.follow += Number(one.waits && passes(one, choice, 'follow'));
    if (one.row.province !== null) more(counts.provinces, one.row.province, passes(one, choice, 'provinces'));
    more(counts.sectors, one.row.sector, passes(one, choice, 'sectors'));
    more(counts.steps, stepOf(one.row), passes(one, choice, 'steps'));
  }
  return counts;
}
