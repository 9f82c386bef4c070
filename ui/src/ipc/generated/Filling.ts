export type Filling = {
  answers?: [string, string][];
  comment?: [string, string][];
  source?: [string, string][];
  /** An empty reason takes it away. */
  not_applicable?: [string, string][];
  evidence?: [string, string][];
  add?: string[];
  remove?: string[];
};
