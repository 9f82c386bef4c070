export type GroupView = { path: string; name: string; label: string; answered: number; asked: number; missing: number };
