import type { ReasonView } from "./ReasonView";
export type SuggestedAction = { origin: string, title: string, area: string, typical_days: number, urgent: boolean, taken: boolean, quadrant: string, reasons: Array<ReasonView> };
