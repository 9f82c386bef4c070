export type Answer = { value: unknown; touched: string[] };
