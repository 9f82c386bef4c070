export type UndoView = { name: string; at: string; note: string | null; row: [string, string] | null; rows: number };
