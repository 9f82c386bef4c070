import type { ActionStatus } from "./ActionStatus";
import type { FindingView } from "./FindingView";
import type { UpdateView } from "./UpdateView";
export type PlanAction = { id: string, objective: string | null, origin: string | null, title: string, owner: string | null, start_on: string | null, first_due_on: string | null, due_on: string | null, closed_on: string | null, cost: number | null, funding: string | null, indicator: string | null, baseline: string | null, target: string | null, priority: number | null, refused: string | null, status: ActionStatus, progress: number, days_left: number | null, soon: boolean, postponed: number, updates: Array<UpdateView>, findings: Array<FindingView>, provisional: Array<string> };
