// What the page makes of what the core tells: names in the language spoken, what is to be followed up and how urgent it is.
import type { CooperativeView, DocumentView, OpenAction, PlacesView } from '../../ipc/call';
import type { Language } from '../../words';

/** How it is called in this language, and its other names with the languages that they are in. */
export function namesOf(view: CooperativeView, language: Language): { name: string; others: { name: string; lang: string }[] } {
  const all = [
    { name: view.name_fr, lang: 'fr' },
    { name: view.name_ar, lang: 'ar' },
    { name: view.name_zgh, lang: 'zgh' },
  ].filter((one): one is { name: string; lang: string } => one.name !== null && one.name !== '');
  const own = (language === 'ar' ? all.find((one) => one.lang === 'ar') : undefined) ?? all[0];
  const others = all.filter((one) => one !== own && one.name !== own?.name);
  return { name: own?.name ?? '', others };
}

/** Sector and province in this language, in that order. */
export function placeOf(view: CooperativeView, places: PlacesView | null, language: Language): string[] {
  const sector = places?.sectors.find((one) => one.code === view.sector)?.[language] ?? view.sector;
  const province = places?.provinces.find((one) => one.code === view.province);
  return [sector, language === 'ar' ? province?.ar : province?.fr].filter((text): text is string => Boolean(text));
}

/** Something to follow up. */
export type Due =
  | { kind: 'returned'; document: DocumentView }
  | { kind: 'overdue' | 'action'; action: OpenAction }
  | { kind: 'remarks'; document: DocumentView };

/** What is late, then what was sent back, then remarks, then what comes next; actions without a day are last. */
export function dueOf(view: CooperativeView): Due[] {
  const late = view.actions.filter((action) => action.overdue_days > 0);
  const next = view.actions.filter((action) => action.overdue_days === 0);
  const returned = view.documents.filter((one) => one.state === 'returned');
  const remarked = view.documents.filter((one) => one.state !== 'returned' && one.remarks > 0);
  return [
    ...late.map((action) => ({ kind: 'overdue' as const, action })),
    ...returned.map((document) => ({ kind: 'returned' as const, document })),
    ...remarked.map((document) => ({ kind: 'remarks' as const, document })),
    ...next.map((action) => ({ kind: 'action' as const, action })),
  ];
}

/** The baseline and the latest sealed diagnostic, in the order of time. */
export function sealedOf(view: CooperativeView): { baseline: DocumentView | null; latest: DocumentView | null } {
  const of = (entry: string | null) => view.documents.find((one) => one.entry === entry) ?? null;
  return { baseline: of(view.baseline), latest: of(view.latest) };
}

/** A difference as people read it: whole points, what rounds to nothing is nothing. */
export function difference(baseline: number | null, latest: number | null): number | null {
  if (baseline === null || latest === null) return null;
  return shown(latest) - shown(baseline);
}

/** A score as it is shown: halves go up. */
export function shown(score: number): number {
  return Math.floor(score + 0.5 + 1e-9);
}
