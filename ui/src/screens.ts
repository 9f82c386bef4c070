// The screens' code, read when the person goes there.
import type { Component } from 'svelte';

import type { ScreenProps } from './screen/props';
import type { Route, Screen } from './screen/route';
import { TABS } from './tabs';

// A screen takes what it needs of it, or nothing.
type Screens = { [S in Screen]: () => Promise<{ default: Component<ScreenProps<S>> | Component<Record<string, never>> }> };

/** In the order in which a person is likely to go there. */
const SCREENS: Screens = {
  cooperatives: () => import('./features/cooperatives/CooperativesScreen.svelte'),
  cooperative: () => import('./features/cooperative/CooperativeScreen.svelte'),
  entry: () => import('./features/entry/EntryScreen.svelte'),
  agenda: () => import('./features/agenda/AgendaScreen.svelte'),
  visit: () => import('./features/agenda/VisitScreen.svelte'),
  exchange: () => import('./features/exchange/ExchangeScreen.svelte'),
  today: () => import('./features/today/TodayScreen.svelte'),
  'cooperative-edit': () => import('./features/cooperative/EditScreen.svelte'),
  disagreements: () => import('./features/disagreements/DisagreementsScreen.svelte'),
  settings: () => import('./features/settings/SettingsScreen.svelte'),
  import: () => import('./features/import/ImportScreen.svelte'),
};

/** A screen and where it is. They are given together: no screen ever sees another's route. */
export type Shown = { Screen: Component<ScreenProps>; route: Route };

const there = new Map<Screen, Component<ScreenProps>>();

async function read(screen: Screen): Promise<Component<ScreenProps>> {
  // A route and the screen of its name belong together.
  const { default: found } = (await SCREENS[screen]()) as { default: Component<ScreenProps> };
  there.set(screen, found);
  return found;
}

/** The screen of a route; at once where its code was read before. */
export function screenAt(route: Route): Shown | Promise<Shown> {
  const found = there.get(route.screen);
  return found ? { Screen: found, route } : read(route.screen).then((Screen) => ({ Screen, route }));
}

/** What screens read once they are drawn. */
const INNER = [TABS.plan, () => import('./form/radar/chart'), () => import('./features/cooperatives/mapChart')];
/** Between two of them, so that what the person does meanwhile comes first. */
const PAUSE_MS = 60;

/** Reads the code of every screen while nobody waits for it, until what it returns is called. */
export function readAhead(): () => void {
  let ended = false;
  const screens = Object.keys(SCREENS) as Screen[];
  void (async () => {
    for (const next of [...screens.map((screen) => () => read(screen)), ...INNER]) {
      await new Promise((done) => setTimeout(done, PAUSE_MS));
      if (ended) return;
      await next?.().catch(() => undefined); // whoever goes there is told
    }
  })();
  return () => (ended = true);
}
