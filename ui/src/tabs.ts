// The tabs that features bring to a cooperative's page, by name; their code is read when the person goes there.
import type { Tabs } from './screen/tab';

export const TABS: Tabs = {
  plan: () => import('./features/plan/PlanTab.svelte'),
};
