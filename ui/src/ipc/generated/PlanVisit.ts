export type PlanVisit = { id: string, on: string, purpose: string | null };
