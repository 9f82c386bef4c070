import type { DiagnosticView } from "./DiagnosticView";
import type { ObjectiveView } from "./ObjectiveView";
import type { PersonView } from "./PersonView";
import type { PlanAction } from "./PlanAction";
import type { PlanTotals } from "./PlanTotals";
import type { PlanVisit } from "./PlanVisit";
import type { RequestView } from "./RequestView";
import type { SuggestedAction } from "./SuggestedAction";
export type PlanView = { cooperative: string, name_fr: string, name_ar: string | null, diagnostic: DiagnosticView | null, suggested_on: string | null, suggestions: Array<SuggestedAction>, areas: { [key in string]: string }, objectives: Array<ObjectiveView>, actions: Array<PlanAction>, totals: PlanTotals, requests: Array<RequestView>, visits: Array<PlanVisit>, people: Array<PersonView> };
