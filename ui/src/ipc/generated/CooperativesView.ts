import type { CooperativeRow } from './CooperativeRow';

export type CooperativesView = { rows: CooperativeRow[] };
