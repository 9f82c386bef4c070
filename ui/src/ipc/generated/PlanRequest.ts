export type PlanRequest = { cooperative: string, language?: string | null };
