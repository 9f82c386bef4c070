export type DiagnosticRow = {
  entry: string;
  state: 'draft' | 'finalised' | 'returned' | 'validated' | 'closed';
  answered: number;
  asked: number;
};

export type CooperativeRow = {
  id: string;
  name_fr: string;
  name_ar: string | null;
  /** Code. */
  sector: string;
  /** Code. */
  province: string | null;
  commune: string | null;
  members: number | null;
  women: number | null;
  mine: boolean;
  coach: string | null;
  /** YYYY-MM-DD. */
  last_visit_on: string | null;
  /** Overall score of the first sealed diagnostic, 0 to 100. */
  baseline: number | null;
  /** That of the last one, where it is another. */
  latest: number | null;
  diagnostic: DiagnosticRow | null;
  provisional: boolean;
};
