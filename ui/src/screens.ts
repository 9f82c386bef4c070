// The screens' code, read when the person goes there.
import type { Component } from 'svelte';

import type { ScreenProps } from './screen/props';
import type { Screen } from './screen/route';

// A screen takes what it needs of it, or nothing.
type Screens = { [S in Screen]: () => Promise<{ default: Component<ScreenProps<S>> | Component<Record<string, never>> }> };

const SCREENS: Screens = {
  agenda: () => import('./features/agenda/AgendaScreen.svelte'),
  cooperative: () => import('./features/cooperative/CooperativeScreen.svelte'),
  'cooperative-edit': () => import('./features/cooperative/EditScreen.svelte'),
  import: () => import('./features/import/ImportScreen.svelte'),
  cooperatives: () => import('./features/cooperatives/CooperativesScreen.svelte'),
  disagreements: () => import('./features/disagreements/DisagreementsScreen.svelte'),
  entry: () => import('./features/entry/EntryScreen.svelte'),
  exchange: () => import('./features/exchange/ExchangeScreen.svelte'),
  settings: () => import('./features/settings/SettingsScreen.svelte'),
  today: () => import('./features/today/TodayScreen.svelte'),
  visit: () => import('./features/agenda/VisitScreen.svelte'),
};

/** The screen of a route. */
export function screenOf(screen: Screen): Promise<{ default: Component<ScreenProps> }> {
  // A route and the screen of its name belong together.
  return SCREENS[screen]() as Promise<{ default: Component<ScreenProps> }>;
}
