import type { FindingView } from "./FindingView";
export type RequestView = { id: string, topic: string, expertise: string | null, asked_on: string | null, answered_by: string | null, outcome: string | null, status: 'open' | 'planned' | 'done' | 'refused', findings: Array<FindingView> };
