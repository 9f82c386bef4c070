export type ReasonView = { question: string, label: string, level: number | null, target: number | null, shown: string };
