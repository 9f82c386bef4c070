export type OpenedView = {
  person: string;
  role: string | null;
  programme: string;
  demonstration: boolean;
  /** What the page kept: key to value. */
  page: Record<string, string>;
};
