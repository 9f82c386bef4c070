import type { FundingView } from "./FundingView";
export type PlanTotals = { planned: number, in_progress: number, done: number, dropped: number, refused: number, overdue: number, soon: number, progress: number | null, cost: number, funding: Array<FundingView>, without_cost: number };
