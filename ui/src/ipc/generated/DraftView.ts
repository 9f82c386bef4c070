export type DraftView = { kind: string; id: string; field: string; text: string; at: string };
