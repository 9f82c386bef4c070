import type { ActionStatus } from "./ActionStatus";
import type { FindingView } from "./FindingView";
export type UpdateView = { id: string, on: string, status: ActionStatus, progress: number | null, due_on: string | null, postponed_from: string | null, note: string | null, visit: string | null, author: string, findings: Array<FindingView> };
