export type DimensionScore = {
  /** The same as the section's group. */
  name: string;
  labels: Record<string, string>;
  weight: number;
  score: number | null;
  band: string | null;
  answered_weight: number;
  relevant_weight: number;
  na_weight: number;
  why_none: string | null;
  items: unknown[];
};

export type Score = {
  overall: number | null;
  provisional: boolean;
  band: string | null;
  capped: boolean;
  flags: string[];
  dimensions: DimensionScore[];
  findings: unknown[];
};
