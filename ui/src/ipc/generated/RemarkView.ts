export type RemarkView = { id: string; path: string | null; text: string; person: string; settled: boolean };
